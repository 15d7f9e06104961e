import {
  type CalibrationFigures,
  calibrationFigures,
  chancePoint,
  type JudgedRow,
  momentsOf,
  ONCE_IN_20,
  withError,
} from '../validate/calibrationFigures.ts'
import { type Drift, type DriftVerdict, type PointBands, type Thresholds, verdictOf } from './drift.ts'

/** Drift of one thing, and what to make of it. */
export interface Watched extends Drift {
  readonly verdict: DriftVerdict
  /** The index that chance alone exceeds once in twenty on so many rows: below it nothing may have changed. */
  readonly byChance: number
}

/** How cases of now differ from those of a base, as one scorecard and policy see them: plain data. */
export interface MonitorReport {
  readonly model: string
  /** Of the stability index. */
  readonly thresholds: Thresholds
  readonly base: MonitoredSample
  readonly now: MonitoredSample
  /** The worst of all verdicts below that were given. */
  readonly verdict: DriftVerdict
  /** What reached a threshold, such as `score` or `characteristics/utilisation`. */
  readonly exceeded: readonly string[]
  /** Population stability: points, over the tenths of the base. */
  readonly score: Watched
  /** Characteristic stability: the values, over the scorecard's own bins. */
  readonly characteristics: readonly (Watched & {
    readonly feature: string
    /** By how much it moved the mean score. */
    readonly pointsShift: number
  })[]
  /** What is decided. */
  readonly actions: Watched
  /** The first reason given for the action, and for the score. */
  readonly reasons: { readonly action: Watched; readonly score: Watched }
  /** Whether what is expected comes, where outcomes are known. */
  readonly calibration: CalibrationDrift
}

export interface MonitoredSample {
  readonly rows: number
  readonly from: string
  readonly to: string
  readonly meanPoints: number
  readonly meanProbability: number
}

/** A drift with its verdict; `rows` of both samples tell what chance can do. */
export function watched(
  { index, parts }: Drift,
  rows: readonly [number, number],
  thresholds: Thresholds,
): Watched {
  return { index, verdict: verdictOf(index, thresholds), byChance: byChance(parts.length, rows), parts }
}

/**
 * Without drift the index times n·m ÷ (n + m) is nearly χ² with one degree of freedom less than there are parts.
 * `byChance(10, [1000, 1000])` is 0.0338.
 */
function byChance(parts: number, [base, now]: readonly [number, number]): number {
  const per = 1 / base + 1 / now
  return chancePoint((parts - 1) * per, 2 * (parts - 1) * per * per, ONCE_IN_20)
}

/** How calibration has moved from a base to now. */
export interface CalibrationDrift {
  readonly thresholds: Thresholds
  /** Of now; `notJudged` where its outcomes are not known, or fewer than 30 of them good or bad. */
  readonly verdict: DriftVerdict | 'notJudged'
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
): DriftVerdict | 'notJudged' {
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
