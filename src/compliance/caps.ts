import type { Facts } from '../history/facts.ts'
import type { ContactLedger } from '../history/measured.ts'
import type { ConsentTo } from '../input/borrowerCase.ts'
import type { ReadContact } from '../input/readCase.ts'
import type { CoolOffRule, FrequencyRule, RuleWindow } from '../input/rulePack.ts'
import { nextMonday, nextMonthStart } from '../time/civilDay.ts'
import { type EpochSecond, SECONDS_PER_DAY } from '../time/instant.ts'
import { startOfDay, type Zone } from '../time/timeZone.ts'
import { CHANNELS, type Channel, channelBits, coversChannel } from '../words/channels.ts'
import { COUNTS_AS } from '../words/countsAs.ts'
import type { ContactOutcome } from '../words/outcomes.ts'
import { contactPointer } from '../words/pointer.ts'
import type { RuleRef } from '../words/reason.ts'
import { type BoundRule, consentEnds, daysInForce } from './boundRules.ts'
import { becauseOfRule, type NamedBecause } from './complianceReasons.ts'
import { consentSeconds } from './hours.ts'
import { type DaySpan, dayStart } from './wallClock.ts'
import { addClosure, type ChannelClosures } from './windows.ts'

/**
 * A frequency or cool-off rule made ready: once `max` contacts that it counts lie in its window, it closes its
 * channels until the first instant at which fewer do. A cool-off is a cap of one.
 */
export interface Cap {
  readonly kind: 'frequency' | 'coolOff'
  /** Bits of the channels counted. */
  readonly channels: number
  /** Bits of what a counted contact counts as, all of them. */
  readonly counts: number
  readonly except: readonly ContactOutcome[] | undefined
  readonly max: number
  readonly window: RuleWindow
  readonly perPoint: boolean
  readonly consentTo: ConsentTo
  /** Seconds for which a consent lifts it; 0 where none does. */
  readonly consentSeconds: number
  /** The channels it closes, by their place in `CHANNELS`, and on which days. */
  readonly closes: readonly { readonly channel: number; readonly days: DaySpan }[]
  readonly ref: RuleRef
}

/** Seconds after which a contact is surely outside a window, whatever the clock does. */
export function windowReach(window: RuleWindow): number {
  const days = { rolling: 0, calendar: 2, week: 9, month: 33 }[window.type] + daysOf(window)
  return days * SECONDS_PER_DAY
}

const daysOf = (window: RuleWindow): number => ('days' in window ? window.days : 0)

/** The first instant at which a contact no longer lies in the window that ends then. */
function leavesWindow(window: RuleWindow, contact: ReadContact, zone: Zone): EpochSecond {
  switch (window.type) {
    case 'rolling':
      return contact.at + window.days * SECONDS_PER_DAY
    case 'calendar':
      return startOfDay(zone, contact.day + window.days)
    case 'week':
      return startOfDay(zone, nextMonday(contact.day))
    case 'month':
      return startOfDay(zone, nextMonthStart(contact.day))
  }
}

/**
 * The first instant at which a cap no longer closes: the `max`-th newest counted contact has left the window.
 * All contacts lie in the past, so that it closes without a gap from now until then. −Infinity where it does not
 * close, Infinity where nothing is ever allowed.
 */
export function capFreeFrom(
  cap: Cap,
  facts: Facts,
  recent: RecentContacts,
  point: string | undefined,
): EpochSecond {
  if (cap.max < 1) return Number.POSITIVE_INFINITY
  if ((recent.channels & cap.channels) === 0 || (recent.some & cap.counts) !== cap.counts)
    return Number.NEGATIVE_INFINITY
  const { contacts } = facts.ledger
  let left = cap.max
  for (let i = contacts.length - 1; i >= recent.first; i--) {
    if (!counts(cap, facts.ledger, i, point)) continue
    left -= 1
    if (left <= 0) return leavesWindow(cap.window, contacts[i] as ReadContact, facts.view.zone)
  }
  return Number.NEGATIVE_INFINITY
}

/** The contacts that can still lie in the window of any of the caps. */
export interface RecentContacts {
  /** The place of the oldest of them in the ledger. */
  readonly first: number
  /** Bits of what some of them count as. */
  readonly some: number
  /** Bits of the channels that some of them went by. */
  readonly channels: number
}

/** `reach`: seconds after which a contact is outside the window of every cap. */
export function recentContacts({ ledger, asOf }: Facts, reach: number): RecentContacts {
  let first = ledger.contacts.length
  let some = 0
  let channels = 0
  while (first > 0 && (ledger.contacts[first - 1] as ReadContact).at > asOf - reach) {
    first--
    some |= ledger.counts[first] as number
    channels |= ledger.channels[first] as number
  }
  return { first, some, channels }
}

/** Whether a cap counts the contact at a place of the ledger. */
function counts(cap: Cap, ledger: ContactLedger, place: number, point: string | undefined): boolean {
  if (((ledger.channels[place] as number) & cap.channels) === 0) return false
  if (((ledger.counts[place] as number) & cap.counts) !== cap.counts) return false
  const contact = ledger.contacts[place] as ReadContact
  if (cap.except?.includes(contact.outcome)) return false
  // A contact whose number nobody noted may have been to this one.
  return !cap.perPoint || point === undefined || contact.point === undefined || contact.point === point
}

/** The closures of a cap that is reached, added to those of the channels it closes. */
export function addCapClosures(
  cap: Cap,
  freeFrom: EpochSecond,
  facts: Facts,
  recent: RecentContacts,
  point: string | undefined,
  closures: ChannelClosures,
): void {
  let evidence: readonly string[] | undefined
  for (const { channel, days } of cap.closes) {
    const { zone, consents } = facts.view
    const name = CHANNELS[channel] as Channel
    const from = Math.max(
      dayStart(zone, days.from),
      consentEnds(consents, cap.consentTo, name, cap.consentSeconds),
    )
    const to = Math.min(freeFrom, dayStart(zone, days.to))
    if (from >= to || to <= facts.asOf) continue
    evidence ??= countedContacts(cap, facts, recent, point)
    addClosure(closures, channel, { from, to, because: reason(cap, name, evidence) })
  }
}

/** Pointers to the contacts in the window as of now, oldest first. */
function countedContacts(
  cap: Cap,
  facts: Facts,
  { first }: RecentContacts,
  point: string | undefined,
): readonly string[] {
  const { contacts } = facts.ledger
  const pointers: string[] = []
  for (let i = first; i < contacts.length; i++) {
    if (!counts(cap, facts.ledger, i, point)) continue
    const contact = contacts[i] as ReadContact
    if (leavesWindow(cap.window, contact, facts.view.zone) > facts.asOf)
      pointers.push(contactPointer(contact.index))
  }
  return pointers
}

function reason(cap: Cap, channel: Channel, evidence: readonly string[]): NamedBecause {
  const { window, kind, max, ref } = cap
  const span = 'days' in window ? { days: window.days } : { window: window.type }
  return kind === 'coolOff'
    ? becauseOfRule('rule.coolOff', ref, { channel, ...span }, evidence)
    : becauseOfRule('rule.frequency', ref, { max, done: evidence.length, channel, ...span }, evidence)
}

type CountingRule = FrequencyRule | CoolOffRule

const channelsBoundBy = (rule: CountingRule): readonly Channel[] =>
  CHANNELS.filter((channel) => coversChannel(rule.channels, channel))

/** On which days a rule closes each channel that it binds. */
const closedBy = <R extends CountingRule>(
  each: BoundRule<R>,
  bound: readonly BoundRule<R>[],
): Cap['closes'] =>
  channelsBoundBy(each.rule).flatMap((channel) =>
    daysInForce(each, bound, (other) => coversChannel(other.channels, channel)).map((days) => ({
      channel: CHANNELS.indexOf(channel),
      days,
    })),
  )

/** The frequency rules, made ready. */
export const frequencyCaps = (bound: readonly BoundRule<FrequencyRule>[]): readonly Cap[] =>
  bound.map((each) => {
    const { rule, ref } = each
    return {
      kind: 'frequency',
      channels: channelBits(channelsBoundBy(rule)),
      counts: COUNTS_AS.attempt | COUNTS_AS[rule.count] | (rule.over === 'account' ? COUNTS_AS.own : 0),
      except: rule.exceptOutcomes,
      max: rule.max,
      window: rule.window,
      perPoint: rule.over === 'point',
      consentTo: 'frequency',
      consentSeconds: rule.overrides?.includes('consent') ? consentSeconds(rule.consentDays) : 0,
      closes: closedBy(each, bound),
      ref,
    }
  })

/** What starts a cool-off, no matter who began the contact. */
const STARTS: Readonly<Record<CoolOffRule['after'], number>> = {
  attempt: 0,
  contactMade: COUNTS_AS.contactMade,
  conversation: COUNTS_AS.conversation,
}

/** The cool-off rules, made ready: a cap of one, which may count what the borrower began. */
export const coolOffCaps = (bound: readonly BoundRule<CoolOffRule>[]): readonly Cap[] =>
  bound.map((each) => {
    const { rule, ref } = each
    const starts = rule.inboundStarts ? STARTS[rule.after] : STARTS[rule.after] | COUNTS_AS.attempt
    return {
      kind: 'coolOff',
      channels: channelBits(channelsBoundBy(rule)),
      counts: starts | (rule.over === 'borrower' ? 0 : COUNTS_AS.own),
      except: undefined,
      max: 1,
      window: rule.window,
      perPoint: false,
      consentTo: 'coolOff',
      consentSeconds: rule.overrides?.includes('consent') ? consentSeconds(rule.consentDays) : 0,
      closes: closedBy(each, bound),
      ref,
    }
  })
