import {
  byCost,
  fitsPools,
  type Moves,
  noMoves,
  type PortfolioPlan,
  place,
  pricedValue,
  recount,
  type Tie,
  takenBy,
} from './plan.ts'
import { NONE, type Problem } from './problem.ts'

/** Costs up to this share of what is relieved are looked at first: few groups are so near to changing their mind. */
const FIRST_REACH = 1e-3
const WIDER = 8

/**
 * Takes from overdrawn pools until none is: those give way first who lose least for what they set free, at the prices
 * given. Changes the plan.
 */
export function repair(problem: Problem, plan: PortfolioPlan, prices: Float64Array, tie: Tie): void {
  for (let reach = FIRST_REACH; ; reach *= WIDER) {
    // Dust of adding and taking away would be a pool overdrawn by nobody.
    recount(problem, plan)
    const weights = overdrawn(problem, plan, prices)
    if (weights === undefined) return
    const moves = reliefs(problem, plan, prices, weights, reach)
    // Of equal ones the harsher and younger gives way.
    for (const i of byCost(moves, (a, b) => tie(b, a))) {
      const group = moves.group[i] as number
      if (relieves(problem, plan, group)) place(problem, plan, group, wayOut(problem, plan, prices, group))
    }
  }
}

/** What a unit of each overdrawn pool is worth, 0 for others; undefined when there is none. */
function overdrawn(
  { available }: Problem,
  { used }: PortfolioPlan,
  prices: Float64Array,
): Float64Array | undefined {
  let any = false
  const weights = prices.map((price, p) => {
    if ((used[p] as number) <= (available[p] as number)) return 0
    any = true
    return Math.max(price, Number.MIN_VALUE * 2 ** 60)
  })
  return any ? weights : undefined
}

function reliefs(
  problem: Problem,
  { placed }: PortfolioPlan,
  prices: Float64Array,
  weights: Float64Array,
  reach: number,
): Moves {
  const moves = noMoves()
  const { firstOption, firstTake, pool, amount } = problem
  const weighed = (option: number): number => {
    let sum = 0
    if (option === NONE) return sum
    for (let t = firstTake[option] as number; t < (firstTake[option + 1] as number); t++)
      sum += (weights[pool[t] as number] as number) * (amount[t] as number)
    return sum
  }
  for (let g = 0; g < placed.length; g++) {
    const now = placed[g] as number
    const taken = weighed(now)
    if (taken === 0) continue
    const worth = pricedValue(problem, prices, now)
    let least = worth / taken
    for (let o = firstOption[g] as number; o < (firstOption[g + 1] as number); o++) {
      const relief = taken - weighed(o)
      if (relief > 0) least = Math.min(least, (worth - pricedValue(problem, prices, o)) / relief)
    }
    if (least > reach) continue
    moves.group.push(g)
    moves.option.push(now)
    moves.cost.push(least)
  }
  return moves
}

/** Whether what a group has takes from a pool that is still overdrawn. */
function relieves(
  { firstTake, pool, available }: Problem,
  { placed, used }: PortfolioPlan,
  group: number,
): boolean {
  const now = placed[group] as number
  if (now === NONE) return false
  for (let t = firstTake[now] as number; t < (firstTake[now + 1] as number); t++) {
    const p = pool[t] as number
    if ((used[p] as number) > (available[p] as number)) return true
  }
  return false
}

/** The best other option that every pool has room for, or nothing. */
function wayOut(problem: Problem, plan: PortfolioPlan, prices: Float64Array, group: number): number {
  const { firstOption } = problem
  const now = plan.placed[group] as number
  let best = NONE
  let most = Number.NEGATIVE_INFINITY
  for (let o = firstOption[group] as number; o < (firstOption[group + 1] as number); o++) {
    const r = pricedValue(problem, prices, o)
    if (o === now || r <= most || !eases(problem, plan, now, o) || !fitsOrEases(problem, plan, group, o))
      continue
    best = o
    most = r
  }
  return most > 0 ? best : NONE
}

/** Whether an option takes less than another of some overdrawn pool. */
function eases(problem: Problem, { used }: PortfolioPlan, now: number, option: number): boolean {
  const { firstTake, pool, available } = problem
  for (let t = firstTake[now] as number; t < (firstTake[now + 1] as number); t++) {
    const p = pool[t] as number
    if (
      (used[p] as number) > (available[p] as number) &&
      takenBy(problem, option, p) < takenBy(problem, now, p)
    )
      return true
  }
  return false
}

/** Whether every pool has room for an option, or more than with what the group has now. */
function fitsOrEases(problem: Problem, plan: PortfolioPlan, group: number, option: number): boolean {
  if (fitsPools(problem, plan, group, option)) return true
  const { firstTake, pool, amount, available } = problem
  const now = plan.placed[group] as number
  for (let t = firstTake[option] as number; t < (firstTake[option + 1] as number); t++) {
    const p = pool[t] as number
    const before = takenBy(problem, now, p)
    const after = (plan.used[p] as number) - before + (amount[t] as number)
    if (after > (available[p] as number) && (amount[t] as number) >= before) return false
  }
  return true
}

/** So many at least are looked at together, where there are so many: each look goes over all borrowers. */
const FEW = 2000 /**
 * Uses what the pools have left: the group that loses least against the prices is served, or served better, first,
 * until nobody more fits. Changes the plan; its value only rises.
 */
export function fillPools(
  problem: Problem,
  plan: PortfolioPlan,
  prices: Float64Array,
  tie: Tie,
  scale: number,
): void {
  for (let reach = scale > 0 ? FIRST_REACH * scale : Number.POSITIVE_INFINITY; ; reach *= WIDER) {
    const { moves, all } = upgrades(problem, plan, prices, reach)
    if (!all && moves.group.length < FEW) continue
    let placed = 0
    for (const i of byCost(moves, tie)) {
      const group = moves.group[i] as number
      const option = moves.option[i] as number
      if (!isUpgrade(problem, plan, group, option) || !fitsPools(problem, plan, group, option)) continue
      place(problem, plan, group, option)
      placed++
    }
    if (placed === 0 && all) return
    if (placed > 0) reach /= WIDER
  }
}

const isUpgrade = ({ value }: Problem, { placed }: PortfolioPlan, group: number, option: number): boolean => {
  const now = placed[group] as number
  return now === NONE || (value[option] as number) > (value[now] as number)
}

/** What fits now and brings more than what a group has, as far as it costs no more than `reach` at the prices. */
function upgrades(
  problem: Problem,
  plan: PortfolioPlan,
  prices: Float64Array,
  reach: number,
): { readonly moves: Moves; readonly all: boolean } {
  const { firstOption } = problem
  const moves = noMoves()
  let all = true
  for (let g = 0; g < problem.groups; g++) {
    let worth: number | undefined
    for (let o = firstOption[g] as number; o < (firstOption[g + 1] as number); o++) {
      if (!isUpgrade(problem, plan, g, o) || !fitsPools(problem, plan, g, o)) continue
      worth ??= pricedValue(problem, prices, plan.placed[g] as number)
      const cost = worth - pricedValue(problem, prices, o)
      if (cost > reach) {
        all = false
        continue
      }
      moves.group.push(g)
      moves.option.push(o)
      moves.cost.push(cost)
    }
  }
  return { moves, all }
}
