import type { Model } from '../input/model.ts'
import { BUCKETS } from '../kernel/bucket.ts'
import { canonicalHash } from '../kernel/canonicalHash.ts'
import { failure } from '../kernel/failure.ts'
import { bucketBase } from './bucketBase.ts'
import { fitCalibration } from './calibration.ts'
import { cardOf, type ModelCard } from './card.ts'
import { fitScorecard } from './fitScorecard.ts'
import { bareModel, calibratedAcross, heldOutMetrics, scoreHeldOut } from './heldOut.ts'
import type { TrainSettings } from './options.ts'
import { withPriors } from './priors.ts'
import type { ReadRows } from './readRows.ts'
import { pointsOfTable, probabilitiesOf } from './scoreTable.ts'
import { compareSolvers } from './secondSolver.ts'

/** A scorecard with its card; `name` is `id@version#sha256:…`, by its content, as decisions give it. */
export interface Trained {
  readonly model: Model
  readonly card: ModelCard & { readonly name: string }
}

/** Two solvers farther apart than this are wrong, one of them at least. */
const MOST_DIFFERENCE = 1e-4
const NOT_IN_ARREARS = BUCKETS.indexOf('0')

/** Fits, checks, calibrates on held-out folds, and writes the card. @throws a Failure with a code `train.…`. */
export function trainTable(rows: ReadRows, settings: TrainSettings): Trained {
  const { table } = rows
  const fitted = fitScorecard(table, settings)
  const solvers = settings.verify ? compareSolvers(fitted.design, fitted.fit.free) : undefined
  if (solvers !== undefined && !(solvers.largestDifference <= MOST_DIFFERENCE))
    throw failure(
      'train.solversDiffer',
      `two solvers differ by ${solvers.largestDifference.toPrecision(3)} in a coefficient; use fewer characteristics or larger bins: some say nearly the same`,
    )
  const heldOut = scoreHeldOut(table, settings)
  const probabilities = calibratedAcross(heldOut, table.bad, settings.calibration)
  const figures = (counts: (place: number) => boolean) =>
    heldOutMetrics(heldOut.logOdds, probabilities, table, counts) ?? null
  const scored: Model = {
    ...bareModel(fitted),
    calibration: fitCalibration(settings.calibration, heldOut.logOdds, table.bad),
  }
  const { id, version, event, horizonDays, scaleFree, scale } = settings
  const card = cardOf(
    rows,
    fitted,
    { all: figures(() => true), inArrears: figures((i) => table.bucket[i] !== NOT_IN_ARREARS) },
    solvers,
    settings,
    settings,
  )
  const model: Model = {
    id,
    version,
    event,
    horizonDays,
    scaleFree,
    scale,
    intercept: fitted.intercept,
    characteristics: withPriors(fitted.characteristics, settings),
    base: bucketBase(probabilitiesOf(pointsOfTable(scored, table), scored), table.bucket),
    calibration: scored.calibration,
    card: card as unknown as Model['card'],
  }
  return { model, card: { name: `${id}@${version}#sha256:${canonicalHash(model)}`, ...card } }
}
