import type { Bin, Characteristic, Model } from '../input/model.ts'

/** What can be worked out of a model once: the form in which a scorecard is evaluated. */
export interface Scorecard {
  readonly model: Model
  /** Points of someone whose characteristics add nothing. */
  readonly basePoints: number
  /** Log odds of `scale.basePoints`, and what a point adds to them. */
  readonly baseLogOdds: number
  readonly logOddsPerPoint: number
  readonly rows: readonly ScorecardRow[]
}

export interface ScorecardRow {
  readonly feature: string
  /** Upper ends of all bins but the open last one, ascending; of a numeric characteristic. */
  readonly below: readonly number[]
  /** The bin of each category; of a categorical characteristic, else undefined. */
  readonly categories: ReadonlyMap<string, number> | undefined
  /** Of each bin, then of a missing value, then of the stated reasons for one. */
  readonly points: readonly number[]
  readonly lost: readonly number[]
  readonly labels: readonly string[]
  readonly priors: readonly boolean[]
  /** Place of a missing value in those four. */
  readonly missing: number
  /** Places of the stated reasons for a missing value; undefined where the model has none. */
  readonly kinds: ReadonlyMap<string, number> | undefined
  readonly revolvingOnly: boolean
}

/**
 * A model in the form in which it is evaluated: prepared once for each model. `revolvingOnly` names the characteristics
 * that only a revolving account has.
 */
export function scorecardOf(model: Model, revolvingOnly: ReadonlySet<string> = new Set()): Scorecard {
  const { basePoints, baseOdds, pointsToDoubleOdds } = model.scale
  return {
    model,
    basePoints: basePoints + model.intercept,
    baseLogOdds: Math.log(baseOdds),
    logOddsPerPoint: Math.LN2 / pointsToDoubleOdds,
    rows: model.characteristics.map((one) => prepareRow(one, revolvingOnly)),
  }
}

function prepareRow(
  { feature, prior, bins, missing }: Characteristic,
  revolvingOnly: ReadonlySet<string>,
): ScorecardRow {
  const points = bins.map((bin) => bin.points)
  const best = Math.max(...points)
  const kinds = Object.entries(missing.kinds ?? {})
  const categorical = bins.some((bin) => bin.in !== undefined)
  return {
    feature,
    below: categorical ? [] : bins.flatMap((bin) => bin.below ?? []),
    categories: categorical
      ? new Map(bins.flatMap((bin, index) => (bin.in ?? []).map((category) => [category, index] as const)))
      : undefined,
    points: [...points, missing.points, ...kinds.map(([, given]) => given)],
    // Not knowing may earn more than the best bin; that is no loss.
    lost: [...points, missing.points, ...kinds.map(([, given]) => given)].map((given) =>
      Math.max(0, best - given),
    ),
    labels: [
      ...(categorical ? bins.map(categoryLabel) : bins.map(rangeLabel)),
      'missing',
      ...kinds.map(([kind]) => `missing: ${kind}`),
    ],
    priors: [...bins.map((bin) => prior || bin.prior === true), prior, ...kinds.map(() => prior)],
    missing: bins.length,
    kinds: kinds.length === 0 ? undefined : new Map(kinds.map(([kind], k) => [kind, bins.length + 1 + k])),
    revolvingOnly: revolvingOnly.has(feature),
  }
}

/** `[0.34, 0.67)`; `< 0.34` for the first bin, `>= 0.67` for the last, `any` for the only one. */
function rangeLabel(bin: Bin, index: number, bins: readonly Bin[]): string {
  const from = bins[index - 1]?.below
  if (bin.below === undefined) return from === undefined ? 'any' : `>= ${from}`
  return from === undefined ? `< ${bin.below}` : `[${from}, ${bin.below})`
}

/** The categories as the model lists them; `other` for the bin that takes the rest. */
const categoryLabel = (bin: Bin): string => bin.in?.join(', ') ?? 'other'
