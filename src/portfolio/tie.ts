import { compareTexts } from '../kernel/compareTexts.ts'
import type { DecisionRow, RowAlternative } from './decisionRow.ts'
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
    const { kind, age, rows, rowOf } = problem
    const gentler = (kind[a] as number) - (kind[b] as number)
    if (gentler !== 0) return gentler
    const rowA = rowOf[a] as number
    const rowB = rowOf[b] as number
    const older = (age[rowB] as number) - (age[rowA] as number)
    return older || compareTexts((rows[rowA] as DecisionRow).id, (rows[rowB] as DecisionRow).id) || a - b
  }
