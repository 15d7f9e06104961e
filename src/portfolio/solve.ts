import { between, type SeededRandom, seededRandom } from '../numbers/seededRandom.ts'
import { type Effort, improve } from './improve.ts'
import { type Dual, minimiseDual } from './minimiseDual.ts'
import {
  byCost,
  emptyPlan,
  fitsPools,
  noMoves,
  type PortfolioPlan,
  place,
  planValue,
  pricedValue,
  recount,
  type Tie,
} from './plan.ts'
import { isFew, NONE, type Problem } from './problem.ts'
import { fillPools, repair } from './repair.ts'

/** A plan with the prices it was made at, and the bound they prove. */
export interface Solution extends Dual {
  readonly plan: PortfolioPlan
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
 * Finds prices, serves everyone as they say, mends what is overdrawn, fills what is left, and improves. Few groups are
 * begun with several times over, from prices that stray a little: what is mended and filled then differs.
 */
export function solve(problem: Problem, tie: Tie, start?: Float64Array): Solution {
  const dual = minimiseDual(problem, start)
  const { prices, bound } = dual
  const few = isFew(problem)
  const polished = (plan: PortfolioPlan, effort: Effort): PortfolioPlan => {
    fillPools(problem, plan, prices, tie, bound / Math.max(1, problem.groups))
    // Each improvement goes over all groups once.
    if (few) improve(problem, plan, prices, tie, effortFor(problem, effort))
    return plan
  }
  const begun = (at: Float64Array): PortfolioPlan => {
    const plan = chooseAtPrices(problem, at, tie)
    repair(problem, plan, at, tie)
    return plan
  }
  let plan = polished(begun(prices), SHORT)
  const isNear = () => planValue(problem, plan) >= bound * (1 - (few ? NEAR : NEAR_FOR_MANY))
  const compete = (other: PortfolioPlan): void => {
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
    const planRest = (rest: Problem, tieOfRest: Tie): PortfolioPlan => {
      const own = minimiseDual(rest, prices)
      const found = chooseAtPrices(rest, own.prices, tieOfRest)
      repair(rest, found, own.prices, tieOfRest)
      fillPools(rest, found, own.prices, tieOfRest, own.bound / Math.max(1, rest.groups))
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
function withoutDust(problem: Problem, plan: PortfolioPlan, prices: Float64Array, tie: Tie): void {
  repair(problem, plan, prices, tie)
  recount(problem, plan)
}

/** What every group would have at these prices: its best option, of equal ones the gentler. Pools may be overdrawn. */
export function chooseAtPrices(problem: Problem, prices: Float64Array, tie: Tie): PortfolioPlan {
  const { firstOption } = problem
  const plan = emptyPlan(problem)
  for (let g = 0; g < problem.groups; g++) {
    let best = NONE
    let most = 0
    for (let o = firstOption[g] as number; o < (firstOption[g + 1] as number); o++) {
      const r = pricedValue(problem, prices, o)
      if (r > most || (r === most && best !== NONE && tie(o, best) < 0)) {
        best = o
        most = r
      }
    }
    if (best !== NONE) place(problem, plan, g, best)
  }
  return plan
}

/** Options that are given a place beforehand, each on its own. */
const MOST_FORCED = 32
/** Fewer where there are few groups. */
const GROUPS_FOR_EACH = 6

/**
 * Gives one option after another a place beforehand and plans the rest anew, with prices of its own: what branch and
 * bound would do in its first nodes. Where single places weigh much, prices of the whole mislead. Yields whole plans.
 */
function* forced(
  problem: Problem,
  plan: PortfolioPlan,
  prices: Float64Array,
  tie: Tie,
  planRest: (rest: Problem, tie: Tie) => PortfolioPlan,
): Generator<PortfolioPlan, void> {
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
    if (!fitsPools(problem, begun, group, option)) continue
    place(problem, begun, group, option)
    const { rest, whole, optionOf } = withoutPlaced(problem, begun)
    const name = (o: number): number => (o === NONE ? NONE : optionOf(o))
    yield whole(planRest(rest, (a, b) => tie(name(a), name(b))))
  }
}

/** Places options one after another, the highest score first, wherever a borrower has nothing yet and the pools have room. */
function greedy(problem: Problem, tie: Tie, score: (option: number) => number): PortfolioPlan {
  const { firstOption, value } = problem
  const end = firstOption[problem.groups] as number
  const groupOf = new Uint32Array(end)
  const scores = new Float64Array(end)
  const order = new Uint32Array(end)
  for (let g = 0; g < problem.groups; g++)
    for (let o = firstOption[g] as number; o < (firstOption[g + 1] as number); o++) {
      groupOf[o] = g
      scores[o] = score(o)
      order[o] = o
    }
  order.sort(
    (a, b) =>
      (scores[b] as number) - (scores[a] as number) ||
      (value[b] as number) - (value[a] as number) ||
      tie(a, b),
  )
  const plan = emptyPlan(problem)
  for (const option of order) {
    const group = groupOf[option] as number
    if (plan.placed[group] === NONE && fitsPools(problem, plan, group, option))
      place(problem, plan, group, option)
  }
  return plan
}

/** Value for the share of the pools that an option takes: the usual rule of thumb for several pools (Dobson 1982). */
function efficiency({ value, firstTake, pool, amount, available }: Problem): (option: number) => number {
  return (option) => {
    let share = 0
    for (let t = firstTake[option] as number; t < (firstTake[option + 1] as number); t++)
      share += (amount[t] as number) / (available[pool[t] as number] as number)
    return share === 0 ? Number.MAX_VALUE : (value[option] as number) / share
  }
}

/** What is left to plan once some groups have their place: the other groups, and what the pools have left. */
export function withoutPlaced(problem: Problem, { placed, used }: PortfolioPlan) {
  const groups: number[] = []
  for (let g = 0; g < problem.groups; g++) if (placed[g] === NONE) groups.push(g)
  const options: number[] = []
  const takes: number[] = []
  const firstOption = new Uint32Array(groups.length + 1)
  const firstTake: number[] = [0]
  groups.forEach((g, i) => {
    for (let o = problem.firstOption[g] as number; o < (problem.firstOption[g + 1] as number); o++) {
      options.push(o)
      for (let t = problem.firstTake[o] as number; t < (problem.firstTake[o + 1] as number); t++)
        takes.push(t)
      firstTake.push(takes.length)
    }
    firstOption[i + 1] = options.length
  })
  const rest: Problem = {
    groups: groups.length,
    mostOptions: problem.mostOptions,
    firstOption,
    value: Float64Array.from(options, (o) => problem.value[o] as number),
    firstTake: Uint32Array.from(firstTake),
    pool: Uint16Array.from(takes, (t) => problem.pool[t] as number),
    amount: Float64Array.from(takes, (t) => problem.amount[t] as number),
    available: problem.available.map((most, p) => Math.max(0, most - (used[p] as number))),
    mark: Uint32Array.from(groups, (g) => problem.mark[g] as number),
  }
  /** The plan of the rest and what had its place, as one plan of the whole. */
  const whole = (found: PortfolioPlan): PortfolioPlan => {
    const plan = emptyPlan(problem)
    placed.forEach((option, g) => {
      if (option !== NONE) place(problem, plan, g, option)
    })
    found.placed.forEach((option, i) => {
      if (option !== NONE) place(problem, plan, groups[i] as number, options[option] as number)
    })
    return plan
  }
  return { rest, whole, optionOf: (option: number): number => options[option] as number }
}
