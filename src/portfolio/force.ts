import { byCost, noMoves } from './moves.ts'
import { emptyPlan, fits, type Plan, place, pricedValue, type Tie } from './plan.ts'
import { NONE, type Problem } from './problem.ts'
import { withoutPlaced } from './withoutPlaced.ts'

/** Options that are given a place beforehand, each on its own. */
const MOST_FORCED = 32
/** Fewer where there are few groups. */
const GROUPS_FOR_EACH = 6

/**
 * Gives one option after another a place beforehand and plans the rest anew, with prices of its own: what branch and
 * bound would do in its first nodes. Where single places weigh much, prices of the whole mislead. Yields whole plans.
 */
export function* forced(
  problem: Problem,
  plan: Plan,
  prices: Float64Array,
  tie: Tie,
  planRest: (rest: Problem, tie: Tie) => Plan,
): Generator<Plan, void> {
  const { firstOption, value } = problem
  const moves = noMoves()
  for (let g = 0; g < problem.groups; g++)
    for (let o = firstOption[g] as number; o < (firstOption[g + 1] as number); o++) {
      if (o === plan.placed[g]) continue
      moves.group.push(g)
      moves.option.push(o)
      // Large ones whose price is near to what they are worth: small ones find their place anyway.
      moves.cost.push(-pricedValue(problem, prices, o) - 0.5 * (value[o] as number))
    }
  for (const i of byCost(moves, tie).slice(0, Math.min(MOST_FORCED, problem.groups / GROUPS_FOR_EACH))) {
    const begun = emptyPlan(problem)
    const group = moves.group[i] as number
    const option = moves.option[i] as number
    if (!fits(problem, begun, group, option)) continue
    place(problem, begun, group, option)
    const { rest, whole, optionOf } = withoutPlaced(problem, begun)
    const name = (o: number): number => (o === NONE ? NONE : optionOf(o))
    yield whole(planRest(rest, (a, b) => tie(name(a), name(b))))
  }
}
