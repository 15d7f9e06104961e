import type { Facts } from '../history/facts.ts'
import type { CompletionRate, Policy } from '../input/policy.ts'
import type { ReadArrangement } from '../input/readCase.ts'
import { clamp, round6 } from '../numbers/maths.ts'
import { type EpochDay, formatDay } from '../time/civilDay.ts'
import { localDay } from '../time/timeZone.ts'
import { type DueCycle, dueDay, firstIndexFrom } from '../words/dueCycle.ts'
import { roundHalfEven } from '../words/money.ts'
import { contactPointer } from '../words/pointer.ts'
import type { Because } from '../words/reason.ts'
import { isDueWhole } from './capacity.ts'
import { type Discounting, unitsToCover } from './discounting.ts'
import { cycleOf } from './dueDays.ts'
import { beganAfter, type Need } from './hardship.ts'
import {
  type InstalmentTerms,
  lastPayment,
  lineInterest,
  type PlanTotals,
  paymentOver,
  paymentsNeeded,
  presentValue,
  termsOf,
  totalsOf,
} from './instalments.ts'
import type { PlanOption, RestructurePlan } from './planOptions.ts'
import { because, type PlanParams } from './planReasons.ts'

/** A first instalment sooner than this can hardly be agreed, set up and paid, in days. */
const LEAD_DAYS = 5
/** Worths this close, relative, count as equal: the smaller instalment is then preferred. */
const SAME_WORTH = 1e-9

const EXTENDED = Object.freeze(['termExtension'] as const)
const EXTENDED_AND_FROZEN = Object.freeze(['termExtension', 'interestFreeze'] as const)

/** What a plan has to repay and when it starts. */
interface Basis {
  readonly terms: InstalmentTerms
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
const leastInstalment = (facts: Facts, policy: Policy, frozen: boolean): number =>
  leastOf(basisOf(facts, frozen).terms, policy)

function leastOf(terms: InstalmentTerms, policy: Policy): number {
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
function restructurePlan(
  { facts, policy, discounting }: Need,
  sustainable: number,
  frozen: boolean,
): RestructurePlan | undefined {
  const basis = basisOf(facts, frozen)
  const { terms } = basis
  const longest = policy.relief.maxInstalments
  const least = leastOf(terms, policy)
  if (least > sustainable) return undefined
  const most = Math.min(sustainable, Math.max(least, contractualInstalment(facts) ?? sustainable))
  let instalment = bestInstalment(terms, policy, discounting, sustainable, least, most)
  let totals = totalsOf(terms, instalment, longest)
  // Interest rounded line by line can leave a few units after the longest term; one unit more an instalment pays them.
  if (totals === undefined && instalment < sustainable) totals = totalsOf(terms, ++instalment, longest)
  return totals === undefined
    ? undefined
    : describe(basis, policy, discounting, sustainable, instalment, totals)
}

const contractualInstalment = (facts: Facts): number | undefined =>
  isDueWhole(facts) ? undefined : (facts.instalment ?? undefined)

function bestInstalment(
  terms: InstalmentTerms,
  policy: Policy,
  discounting: Discounting,
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
      presentValue(terms, instalment, count, last, discounting)
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
  discounting: Discounting,
  sustainable: number,
  instalment: number,
  { count, interest, last }: PlanTotals,
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
    presentValue: roundHalfEven(presentValue(terms, instalment, count, last, discounting)),
    completion: completionAt(share, policy.completion),
  }
}

const noPlan = (reason: Because<PlanParams>, plan?: RestructurePlan): PlanOption<RestructurePlan> => ({
  plan,
  viable: false,
  because: [reason],
})

/**
 * Whether a restructure would do: where the budget does not bear what is due, or hardship is known, and a plan exists
 * that it does bear. Not while another arrangement runs, not too soon after the last, not one refused before.
 */
export function restructureOption(need: Need): PlanOption<RestructurePlan> {
  const { facts, capacity, hardships } = need
  const { verdict, sustainablePayment: sustainable, evidence } = capacity
  const hard = hardships.length > 0
  if (facts.outstanding <= 0) return noPlan(because('plan.nothingToRepay'))
  if (facts.arrangement !== undefined) {
    const { kind, pointer } = facts.arrangement
    return noPlan(because('plan.arrangementRunning', { kind }, [pointer]))
  }
  // In arrears and hardship relief is looked at even where the budget bears what is due.
  if ((!hard && !facts.inArrears) || (verdict === 'able' && !(hard && facts.inArrears)))
    return noPlan(because('plan.notNeeded', {}, evidence))
  if (sustainable === null || (!hard && verdict === 'unknown'))
    return noPlan(because('plan.budgetUnknown', {}, evidence))
  const tooSoon = restructuredTooSoon(need)
  if (tooSoon !== undefined) return noPlan(tooSoon)
  if (verdict === 'unable') return noPlan(notAffordable(need, 0))
  return judgedPlan(need, sustainable)
}

function judgedPlan(need: Need, sustainable: number): PlanOption<RestructurePlan> {
  const { capacity, hardships } = need
  const plan = bearablePlan(need, sustainable)
  if (plan === undefined)
    return noPlan(
      leastBearable(need) > sustainable + 1
        ? notAffordable(need, sustainable)
        : // Within the unit that flooring took, or dearer than the debt.
          because('plan.notViable', {}, capacity.evidence),
    )
  if (plan.count === 1) return noPlan(because('plan.notNeeded', {}, capacity.evidence))
  const refused = refusedBefore(need, plan)
  if (refused !== undefined)
    return noPlan(because('plan.refusedBefore', { instalment: refused.instalment }, [refused.pointer]), plan)
  const params = { instalment: plan.instalment, sustainable }
  const evidence = [...capacity.evidence, ...hardships.map((hardship) => hardship.pointer)]
  return { plan, viable: true, because: [because('plan.fits', params, evidence)] }
}

/**
 * With interest where the borrower can carry it, else with interest frozen where the policy does so: under hardship
 * that leaves too little for what is due, where interest takes the plan past the longest term, or where it would come
 * to more than the debt itself.
 */
function bearablePlan(need: Need, sustainable: number): RestructurePlan | undefined {
  const { capacity, hardships } = need
  const freezable = mayFreeze(need)
  if (!freezable || hardships.length === 0 || capacity.verdict !== 'stretched') {
    const plan = restructurePlan(need, sustainable, false)
    if (plan !== undefined && plan.interest <= plan.repays) return plan
  }
  return freezable ? restructurePlan(need, sustainable, true) : undefined
}

const mayFreeze = ({ facts, policy }: Need): boolean =>
  policy.relief.interestFreeze && (facts.view.source.loan.annualRate ?? 0) > 0

const leastBearable = (need: Need): number => leastInstalment(need.facts, need.policy, mayFreeze(need))

const notAffordable = (need: Need, sustainable: number): Because<PlanParams> => {
  const { maxInstalments } = need.policy.relief
  const params = { sustainable, needed: leastBearable(need), maxInstalments }
  return because('plan.notAffordable', params, need.capacity.evidence)
}

/** The newest restructure that was not called off, if it is too recent for another. */
function restructuredTooSoon({ facts, policy }: Need): Because<PlanParams> | undefined {
  const days = policy.relief.minDaysBetween
  let newest: ReadArrangement | undefined
  for (const arrangement of facts.view.arrangements)
    if (arrangement.kind === 'restructure' && arrangement.status !== 'cancelled')
      if (newest === undefined || arrangement.from > newest.from) newest = arrangement
  if (newest === undefined || facts.today - newest.from >= days) return undefined
  return because('plan.tooSoon', { since: formatDay(newest.from), days }, [pointerOf(newest)])
}

/** A plan that asks this share of what was refused, or more, is the same plan again: pence decide nothing. */
const SAME_SHAPE = 0.95

/** What was refused, with where the record says so. */
interface Refusal {
  readonly instalment: number
  readonly pointer: string
}

/**
 * A plan as high as one that was refused, or nearly so, where neither a new budget nor a new hardship came since. A
 * refusal is a restructure called off, or a contact that was refused: with `proposed` that shape, and without saying
 * what it was for, whatever was offered, as long as an offer stays open.
 */
function refusedBefore({ facts, policy, hardships }: Need, plan: RestructurePlan): Refusal | undefined {
  const { view, today } = facts
  for (const arrangement of view.arrangements) {
    const { kind, status, instalment = 0, from, recorded } = arrangement
    if (kind !== 'restructure' || status !== 'cancelled' || instalment * SAME_SHAPE > plan.instalment)
      continue
    const offeredOn = recorded === undefined ? from : localDay(view.zone, recorded)
    if (!changedSince(facts, hardships, offeredOn)) return { instalment, pointer: pointerOf(arrangement) }
  }
  for (const { own, outcome, purpose, proposed, day, index } of view.contacts) {
    if (!own || outcome !== 'refused' || changedSince(facts, hardships, day)) continue
    const pointer = contactPointer(index)
    if (proposed === undefined) {
      const offered = purpose === undefined || purpose === 'offerPlan'
      if (offered && today - day < policy.pace.offerOpen) return { instalment: plan.instalment, pointer }
    } else if (
      proposed.kind === 'restructure' &&
      (proposed.instalment ?? 0) * SAME_SHAPE <= plan.instalment
    ) {
      return { instalment: proposed.instalment ?? 0, pointer }
    }
  }
  return undefined
}

const changedSince = (facts: Facts, hardships: Need['hardships'], day: EpochDay): boolean =>
  (facts.view.budgetOn ?? day) > day || hardships.some((hardship) => beganAfter(facts, hardship, day))

const pointerOf = ({ index }: ReadArrangement): string => `/arrangements/${index}`
