import { createContext } from '../src/entry/createContext.ts'
import { DEFAULT_MODEL } from '../src/policy/defaultModel.ts'
import { calibratedAcross, foldsOf } from '../src/train/fit/heldOut.ts'
import { settingsOf } from '../src/train/fit/options.ts'
import { readTrainingRows, type TrainingRow } from '../src/train/fit/readRows.ts'
import { logOddsOfTable, pointsOfTable, probabilitiesOf } from '../src/train/fit/scoreTable.ts'
import type { TrainingTable } from '../src/train/fit/trainingTable.ts'
import { aucStandardError, calibrationError, orderingOf } from '../src/train/validate/metrics.ts'

const FIVE = [1, 2, 3, 4, 5]

/** The built-in scorecard where it was not fitted, and with a calibration fitted there on the other folds. */
export function transported(name: string, rows: readonly TrainingRow[]): void {
  const settings = settingsOf({ features: DEFAULT_MODEL.characteristics.map(({ feature }) => feature) })
  const context = createContext({ asOf: '2000-01-01T00:00:00Z', later: 'ignore' })
  const { table } = readTrainingRows(rows, settings.wanted, context)
  const points = pointsOfTable(DEFAULT_MODEL, table)
  const logOdds = logOddsOfTable(points, DEFAULT_MODEL)
  const { auc, ks } = orderingOf(points, table.bad)
  const error = 1.96 * aucStandardError(points, table.bad, table.kin)
  const before = calibrationError(probabilitiesOf(points, DEFAULT_MODEL), table.bad)
  console.log(
    `${name}: AUC ${auc.toFixed(4)} ± ${error.toFixed(4)}, KS ${ks.toFixed(4)}, calibration error ${before.toFixed(4)}, with a calibration fitted there on the other folds ${recalibrated(logOdds, table)}`,
  )
}

function recalibrated(logOdds: Float64Array, table: TrainingTable): string {
  try {
    const errors = FIVE.map((seed) => {
      const foldOf = foldsOf(table, 5, seed)
      return calibrationError(calibratedAcross({ foldOf, logOdds }, table.bad, 'platt'), table.bad)
    })
    return (errors.reduce((sum, error) => sum + error, 0) / errors.length).toFixed(4)
  } catch (error) {
    return `none: ${(error as Error).message}`
  }
}
