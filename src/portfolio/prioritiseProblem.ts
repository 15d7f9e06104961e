import { round6 } from '../numbers/maths.ts'
import { because } from '../words/portfolioReasons.ts'
import type { DecisionRow } from './decisionRow.ts'
import { floorUses, reserveFloors } from './floors.ts'
import { minimiseDual } from './minimiseDual.ts'
import { type PortfolioPlan, planValue } from './plan.ts'
import type { Prioritised } from './prioritised.ts'
import { NO_GROUP, NONE, type ReadProblem } from './problem.ts'
import { type Reasoning, reasoning } from './reasoning.ts'
import { type Solution, solve, withoutPlaced } from './solve.ts'
import { tieOf, worklistsOf } from './worklists.ts'

/** Who comes first: the plan of most value that the pools allow, as worklists in calling order. */
export function prioritiseProblem(problem: ReadProblem): Prioritised {
  const { plan, prices, bound: proven, value: found } = solveWithFloors(problem)
  const value = Math.round(found)
  const bound = Math.max(value, roundedUp(proven))
  const reasons = reasoning(problem, plan, prices)
  const floors = floorUses(problem, plan, prices)
  return {
    worklists: worklistsOf(problem, plan, reasons),
    left: leftRows(problem, plan, reasons),
    pools: problem.capacity.pools.map(({ id }, p) => ({
      id,
      used: plan.used[p] as number,
      available: problem.available[p] as number,
      shadowPrice: round6(prices[p] as number),
    })),
    ...(floors.length === 0 ? {} : { floors }),
    value,
    bound,
    gap: bound === 0 ? 0 : round6((bound - value) / bound),
  }
}

/** Prices of the pools, the value of a plan made at them, and the bound they prove; floors are left out. */
export function solveAtPrices(problem: ReadProblem) {
  const { prices, bound, value } = solve(problem, tieOf(problem))
  const named = problem.capacity.pools.map(({ id }, p) => [id, round6(prices[p] as number)] as const)
  return { prices: Object.fromEntries(named), value: Math.round(value), bound: roundedUp(bound) }
}

/** To a whole minor unit, but not for the noise of adding up. */
const roundedUp = (bound: number): number => Math.ceil(bound - 1e-9 * Math.max(1, bound))

function solveWithFloors(problem: ReadProblem): Omit<Solution, 'plan'> & { readonly plan: PortfolioPlan } {
  const tie = tieOf(problem)
  const { floors } = problem.capacity
  if (!floors?.bucket && !floors?.area) return solve(problem, tie)
  const { prices, bound } = minimiseDual(problem)
  const { rest, whole, optionOf } = withoutPlaced(problem, reserveFloors(problem, prices, tie))
  const solution = solve(
    rest,
    (a, b) => tie(a === NONE ? a : optionOf(a), b === NONE ? b : optionOf(b)),
    prices,
  )
  const plan = whole(solution.plan)
  return { plan, prices: solution.prices, bound, value: planValue(problem, plan) }
}

/** Everyone who is on no worklist, in the order given, and why. */
function leftRows(problem: ReadProblem, plan: PortfolioPlan, reasons: Reasoning): Prioritised['left'] {
  const { rows, rowOf, groupOf } = problem
  const left: Prioritised['left'][number][] = []
  for (let at = 0; at < rows.length; at++) {
    const { id } = rows[at] as DecisionRow
    const group = groupOf[at] as number
    const option = group === NO_GROUP ? NONE : (plan.placed[group] as number)
    if (option === NONE) left.push({ id, because: reasons.left(at) })
    else if (rowOf[option] !== at) {
      const by = (rows[rowOf[option] as number] as DecisionRow).id
      left.push({ id, because: [because('borrower.served', { by })] })
    }
  }
  return left
}
