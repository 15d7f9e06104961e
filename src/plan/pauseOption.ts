import { type Because, because } from '../kernel/reason.ts'
import { type Hardship, withoutEcho } from './hardship.ts'
import type { Need } from './need.ts'
import { type Pause, pauseToEnd, pauseUnasked } from './pause.ts'
import type { PausePlan, PlanCode, PlanOption, RestructurePlan } from './planOptions.ts'

/** A judged pause and, where there is one, the days it lasts. */
export interface JudgedPause {
  readonly option: PlanOption<PausePlan>
  readonly withoutProspect: boolean
  readonly pause: Pause | undefined
}

const without = (reason: Because<PlanCode>): JudgedPause => ({
  option: { plan: undefined, viable: false, because: [reason] },
  withoutProspect: false,
  pause: undefined,
})

/**
 * Whether a pause would do:
 * - nothing is left to pay with: to the end of a temporary cause; without one, as long as the policy lets it, and
 *   somebody else (debt advice) has to help;
 * - something is left but no plan in the longest term is as small: the same, with what is left as a token payment;
 * - the budget is not known, but what happened needs no budget: one period, which the lender may grant unasked.
 */
export function pauseOption(need: Need, restructure: PlanOption<RestructurePlan>): JudgedPause {
  const { facts, capacity, hardships } = need
  const { verdict, evidence, sustainablePayment } = capacity
  if (facts.outstanding <= 0) return without(because('plan.nothingToRepay'))
  const { arrangement } = facts
  if (arrangement?.kind === 'hardshipPause')
    return without(because('plan.arrangementRunning', { kind: 'hardshipPause' }, [arrangement.pointer]))
  const nothingKnown = hardships.length === 0 && (!facts.inArrears || verdict === 'unknown')
  if (nothingKnown) return without(because('plan.noTemporaryCause'))
  if (verdict === 'unknown') return unasked(need)
  if (verdict === 'unable') return bridging(need, 0)
  const obstacle = restructure.because[0]
  if (verdict === 'able' && hardships.length === 0) return without(because('plan.notNeeded', {}, evidence))
  if (obstacle === undefined || restructure.viable || verdict === 'able')
    return without(because('plan.canPay', { sustainable: sustainablePayment ?? 0 }, evidence))
  if (obstacle.code === 'plan.notAffordable' || obstacle.code === 'plan.notViable')
    return bridging(need, sustainablePayment ?? 0)
  return without(obstacle)
}

function bridging(need: Need, tokenPayment: number): JudgedPause {
  const named = withoutEcho(need.hardships)
  const temporary = named.filter((hardship) => hardship.temporary)
  const causes = temporary.length > 0 ? temporary : named
  return fitting(need, causes, pauseToEnd(need.facts, need.policy, causes, tokenPayment))
}

function unasked(need: Need): JudgedPause {
  const causes = need.hardships.filter((hardship) => hardship.pausedUnasked)
  if (causes.length === 0) return without(because('plan.budgetUnknown', {}, need.capacity.evidence))
  return fitting(need, causes, pauseUnasked(need.facts, need.policy, causes))
}

function fitting(need: Need, causes: readonly Hardship[], pause: Pause | undefined): JudgedPause {
  if (pause === undefined) return without(because('plan.notViable', {}, need.capacity.evidence))
  const evidence = [...causes.map((cause) => cause.pointer), ...need.capacity.evidence]
  const cause = longest(causes)
  const reason = because<PlanCode>(
    'plan.pauseFits',
    cause === undefined ? {} : { kind: cause.kind },
    evidence,
  )
  const withoutProspect = !causes.some((cause) => cause.temporary)
  return { option: { plan: pause.plan, viable: true, because: [reason] }, withoutProspect, pause }
}

/** The cause that lasts longest, of equals the first by name, so that the order of the record is of no account. */
function longest(causes: readonly Hardship[]): Hardship | undefined {
  let found: Hardship | undefined
  for (const cause of causes) {
    const end = cause.lastDay ?? Number.POSITIVE_INFINITY
    const best = found?.lastDay ?? Number.POSITIVE_INFINITY
    if (found === undefined || end > best || (end === best && cause.kind < found.kind)) found = cause
  }
  return found
}
