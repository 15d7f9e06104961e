import type { Permission } from '../compliance/permissions.ts'
import { type EpochDay, formatDay, parseDay, weekdayIndex } from '../time/civilDay.ts'
import { type EpochSecond, formatInstant, SECONDS_PER_HOUR } from '../time/instant.ts'
import { localDay, offsetAt, startOfDay, type Zone } from '../time/timeZone.ts'
import { lastDayOfBucket } from '../words/buckets.ts'
import { type Channel, isLive } from '../words/channels.ts'
import type { CommitmentKind } from '../words/commitments.ts'
import { asksForMoney } from '../words/purposes.ts'
import { amountAsked } from './amountAsked.ts'
import type { Candidate } from './candidate.ts'
import { usuallyLate } from './contactCandidates.ts'
import type { Action, TimeWindow } from './decision.ts'
import type { Situation } from './situation.ts'

type Ask = Action['ask'] | undefined

/** An instant as it leaves the library: whole seconds, with the borrower's offset. */
export const writeInstant = (zone: Zone, at: EpochSecond): string => formatInstant(at, offsetAt(zone, at))

export const writeWindow = (zone: Zone, window: { from: EpochSecond; to: EpochSecond }): TimeWindow => ({
  from: writeInstant(zone, window.from),
  to: writeInstant(zone, window.to),
})

/** From when in the window the borrower answered before, for what is done in person; undefined when that is no later than its start. */
export function bestFrom(
  { facts }: Situation,
  channel: Channel,
  permission: Permission,
): EpochSecond | undefined {
  const window = permission.window
  if (
    !isLive(channel) ||
    permission.to !== 'borrower' ||
    facts.bestHour === undefined ||
    window === undefined
  )
    return undefined
  const { zone } = facts.view
  const day = localDay(zone, window.from)
  for (const start of [startOfDay(zone, day), startOfDay(zone, day + 1)]) {
    const steady = start + facts.bestHour.hour * SECONDS_PER_HOUR
    // On a day of 23 or 25 hours the wall clock runs ahead of or behind the hours since midnight.
    const at = steady + offsetAt(zone, start) - offsetAt(zone, steady)
    if (at > window.from && at < window.to) return at
  }
  return undefined
}

/**
 * What is asked for and by when. Nothing where the contact is to find out, to find the borrower, or
 * to offer help; of a plan its first instalment.
 */
export function askOf(situation: Situation, chosen: Candidate): Ask {
  const { facts, policy } = situation
  if (chosen.kind === 'restructure' && chosen.plan?.kind === 'restructure') {
    return { amount: chosen.plan.instalment, by: chosen.plan.firstDue }
  }
  const window = chosen.permission?.window
  if (chosen.purpose === undefined || window === undefined || !asksForMoney(chosen.purpose)) return undefined
  const asked = localDay(facts.view.zone, window.from)
  if (chosen.purpose === 'preDue') {
    const due = facts.view.nextDueDay ?? asked + policy.askDays
    return { amount: Math.min(facts.instalment ?? facts.outstanding, facts.outstanding), by: formatDay(due) }
  }
  const amount = amountAsked(facts, situation.plans.capacity)
  return { amount, by: formatDay(dayAskedFor(situation, asked)) }
}

/** Nobody can move money at once: three working days, at the earliest. */
const LEAST_WORKING_DAYS = 3

/**
 * By when: the day after the payday that is known or read from payments, where there is one within a month; else
 * within `askDays`, and before the account grows older by a bucket. Never before three working days have passed.
 */
function dayAskedFor({ facts, policy }: Situation, asked: EpochDay): EpochDay {
  const earliest = workingDaysAfter(asked, LEAST_WORKING_DAYS)
  const { payday } = facts
  if (payday !== undefined && payday.on >= asked && payday.on - asked <= DAYS_OF_A_MONTH)
    return Math.max(earliest, workingDaysAfter(payday.on, 1))
  const last = lastDayOfBucket(facts.daysPastDue)
  const beforeNextBucket =
    last === undefined ? asked + policy.askDays : facts.today + last - facts.daysPastDue
  return Math.max(earliest, Math.min(asked + policy.askDays, beforeNextBucket))
}

const DAYS_OF_A_MONTH = 31
const SATURDAY = 5

/** So many days from Monday to Friday after a day. */
function workingDaysAfter(day: EpochDay, count: number): EpochDay {
  let at = day
  for (let left = count; left > 0; ) {
    at++
    if (weekdayIndex(at) < SATURDAY) left--
  }
  return at
}

/** The day to look again. Always after today. */
export function reviewOn(
  situation: Situation,
  chosen: Candidate,
  ranked: readonly Candidate[],
  ask: Ask,
): string {
  const { facts } = situation
  const day = Math.min(reviewDay(situation, chosen, ranked, ask), changeByItself(situation))
  return formatDay(Math.max(facts.today + 1, day))
}

/** What breaks, begins or ends on a day of its own, whatever is done today. */
const BREAKS: ReadonlySet<CommitmentKind> = new Set(['promise', 'plan', 'pause', 'claim'])

function changeByItself({ facts, course }: Situation): EpochDay {
  const { today, asOf, view, circumstances } = facts
  let day = Number.POSITIVE_INFINITY
  const take = (change: EpochDay): void => {
    if (change > today && change < day) day = change
  }
  for (const { kind, nextOn } of course.commitments) if (BREAKS.has(kind)) take(nextOn)
  for (const { from, to } of circumstances) {
    if (from > asOf) take(localDay(view.zone, from))
    if (to > asOf && to !== Number.POSITIVE_INFINITY) take(localDay(view.zone, to))
  }
  return day
}

function reviewDay(
  situation: Situation,
  chosen: Candidate,
  ranked: readonly Candidate[],
  ask: Ask,
): EpochDay {
  const { facts, policy } = situation
  if (chosen.plan?.kind === 'hardshipPause' && chosen.channel === undefined)
    return parseDay(chosen.plan.reviewOn) ?? facts.today + policy.pace.plan
  if (chosen.purpose === 'preDue' && facts.view.nextDueDay !== undefined) return facts.view.nextDueDay + 1
  const window = chosen.permission?.window
  if (chosen.channel === undefined || window === undefined) return waitReviewDay(situation, ranked)
  // What will come of a contact is not known: the least patience that any outcome asks for.
  const day = localDay(facts.view.zone, window.from)
  if (isLive(chosen.channel)) return day + policy.pace.call
  // A message asks for money by a day, and is not followed up before.
  return ask === undefined || chosen.plan !== undefined
    ? day + policy.pace.message
    : Math.max(day + policy.pace.message, (parseDay(ask.by) ?? 0) + 1)
}

/** The earliest day on which time alone may change the answer. A look too early is harmless, one too late is not. */
function waitReviewDay(situation: Situation, ranked: readonly Candidate[]): EpochDay {
  const { facts, policy, permissions, course, waitCause } = situation
  let day = Number.POSITIVE_INFINITY
  const take = (change: EpochDay): void => {
    if (change > facts.today && change < day) day = change
  }
  if (permissions.holds.length > 0) return Math.min(day, holdReviewDay(situation))
  const { demand, relief } = course.waits
  if (relief !== undefined) take(relief.until)
  if (demand !== undefined) take(demand.until)
  if (relief !== undefined) return day
  const { nextDueDay } = facts.view
  if (!facts.inArrears && nextDueDay !== undefined && nextDueDay >= facts.today) {
    const reminderFrom = nextDueDay - policy.preDueDays
    return Math.min(day, usuallyLate(facts) && reminderFrom > facts.today ? reminderFrom : nextDueDay + 1)
  }
  if (!facts.inArrears) return Math.min(day, facts.today + policy.pace.plan)
  const cause = waitCause.demand?.code
  const { payday, today } = facts
  if (cause === 'habit.payday' && payday !== undefined)
    return Math.min(day, payday.on + policy.promise.toleranceDays)
  if (cause === 'arrears.trifle')
    return Math.min(
      day,
      nextDueDay !== undefined && nextDueDay >= today ? nextDueDay + 1 : today + policy.pace.plan,
    )
  if (cause === 'arrears.early') take(facts.today + policy.pace.fromDay - facts.daysPastDue)
  take(facts.today + policy.pace.callFromDay - facts.daysPastDue)
  take(facts.today + policy.help.messageBy - facts.daysPastDue)
  take(facts.today + policy.help.talkBy - facts.daysPastDue)
  if (nextDueDay !== undefined) take(nextDueDay + 1)
  // When rules close everything, there is nothing to look at before the first of them opens.
  for (const { status, permission } of ranked) {
    if (status === 'blocked' && permission?.opensAt !== undefined)
      take(localDay(facts.view.zone, permission.opensAt))
  }
  take(facts.today + policy.pace.look)
  return day
}

/** The first day on which one of the holds may have ended or must be answered, at the latest by the policy's review. */
function holdReviewDay({ facts, policy, permissions }: Situation): EpochDay {
  let day = facts.today + policy.holdReviewDays
  for (const { endsAt, reviewBy } of permissions.holds) {
    if (endsAt !== undefined) day = Math.min(day, localDay(facts.view.zone, endsAt))
    if (reviewBy !== undefined && reviewBy > facts.today) day = Math.min(day, reviewBy)
  }
  return day
}
