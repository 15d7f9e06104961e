import { createContext } from '../src/entry/createContext.ts'
import type { CalibrationKind } from '../src/train/fit/calibration.ts'
import {
  calibratedAcross,
  foldsOf,
  type HeldOut,
  type HeldOutMetrics,
  heldOutMetrics,
} from '../src/train/fit/heldOut.ts'
import { settingsOf, type TrainOptions } from '../src/train/fit/options.ts'
import { type ReadRows, readTrainingRows, type TrainingRow } from '../src/train/fit/readRows.ts'
import { trainTable } from '../src/train/fit/trainTable.ts'

/** Splits into folds; a figure is the mean over them. */
const SEEDS = [1, 2] as const

/** What scorecards fitted on four fifths of the rows do on the fifth, once for each seed. */
export interface Figures {
  readonly all: readonly HeldOutMetrics[]
  readonly inArrears: readonly HeldOutMetrics[]
}

/** A way to fit, with the rows it reads and the folds they fall into. */
export interface Tried {
  readonly rows: ReadRows
  readonly folds: readonly Uint8Array[]
  readonly figures: Figures
  readonly calibration: CalibrationKind
  /** Steps of the last model's characteristics that go against their direction. */
  readonly wrongSigns: number
}

/** Fits on cases, by every seed. */
export function tried(
  cases: readonly TrainingRow[],
  options: TrainOptions,
  seeds: readonly number[] = SEEDS,
): Tried {
  const settings = settingsOf({ ...options, verify: false })
  const context = createContext({ asOf: '2000-01-01T00:00:00Z', later: options.later ?? 'reject' })
  const rows = readTrainingRows(cases, settings.wanted, context)
  const trained = seeds.map((seed) => trainTable(rows, { ...settings, seed }))
  return {
    rows,
    calibration: settings.calibration,
    folds: seeds.map((seed) => foldsOf(rows.table, settings.folds, seed)),
    figures: {
      all: trained.flatMap(({ card }) => card.metrics.all ?? []),
      inArrears: trained.flatMap(({ card }) => card.metrics.inArrears ?? []),
    },
    wrongSigns: Math.max(
      ...trained.map(
        ({ model }) =>
          model.characteristics.filter(({ direction, bins }) =>
            bins.some(({ points }, k) => {
              const step = points - (bins[k - 1]?.points ?? points)
              return direction === 'up' ? step < 0 : direction === 'down' && step > 0
            }),
          ).length,
      ),
    ),
  }
}

/** The same figures, by the same code, of someone else's held-out log odds, calibrated across folds in the same way. */
export function figuresOf(
  heldOut: readonly HeldOut[],
  { table }: ReadRows,
  calibration: CalibrationKind,
): Figures {
  const metrics = (counts: (place: number) => boolean): HeldOutMetrics[] =>
    heldOut.flatMap((one) => {
      const probabilities = calibratedAcross(one, table.bad, calibration)
      return heldOutMetrics(one.logOdds, probabilities, table, counts) ?? []
    })
  return { all: metrics(() => true), inArrears: metrics((i) => table.bucket[i] !== 0) }
}

/** The mean over the seeds. */
export const mean = (metrics: readonly HeldOutMetrics[], of: 'auc' | 'ks' | CalibrationError): number =>
  metrics.reduce((sum, one) => sum + one[of], 0) / metrics.length

type CalibrationError = 'calibrationError' | 'calibrationErrorBefore'

/** One line of figures. */
export function lineOf({ all, inArrears }: Figures): string {
  const digits = (of: 'auc' | 'ks' | CalibrationError, among = all): string => mean(among, of).toFixed(4)
  return [
    `AUC ${digits('auc')}`,
    `KS ${digits('ks')}`,
    `calibration error ${digits('calibrationError')} (before ${digits('calibrationErrorBefore')})`,
    ...(inArrears.length > 0
      ? [`in arrears AUC ${digits('auc', inArrears)} KS ${digits('ks', inArrears)}`]
      : []),
  ].join(', ')
}
