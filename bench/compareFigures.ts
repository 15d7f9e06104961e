import { figuresOf, lineOf, mean, type Tried } from './heldOutFigures.ts'
import { askOptbinning } from './optbinning.ts'
import { TAIWAN_CSV } from './taiwan.ts'

interface Told {
  readonly versions: string
  /** Of the good event, by run and row. */
  readonly logOdds: readonly (readonly number[])[]
  /** Mean over the fits. */
  readonly wrongSigns: number
  readonly columns: number
}

/** One of our models beside optbinning's scorecard on the raw columns of the same rows, on the same folds. */
export function compareFigures(name: string, ours: Tried): void {
  const { versions, logOdds, wrongSigns, columns } = askOptbinning<Told>('held-out', {
    csv: TAIWAN_CSV,
    bad: [...ours.rows.table.bad],
    folds: ours.folds.map((foldOf) => [...foldOf]),
  })
  const theirs = figuresOf(
    ours.folds.map((foldOf, run) => ({ foldOf, logOdds: Float64Array.from(logOdds[run] ?? []) })),
    ours.rows,
    ours.calibration,
  )
  console.log(`\nTaiwan, ${name}: ${lineOf(ours.figures)}; ${ours.wrongSigns} wrong signs`)
  console.log(
    `${versions}, the ${columns} raw columns without demographics, same folds: ${lineOf(theirs)}; ${wrongSigns.toFixed(1)} wrong signs of ${columns}`,
  )
  const gain = (of: 'auc' | 'ks') => mean(ours.figures.all, of) - mean(theirs.all, of)
  const error = mean(ours.figures.all, 'calibrationError')
  console.log(
    `ours − theirs  AUC ${signed(gain('auc'))} (above 0)  KS ${signed(gain('ks'))} (above 0)  calibration error ${signed(error - mean(theirs.all, 'calibrationErrorBefore'))} against theirs as it comes, ${signed(error - mean(theirs.all, 'calibrationError'))} calibrated like ours (below 0)`,
  )
}

const signed = (x: number): string => `${x < 0 ? '−' : '+'}${Math.abs(x).toFixed(4)}`
