import type { ReadContact } from '../input/readCase.ts'
import { round6, shrunkShare } from '../numbers/maths.ts'
import type { EpochDay } from '../time/civilDay.ts'
import { SECONDS_PER_DAY, SECONDS_PER_HOUR } from '../time/instant.ts'
import { type Stretch, stretchAt, type Zone } from '../time/timeZone.ts'
import { COUNTS_AS } from '../words/countsAs.ts'
import { contactPointer } from '../words/pointer.ts'
import type { Facts } from './facts.ts'
import type { ContactCounts, ContactLedger } from './measured.ts'

const WEEK_DAYS = 7
const MONTH_DAYS = 30
const QUARTER_DAYS = 90

export function countContacts({ contacts, counts }: ContactLedger, today: EpochDay): ContactCounts {
  let attempts1 = 0
  let attempts7 = 0
  let attempts30 = 0
  let contactsMade30 = 0
  let technicalFailures90 = 0
  for (let i = contacts.length - 1; i >= 0; i--) {
    const age = today - (contacts[i] as ReadContact).day
    const countsAs = counts[i] as number
    if (age >= QUARTER_DAYS) break
    if ((countsAs & COUNTS_AS.own) === 0) continue
    if ((countsAs & COUNTS_AS.technical) !== 0) technicalFailures90++
    if ((countsAs & COUNTS_AS.attempt) === 0 || age >= MONTH_DAYS) continue
    attempts30++
    if ((countsAs & COUNTS_AS.contactMade) !== 0) contactsMade30++
    if (age < WEEK_DAYS) attempts7++
    if (age < 1) attempts1++
  }
  return { attempts1, attempts7, attempts30, contactsMade30, technicalFailures90 }
}

/** The newest two-way contact on this account. */
export function findTwoWay(ledger: ContactLedger): Facts['lastTwoWay'] {
  return found(newestWith(ledger, COUNTS_AS.own | COUNTS_AS.twoWay))
}

/** The newest two-way contact on this account, if it was to ask for a call back: nobody has spoken with them since. */
export function findCallbackAsked(ledger: ContactLedger): Facts['callbackAsked'] {
  const contact = newestWith(ledger, COUNTS_AS.own | COUNTS_AS.twoWay)
  return contact?.outcome === 'callbackRequested' ? found(contact) : undefined
}

const found = (contact: ReadContact | undefined): Facts['lastTwoWay'] =>
  contact === undefined ? undefined : { at: contact.at, evidence: contactPointer(contact.index) }

/** The newest claim on this account to have paid, unless a payment was posted on its day or since. */
export function findClaimedPaid(
  ledger: ContactLedger,
  lastPosted: EpochDay | undefined,
): Facts['claimedPaid'] {
  return found(newestWith(ledger, COUNTS_AS.own | COUNTS_AS.notThirdParty | COUNTS_AS.saysPaid, lastPosted))
}

/** The newest contact that has all the bits and is later than the day. */
function newestWith(
  { contacts, counts, anyBits }: ContactLedger,
  bits: number,
  after = Number.NEGATIVE_INFINITY,
): ReadContact | undefined {
  if ((anyBits & bits) !== bits) return undefined
  for (let i = contacts.length - 1; i >= 0; i--) {
    if (((counts[i] as number) & bits) !== bits) continue
    const contact = contacts[i] as ReadContact
    return contact.day > after ? contact : undefined
  }
  return undefined
}

const HEARD_GLADLY = COUNTS_AS.heard | COUNTS_AS.twoWay

/** The local hour at which the borrower was heard most often, on any account; of equals the earliest. */
export function findBestHour({ contacts, counts, anyBits }: ContactLedger, zone: Zone): Facts['bestHour'] {
  if ((anyBits & COUNTS_AS.heard) === 0) return undefined
  const hours = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
  let best = 0
  let answered = 0
  let stretch: Stretch | undefined
  for (let i = 0; i < contacts.length; i++) {
    // A threat or a refusal is no hour to call again.
    if (((counts[i] as number) & HEARD_GLADLY) !== HEARD_GLADLY) continue
    const { at, day } = contacts[i] as ReadContact
    if (stretch === undefined || at >= stretch.to) stretch = stretchAt(zone, at)
    const hour = Math.floor((at + stretch.offset - day * SECONDS_PER_DAY) / SECONDS_PER_HOUR)
    const count = (hours[hour] as number) + 1
    hours[hour] = count
    if (count > answered || (count === answered && hour < best)) {
      best = hour
      answered = count
    }
  }
  return answered === 0 ? undefined : { hour: best, answered }
}

/** How easily the person is reached by voice or face to face, on whichever account. */
export interface Reachability {
  readonly rightPartyRate: number | null
  readonly consecutiveFailures: number
  /** The newest time the borrower was heard. */
  readonly lastHeard: ReadContact | undefined
  readonly lastConversation: ReadContact | undefined
  /** Calls and visits of the last half year: tried, and met the borrower for certain. */
  readonly tried: number
  readonly met: number
  /** The newest attempts since that failed, at most three. */
  readonly newestFailures: readonly string[]
}

/** Older attempts say little about today's numbers and habits. */
const REACH_DAYS = 180
/**
 * Share of calls and visits that meet the borrower before any is known, and its weight in attempts. Collections of
 * purchased debts reach the client in 5.6 % of calls, younger arrears more often: one in ten, worth ten attempts.
 */
export const RIGHT_PARTY_PRIOR = { share: 0.1, weight: 10 } as const
const FAILURES_SHOWN = 3

const NONE: readonly string[] = []

export function readReachability({ contacts, counts }: ContactLedger, today: EpochDay): Reachability {
  let tried = 0
  let met = 0
  let failures = 0
  let lastHeard: ReadContact | undefined
  let lastConversation: ReadContact | undefined
  let newestFailures: string[] | undefined
  for (let i = contacts.length - 1; i >= 0; i--) {
    const contact = contacts[i] as ReadContact
    const countsAs = counts[i] as number
    const recent = today - contact.day < REACH_DAYS
    if (!recent && lastConversation !== undefined) break
    const talked = (countsAs & COUNTS_AS.talked) !== 0
    if (talked) lastConversation ??= contact
    if ((countsAs & COUNTS_AS.heard) !== 0) lastHeard ??= contact
    if (
      (countsAs & (COUNTS_AS.live | COUNTS_AS.attemptOnBorrower)) !==
      (COUNTS_AS.live | COUNTS_AS.attemptOnBorrower)
    )
      continue
    if (recent) {
      tried++
      if (talked && (countsAs & COUNTS_AS.rightParty) !== 0) met++
    }
    if (lastHeard !== undefined) continue
    failures++
    newestFailures ??= []
    if (newestFailures.length < FAILURES_SHOWN) newestFailures.push(contactPointer(contact.index))
  }
  return {
    rightPartyRate:
      tried === 0 ? null : round6(shrunkShare(met, tried, RIGHT_PARTY_PRIOR.share, RIGHT_PARTY_PRIOR.weight)),
    consecutiveFailures: failures,
    lastHeard,
    lastConversation,
    tried,
    met,
    newestFailures: newestFailures ?? NONE,
  }
}
