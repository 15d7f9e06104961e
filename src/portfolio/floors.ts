import { bucketOf } from '../kernel/bucket.ts'
import type { DecisionRow } from './decisionRow.ts'
import { byCost, type Moves, noMoves } from './moves.ts'
import { emptyPlan, fits, type Plan, place, pricedValue, type Tie } from './plan.ts'
import type { ReadProblem } from './problem.ts'

/**
 * Serves of every bucket, and of every area, the share that the capacity's floors ask for: its best borrowers at the
 * prices, as far as the pools reach. Buckets come first, the class whose best are worth most first. Without floors the
 * plan is empty.
 */
export function reserveFloors(problem: ReadProblem, prices: Float64Array, tie: Tie): Plan {
  const plan = emptyPlan(problem)
  const { floors = {} } = problem.capacity
  if (floors.bucket) reserve(problem, plan, prices, tie, floors.bucket, (row) => bucketOf(row.daysPastDue))
  if (floors.area) reserve(problem, plan, prices, tie, floors.area, (row) => row.area)
  return plan
}

function reserve(
  problem: ReadProblem,
  plan: Plan,
  prices: Float64Array,
  tie: Tie,
  share: number,
  classOf: (row: DecisionRow) => string | undefined,
): void {
  const byClass = new Map<string | undefined, { readonly members: Set<number>; readonly moves: Moves }>()
  const { firstOption, firstTake, rows, rowOf } = problem
  for (let g = 0; g < problem.groups; g++)
    for (let o = firstOption[g] as number; o < (firstOption[g + 1] as number); o++) {
      if (firstTake[o] === firstTake[o + 1]) continue
      const name = classOf(rows[rowOf[o] as number] as DecisionRow)
      const known = byClass.get(name) ?? { members: new Set(), moves: noMoves() }
      byClass.set(name, known)
      known.members.add(g)
      known.moves.group.push(g)
      known.moves.option.push(o)
      known.moves.cost.push(-pricedValue(problem, prices, o))
    }
  const ordered = [...byClass.values()].map(({ members, moves }) => ({
    members,
    moves,
    order: byCost(moves, tie),
  }))
  ordered.sort((a, b) => first(a) - first(b))
  for (const { members, moves, order } of ordered) {
    let missing = Math.ceil(share * members.size)
    for (const g of members) if (plan.placed[g] !== -1) missing--
    for (const i of order) {
      if (missing <= 0) break
      const group = moves.group[i] as number
      const option = moves.option[i] as number
      if (plan.placed[group] !== -1 || !fits(problem, plan, group, option)) continue
      place(problem, plan, group, option)
      missing--
    }
  }
}

const first = ({ moves, order }: { readonly moves: Moves; readonly order: Uint32Array }): number =>
  moves.cost[order[0] as number] as number
