import type { Calibration, Model, Scale } from '../../input/model.ts'
import { logit } from '../../numbers/maths.ts'
import { calibratedProbability } from '../../score/scoreCase.ts'

/** Log odds that points stand for on a scale. */
export const logOddsOfPoints = (
  points: number,
  { basePoints, baseOdds, pointsToDoubleOdds }: Scale,
): number => Math.log(baseOdds) + ((points - basePoints) * Math.LN2) / pointsToDoubleOdds

/** Points, not rounded, that stand for log odds on a scale. */
const pointsOfLogOdds = (logOdds: number, { basePoints, baseOdds, pointsToDoubleOdds }: Scale): number =>
  basePoints + ((logOdds - Math.log(baseOdds)) * pointsToDoubleOdds) / Math.LN2

/**
 * The probability that so many points mean, exactly as a decision gives it.
 * `probabilityOfPoints(550, model)` is 0.666667 on the usual scale without a calibration.
 */
export const probabilityOfPoints = (
  points: number,
  { scale, calibration }: Pick<Model, 'scale' | 'calibration'>,
): number => calibratedProbability(logOddsOfPoints(points, scale), calibration)

/**
 * The points, not rounded, that mean a probability: the exact inverse on the scale and through Platt's map; through an
 * isotonic map by interpolation between its knots. Where that is level any points of the stretch mean it, and the
 * lowest are given; undefined for a probability the map never gives.
 *
 * @example
 * pointsOfProbability(2 / 3, { scale, calibration: { kind: 'identity' } }) // => 550
 */
export function pointsOfProbability(
  probability: number,
  { scale, calibration }: Pick<Model, 'scale' | 'calibration'>,
): number | undefined {
  const logOdds = uncalibrated(probability, calibration)
  return logOdds === undefined ? undefined : pointsOfLogOdds(logOdds, scale)
}

function uncalibrated(probability: number, calibration: Calibration): number | undefined {
  if (!(probability > 0 && probability < 1)) return undefined
  if (calibration.kind === 'identity') return logit(probability)
  if (calibration.kind === 'platt') return (logit(probability) - calibration.b) / calibration.a
  const { x, y } = calibration
  const at = y.findIndex((value) => value >= probability)
  if (at < 0 || (at === 0 && y[0] !== probability)) return undefined
  if (y[at] === probability) return logit(x[at] as number)
  const [x0, x1, y0, y1] = [x[at - 1], x[at], y[at - 1], y[at]] as [number, number, number, number]
  return logit(x0 + ((x1 - x0) * (probability - y0)) / (y1 - y0))
}

/** The least whole points from which on a model gives at least a probability; for bands and cut-offs. */
export function leastPointsFor(probability: number, model: Pick<Model, 'scale' | 'calibration'>): number {
  let low = -100_000
  let high = 100_000
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (probabilityOfPoints(middle, model) >= probability) high = middle
    else low = middle + 1
  }
  return low
}
