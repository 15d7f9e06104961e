import { failure } from '../kernel/failure.ts'
import type { Drift } from './drift.ts'

/** From `watch` on somebody should look, from `act` on the scorecard should not be relied on as it is. */
export interface Thresholds {
  readonly watch: number
  readonly act: number
}

/** What the industry goes by for the stability index (Siddiqi 2006, chapter 9). */
export const USUAL_THRESHOLDS: Thresholds = { watch: 0.1, act: 0.25 }

export type Verdict = 'stable' | 'watch' | 'act'

/** Drift of one thing, and what to make of it. */
export interface Watched extends Drift {
  readonly verdict: Verdict
  /** The index that chance alone exceeds once in twenty on so many rows: below it nothing may have changed. */
  readonly byChance: number
}

/** How cases of now differ from those of a base, as one scorecard and policy see them: plain data. */
export interface MonitorReport {
  readonly model: string
  readonly thresholds: Thresholds
  readonly base: MonitoredSample
  readonly now: MonitoredSample
  /** The worst of all verdicts below. */
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
}

export interface MonitoredSample {
  readonly rows: number
  readonly from: string
  readonly to: string
  readonly meanPoints: number
  readonly meanProbability: number
}

/** @throws a Failure `train.option` for thresholds that are none. */
export function soundThresholds(given: Partial<Thresholds> = {}): Thresholds {
  const { watch, act } = { ...USUAL_THRESHOLDS, ...given }
  if (watch > 0 && act >= watch && Number.isFinite(act)) return { watch, act }
  throw failure(
    'train.option',
    '"thresholds" must be { watch, act }, with watch above 0 and act not below it',
  )
}

/** A drift with its verdict; `rows` of both samples tell what chance can do. */
export function watched(drift: Drift, rows: readonly [number, number], { watch, act }: Thresholds): Watched {
  const { index, parts } = drift
  const verdict = index >= act ? 'act' : index >= watch ? 'watch' : 'stable'
  return { index, verdict, byChance: byChance(parts.length, rows), parts }
}

/**
 * Without drift the index times n·m ÷ (n + m) is nearly χ² with one degree of freedom less than there are parts; its
 * 95 % point by Wilson and Hilferty's cube root (1931). `byChance(10, [1000, 1000])` is 0.0338.
 */
function byChance(parts: number, [base, now]: readonly [number, number]): number {
  const freedom = parts - 1
  if (freedom < 1) return 0
  const spread = 2 / (9 * freedom)
  const chi2 = freedom * (1 - spread + 1.644854 * Math.sqrt(spread)) ** 3
  return Number((chi2 * (1 / base + 1 / now)).toPrecision(3))
}
