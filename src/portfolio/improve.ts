import { byCost, noMoves, type PortfolioPlan, place, pricedValue, type Tie } from './plan.ts'
import { NONE, type Problem } from './problem.ts'

/** How many changes at once are tried, and how many combinations in all: fixed, so that results do not hang on speed. */
export interface Effort {
  readonly deep: number
  readonly tried: number
}

/** Moves that are looked at: those that cost least at the prices. */
const MOST_MOVES = 4000

/**
 * Looks for changes of several groups at once that together bring more: someone gives way so that someone else is
 * served (ejection chains, Glover 1996, Discrete Applied Mathematics 65, 223–253). What a change can gain is bounded by
 * what the pools have left over at their prices, so few combinations have to be tried. Changes the plan; its value only
 * rises.
 */
export function improve(
  problem: Problem,
  plan: PortfolioPlan,
  prices: Float64Array,
  tie: Tie,
  effort: Effort,
): void {
  const budget = { left: effort.tried }
  for (let deep = 2; deep <= effort.deep && budget.left > 0; ) {
    const found = findChain(problem, plan, prices, tie, deep, budget)
    if (found === undefined) deep++
    else for (const [group, option] of found) place(problem, plan, group, option)
  }
}

type Chain = readonly (readonly [group: number, option: number])[]

/** What is left over of the pools, at their prices: no plan can bring more than this above the present one. */
function leftOver({ available }: Problem, { used }: PortfolioPlan, prices: Float64Array): number {
  let sum = 0
  for (let p = 0; p < prices.length; p++)
    sum += (prices[p] as number) * ((available[p] as number) - (used[p] as number))
  return sum
}

/** The cheapest moves of a plan: every group's other options, and nothing at all. */
function cheapestMoves(
  problem: Problem,
  { placed }: PortfolioPlan,
  prices: Float64Array,
  tie: Tie,
  most: number,
) {
  const { firstOption } = problem
  const moves = noMoves()
  for (let g = 0; g < problem.groups; g++) {
    const now = placed[g] as number
    const worth = pricedValue(problem, prices, now)
    for (let o = firstOption[g] as number; o <= (firstOption[g + 1] as number); o++) {
      const option = o === firstOption[g + 1] ? NONE : o
      if (option === now) continue
      const cost = worth - pricedValue(problem, prices, option)
      if (cost >= most) continue
      moves.group.push(g)
      moves.option.push(option)
      moves.cost.push(cost)
    }
  }
  return { moves, order: byCost(moves, tie).slice(0, MOST_MOVES) }
}

function findChain(
  problem: Problem,
  plan: PortfolioPlan,
  prices: Float64Array,
  tie: Tie,
  deep: number,
  budget: { left: number },
): Chain | undefined {
  const { value, firstTake, pool, amount, available } = problem
  const { placed, used } = plan
  const spare = leftOver(problem, plan, prices)
  const { moves, order } = cheapestMoves(problem, plan, prices, tie, spare)
  const worth = (option: number): number => (option === NONE ? 0 : (value[option] as number))
  const chosen: number[] = []
  let over = 0
  for (let p = 0; p < available.length; p++) if ((used[p] as number) > (available[p] as number)) over++

  const shift = (option: number, sign: number): void => {
    if (option === NONE) return
    for (let t = firstTake[option] as number; t < (firstTake[option + 1] as number); t++) {
      const p = pool[t] as number
      const before = used[p] as number
      const after = before + sign * (amount[t] as number)
      const most = available[p] as number
      if (before <= most && after > most) over++
      else if (before > most && after <= most) over--
      used[p] = after
    }
  }
  const search = (from: number, cost: number, gain: number): boolean => {
    for (let i = from; i < order.length; i++) {
      const move = order[i] as number
      const next = cost + (moves.cost[move] as number)
      if (next >= spare && (moves.cost[move] as number) >= 0) return false
      if (budget.left-- <= 0) return false
      const group = moves.group[move] as number
      if (chosen.some((other) => moves.group[other] === group)) continue
      const now = placed[group] as number
      const option = moves.option[move] as number
      const brought = gain + worth(option) - worth(now)
      shift(now, -1)
      shift(option, 1)
      chosen.push(move)
      if (over === 0 && brought > 1e-9) return true
      if (chosen.length < deep && search(i + 1, next, brought)) return true
      chosen.pop()
      shift(option, -1)
      shift(now, 1)
    }
    return false
  }
  const kept = used.slice()
  const found = search(0, 0, 0)
  // The caller that places the chain counts it; and adding and taking away leaves dust where amounts are not whole.
  used.set(kept)
  if (!found) return undefined
  return chosen.map((move) => [moves.group[move] as number, moves.option[move] as number])
}
