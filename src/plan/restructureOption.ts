import type { Facts } from '../history/facts.ts'
import type { ReadArrangement } from '../input/readCase.ts'
import { type EpochDay, formatDay } from '../kernel/civilDay.ts'
import { type Because, because } from '../kernel/reason.ts'
import { localDay } from '../kernel/timeZone.ts'
import { beganAfter } from './hardship.ts'
import type { Need } from './need.ts'
import type { PlanCode, PlanOption, RestructurePlan } from './planOptions.ts'
import { leastInstalment, restructurePlan } from './restructure.ts'

const without = (reason: Because<PlanCode>, plan?: RestructurePlan): PlanOption<RestructurePlan> => ({
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
  if (facts.outstanding <= 0) return without(because('plan.nothingToRepay'))
  if (facts.arrangement !== undefined) {
    const { kind, pointer } = facts.arrangement
    return without(because('plan.arrangementRunning', { kind }, [pointer]))
  }
  // In arrears and hardship relief is looked at even where the budget bears what is due.
  if ((!hard && !facts.inArrears) || (verdict === 'able' && !(hard && facts.inArrears)))
    return without(because('plan.notNeeded', {}, evidence))
  if (sustainable === null || (!hard && verdict === 'unknown'))
    return without(because('plan.budgetUnknown', {}, evidence))
  const tooSoon = restructuredTooSoon(need)
  if (tooSoon !== undefined) return without(tooSoon)
  if (verdict === 'unable') return without(notAffordable(need, 0))
  return judged(need, sustainable)
}

function judged(need: Need, sustainable: number): PlanOption<RestructurePlan> {
  const { capacity, hardships } = need
  const plan = bearablePlan(need, sustainable)
  if (plan === undefined)
    return without(
      leastBearable(need) > sustainable + 1
        ? notAffordable(need, sustainable)
        : // Within the unit that flooring took, or dearer than the debt.
          because('plan.notViable', {}, capacity.evidence),
    )
  if (plan.count === 1) return without(because('plan.notNeeded', {}, capacity.evidence))
  const refused = refusedBefore(need, plan)
  if (refused !== undefined)
    return without(
      because('plan.refusedBefore', { instalment: refused.instalment ?? 0 }, [pointerOf(refused)]),
      plan,
    )
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
  const { facts, policy, capacity, hardships } = need
  const freezable = mayFreeze(need)
  if (!freezable || hardships.length === 0 || capacity.verdict !== 'stretched') {
    const plan = restructurePlan(facts, policy, sustainable, false)
    if (plan !== undefined && plan.interest <= plan.repays) return plan
  }
  return freezable ? restructurePlan(facts, policy, sustainable, true) : undefined
}

const mayFreeze = ({ facts, policy }: Need): boolean =>
  policy.relief.interestFreeze && (facts.view.source.loan.annualRate ?? 0) > 0

const leastBearable = (need: Need): number => leastInstalment(need.facts, need.policy, mayFreeze(need))

const notAffordable = (need: Need, sustainable: number): Because<PlanCode> => {
  const { maxInstalments } = need.policy.relief
  const params = { sustainable, needed: leastBearable(need), maxInstalments }
  return because('plan.notAffordable', params, need.capacity.evidence)
}

/** The newest restructure that was not called off, if it is too recent for another. */
function restructuredTooSoon({ facts, policy }: Need): Because<PlanCode> | undefined {
  const days = policy.relief.minDaysBetween
  let newest: ReadArrangement | undefined
  for (const arrangement of facts.view.arrangements)
    if (arrangement.kind === 'restructure' && arrangement.status !== 'cancelled')
      if (newest === undefined || arrangement.from > newest.from) newest = arrangement
  if (newest === undefined || facts.today - newest.from >= days) return undefined
  return because('plan.tooSoon', { since: formatDay(newest.from), days }, [pointerOf(newest)])
}

/**
 * The record has no offers, so a restructure called off stands for one refused: an instalment as low as the plan's, or
 * lower, that came to nothing, and since then neither a new budget nor a new hardship.
 */
function refusedBefore({ facts, hardships }: Need, plan: RestructurePlan): ReadArrangement | undefined {
  return facts.view.arrangements.find(({ kind, status, instalment, from, recorded }) => {
    if (kind !== 'restructure' || status !== 'cancelled' || (instalment ?? 0) > plan.instalment) return false
    const offeredOn = recorded === undefined ? from : localDay(facts.view.zone, recorded)
    return !changedSince(facts, hardships, offeredOn)
  })
}

const changedSince = (facts: Facts, hardships: Need['hardships'], day: EpochDay): boolean =>
  (facts.view.budgetOn ?? day) > day || hardships.some((hardship) => beganAfter(facts, hardship, day))

const pointerOf = ({ index }: ReadArrangement): string => `/arrangements/${index}`
