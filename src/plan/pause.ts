import type { Facts } from '../history/facts.ts'
import type { Policy } from '../input/policy.ts'
import type { CircumstanceKind } from '../kernel/circumstance.ts'
import { addMonths, type EpochDay, formatDay } from '../kernel/civilDay.ts'
import { discounted, discountingOf } from './discounting.ts'
import { cycleFrom, dueDay } from './dueDays.ts'
import type { Hardship } from './hardship.ts'
import { interestOfDays } from './instalments.ts'
import type { PausePlan } from './planOptions.ts'

/** Soonest look at a pause just begun, in days: nothing has changed earlier. */
const FIRST_REVIEW_DAYS = 7

/** A pause and the days it moves the contract by. */
export interface Pause {
  readonly plan: PausePlan
  readonly days: number
}

/**
 * A pause from today to the expected end of its causes (the latest, where there are several), at most
 * `relief.pauseMonths`; without a cause, or one whose end nobody knows, that long. It is looked at again a month
 * before it ends. Undefined where nothing is left to pause.
 */
export function pauseToEnd(
  facts: Facts,
  policy: Policy,
  causes: readonly Hardship[],
  tokenPayment: number,
): Pause | undefined {
  const { today } = facts
  const until = Math.min(addMonths(today, policy.relief.pauseMonths), expectedEnd(causes))
  const reviewOn = Math.min(until, Math.max(addMonths(until, -1), today + FIRST_REVIEW_DAYS))
  return makePause(facts, policy, causes, { until, reviewOn, tokenPayment })
}

/** The pause a lender grants unasked: one loan period, not beyond the causes' end nor the longest pause, then review. */
export function pauseUnasked(facts: Facts, policy: Policy, causes: readonly Hardship[]): Pause | undefined {
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

interface Terms {
  readonly until: EpochDay
  readonly reviewOn: EpochDay
  readonly tokenPayment: number
}

function makePause(
  facts: Facts,
  policy: Policy,
  causes: readonly Hardship[],
  { until, reviewOn, tokenPayment }: Terms,
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
export function pausedValueOf(facts: Facts, policy: Policy, value: number, pause: Pause): number {
  const { annualRate = 0 } = facts.view.source.loan
  const grown =
    pause.plan.interest === 'accrues' ? interestOfDays(facts.outstanding, annualRate, pause.days) : 0
  return (value + grown) * discounted(pause.days, discountingOf(policy))
}
