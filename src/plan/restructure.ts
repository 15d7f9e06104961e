import type { Facts } from '../history/facts.ts'
import type { CompletionRate, Policy } from '../input/policy.ts'
import { type EpochDay, formatDay } from '../kernel/civilDay.ts'
import { clamp, round6 } from '../kernel/maths.ts'
import { roundHalfEven } from '../kernel/money.ts'
import { discountingOf } from './discounting.ts'
import { cycleOf, type DueCycle, dueDay, firstIndexFrom } from './dueDays.ts'
import {
  lastPayment,
  lineInterest,
  paymentOver,
  paymentsNeeded,
  presentValue,
  type Terms,
  type Totals,
  termsOf,
  totalsOf,
} from './instalments.ts'
import { isDueWhole } from './needed.ts'
import type { RestructurePlan } from './planOptions.ts'
import { unitsToCover } from './rounding.ts'

/** A first instalment sooner than this can hardly be agreed, set up and paid, in days. */
const LEAD_DAYS = 5
/** Worths this close, relative, count as equal: the smaller instalment is then preferred. */
const SAME_WORTH = 1e-9

const EXTENDED = Object.freeze(['termExtension'] as const)
const EXTENDED_AND_FROZEN = Object.freeze(['termExtension', 'interestFreeze'] as const)

/** What a plan has to repay and when it starts. */
interface Basis {
  readonly terms: Terms
  readonly cycle: DueCycle
  readonly start: number
  readonly firstDue: EpochDay
  readonly frozen: boolean
}

function basisOf(facts: Facts, frozen: boolean): Basis {
  const cycle = cycleOf(facts)
  const start = firstIndexFrom(cycle, facts.today + LEAD_DAYS)
  const rate = frozen ? 0 : (facts.view.source.loan.annualRate ?? 0)
  const firstDue = dueDay(cycle, start)
  const terms = termsOf(facts.outstanding, rate, cycle.period, firstDue - facts.today)
  return { terms, cycle, start, firstDue, frozen }
}

/** The smallest whole instalment that repays within the longest term, every line of it paying some principal. */
export const leastInstalment = (facts: Facts, policy: Policy, frozen: boolean): number =>
  leastOf(basisOf(facts, frozen).terms, policy)

function leastOf(terms: Terms, policy: Policy): number {
  // Of all lines only the first, which may be longer than a period, can be mostly interest.
  const firstInterest = lineInterest(terms, 0, terms.balance)
  return Math.max(unitsToCover(paymentOver(terms, policy.relief.maxInstalments)), firstInterest + 1)
}

/**
 * The plan that repays what is outstanding within the sustainable payment and the longest term, or undefined where
 * none does. Of the instalments just below each step of the policy's chances of completion, and the sustainable
 * payment itself, it takes the one with the greatest chance × present value; never above the contractual instalment,
 * unless the longest term asks for more, for relief that asks for more than the contract is none.
 */
export function restructurePlan(
  facts: Facts,
  policy: Policy,
  sustainable: number,
  frozen: boolean,
): RestructurePlan | undefined {
  const basis = basisOf(facts, frozen)
  const { terms } = basis
  const longest = policy.relief.maxInstalments
  const least = leastOf(terms, policy)
  if (least > sustainable) return undefined
  const most = Math.min(sustainable, Math.max(least, contractualInstalment(facts) ?? sustainable))
  let instalment = bestInstalment(terms, policy, sustainable, least, most)
  let totals = totalsOf(terms, instalment, longest)
  // Interest rounded line by line can leave a few units after the longest term; one unit more an instalment pays them.
  if (totals === undefined && instalment < sustainable) totals = totalsOf(terms, ++instalment, longest)
  return totals === undefined ? undefined : describe(basis, policy, sustainable, instalment, totals)
}

const contractualInstalment = (facts: Facts): number | undefined =>
  isDueWhole(facts) ? undefined : (facts.instalment ?? undefined)

function bestInstalment(
  terms: Terms,
  policy: Policy,
  sustainable: number,
  least: number,
  most: number,
): number {
  let best = most
  let bestWorth = Number.NEGATIVE_INFINITY
  let tried = 0
  for (const { shareOfSustainableBelow: bound = 2 } of policy.completion) {
    const top = bound > 1 ? sustainable : unitsToCover(bound * sustainable) - 1
    const instalment = clamp(top, least, most)
    if (instalment === tried) continue
    tried = instalment
    const count = paymentsNeeded(terms, instalment, policy.relief.maxInstalments)
    const last = lastPayment(terms, instalment, count)
    const worth =
      completionAt(instalment / sustainable, policy.completion) *
      presentValue(terms, instalment, count, last, discountingOf(policy))
    if (worth <= bestWorth * (1 + SAME_WORTH)) continue
    best = instalment
    bestWorth = worth
  }
  return best
}

/** Chance of completing a plan at a share of the sustainable payment: the first row that fits; 0 where none does. */
function completionAt(share: number, rows: readonly CompletionRate[]): number {
  for (const { shareOfSustainableBelow, rate } of rows)
    if (shareOfSustainableBelow === undefined || share < shareOfSustainableBelow) return rate
  return 0
}

function describe(
  { terms, cycle, start, firstDue, frozen }: Basis,
  policy: Policy,
  sustainable: number,
  instalment: number,
  { count, interest, last }: Totals,
): RestructurePlan {
  const share = instalment / sustainable
  return {
    kind: 'restructure',
    measures: frozen ? EXTENDED_AND_FROZEN : EXTENDED,
    instalment,
    period: terms.period,
    count,
    firstDue: formatDay(firstDue),
    lastDue: formatDay(dueDay(cycle, start + count - 1)),
    repays: terms.balance,
    interest,
    forgiven: 0,
    total: terms.balance + interest,
    shareOfSustainable: round6(share),
    presentValue: roundHalfEven(presentValue(terms, instalment, count, last, discountingOf(policy))),
    completion: completionAt(share, policy.completion),
  }
}
