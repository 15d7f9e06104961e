import { KIND_PLACE } from '../kernel/pool.ts'
import type { DecisionRow, RowAlternative } from './decisionRow.ts'
import { compareTexts } from './groupRows.ts'
import type { Tie } from './plan.ts'
import { NONE, type ReadProblem } from './problem.ts'

/** The alternative behind an option. */
export const alternativeOf = ({ rows, rowOf, alternative }: ReadProblem, option: number): RowAlternative =>
  (rows[rowOf[option] as number] as DecisionRow).alternatives[alternative[option] as number] as RowAlternative

/** Nothing is gentler than anything; then the gentler kind, the older arrears, the id, the earlier alternative. */
export const tieOf =
  (problem: ReadProblem): Tie =>
  (a, b) => {
    if (a === NONE || b === NONE) return a === b ? 0 : a === NONE ? -1 : 1
    const gentler = KIND_PLACE[alternativeOf(problem, a).kind] - KIND_PLACE[alternativeOf(problem, b).kind]
    if (gentler !== 0) return gentler
    const rowA = problem.rows[problem.rowOf[a] as number] as DecisionRow
    const rowB = problem.rows[problem.rowOf[b] as number] as DecisionRow
    return rowB.daysPastDue - rowA.daysPastDue || compareTexts(rowA.id, rowB.id) || a - b
  }
