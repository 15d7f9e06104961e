import type { Calibration } from '../input/model.ts'
import { clamp, round6, sigmoid } from '../kernel/maths.ts'

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
