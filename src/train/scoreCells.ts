import type { Model } from '../input/model.ts'
import { probabilityOfPoints } from './pointsAndProbability.ts'

/**
 * How many were good and bad at each score there is, from the lowest. Points are whole, so there are some hundred
 * cells however many rows; every figure of a validation is worked out from them, and so is every resample.
 */
export interface ScoreCells {
  readonly points: Float64Array
  /** What so many points mean, of the good event. */
  readonly probability: Float64Array
  readonly good: Float64Array
  readonly bad: Float64Array
}

/** Counts rows by their points. `bad[i]` is 1 where the bad event came. */
export function scoreCells(
  points: ArrayLike<number>,
  bad: ArrayLike<number>,
  model: Pick<Model, 'scale' | 'calibration'>,
): ScoreCells {
  const distinct = Float64Array.from(new Set(Array.from(points))).sort()
  const cellOf = new Map(Array.from(distinct, (value, cell) => [value, cell] as const))
  const cells: ScoreCells = {
    points: distinct,
    probability: distinct.map((value) => probabilityOfPoints(value, model)),
    good: new Float64Array(distinct.length),
    bad: new Float64Array(distinct.length),
  }
  for (let i = 0; i < points.length; i++) {
    const cell = cellOf.get(points[i] as number) as number
    const counts = bad[i] === 1 ? cells.bad : cells.good
    counts[cell] = (counts[cell] as number) + 1
  }
  return cells
}

/** How many rows are good and bad altogether. */
export function cellTotals({ good, bad }: ScoreCells): { good: number; bad: number } {
  let goods = 0
  let bads = 0
  for (let cell = 0; cell < good.length; cell++) {
    goods += good[cell] as number
    bads += bad[cell] as number
  }
  return { good: goods, bad: bads }
}
