import { because } from '../kernel/reason.ts'
import type { DecisionRow } from './decisionRow.ts'
import { withoutOptions } from './offering.ts'
import { type Plan, pricedValue } from './plan.ts'
import type { LeftBecause, PortfolioCode, Prioritised } from './prioritised.ts'
import { NO_GROUP, NONE, type ReadProblem } from './problem.ts'

/** Everybody who is on no worklist, in the order given, and why. */
export function leftRows(problem: ReadProblem, plan: Plan, prices: Float64Array): Prioritised['left'] {
  const { rows, rowOf, groupOf, capacity } = problem
  const short = capacity.pools.map(({ id }) => [because<PortfolioCode>('capacity.short', { pool: id })])
  const left: Prioritised['left'][number][] = []
  // The options of a group stand row by row; this finds where those of a row begin.
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as DecisionRow
    const group = groupOf[at] as number
    if (group === NO_GROUP) {
      left.push({ id: row.id, because: withoutOptions(row, problem.why[at] as number, capacity) })
      continue
    }
    const option = plan.placed[group] as number
    if (option === NONE)
      left.push({ id: row.id, because: short[scarcest(problem, plan, prices, group)] as LeftBecause })
    else if (rowOf[option] !== at) {
      const by = (rows[rowOf[option] as number] as DecisionRow).id
      left.push({ id: row.id, because: [because<PortfolioCode>('borrower.served', { by })] })
    }
  }
  return left
}

/** Of what would be best for a group at the prices, the pool that asks most for it; overdrawn ones before any other. */
function scarcest(problem: ReadProblem, { used }: Plan, prices: Float64Array, group: number): number {
  const { firstOption, firstTake, pool, amount, available } = problem
  let best = firstOption[group] as number
  for (let o = best + 1; o < (firstOption[group + 1] as number); o++)
    if (pricedValue(problem, prices, o) > pricedValue(problem, prices, best)) best = o
  let scarce = pool[firstTake[best] as number] as number
  let most = -1
  for (let t = firstTake[best] as number; t < (firstTake[best + 1] as number); t++) {
    const p = pool[t] as number
    const full = (used[p] as number) + (amount[t] as number) > (available[p] as number)
    const asked = full ? (prices[p] as number) * (amount[t] as number) : -0.5
    if (asked > most) {
      most = asked
      scarce = p
    }
  }
  return scarce
}
