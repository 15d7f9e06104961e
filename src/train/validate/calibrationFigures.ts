import { mean, sum } from 'simple-statistics'
import { logit, round6, sigmoid } from '../../numbers/maths.ts'
import { fitLine } from '../fit/calibration.ts'
import type { PointBands } from '../monitor/drift.ts'

/** A scored row whose outcome is known. */
export interface JudgedRow {
  readonly points: number
  /** Of the good event. */
  readonly probability: number
  readonly bad: 0 | 1
}

/** Whether what was expected came, in a sample whose outcomes are known. */
export interface CalibrationFigures {
  readonly rows: number
  readonly bad: number
  readonly badRate: number
  /** Mean probability of the bad event that was given. */
  readonly expected: number
  /** Mean distance between bad rate and expectation over the bands, weighted by rows. */
  readonly calibrationError: number
  /** The error that chance alone exceeds once in twenty on so many rows, if every probability is right. */
  readonly byChance: number
  /** The same, exceeded once in a thousand. */
  readonly byRareChance: number
  /** Log odds that came on those that were given (Cox 1958), with 95 % either way: 1 is right, below 1 is too sure. */
  readonly calibrationSlope: { readonly value: number; readonly low: number; readonly high: number } | null
  /** Mean squared error (Brier 1950). */
  readonly brier: number
  /** From the lowest score up; the tenths of the base that have rows. */
  readonly bands: readonly CalibrationBand[]
}

interface CalibrationBand {
  readonly band: string
  readonly rows: number
  readonly badRate: number
  readonly expected: number
  /** Their difference in standard errors of a bad rate that is as expected; beyond 2 either way is rarely chance. */
  readonly z: number | null
}

/** Rows count as independent. */
export function calibrationFigures(
  rows: readonly JudgedRow[],
  { names, partOf }: PointBands,
): CalibrationFigures {
  const parts: JudgedRow[][] = names.map(() => [])
  for (const row of rows) parts[partOf(row.points)]?.push(row)
  const counted = parts.map(momentsOf)
  const all = momentsOf(rows)
  // Under right probabilities each band's part of the error is the absolute value of a normal with this deviation.
  const deviations = counted.map(({ variance }) => Math.sqrt(variance) / rows.length)
  const usual = Math.sqrt(2 / Math.PI) * sum(deviations)
  const spread = (1 - 2 / Math.PI) * sum(deviations.map((x) => x * x))
  return {
    rows: rows.length,
    bad: all.bad,
    badRate: round6(all.bad / rows.length),
    expected: round6(all.expected / rows.length),
    calibrationError: round6(sum(counted.map(({ bad, expected }) => Math.abs(bad - expected))) / rows.length),
    byChance: chancePoint(usual, spread, ONCE_IN_20),
    byRareChance: chancePoint(usual, spread, ONCE_IN_1000),
    calibrationSlope: slopeOf(rows),
    brier: round6(mean(rows.map(({ probability, bad }) => (1 - bad - probability) ** 2))),
    bands: counted.flatMap(({ rows: count, bad, expected, variance }, k) =>
      count === 0
        ? []
        : [
            {
              band: names[k] as string,
              rows: count,
              badRate: round6(bad / count),
              expected: round6(expected / count),
              z: variance > 0 ? round6((bad - expected) / Math.sqrt(variance)) : null,
            },
          ],
    ),
  }
}

/** Bads, how many were expected, and the variance of that number if every probability is right. */
export function momentsOf(rows: readonly JudgedRow[]) {
  let [bad, expected, variance] = [0, 0, 0]
  for (const row of rows) {
    bad += row.bad
    expected += 1 - row.probability
    variance += row.probability * (1 - row.probability)
  }
  return { rows: rows.length, bad, expected, variance }
}

/** A figure with 1.96 standard errors either way. */
export const withError = (value: number, error: number) => ({
  value: round6(value),
  low: round6(value - 1.96 * error),
  high: round6(value + 1.96 * error),
})

/** Null where the scores tell all outcomes apart, or are all the same. */
function slopeOf(rows: readonly JudgedRow[]): CalibrationFigures['calibrationSlope'] {
  const x = rows.map(({ probability }) => logit(probability))
  const bad = rows.map((row) => row.bad)
  const { a, b } = fitLine(
    x,
    bad.map((one) => 1 - one),
    bad,
  )
  let [sum, first, second] = [0, 0, 0]
  for (const at of x) {
    const p = sigmoid(a * at + b)
    const weight = p * (1 - p)
    sum += weight
    first += weight * at
    second += weight * at * at
  }
  const information = second - first ** 2 / sum
  return information > 1e-9 && Math.abs(a) < MOST_SLOPE ? withError(a, 1 / Math.sqrt(information)) : null
}

/** A slope beyond any that scores with an overlap give. */
const MOST_SLOPE = 100

/** A standard normal value that chance exceeds once in twenty, and once in a thousand. */
export const ONCE_IN_20 = 1.644854
export const ONCE_IN_1000 = 3.090232

/**
 * The value that a positive sum with this mean and variance exceeds by chance so rarely, to three digits: taken as
 * gamma distributed, by Wilson and Hilferty's cube root (1931). A χ² with f degrees of freedom has mean f and variance
 * 2 f.
 *
 * @example
 * chancePoint(9, 18, ONCE_IN_20) // => 16.9
 */
export function chancePoint(mean: number, variance: number, normal: number): number {
  if (!(mean > 0)) return 0
  const spread = variance / (9 * mean * mean)
  return Number((mean * (1 - spread + normal * Math.sqrt(spread)) ** 3).toPrecision(3))
}
