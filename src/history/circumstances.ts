import type { Policy } from '../input/policy.ts'
import type { ReadCase, ReadCircumstance, ReadContact } from '../input/readCase.ts'
import type { EpochDay } from '../time/civilDay.ts'
import type { EpochSecond } from '../time/instant.ts'
import { localDay, startOfDay, type Zone } from '../time/timeZone.ts'
import { CHANNELS, type Channel } from '../words/channels.ts'
import { circumstanceMeaning } from '../words/circumstances.ts'
import { COUNTS_AS } from '../words/countsAs.ts'
import { type ImpliedCircumstance, impliedCircumstance } from '../words/outcomes.ts'
import { circumstancePointer, contactPointer, optOutPointer } from '../words/pointer.ts'
import type { CircumstanceSpan, Facts } from './facts.ts'
import type { ContactLedger } from './measured.ts'
import type { Unfinished } from './rows.ts'

const NONE: readonly CircumstanceSpan[] = []

/**
 * Circumstances with their time in force: the stated ones in their order, then those the contacts imply, by time.
 *
 * A stated one is in force from 00:00 of `since` (without it from the instant it was recorded, else always) to 00:00
 * after `until`; without `until` it stands, but for the two that end by themselves. An implied one begins with the
 * contact. A stated one of its kind recorded later, or in force at that instant, replaces it. Otherwise it lasts to
 * the end of the day `policy.impliedDays` later; the five that stop or redirect collection, and kinds the policy
 * gives no days for, last until replaced. What is implied again while it lasts begins anew with the newer contact.
 */
export function readCircumstances(
  view: ReadCase,
  { contacts, counts, anyBits }: ContactLedger,
  asOf: EpochSecond,
  policy: Policy,
): readonly CircumstanceSpan[] {
  const { zone } = view
  let spans: Unfinished<CircumstanceSpan>[] | undefined
  for (const stated of view.circumstances) {
    spans ??= []
    spans.push(statedSpan(stated, zone, asOf))
  }
  if ((anyBits & COUNTS_AS.implies) === 0) return spans ?? NONE
  spans ??= []
  const firstImplied = spans.length
  for (let i = 0; i < contacts.length; i++) {
    if (((counts[i] as number) & COUNTS_AS.implies) === 0) continue
    const contact = contacts[i] as ReadContact
    const kind = impliedCircumstance(contact.outcome) as ImpliedCircumstance
    if (!mayImply(contact, kind) || isReplaced(view.circumstances, spans, kind, contact.at)) continue
    const span = impliedSpan(contact, kind, zone, asOf, policy)
    endRunning(spans, firstImplied, span, contact.day)
    spans.push(span)
  }
  return spans
}

function statedSpan(stated: ReadCircumstance, zone: Zone, asOf: EpochSecond): Unfinished<CircumstanceSpan> {
  const { kind, since, recorded } = stated
  const from = since !== undefined ? startOfDay(zone, since) : (recorded ?? Number.NEGATIVE_INFINITY)
  const lastDay = stated.until ?? defaultLastDay(stated, zone)
  const to = lastDay === undefined ? Number.POSITIVE_INFINITY : startOfDay(zone, lastDay + 1)
  return {
    kind,
    from,
    to,
    lastDay,
    pointer: circumstancePointer(stated.index),
    implied: false,
    now: from <= asOf && asOf < to,
  }
}

function defaultLastDay({ kind, since, recorded }: ReadCircumstance, zone: Zone): EpochDay | undefined {
  const days = circumstanceMeaning(kind).lastsDays
  const first = since ?? (recorded === undefined ? undefined : localDay(zone, recorded))
  return days === undefined || first === undefined ? undefined : first + days
}

/**
 * Who may bring a circumstance about. News of a death, insolvency, representation, hardship, vulnerability or danger may
 * come from any person; a dispute, a complaint or a wish to be left alone is the borrower's or of those on their side.
 * A dispute concerns the account it was raised on; all else concerns the person.
 */
function mayImply({ party, own }: ReadContact, kind: ImpliedCircumstance): boolean {
  const { saidBy } = circumstanceMeaning(kind)
  if (saidBy === undefined) return true
  return party !== 'thirdParty' && (saidBy === 'theirSide' || own)
}

/** `spans` begins with the spans of `stated`, one each. */
function isReplaced(
  stated: readonly ReadCircumstance[],
  spans: readonly CircumstanceSpan[],
  kind: ImpliedCircumstance,
  at: EpochSecond,
): boolean {
  for (let i = 0; i < stated.length; i++) {
    const { kind: statedKind, recorded } = stated[i] as ReadCircumstance
    if (statedKind !== kind) continue
    const { from, to } = spans[i] as CircumstanceSpan
    // One that was over by then says nothing of what began since.
    if (to > at && ((recorded !== undefined && recorded > at) || from <= at)) return true
  }
  return false
}

function impliedSpan(
  contact: ReadContact,
  kind: ImpliedCircumstance,
  zone: Zone,
  asOf: EpochSecond,
  policy: Policy,
): Unfinished<CircumstanceSpan> {
  const days = circumstanceMeaning(kind).untilReplaced ? undefined : policy.impliedDays[kind]
  const lastDay = days === undefined ? undefined : contact.day + days
  const to = lastDay === undefined ? Number.POSITIVE_INFINITY : startOfDay(zone, lastDay + 1)
  return {
    kind,
    from: contact.at,
    to,
    lastDay,
    pointer: contactPointer(contact.index),
    implied: true,
    now: contact.at <= asOf && asOf < to,
  }
}

/** Ends the span of its kind that still runs when one is implied again, so that at no instant there are two. */
function endRunning(
  spans: readonly Unfinished<CircumstanceSpan>[],
  firstImplied: number,
  next: CircumstanceSpan,
  day: EpochDay,
): void {
  for (let i = spans.length - 1; i >= firstImplied; i--) {
    const running = spans[i] as Unfinished<CircumstanceSpan>
    if (running.kind !== next.kind) continue
    if (running.to > next.from) {
      running.to = next.from
      running.lastDay = day
      running.now = false
    }
    return
  }
}

/** What the borrower closed or wished, written or said. */
export interface Wishes {
  readonly optedOut: Facts['optedOut']
  readonly visitWish: Facts['visitWish']
  readonly appointment: Facts['appointment']
}

/**
 * Reads opt-outs and the wish about visits. Both last for good when said in a contact, on whichever account, by
 * a person on the borrower's side. A written `visit: "agreed"` does not lift a refusal on record; an appointment made
 * later does, and only then is the appointment itself still good: one without `recorded` counts as made before.
 */
export function readWishes(view: ReadCase, ledger: ContactLedger): Wishes {
  const { preferences } = view.source
  const written = preferences?.channelsOptedOut
  const said = (ledger.anyBits & COUNTS_AS.channelOptOut) === 0 ? undefined : saidOptOuts(ledger)
  const refusal = (ledger.anyBits & COUNTS_AS.visitRefused) === 0 ? undefined : newestRefusal(ledger)
  const { appointment } = view
  const cancelled =
    appointment !== undefined && refusal !== undefined && !madeAfter(appointment.recorded, refusal.at)
  const stands = cancelled ? undefined : appointment
  return {
    optedOut:
      said === undefined && (written === undefined || written.length === 0)
        ? []
        : optOuts(written ?? [], said ?? {}),
    visitWish: visitWish(preferences?.visit, stands === undefined ? refusal : undefined),
    appointment: stands === undefined ? undefined : { from: stands.from, to: stands.to },
  }
}

/** Of each channel the first contact that closed it. */
function saidOptOuts({ contacts, counts }: ContactLedger): Readonly<Partial<Record<Channel, string>>> {
  const said: Partial<Record<Channel, string>> = {}
  for (let i = 0; i < contacts.length; i++) {
    if (
      ((counts[i] as number) & (COUNTS_AS.channelOptOut | COUNTS_AS.notThirdParty)) !==
      (COUNTS_AS.channelOptOut | COUNTS_AS.notThirdParty)
    )
      continue
    const { channel, index } = contacts[i] as ReadContact
    said[channel] ??= contactPointer(index)
  }
  return said
}

function newestRefusal({ contacts, counts }: ContactLedger): ReadContact | undefined {
  for (let i = contacts.length - 1; i >= 0; i--) {
    if (
      ((counts[i] as number) & (COUNTS_AS.visitRefused | COUNTS_AS.notThirdParty)) ===
      (COUNTS_AS.visitRefused | COUNTS_AS.notThirdParty)
    )
      return contacts[i]
  }
  return undefined
}

const madeAfter = (recorded: EpochSecond | undefined, refusedAt: EpochSecond): boolean =>
  recorded !== undefined && recorded > refusedAt

/** In the order of the channels, whatever the order they were written in. */
function optOuts(
  written: readonly Channel[],
  said: Readonly<Partial<Record<Channel, string>>>,
): Facts['optedOut'] {
  const closed: { channel: Channel; evidence: string }[] = []
  for (let i = 0; i < CHANNELS.length; i++) {
    const channel = CHANNELS[i] as Channel
    const place = written.indexOf(channel)
    const evidence = place >= 0 ? optOutPointer(place) : said[channel]
    if (evidence !== undefined) closed.push({ channel, evidence })
  }
  return closed
}

function visitWish(
  written: 'agreed' | 'refused' | undefined,
  refusal: ReadContact | undefined,
): Facts['visitWish'] {
  if (refusal !== undefined) return { wish: 'refused', evidence: contactPointer(refusal.index) }
  return written === undefined ? undefined : { wish: written, evidence: '/preferences/visit' }
}
