import { logit, round6, sigmoid } from '../kernel/maths.ts'
import { chancePoint, ONCE_IN_20, ONCE_IN_1000 } from './chance.ts'
import type { PointBands } from './drift.ts'
import type { Thresholds, Verdict } from './driftThresholds.ts'
import { fitLine } from './fitPlatt.ts'

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

/** How calibration has moved from a base to now. */
export interface CalibrationDrift {
  readonly thresholds: Thresholds
  /** Of now; `notJudged` where its outcomes are not known, or fewer than 30 of them good or bad. */
  readonly verdict: Verdict | 'notJudged'
  /** Null where outcomes are not known. */
  readonly base: CalibrationFigures | null
  readonly now: CalibrationFigures | null
  /** By how much the bad rate less its expectation has moved, with 95 % either way; null without both. */
  readonly shift: { readonly value: number; readonly low: number; readonly high: number } | null
}

/** A scored row whose outcome is known. */
export interface JudgedRow {
  readonly points: number
  /** Of the good event. */
  readonly probability: number
  readonly bad: 0 | 1
}

/** Fewest good and fewest bad rows to judge by. */
const LEAST = 30

/**
 * Compares two samples; undefined where outcomes are not known. An error is to watch if chance exceeds it less than
 * once in twenty, and to act on if less than once in a thousand, as supervisors' traffic lights have it
 * (Oesterreichische Nationalbank 2004, Guidelines on Credit Risk Management: Rating Models and Validation); besides, it
 * must be large enough to matter, since on many rows the smallest error is no chance. Rows count as independent.
 */
export function calibrationDrift(
  base: readonly JudgedRow[] | undefined,
  now: readonly JudgedRow[] | undefined,
  bands: PointBands,
  thresholds: Thresholds,
): CalibrationDrift {
  const [before, after] = [base && calibrationFigures(base, bands), now && calibrationFigures(now, bands)]
  return {
    thresholds,
    verdict: after === undefined ? 'notJudged' : calibrationVerdict(after, thresholds),
    base: before ?? null,
    now: after ?? null,
    shift: before === undefined || after === undefined ? null : shiftOf(base ?? [], now ?? []),
  }
}

function calibrationVerdict(
  { rows, bad, calibrationError: error, byChance, byRareChance }: CalibrationFigures,
  { watch, act }: Thresholds,
): Verdict | 'notJudged' {
  if (Math.min(bad, rows - bad) < LEAST) return 'notJudged'
  if (error >= act && error > byRareChance) return 'act'
  return error >= watch && error > byChance ? 'watch' : 'stable'
}

function calibrationFigures(rows: readonly JudgedRow[], { names, partOf }: PointBands): CalibrationFigures {
  const parts: JudgedRow[][] = names.map(() => [])
  for (const row of rows) parts[partOf(row.points)]?.push(row)
  const counted = parts.map(momentsOf)
  const all = momentsOf(rows)
  // Under right probabilities each band's part of the error is the absolute value of a normal with this deviation.
  const deviations = counted.map(({ variance }) => Math.sqrt(variance) / rows.length)
  const mean = Math.sqrt(2 / Math.PI) * deviations.reduce((sum, x) => sum + x, 0)
  const spread = (1 - 2 / Math.PI) * deviations.reduce((sum, x) => sum + x * x, 0)
  return {
    rows: rows.length,
    bad: all.bad,
    badRate: round6(all.bad / rows.length),
    expected: round6(all.expected / rows.length),
    calibrationError: round6(
      counted.reduce((sum, { bad, expected }) => sum + Math.abs(bad - expected), 0) / rows.length,
    ),
    byChance: chancePoint(mean, spread, ONCE_IN_20),
    byRareChance: chancePoint(mean, spread, ONCE_IN_1000),
    calibrationSlope: slopeOf(rows),
    brier: round6(
      rows.reduce((sum, { probability, bad }) => sum + (1 - bad - probability) ** 2, 0) / rows.length,
    ),
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
function momentsOf(rows: readonly JudgedRow[]) {
  let [bad, expected, variance] = [0, 0, 0]
  for (const row of rows) {
    bad += row.bad
    expected += 1 - row.probability
    variance += row.probability * (1 - row.probability)
  }
  return { rows: rows.length, bad, expected, variance }
}

const withError = (value: number, error: number) => ({
  value: round6(value),
  low: round6(value - 1.96 * error),
  high: round6(value + 1.96 * error),
})

function shiftOf(base: readonly JudgedRow[], now: readonly JudgedRow[]) {
  const gap = (rows: readonly JudgedRow[]) => {
    const { bad, expected, variance } = momentsOf(rows)
    return { value: (bad - expected) / rows.length, variance: variance / rows.length ** 2 }
  }
  const [before, after] = [gap(base), gap(now)]
  return withError(after.value - before.value, Math.sqrt(before.variance + after.variance))
}

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
