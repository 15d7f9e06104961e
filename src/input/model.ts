import type { Bucket } from '../words/buckets.ts'
import type { MissingKind } from '../words/missingKind.ts'

/** A scorecard as plain data. */
export interface Model {
  readonly id: string
  readonly version: string
  /** The good event whose probability is given. */
  readonly event: string
  readonly horizonDays: number
  /** Whether multiplying all money by the same factor leaves every characteristic as it was. */
  readonly scaleFree: boolean
  readonly scale: Scale
  /** Points every case has on top of `scale.basePoints`. */
  readonly intercept: number
  readonly characteristics: readonly Characteristic[]
  /** Mean probability by bucket on the data it was fitted on; a bucket without one is not shifted. */
  readonly base: Readonly<Partial<Record<Bucket, number>>>
  readonly calibration: Calibration
  /** Model card: data, metrics, limits. */
  readonly card: Readonly<Record<string, unknown>>
}

/** All points are whole numbers from -1,000,000 to 1,000,000. */
export interface Scale {
  /** Points at `baseOdds` (good to bad). */
  readonly basePoints: number
  /** From 10⁻⁹ to 10⁹. */
  readonly baseOdds: number
  /** From 1 to 10,000. */
  readonly pointsToDoubleOdds: number
}

export type Direction = 'up' | 'down'

export interface Characteristic {
  /** A name of the history table, or of the case's own `features`. */
  readonly feature: string
  /** `up`: more never costs points; `down`: more never earns any; `none`: categorical or the lender's own. */
  readonly direction: Direction | 'none'
  /** One top reason a group. */
  readonly group: string
  /** Whether these points were set by hand rather than fitted. */
  readonly prior: boolean
  readonly bins: readonly Bin[]
  readonly missing: Missing
}

/** Points where there is no value. */
export interface Missing {
  readonly points: number
  /** Of a lender's own characteristic: points where its value says why it is missing; `points` for the other reasons. */
  readonly kinds?: Readonly<Partial<Record<MissingKind, number>>>
}

/** Numeric: values below `below`, the last bin without one. Categorical: values in `in`, the last bin without one. Whole points. */
export interface Bin {
  readonly below?: number
  readonly in?: readonly string[]
  readonly points: number
  /** These points were set by hand, though the characteristic's others were fitted: the data had no such values. */
  readonly prior?: boolean
}

export type Calibration =
  | { readonly kind: 'identity' }
  /** logit p′ = a · logit p + b */
  | { readonly kind: 'platt'; readonly a: number; readonly b: number }
  /** Linear between the knots, clamped outside. */
  | { readonly kind: 'isotonic'; readonly x: readonly number[]; readonly y: readonly number[] }
