import type { HoldState } from '../compliance/permissions.ts'
import type { ArrangementState, Facts, PromiseState } from '../history/facts.ts'
import type { Policy } from '../input/policy.ts'
import type { EpochDay } from '../time/civilDay.ts'
import type { EpochSecond } from '../time/instant.ts'
import { localDay, startOfDay } from '../time/timeZone.ts'
import { classOf } from '../words/circumstances.ts'
import type { CommitmentKind } from '../words/commitments.ts'
import type { PurposeClass } from '../words/purposes.ts'
import { askCommitment } from './asks.ts'
import { type Care, careOf } from './care.ts'
import type { Commitment } from './commitments.ts'
import { type NewestEvents, newestEvents } from './news.ts'
import { offerCommitment } from './offers.ts'
import { paceCommitments } from './pace.ts'
import { type CourseState, type KnownMeans, stateOf } from './state.ts'

/** What contact waits for, and the first day on which that may be different without anything new in the record. */
export interface Wait {
  readonly on: Commitment
  readonly until: EpochDay
}

/** What is under way with one borrower, and what contact waits for. */
export interface Course {
  /** Everything under way, the earliest next day first. */
  readonly commitments: readonly Commitment[]
  /** What contact about the same matter waits for today, by what it would be for; undefined where nothing is in its way. */
  readonly waits: Readonly<Record<PurposeClass, Wait | undefined>>
  /** What calls for care in every contact, the gravest first. */
  readonly care: readonly Care[]
  /** Where the borrower has come to that more of the same will not move. */
  readonly state: readonly CourseState[]
  /** A running pause comes to its end, and nobody has talked about what comes after. */
  readonly pauseEnds: boolean
}

/** Turns a record into what is under way. Needs nothing but the record: yesterday's decision is not asked for. */
export function courseOf(
  facts: Facts,
  holds: readonly HoldState[],
  means: KnownMeans,
  policy: Policy,
): Course {
  const care = careOf(facts, policy)
  const state = stateOf(facts, holds, means, policy)
  const commitments = allCommitments(facts, holds, policy)
  const open = commitments.filter(({ holdsContact, nextOn }) => holdsContact && nextOn > facts.today)
  if (open.length === 0)
    return { commitments, care, state, waits: NO_WAITS, pauseEnds: pauseEnds(commitments, facts) }
  const news = newestEvents(facts, policy.promise)
  return {
    commitments,
    care,
    state,
    waits: {
      demand: waitOf(open.filter((one) => stands(one, news, facts))),
      relief: waitOf(open.filter((one) => stands(one, news, facts) && standsForRelief(one, news, facts))),
    },
    pauseEnds: pauseEnds(commitments, facts),
  }
}

const NO_WAITS: Course['waits'] = Object.freeze({ demand: undefined, relief: undefined })

const pauseEnds = (commitments: readonly Commitment[], { today }: Facts): boolean =>
  commitments.some(({ kind, nextOn }) => kind === 'pause' && nextOn <= today)

function waitOf(standing: readonly Commitment[]): Wait | undefined {
  const on = firstTold(standing)
  return on === undefined ? undefined : { on, until: earliestEnd(standing) }
}

function allCommitments(facts: Facts, holds: readonly HoldState[], policy: Policy): readonly Commitment[] {
  const { ledger, today, view, arrangement } = facts
  const { pace } = policy
  let found: Commitment[] = [...paceCommitments(ledger, today, facts.daysPastDue, pace)]
  const ask = askCommitment(ledger, today, policy)
  if (ask !== undefined) {
    // What was asked for in a contact is waited for: its own days of patience, and older ones, add nothing.
    found = found.filter(({ at, nextOn }) => at > ask.at || nextOn > ask.nextOn)
    found.push(ask)
  }
  const offer = offerCommitment(ledger, view.arrangements, today, pace)
  if (offer !== undefined) found.push(offer)
  for (const promise of facts.promises) {
    // One that was kept early still asks for patience until its day: a payment never brings a contact.
    if (promise !== facts.openPromise && promise.status !== 'kept') continue
    if (promise.status === 'open' && !isWorthWaiting(promise, facts, policy)) continue
    const { by, madeAt, madeOn, pointer } = promise
    const nextOn = by + policy.promise.toleranceDays + 1
    if (nextOn <= today) continue
    found.push({
      kind: 'promise',
      at: madeAt,
      since: madeOn,
      nextOn,
      evidence: [pointer],
      holdsContact: true,
    })
  }
  const claim = claimCommitment(facts, policy)
  if (claim !== undefined) found.push(claim)
  if (arrangement !== undefined) found.push(arrangementCommitment(facts, arrangement, policy))
  if (facts.callbackAsked !== undefined) found.push(callbackCommitment(facts, facts.callbackAsked))
  for (const hold of holds) found.push(holdCommitment(facts, hold, policy))
  return found.sort(
    (a, b) => a.nextOn - b.nextOn || a.at - b.at || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0),
  )
}

/** A promise of a crumb, or of a day months away, is heard but suspends nothing. */
function isWorthWaiting(
  { amount, by, madeOn }: PromiseState,
  { overdue, instalment, view }: Facts,
  { promise }: Policy,
): boolean {
  const calledIn = (view.source.loan.stage ?? 'open') !== 'open'
  const asked = calledIn ? overdue : Math.min(overdue, instalment ?? overdue)
  return amount >= asked * promise.leastShare && by - madeOn <= promise.longestDays
}

function claimCommitment(
  { claimedPaid, view, today }: Facts,
  { recentDays }: Policy,
): Commitment | undefined {
  if (claimedPaid === undefined) return undefined
  const { at, evidence } = claimedPaid
  const since = localDay(view.zone, at)
  const nextOn = since + recentDays.claimedPaid + 1
  return nextOn <= today
    ? undefined
    : { kind: 'claim', at, since, nextOn, evidence: [evidence], holdsContact: true }
}

function arrangementCommitment(facts: Facts, arrangement: ArrangementState, policy: Policy): Commitment {
  const { kind, agreedAt, from, pointer } = arrangement
  const pause = kind === 'hardshipPause'
  return {
    kind: pause ? 'pause' : 'plan',
    at: agreedAt,
    since: from,
    nextOn: pause ? pauseTalkDay(facts, arrangement, policy) : planDay(facts, arrangement, policy),
    evidence: [pointer],
    holdsContact: true,
  }
}

/** A plan is looked at when its next line should have been paid. */
function planDay(
  { view, today, rows }: Facts,
  { until }: ArrangementState,
  { promise, pace }: Policy,
): EpochDay {
  let next = Math.min(today + pace.plan, until === undefined ? Number.POSITIVE_INFINITY : until + 1)
  const take = (due: EpochDay): void => {
    const checked = due + promise.toleranceDays + 1
    if (checked > today && checked < next) next = checked
  }
  for (const { due } of rows) take(due)
  if (view.nextDueDay !== undefined) take(view.nextDueDay)
  return next
}

/** What comes after a pause is talked about before it ends; once somebody has, its end is waited for. */
function pauseTalkDay(
  { lastTwoWay, view, today }: Facts,
  { from, until }: ArrangementState,
  { pace }: Policy,
): EpochDay {
  if (until === undefined) return today + pace.plan
  const talkFrom = until - Math.min(pace.beforePauseEnds, Math.floor((until - from) / 2))
  const talked = lastTwoWay !== undefined && lastTwoWay.at >= startOfDay(view.zone, talkFrom)
  return talked ? until + 1 : talkFrom
}

const callbackCommitment = (
  { today, view }: Facts,
  { at, evidence }: NonNullable<Facts['callbackAsked']>,
): Commitment => ({
  kind: 'callback',
  at,
  since: localDay(view.zone, at),
  nextOn: today,
  evidence: [evidence],
  holdsContact: false,
})

const KIND_OF_HOLD: Readonly<Partial<Record<HoldState['kind'], CommitmentKind>>> = {
  hardshipApplication: 'application',
  complaint: 'complaint',
  dispute: 'dispute',
}

/** Rules say what a hold stops; its commitment says when somebody looks: when it may have ended, or must be answered. */
function holdCommitment({ view, today }: Facts, hold: HoldState, policy: Policy): Commitment {
  let nextOn = today + policy.holdReviewDays
  if (hold.endsAt !== undefined) nextOn = localDay(view.zone, hold.endsAt)
  if (hold.reviewBy !== undefined) nextOn = Math.min(nextOn, hold.reviewBy)
  const { since } = hold
  return {
    kind: KIND_OF_HOLD[hold.kind] ?? 'hold',
    at: since === undefined ? Number.NEGATIVE_INFINITY : startOfDay(view.zone, since),
    since,
    nextOn,
    evidence: hold.pointer === '' ? [] : [hold.pointer],
    holdsContact: false,
  }
}

/** Whether nothing happened since that ends the wait for whatever contact. */
function stands({ kind, at }: Commitment, { word }: NewestEvents, facts: Facts): boolean {
  if (kind === 'plan' || kind === 'pause') {
    return !(kind === 'plan' && facts.shortfall !== undefined) && !wordAfter(at, facts)
  }
  return word < at
}

/** Trouble told since lets somebody ask how they are and offer help: it never brings a demand. */
const standsForRelief = ({ kind, at }: Commitment, { care }: NewestEvents, facts: Facts): boolean =>
  kind === 'plan' || kind === 'pause' ? !hardshipAfter(at, facts) : care < at

/** Hardship told after it was agreed, of which nobody has talked with the borrower yet. */
const hardshipAfter = (agreedAt: EpochSecond, { circumstances, lastTwoWay }: Facts): boolean =>
  circumstances.some(
    ({ kind, now, from }) =>
      classOf(kind) === 'hardship' &&
      now &&
      from > agreedAt &&
      (lastTwoWay === undefined || lastTwoWay.at <= from),
  )

/** Whoever asked for a call gets one, whatever is running. */
const wordAfter = (agreedAt: EpochSecond, { callbackAsked }: Facts): boolean =>
  callbackAsked !== undefined && callbackAsked.at >= agreedAt

/** Which of several waits is told: an agreement before a promise, a claim, an offer, an ask, a contact. */
const TOLD: readonly CommitmentKind[] = ['pause', 'plan', 'promise', 'claim', 'offer', 'ask', 'contact']

function firstTold(standing: readonly Commitment[]): Commitment | undefined {
  let told: Commitment | undefined
  for (const commitment of standing) {
    const before = told === undefined ? 1 : TOLD.indexOf(told.kind) - TOLD.indexOf(commitment.kind)
    if (before > 0 || (before === 0 && commitment.nextOn > (told as Commitment).nextOn)) told = commitment
  }
  return told
}

/** Waits that only time ends: all of them must be over. A promise, a plan, a claim may break on their day. */
const ENDS_BY_TIME: ReadonlySet<CommitmentKind> = new Set(['contact', 'ask', 'offer'])

function earliestEnd(standing: readonly Commitment[]): EpochDay {
  let byTime = Number.NEGATIVE_INFINITY
  let mayBreak = Number.POSITIVE_INFINITY
  for (const { kind, nextOn } of standing) {
    if (ENDS_BY_TIME.has(kind)) byTime = Math.max(byTime, nextOn)
    else mayBreak = Math.min(mayBreak, nextOn)
  }
  return mayBreak === Number.POSITIVE_INFINITY ? byTime : mayBreak
}
