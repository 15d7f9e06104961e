import type { Facts } from '../history/facts.ts'
import type { Calibration } from '../input/model.ts'
import { clamp, round6, sigmoid } from '../numbers/maths.ts'
import type { Contribution, Score } from './score.ts'
import type { Scorecard, ScorecardRow } from './scorecard.ts'

/**
 * Scores a case with a scorecard; `bands` are the policy's.
 *
 * Every characteristic gives the points of the bin its value is in, or those for a missing value; with `basePoints`
 * they add up to `points` exactly, in whole points. `points` give log odds on the model's scale, those the
 * probability through the calibration map. Values come from the history table, and where that has no such name from
 * the case's own `features`.
 *
 * 500 points on a scale of base 500 at odds of 1 and 50 points to double the odds are a probability of 0.5, 550
 * points one of 0.666667.
 */
export function scoreCase(facts: Facts, scorecard: Scorecard, bands: readonly number[]): Score {
  const { model } = scorecard
  const contributions: Contribution[] = []
  const missing: string[] = []
  const notApplicable: string[] = []
  const isRevolving = facts.view.source.loan.product === 'revolving'
  let points = scorecard.basePoints
  for (const row of scorecard.rows) {
    const contribution = contributionOf(row, featureValue(facts, row.feature))
    points += contribution.points
    contributions.push(contribution)
    if (contribution.value !== null) continue
    missing.push(row.feature)
    if (row.revolvingOnly && !isRevolving) notApplicable.push(row.feature)
  }
  const logOdds = scorecard.baseLogOdds + (points - model.scale.basePoints) * scorecard.logOddsPerPoint
  const probability = calibratedProbability(logOdds, model.calibration)
  return {
    points,
    basePoints: scorecard.basePoints,
    probability,
    band: bandOf(probability, bands),
    event: model.event,
    horizonDays: model.horizonDays,
    contributions,
    missing,
    notApplicable,
  }
}

function featureValue(facts: Facts, feature: string): number | string | null {
  const known = (facts.features as Readonly<Record<string, number | null | undefined>>)[feature]
  // The history table has null for what it does not know; any other name is the lender's own. A name such as
  // `constructor` finds a function here, and nothing among the own properties below.
  if (typeof known === 'number' || known === null) return known
  const own = facts.view.source.features
  return own !== undefined && Object.hasOwn(own, feature) ? (own[feature] ?? null) : null
}

function contributionOf(row: ScorecardRow, value: number | string | null): Contribution {
  const bin = value === null ? row.missing : binOf(row, value)
  return {
    feature: row.feature,
    value: bin >= row.missing ? null : typeof value === 'number' ? roundedValue(value) : value,
    bin: row.labels[bin] as string,
    points: row.points[bin] as number,
    pointsLost: row.lost[bin] as number,
    prior: row.priors[bin] as boolean,
  }
}

/** Place of the bin a value is in; that of a missing one where it is of no use: text among numbers, or no finite number. */
function binOf({ below, categories, missing, kinds }: ScorecardRow, value: number | string): number {
  const kind = typeof value === 'string' ? kinds?.get(value) : undefined
  if (kind !== undefined) return kind
  if (categories !== undefined) return categories.get(String(value)) ?? missing - 1
  if (typeof value === 'string' || !Number.isFinite(value)) return missing
  // Scorecards have a handful of bins: looking through them in order is faster than halving.
  let bin = 0
  while (bin < below.length && value >= (below[bin] as number)) bin++
  return bin
}

/** The value as it leaves the library; bins were chosen before rounding. */
const roundedValue = (value: number): number => (Number.isInteger(value) ? value : round6(value))

const BAND_NAMES = ['A', 'B', 'C', 'D'] as const

/** The band of a probability: the first whose lower end, inclusive, it reaches. */
function bandOf(probability: number, lowerEnds: readonly number[]): Score['band'] {
  for (let i = 0; i < BAND_NAMES.length; i++)
    if (probability >= (lowerEnds[i] ?? Number.POSITIVE_INFINITY)) return BAND_NAMES[i] as Score['band']
  return 'E'
}

/** A probability is never given as certain: its least value and, from 1, its greatest. */
const LEAST = 0.000001

/**
 * The probability of the good event, from the scale's log odds and the model's calibration map, to six decimals and
 * within [0.000001, 0.999999]. `calibratedProbability(0, { kind: 'identity' })` is 0.5.
 */
export function calibratedProbability(logOdds: number, calibration: Calibration): number {
  return clamp(round6(calibrated(logOdds, calibration)), LEAST, 1 - LEAST)
}

function calibrated(logOdds: number, calibration: Calibration): number {
  switch (calibration.kind) {
    case 'identity':
      return sigmoid(logOdds)
    case 'platt':
      // logit p is the log odds themselves: going through p would lose digits near 0 and 1.
      return sigmoid(calibration.a * logOdds + calibration.b)
    case 'isotonic':
      return interpolate(sigmoid(logOdds), calibration.x, calibration.y)
  }
}

/**
 * Linear between the knots, clamped outside; `xs` ascending. At a repeated knot (a step) the last one counts, as in
 * numpy.interp. `interpolate(0.25, [0, 0.5], [0, 1])` is 0.5.
 */
function interpolate(x: number, xs: readonly number[], ys: readonly number[]): number {
  let low = 0
  let high = xs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((xs[middle] as number) <= x) low = middle + 1
    else high = middle
  }
  // `low` knots lie at or before x.
  if (low === 0) return ys[0] as number
  if (low === xs.length) return ys[low - 1] as number
  const x0 = xs[low - 1] as number
  const y0 = ys[low - 1] as number
  return y0 + (((ys[low] as number) - y0) * (x - x0)) / ((xs[low] as number) - x0)
}
