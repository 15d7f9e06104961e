import { int32s } from '../numbers/numberLists.ts'
import { NONE, type Placed, type Problem } from './problem.ts'

/** Who is served how so far, and what that uses. It is changed in place: the holder owns it. */
export interface PortfolioPlan {
  readonly placed: Placed
  readonly used: Float64Array
}

export const emptyPlan = ({ groups, available }: Problem): PortfolioPlan => ({
  placed: int32s(groups).fill(NONE),
  used: new Float64Array(available.length),
})

/** How much of a pool an option takes; 0 for `NONE`. */
export function takenBy({ firstTake, pool, amount }: Problem, option: number, from: number): number {
  if (option === NONE) return 0
  let sum = 0
  for (let t = firstTake[option] as number; t < (firstTake[option + 1] as number); t++)
    if (pool[t] === from) sum += amount[t] as number
  return sum
}

/** Whether a group could have this option in place of what it has, and every pool would do. */
export function fitsPools(
  problem: Problem,
  { placed, used }: PortfolioPlan,
  group: number,
  option: number,
): boolean {
  const { firstTake, pool, amount, available } = problem
  const now = placed[group] as number
  for (let t = firstTake[option] as number; t < (firstTake[option + 1] as number); t++) {
    const p = pool[t] as number
    const rest = (used[p] as number) - takenBy(problem, now, p)
    if (rest + (amount[t] as number) > (available[p] as number)) return false
  }
  return true
}

/** Gives a group this option, or `NONE`, in place of what it has. */
export function place(
  problem: Problem,
  { placed, used }: PortfolioPlan,
  group: number,
  option: number,
): void {
  const { firstTake, pool, amount } = problem
  const now = placed[group] as number
  if (now !== NONE)
    for (let t = firstTake[now] as number; t < (firstTake[now + 1] as number); t++)
      used[pool[t] as number] = (used[pool[t] as number] as number) - (amount[t] as number)
  if (option !== NONE)
    for (let t = firstTake[option] as number; t < (firstTake[option + 1] as number); t++)
      used[pool[t] as number] = (used[pool[t] as number] as number) + (amount[t] as number)
  placed[group] = option
}

/** Adds up anew what is used: taking away and adding again leaves dust where amounts are not whole. */
export function recount(problem: Problem, { placed, used }: PortfolioPlan): void {
  const { firstTake, pool, amount } = problem
  used.fill(0)
  for (let g = 0; g < placed.length; g++) {
    const option = placed[g] as number
    if (option === NONE) continue
    for (let t = firstTake[option] as number; t < (firstTake[option + 1] as number); t++)
      used[pool[t] as number] = (used[pool[t] as number] as number) + (amount[t] as number)
  }
}

/** What a plan brings in: minor units of the capacity's currency. */
export function planValue({ value }: Problem, { placed }: PortfolioPlan): number {
  let sum = 0
  for (let g = 0; g < placed.length; g++) if (placed[g] !== NONE) sum += value[placed[g] as number] as number
  return sum
}

/** What an option is worth once the pools are paid for; 0 for `NONE`. */
export function pricedValue(
  { value, firstTake, pool, amount }: Problem,
  prices: Float64Array,
  option: number,
): number {
  if (option === NONE) return 0
  let r = value[option] as number
  for (let t = firstTake[option] as number; t < (firstTake[option + 1] as number); t++)
    r -= (prices[pool[t] as number] as number) * (amount[t] as number)
  return r
}

/** Comparing options that come out equal: the gentler, then the older, then by id; less is first. */
export type Tie = (a: number, b: number) => number

/** Changes that a plan could take: a group gets another option, at a cost by which the cheapest come first. */
export interface Moves {
  readonly group: number[]
  readonly option: number[]
  readonly cost: number[]
}

export const noMoves = (): Moves => ({ group: [], option: [], cost: [] })

/** Places of the moves, cheapest first; of equal ones as `tie` says of their options. */
export function byCost({ cost, option }: Moves, tie: Tie): Uint32Array {
  const order = new Uint32Array(cost.length)
  for (let i = 0; i < order.length; i++) order[i] = i
  return order.sort(
    (a, b) =>
      (cost[a] as number) - (cost[b] as number) || tie(option[a] as number, option[b] as number) || a - b,
  )
}
