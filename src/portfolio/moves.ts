import type { Tie } from './plan.ts'

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
