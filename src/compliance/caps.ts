import type { Facts } from '../history/facts.ts'
import type { ConsentTo } from '../input/borrowerCase.ts'
import type { ReadContact } from '../input/readCase.ts'
import type { CoolOffRule, FrequencyRule, RuleWindow } from '../input/rulePack.ts'
import { nextMonday, nextMonthStart } from '../time/civilDay.ts'
import { type EpochSecond, SECONDS_PER_DAY } from '../time/instant.ts'
import { startOfDay, type Zone } from '../time/timeZone.ts'
import { CHANNELS, type Channel, coversChannel } from '../words/channels.ts'
import type { Params } from '../words/issue.ts'
import type { ContactOutcome } from '../words/outcomes.ts'
import { pointersInto } from '../words/pointer.ts'
import type { RuleRef } from '../words/reason.ts'
import { type BoundRule, consentEnds, daysInForce } from './boundRules.ts'
import { channelBit, MARK, marksOf } from './contactMarks.ts'
import { consentSeconds } from './hours.ts'
import { becauseOfRule, type NamedBecause } from './permissions.ts'
import { type DaySpan, dayStart } from './wallClock.ts'
import { type ChannelClosures, close } from './windows.ts'

const contactPointer = pointersInto('contacts')

/**
 * A frequency or cool-off rule made ready: once `max` contacts that it counts lie in its window, it closes its
 * channels until the first instant at which fewer do. A cool-off is a cap of one.
 */
export interface Cap {
  readonly kind: 'frequency' | 'coolOff'
  /** Bits of the channels counted. */
  readonly channels: number
  /** Marks that a counted contact has, all of them. */
  readonly marks: number
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
  { marks, some }: RecentContacts,
  point: string | undefined,
): EpochSecond {
  if (cap.max < 1) return Number.POSITIVE_INFINITY
  if ((some & cap.channels) === 0 || (some & cap.marks) !== cap.marks) return Number.NEGATIVE_INFINITY
  const { contacts, zone } = facts.view
  let left = cap.max
  for (let i = 0; i < marks.length; i++) {
    const bits = marks[i] as number
    if ((bits & cap.channels) === 0 || (bits & cap.marks) !== cap.marks) continue
    const contact = contacts[contacts.length - 1 - i] as ReadContact
    if (!counts(cap, contact, point)) continue
    left -= 1
    if (left <= 0) return leavesWindow(cap.window, contact, zone)
  }
  return Number.NEGATIVE_INFINITY
}

/** The contacts that can still lie in the window of any of the caps. */
export interface RecentContacts {
  /** Their marks, newest first: the first belongs to the last contact of the list. */
  readonly marks: readonly number[]
  /** Marks that some of them have. */
  readonly some: number
}

/** `reach`: seconds after which a contact is outside the window of every cap. */
export function recentContacts({ view: { contacts }, asOf }: Facts, reach: number): RecentContacts {
  const marks: number[] = []
  let some = 0
  for (let i = contacts.length - 1; i >= 0; i--) {
    const contact = contacts[i] as ReadContact
    if (contact.at <= asOf - reach) break
    const bits = marksOf(contact)
    some |= bits
    marks.push(bits)
  }
  return { marks, some }
}

/** Of a contact with the right marks. */
function counts(cap: Cap, contact: ReadContact, point: string | undefined): boolean {
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
    evidence ??= counted(cap, facts, recent, point)
    close(closures, channel, { from, to, because: reason(cap, name, evidence) })
  }
}

/** Pointers to the contacts in the window as of now, oldest first. */
function counted(
  cap: Cap,
  facts: Facts,
  { marks }: RecentContacts,
  point: string | undefined,
): readonly string[] {
  const { contacts, zone } = facts.view
  const pointers: string[] = []
  for (let i = marks.length - 1; i >= 0; i--) {
    const bits = marks[i] as number
    const contact = contacts[contacts.length - 1 - i] as ReadContact
    if ((bits & cap.channels) === 0 || (bits & cap.marks) !== cap.marks || !counts(cap, contact, point))
      continue
    if (leavesWindow(cap.window, contact, zone) > facts.asOf) pointers.push(contactPointer(contact.index))
  }
  return pointers
}

function reason(cap: Cap, channel: Channel, evidence: readonly string[]): NamedBecause {
  const { window, kind, max, ref } = cap
  const span: Params = 'days' in window ? { days: window.days } : { window: window.type }
  return kind === 'coolOff'
    ? becauseOfRule('rule.coolOff', ref, { channel, ...span }, evidence)
    : becauseOfRule('rule.frequency', ref, { max, done: evidence.length, channel, ...span }, evidence)
}

/** The frequency rules, made ready. */
export const frequencyCaps = (bound: readonly BoundRule<FrequencyRule>[]): readonly Cap[] =>
  bound.map((each) => {
    const { rule, ref } = each
    const channels = CHANNELS.filter((channel) => coversChannel(rule.channels, channel))
    return {
      kind: 'frequency',
      channels: channels.reduce((bits, channel) => bits | channelBit(channel), 0),
      marks: MARK[rule.count] | MARK.attempt | (rule.over === 'account' ? MARK.own : 0),
      except: rule.exceptOutcomes,
      max: rule.max,
      window: rule.window,
      perPoint: rule.over === 'point',
      consentTo: 'frequency',
      consentSeconds: rule.overrides?.includes('consent') ? consentSeconds(rule.consentDays) : 0,
      closes: channels.flatMap((channel) =>
        daysInForce(each, bound, (other) => coversChannel(other.channels, channel)).map((days) => ({
          channel: CHANNELS.indexOf(channel),
          days,
        })),
      ),
      ref,
    }
  })

const STARTED_BY_US = {
  attempt: MARK.attempt,
  contactMade: MARK.attempt | MARK.contactMade,
  conversation: MARK.attempt | MARK.conversation,
} as const
const STARTED_BY_ANYBODY = {
  attempt: MARK.anyContact,
  contactMade: MARK.anyContactMade,
  conversation: MARK.anyConversation,
} as const

/** The cool-off rules, made ready: a cap of one, which may count what the borrower began. */
export const coolOffCaps = (bound: readonly BoundRule<CoolOffRule>[]): readonly Cap[] =>
  bound.map((each) => {
    const { rule, ref } = each
    const channels = CHANNELS.filter((channel) => coversChannel(rule.channels, channel))
    const starts = (rule.inboundStarts ? STARTED_BY_ANYBODY : STARTED_BY_US)[rule.after]
    return {
      kind: 'coolOff',
      channels: channels.reduce((bits, channel) => bits | channelBit(channel), 0),
      marks: starts | (rule.over === 'borrower' ? 0 : MARK.own),
      except: undefined,
      max: 1,
      window: rule.window,
      perPoint: false,
      consentTo: 'coolOff',
      consentSeconds: rule.overrides?.includes('consent') ? consentSeconds(rule.consentDays) : 0,
      closes: channels.flatMap((channel) =>
        daysInForce(each, bound, (other) => coversChannel(other.channels, channel)).map((days) => ({
          channel: CHANNELS.indexOf(channel),
          days,
        })),
      ),
      ref,
    }
  })
