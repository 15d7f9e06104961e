import {
  type CalibrationFigures,
  calibrationFigures,
  type JudgedRow,
  momentsOf,
  withError,
} from './calibrationFigures.ts'
import type { PointBands } from './drift.ts'
import type { Thresholds, Verdict } from './driftThresholds.ts'

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

function shiftOf(base: readonly JudgedRow[], now: readonly JudgedRow[]) {
  const gap = (rows: readonly JudgedRow[]) => {
    const { bad, expected, variance } = momentsOf(rows)
    return { value: (bad - expected) / rows.length, variance: variance / rows.length ** 2 }
  }
  const [before, after] = [gap(base), gap(now)]
  return withError(after.value - before.value, Math.sqrt(before.variance + after.variance))
}
