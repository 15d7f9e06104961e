import { byCost, type Moves, noMoves } from './moves.ts'
import { fits, type Plan, place, pricedValue, type Tie } from './plan.ts'
import { NONE, type Problem } from './problem.ts'

/** So many at least are looked at together, where there are so many: each look goes over all borrowers. */
const FEW = 2000
const FIRST_REACH = 1e-3
const WIDER = 8

/**
 * Uses what the pools have left: whoever loses least against what the prices say is served, or served better, first,
 * until nobody more fits. Changes the plan; its value only rises.
 */
export function fill(problem: Problem, plan: Plan, prices: Float64Array, tie: Tie, scale: number): void {
  for (let reach = scale > 0 ? FIRST_REACH * scale : Number.POSITIVE_INFINITY; ; reach *= WIDER) {
    const { moves, all } = upgrades(problem, plan, prices, reach)
    if (!all && moves.group.length < FEW) continue
    let placed = 0
    for (const i of byCost(moves, tie)) {
      const group = moves.group[i] as number
      const option = moves.option[i] as number
      if (!isUpgrade(problem, plan, group, option) || !fits(problem, plan, group, option)) continue
      place(problem, plan, group, option)
      placed++
    }
    if (placed === 0 && all) return
    if (placed > 0) reach /= WIDER
  }
}

const isUpgrade = ({ value }: Problem, { placed }: Plan, group: number, option: number): boolean => {
  const now = placed[group] as number
  return now === NONE || (value[option] as number) > (value[now] as number)
}

/** What fits now and brings more than what a group has, as far as it costs no more than `reach` at the prices. */
function upgrades(
  problem: Problem,
  plan: Plan,
  prices: Float64Array,
  reach: number,
): { readonly moves: Moves; readonly all: boolean } {
  const { firstOption } = problem
  const moves = noMoves()
  let all = true
  for (let g = 0; g < problem.groups; g++) {
    let worth: number | undefined
    for (let o = firstOption[g] as number; o < (firstOption[g + 1] as number); o++) {
      if (!isUpgrade(problem, plan, g, o) || !fits(problem, plan, g, o)) continue
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
