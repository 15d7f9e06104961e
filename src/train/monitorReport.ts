import type { CalibrationDrift } from './calibrationDrift.ts'
import { chancePoint, ONCE_IN_20 } from './chance.ts'
import type { Drift } from './drift.ts'
import { type Thresholds, type Verdict, verdictOf } from './driftThresholds.ts'

/** Drift of one thing, and what to make of it. */
export interface Watched extends Drift {
  readonly verdict: Verdict
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
  readonly verdict: Verdict
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
