import type { Facts } from '../history/facts.ts'
import type { Policy } from '../input/policy.ts'
import { addMonths, type EpochDay, formatDay } from '../time/civilDay.ts'
import { startOfDay } from '../time/timeZone.ts'
import type { CircumstanceKind } from '../words/circumstances.ts'
import { cycleFrom, dueDay } from '../words/dueCycle.ts'
import type { Because } from '../words/reason.ts'
import { type Discounting, discounted } from './discounting.ts'
import { type Hardship, type Need, withoutEcho } from './hardship.ts'
import { interestOfDays } from './instalments.ts'
import type { PausePlan, PlanOption, RestructurePlan } from './planOptions.ts'
import { because, type PlanParams } from './planReasons.ts'

/** Soonest look at a pause just begun, in days: nothing has changed earlier. */
const FIRST_REVIEW_DAYS = 7

/** A year: beyond it no end is known. */
const LONGEST_MONTHS = 12

/** A pause and the days it moves the contract by. */
export interface Pause {
  readonly plan: PausePlan
  readonly days: number
}

/**
 * A pause from today to the expected end of its causes (the latest, where there are several), at most a year; without a
 * cause, or one whose end nobody knows, for `relief.pauseMonths`. It is looked at again a month
 * before it ends. Undefined where nothing is left to pause.
 */
function pauseToEnd(
  facts: Facts,
  policy: Policy,
  causes: readonly Hardship[],
  tokenPayment: number,
): Pause | undefined {
  const { today } = facts
  // A known end beats the usual length: a break that ends before the money comes back helps nobody.
  const end = expectedEnd(causes)
  const longest = end === Number.POSITIVE_INFINITY ? policy.relief.pauseMonths : LONGEST_MONTHS
  const until = Math.min(addMonths(today, longest), end)
  const reviewOn = Math.min(until, Math.max(addMonths(until, -1), today + FIRST_REVIEW_DAYS))
  return makePause(facts, policy, causes, { until, reviewOn, tokenPayment })
}

/** The pause a lender grants unasked: one loan period, not beyond the causes' end nor the longest pause, then review. */
function pauseUnasked(facts: Facts, policy: Policy, causes: readonly Hardship[]): Pause | undefined {
  const { today } = facts
  const onePeriod = dueDay(cycleFrom(today, facts.view.source.loan.period ?? 'month'), 1)
  const until = Math.min(onePeriod, addMonths(today, policy.relief.pauseMonths), expectedEnd(causes))
  return makePause(facts, policy, causes, { until, reviewOn: until, tokenPayment: 0 })
}

/** The latest of the causes' last days; Infinity where one has none or will not pass, or there is no cause. */
function expectedEnd(causes: readonly Hardship[]): EpochDay {
  if (causes.length === 0) return Number.POSITIVE_INFINITY
  const never = Number.POSITIVE_INFINITY
  return Math.max(...causes.map(({ temporary, lastDay }) => (temporary ? (lastDay ?? never) : never)))
}

interface PauseTerms {
  readonly until: EpochDay
  readonly reviewOn: EpochDay
  readonly tokenPayment: number
}

function makePause(
  facts: Facts,
  policy: Policy,
  causes: readonly Hardship[],
  { until, reviewOn, tokenPayment }: PauseTerms,
): Pause | undefined {
  const { today } = facts
  if (until <= today) return undefined
  const plan: PausePlan = {
    kind: 'hardshipPause',
    from: formatDay(today),
    until: formatDay(until),
    interest: policy.relief.interestFreeze ? 'frozen' : 'accrues',
    tokenPayment,
    reviewOn: formatDay(reviewOn),
    evidenceNeeded: evidenceNeeded(facts, causes),
  }
  return { plan, days: until - today + 1 }
}

/** The kinds of cause for which nothing documented is on record, each once. */
function evidenceNeeded(facts: Facts, causes: readonly Hardship[]): CircumstanceKind[] {
  const documented = new Set<string>()
  for (const { index, evidence } of facts.view.circumstances)
    if (evidence === 'documented') documented.add(`/circumstances/${index}`)
  const settled = new Set(causes.filter(({ pointer }) => documented.has(pointer)).map(({ kind }) => kind))
  return [...new Set(causes.map(({ kind }) => kind))].filter((kind) => !settled.has(kind))
}

/**
 * The contract's value with every payment moved by the pause, token payments left out: later money is worth less, and
 * where interest goes on the balance bears it meanwhile.
 */
export function pausedValueOf(facts: Facts, discounting: Discounting, value: number, pause: Pause): number {
  const { annualRate = 0 } = facts.view.source.loan
  const grown =
    pause.plan.interest === 'accrues' ? interestOfDays(facts.outstanding, annualRate, pause.days) : 0
  return (value + grown) * discounted(pause.days, discounting)
}

/** A judged pause and, where there is one, the days it lasts. */
export interface JudgedPause {
  readonly option: PlanOption<PausePlan>
  readonly withoutProspect: boolean
  readonly pause: Pause | undefined
}

const noPause = (reason: Because<PlanParams>): JudgedPause => ({
  option: { plan: undefined, viable: false, because: [reason] },
  withoutProspect: false,
  pause: undefined,
})

/**
 * Whether a pause would do:
 * - nothing is left to pay with: to the end of a temporary cause; without one, as long as the policy lets it, and
 *   someone else (debt advice) has to help;
 * - something is left but no plan in the longest term is as small: the same, with what is left as a token payment;
 * - the budget is not known, but what happened needs no budget: one period, which the lender may grant unasked.
 */
export function pauseOption(need: Need, restructure: PlanOption<RestructurePlan>): JudgedPause {
  const { facts, capacity, hardships } = need
  const { verdict, evidence, sustainablePayment } = capacity
  if (facts.outstanding <= 0) return noPause(because('plan.nothingToRepay'))
  const { arrangement } = facts
  if (arrangement?.kind === 'hardshipPause')
    return noPause(because('plan.arrangementRunning', { kind: 'hardshipPause' }, [arrangement.pointer]))
  const nothingKnown = hardships.length === 0 && (!facts.inArrears || verdict === 'unknown')
  if (nothingKnown) return noPause(because('plan.noTemporaryCause'))
  if (verdict === 'unknown') return unasked(need)
  if (verdict === 'unable') return bridging(need, 0)
  const obstacle = restructure.because[0]
  if (verdict === 'able' && hardships.length === 0) return noPause(because('plan.notNeeded', {}, evidence))
  if (obstacle === undefined || restructure.viable || verdict === 'able')
    return noPause(because('plan.canPay', { sustainable: sustainablePayment ?? 0 }, evidence))
  if (obstacle.code === 'plan.notAffordable' || obstacle.code === 'plan.notViable')
    return bridging(need, sustainablePayment ?? 0)
  return noPause(obstacle)
}

function bridging(need: Need, tokenPayment: number): JudgedPause {
  const named = withoutEcho(need.hardships)
  const temporary = named.filter((hardship) => hardship.temporary)
  const causes = temporary.length > 0 ? temporary : named
  return fitting(need, causes, pauseToEnd(need.facts, need.policy, causes, tokenPayment))
}

function unasked(need: Need): JudgedPause {
  const causes = need.hardships.filter((hardship) => hardship.pausedUnasked)
  if (causes.length === 0) return noPause(because('plan.budgetUnknown', {}, need.capacity.evidence))
  // One pause comes unasked; before the next somebody has to know how they are.
  const before = pausesSince(need.facts, causes)
  if (before.length > 0) return noPause(because('plan.pausedBefore', { count: before.length }, before))
  return fitting(need, causes, pauseUnasked(need.facts, need.policy, causes))
}

/** Pauses that began since the oldest of these causes. */
function pausesSince({ view }: Facts, causes: readonly Hardship[]): readonly string[] {
  const since = Math.min(...causes.map(({ from }) => from))
  return view.arrangements
    .filter(({ kind, status, from }) => {
      const began = startOfDay(view.zone, from + 1)
      return kind === 'hardshipPause' && status !== 'cancelled' && began > since
    })
    .map(({ index }) => `/arrangements/${index}`)
}

function fitting(need: Need, causes: readonly Hardship[], pause: Pause | undefined): JudgedPause {
  if (pause === undefined) return noPause(because('plan.notViable', {}, need.capacity.evidence))
  const evidence = [...causes.map((cause) => cause.pointer), ...need.capacity.evidence]
  const cause = longest(causes)
  const reason = because('plan.pauseFits', cause === undefined ? {} : { kind: cause.kind }, evidence)
  const withoutProspect = !causes.some((cause) => cause.temporary)
  return { option: { plan: pause.plan, viable: true, because: [reason] }, withoutProspect, pause }
}

/** The cause that lasts longest, of equals the first by name, so that the order of the record does not matter. */
function longest(causes: readonly Hardship[]): Hardship | undefined {
  let found: Hardship | undefined
  for (const cause of causes) {
    const end = cause.lastDay ?? Number.POSITIVE_INFINITY
    const best = found?.lastDay ?? Number.POSITIVE_INFINITY
    if (found === undefined || end > best || (end === best && cause.kind < found.kind)) found = cause
  }
  return found
}
