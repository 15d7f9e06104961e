/** A score as it leaves the library. */
export interface Score {
  readonly points: number
  /** Points of someone whose characteristics add nothing: `scale.basePoints` + intercept. */
  readonly basePoints: number
  /** Of the model's event, always the good one, to 6 decimals. */
  readonly probability: number
  /** A (likeliest to repay) to E. */
  readonly band: 'A' | 'B' | 'C' | 'D' | 'E'
  readonly event: string
  readonly horizonDays: number
  readonly contributions: readonly Contribution[]
  /** Characteristics without a value, in the model's order. */
  readonly missing: readonly string[]
  /** Of those, the ones a loan of this kind cannot have: it has no statements or credit limit. They are no reasons. */
  readonly notApplicable: readonly string[]
}

/** What one characteristic gave. `basePoints` and all `points` add up to the score exactly. */
export interface Contribution {
  readonly feature: string
  readonly value: number | string | null
  /** `[0.34, 0.67)`, `missing`, or the categories. */
  readonly bin: string
  readonly points: number
  /** Against the best bin of this characteristic; 0 or more. */
  readonly pointsLost: number
  readonly prior: boolean
}
