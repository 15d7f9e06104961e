import type { Model } from '../../input/model.ts'
import { mix32 } from '../../numbers/seededRandom.ts'
import { calibratedProbability } from '../../score/scoreCase.ts'
import { aucStandardError, brierScore, calibrationError, logLoss, orderingOf } from '../validate/metrics.ts'
import { type CalibrationKind, fitCalibration } from './calibration.ts'
import { type FittedScorecard, fitScorecard } from './fitScorecard.ts'
import type { TrainSettings } from './options.ts'
import { logOddsOfTable, pointsOfTable } from './scoreTable.ts'
import { rowsAt, type TrainingTable } from './trainingTable.ts'

/** What scorecards fitted on the other folds make of every row. */
export interface HeldOut {
  readonly foldOf: Uint8Array
  /** Log odds before calibration. */
  readonly logOdds: Float64Array
}

/** Figures of scores and probabilities on rows they were not made from. */
export interface HeldOutMetrics {
  readonly rows: number
  readonly bad: number
  readonly auc: number
  /** 95 %: 1.96 standard errors each way (DeLong), copies and accounts of one borrower counted as one draw. */
  readonly aucInterval: readonly [number, number]
  readonly gini: number
  readonly ks: number
  readonly brier: number
  readonly logLoss: number
  readonly calibrationError: number
  readonly calibrationErrorBefore: number
}

/** A model with only what scoring reads, from a fit. */
export const bareModel = ({ scale, intercept, characteristics }: FittedScorecard): Model => ({
  id: 'fold',
  version: '0',
  event: '',
  horizonDays: 1,
  scaleFree: false,
  scale,
  intercept,
  characteristics,
  base: {},
  calibration: { kind: 'identity' },
  card: {},
})

/** Fits on all folds but one and scores that one, in turn; kin stand on one side. */
export function scoreHeldOut(table: TrainingTable, settings: TrainSettings): HeldOut {
  const foldOf = foldsOf(table, settings.folds, settings.seed)
  const logOdds = new Float64Array(table.count)
  // In a part of the rows a named characteristic may have nothing to say; that is no mistake of the caller's.
  const lenient: TrainSettings = { ...settings, named: new Set() }
  for (let fold = 0; fold < settings.folds; fold++) {
    const { rest, held } = splitAt(foldOf, fold)
    if (held.length === 0) continue
    const model = bareModel(fitScorecard(rowsAt(table, rest), lenient))
    const given = logOddsOfTable(pointsOfTable(model, rowsAt(table, held)), model)
    for (let i = 0; i < held.length; i++) logOdds[held[i] as number] = given[i] as number
  }
  return { foldOf, logOdds }
}

/** Probabilities whose calibration was fitted on the other folds, so that its figures are honest too. */
export function calibratedAcross(
  { foldOf, logOdds }: HeldOut,
  bad: Uint8Array,
  kind: CalibrationKind,
): Float64Array {
  const folds = foldOf.reduce((most, fold) => Math.max(most, fold), 0) + 1
  const probabilities = new Float64Array(logOdds.length)
  for (let fold = 0; fold < folds; fold++) {
    const calibration = fitCalibration(
      kind,
      logOdds.filter((_, i) => foldOf[i] !== fold),
      bad.filter((_, i) => foldOf[i] !== fold),
    )
    for (let i = 0; i < logOdds.length; i++)
      if (foldOf[i] === fold) probabilities[i] = calibratedProbability(logOdds[i] as number, calibration)
  }
  return probabilities
}

/** The figures of the rows that `counts` picks; undefined where fewer than 30 of them are good or bad. */
export function heldOutMetrics(
  logOdds: Float64Array,
  probabilities: Float64Array,
  { bad, kin }: Pick<TrainingTable, 'bad' | 'kin'>,
  counts: (place: number) => boolean,
): HeldOutMetrics | undefined {
  const pick = <T extends Float64Array | Uint8Array | Uint32Array>(values: T): T =>
    values.filter((_, i) => counts(i)) as T
  const outcomes = pick(bad)
  const bads = outcomes.reduce((sum, one) => sum + one, 0)
  if (Math.min(bads, outcomes.length - bads) < 30) return undefined
  const scores = pick(logOdds)
  const chances = pick(probabilities)
  const { auc, gini, ks } = orderingOf(scores, outcomes)
  const error = 1.96 * aucStandardError(scores, outcomes, kin && pick(kin))
  const uncalibrated = scores.map((x) => calibratedProbability(x, { kind: 'identity' }))
  return {
    rows: outcomes.length,
    bad: bads,
    auc,
    aucInterval: [Math.max(0, auc - error), Math.min(1, auc + error)],
    gini,
    ks,
    brier: brierScore(chances, outcomes),
    logLoss: logLoss(chances, outcomes),
    calibrationError: calibrationError(chances, outcomes),
    calibrationErrorBefore: calibrationError(uncalibrated, outcomes),
  }
}

/**
 * The fold of every row, from its own values and the seed: so rows that are alike in everything fall on the same side
 * of every split, kin do too, copies of rows change no other row's fold, and the order of rows changes nothing. Sizes
 * are equal by chance, not exactly.
 */
export function foldsOf({ count, columns, kin }: TrainingTable, folds: number, seed: number): Uint8Array {
  const hashes = new Uint32Array(count).fill(mix32(seed))
  const word = new Uint32Array(2)
  const float = new Float64Array(word.buffer)
  for (const { values } of columns)
    for (let i = 0; i < count; i++) {
      const value = values[i] as number
      float[0] = Number.isNaN(value) ? Number.NaN : value + 0 // one NaN, one zero
      const mixed = mix32((hashes[i] as number) ^ (word[0] as number))
      hashes[i] = mix32((mixed + 0x9e3779b9) ^ (word[1] as number))
    }
  if (kin !== undefined) shareHashes(hashes, kin)
  return Uint8Array.from(hashes, (hash) => Math.floor((hash / 0x100000000) * folds))
}

/** Gives kin one hash, that of all the different ones among them. */
function shareHashes(hashes: Uint32Array, kin: Uint32Array): void {
  const different = new Map<number, Set<number>>()
  for (let i = 0; i < kin.length; i++) {
    const known = different.get(kin[i] as number)
    if (known === undefined) different.set(kin[i] as number, new Set([hashes[i] as number]))
    else known.add(hashes[i] as number)
  }
  const shared = new Map<number, number>()
  for (const [number, of] of different) shared.set(number, [...of].reduce((all, one) => all ^ one, 0) >>> 0)
  for (let i = 0; i < kin.length; i++) hashes[i] = shared.get(kin[i] as number) as number
}

/** Places of the rows outside and inside a fold. */
function splitAt(foldOf: Uint8Array, fold: number): { rest: Int32Array; held: Int32Array } {
  const rest: number[] = []
  const held: number[] = []
  for (let i = 0; i < foldOf.length; i++) (foldOf[i] === fold ? held : rest).push(i)
  return { rest: Int32Array.from(rest), held: Int32Array.from(held) }
}
