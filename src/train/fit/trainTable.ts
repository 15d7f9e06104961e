import type { Bin, Characteristic, Model } from '../../input/model.ts'
import { canonicalHash } from '../../numbers/canonicalHash.ts'
import { round6 } from '../../numbers/maths.ts'
import { BUCKETS, type Bucket, NOT_IN_ARREARS } from '../../words/buckets.ts'
import { failure } from '../../words/failure.ts'
import { fitCalibration } from './calibration.ts'
import { cardOf, type ModelCard } from './card.ts'
import { fitScorecard } from './fitScorecard.ts'
import { bareModel, calibratedAcross, heldOutMetrics, scoreHeldOut } from './heldOut.ts'
import type { TrainSettings } from './options.ts'
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
const YOUNGEST = BUCKETS.indexOf(NOT_IN_ARREARS)

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
    { all: figures(() => true), inArrears: figures((i) => table.bucket[i] !== YOUNGEST) },
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

/**
 * Adds what the data cannot show: bins above those it has, and whole characteristics, with points set by hand and
 * marked as priors.
 *
 * @throws a Failure `train.option` when a prior characteristic was fitted, or does not say that it is a prior.
 */
function withPriors(
  fitted: readonly Characteristic[],
  { priors, beyond }: Pick<TrainSettings, 'priors' | 'beyond'>,
): Characteristic[] {
  for (const { feature, prior } of priors) {
    if (!prior) throw failure('train.option', `the prior characteristic "${feature}" must say prior: true`)
    if (fitted.some((one) => one.feature === feature))
      throw failure('train.option', `"${feature}" was fitted and cannot be a prior too`)
  }
  return [...fitted.map((one) => extended(one, beyond[one.feature] ?? [])), ...priors]
}

function extended(
  one: Characteristic,
  more: readonly { readonly from: number; readonly points: number }[],
): Characteristic {
  if (more.length === 0) return one
  const last = one.bins.at(-1) as Bin
  const bins: Bin[] = [...one.bins.slice(0, -1), { ...last, below: more[0]?.from as number }]
  for (const [k, { points }] of more.entries()) {
    const below = more[k + 1]?.from
    bins.push({ ...(below === undefined ? {} : { below }), points: last.points + points, prior: true })
  }
  return { ...one, bins }
}

/** Fewer accounts than this say too little of a bucket. */
const FEWEST = 50

/**
 * The mean probability by bucket: what decisions compare a borrower with (`model.base`). A bucket of fewer than 50
 * rows has none, and nothing is shifted there.
 */
function bucketBase(probabilities: Float64Array, bucket: Uint8Array): Partial<Record<Bucket, number>> {
  const base: Partial<Record<Bucket, number>> = {}
  for (const [place, name] of BUCKETS.entries()) {
    let sum = 0
    let count = 0
    for (let i = 0; i < bucket.length; i++) {
      if (bucket[i] !== place) continue
      sum += probabilities[i] as number
      count++
    }
    if (count >= FEWEST) base[name] = round6(sum / count)
  }
  return base
}
