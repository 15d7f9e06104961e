import { between, type SeededRandom, seededRandom } from '../kernel/seededRandom.ts'
import { chooseAtPrices } from './chooseAtPrices.ts'
import { fill } from './fill.ts'
import { forced } from './force.ts'
import { efficiency, greedy } from './greedy.ts'
import { type Effort, improve } from './improve.ts'
import { type Dual, minimiseDual } from './minimiseDual.ts'
import { type Plan, planValue, recount, type Tie } from './plan.ts'
import { isFew, type Problem } from './problem.ts'
import { repair } from './repair.ts'

/** A plan with the prices it was made at, and the bound they prove. */
export interface Solution extends Dual {
  readonly plan: Plan
  readonly value: number
}

/** Where a plan is this near to its bound, others need not be tried; among many nobody's place weighs more. */
const NEAR = 1e-6
const NEAR_FOR_MANY = 1e-4
/** Where the best plan is this far from its bound, more is worth trying. */
const FAR = 0.01
/** Beginnings of few groups. */
const BEGINNINGS = 6
/** By how much the prices of a beginning may differ from those that were found, in turn. */
const STRAY = [0.1, 0.3, 0.9]
/** Combinations tried for each group, up to 200 of them. */
const SHORT = { deep: 3, tried: 100 }
const LONG = { deep: 6, tried: 1000 }
const MOST_COUNTED = 200

/**
 * Finds prices, serves everybody as they say, mends what is overdrawn, fills what is left, and improves. Few groups are
 * begun with several times over, from prices that stray a little: what is mended and filled then differs.
 */
export function solve(problem: Problem, tie: Tie, start?: Float64Array): Solution {
  const dual = minimiseDual(problem, start)
  const { prices, bound } = dual
  const few = isFew(problem)
  const polished = (plan: Plan, effort: Effort): Plan => {
    fill(problem, plan, prices, tie, bound / Math.max(1, problem.groups))
    // Each improvement goes over all groups once.
    if (few) improve(problem, plan, prices, tie, effortFor(problem, effort))
    return plan
  }
  const begun = (at: Float64Array): Plan => {
    const plan = chooseAtPrices(problem, at, tie)
    repair(problem, plan, at, tie)
    return plan
  }
  let plan = polished(begun(prices), SHORT)
  const isNear = () => planValue(problem, plan) >= bound * (1 - (few ? NEAR : NEAR_FOR_MANY))
  const compete = (other: Plan): void => {
    if (planValue(problem, other) > planValue(problem, plan)) plan = other
  }
  const random = seededRandom(problem.groups, 0, 0)
  for (let i = 0; few && i < BEGINNINGS && !isNear(); i++)
    compete(polished(begun(strayed(prices, STRAY[i % STRAY.length] as number, random)), SHORT))
  if (!isNear()) {
    // What comes out is never worse than what the simplest rules give.
    compete(
      polished(
        greedy(problem, tie, (option) => problem.value[option] as number),
        SHORT,
      ),
    )
    compete(polished(greedy(problem, tie, efficiency(problem)), SHORT))
    improve(problem, plan, prices, tie, effortFor(problem, LONG))
  }
  if (few && planValue(problem, plan) < bound * (1 - FAR)) {
    const planRest = (rest: Problem, tieOfRest: Tie): Plan => {
      const own = minimiseDual(rest, prices)
      const found = chooseAtPrices(rest, own.prices, tieOfRest)
      repair(rest, found, own.prices, tieOfRest)
      fill(rest, found, own.prices, tieOfRest, own.bound / Math.max(1, rest.groups))
      improve(rest, found, own.prices, tieOfRest, effortFor(rest, SHORT))
      return found
    }
    for (const other of forced(problem, plan, prices, tie, planRest)) compete(other)
    improve(problem, plan, prices, tie, effortFor(problem, LONG))
  }
  withoutDust(problem, plan, prices, tie)
  return { ...dual, plan, value: planValue(problem, plan) }
}

const effortFor = ({ groups }: Problem, { deep, tried }: Effort): Effort => ({
  deep,
  tried: tried * Math.min(groups, MOST_COUNTED),
})

const strayed = (prices: Float64Array, by: number, random: SeededRandom): Float64Array =>
  prices.map((price) => price * between(random, 1 - by, 1 + by))

/** Leaves no dust of adding and taking away in what is used. */
function withoutDust(problem: Problem, plan: Plan, prices: Float64Array, tie: Tie): void {
  repair(problem, plan, prices, tie)
  recount(problem, plan)
}
