import type { Model } from '../../input/model.ts'
import { type Draws, drawsOf } from './bootstrap.ts'
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

/** A row whose outcome is known: its points, and with whom it is drawn (readRows.ts). */
export interface ScoredRow {
  readonly points: number
  readonly bad: 0 | 1
  readonly kin: number
}

/** Scored rows by their points, and as they are drawn again: a row's code is its cell, after all cells if it is bad. */
export interface ScoredSample {
  readonly cells: ScoreCells
  readonly draws: Draws
}

export function scoredSample(
  rows: readonly ScoredRow[],
  model: Pick<Model, 'scale' | 'calibration'>,
): ScoredSample {
  const cells = scoreCells(
    rows.map(({ points }) => points),
    rows.map(({ bad }) => bad),
    model,
  )
  const cellOf = placesOf(cells.points)
  const codes = rows.map(
    ({ points, bad }) => (cellOf.get(points) as number) + (bad === 1 ? cells.points.length : 0),
  )
  return {
    cells,
    draws: drawsOf(
      codes,
      rows.map(({ kin }) => kin),
    ),
  }
}

const placesOf = (distinct: Float64Array): ReadonlyMap<number, number> =>
  new Map(Array.from(distinct, (value, cell) => [value, cell] as const))

/** Counts rows by their points. `bad[i]` is 1 where the bad event came. */
export function scoreCells(
  points: ArrayLike<number>,
  bad: ArrayLike<number>,
  model: Pick<Model, 'scale' | 'calibration'>,
): ScoreCells {
  const distinct = Float64Array.from(new Set(Array.from(points))).sort()
  const cellOf = placesOf(distinct)
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
