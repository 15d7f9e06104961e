import { because } from '../kernel/reason.ts'
import type { DecisionRow } from './decisionRow.ts'
import type { Plan } from './plan.ts'
import type { PortfolioCode, Prioritised } from './prioritised.ts'
import { NO_GROUP, NONE, type ReadProblem } from './problem.ts'
import type { Reasoning } from './reasoning.ts'

/** Everybody who is on no worklist, in the order given, and why. */
export function leftRows(problem: ReadProblem, plan: Plan, reasons: Reasoning): Prioritised['left'] {
  const { rows, rowOf, groupOf } = problem
  const left: Prioritised['left'][number][] = []
  for (let at = 0; at < rows.length; at++) {
    const { id } = rows[at] as DecisionRow
    const group = groupOf[at] as number
    const option = group === NO_GROUP ? NONE : (plan.placed[group] as number)
    if (option === NONE) left.push({ id, because: reasons.left(at) })
    else if (rowOf[option] !== at) {
      const by = (rows[rowOf[option] as number] as DecisionRow).id
      left.push({ id, because: [because<PortfolioCode>('borrower.served', { by })] })
    }
  }
  return left
}
