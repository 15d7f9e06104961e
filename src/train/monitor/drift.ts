import { sum } from 'simple-statistics'
import { round6 } from '../../numbers/maths.ts'
import { failure } from '../../words/failure.ts'

/** How far two samples differ in how they fall into the same parts. */
export interface Drift {
  /**
   * Σ (now − base) · ln(now ÷ base) over the shares of all parts: the population stability index, which is Kullback
   * and Leibler's symmetric divergence. A part that is empty on one side counts as half a row there.
   */
  readonly index: number
  readonly parts: readonly DriftPart[]
}

export interface DriftPart {
  readonly part: string
  /** Shares of all rows. */
  readonly base: number
  readonly now: number
  /** What it adds to the index. */
  readonly adds: number
}

/**
 * Compares counts by part; parts come in the order of `parts`, and those empty on both sides are left out.
 *
 * @example
 * driftOf(['a', 'b'], [50, 50], [80, 20]).index // => 0.3 · ln 1.6 + 0.3 · ln 2.5 = 0.415888
 */
export function driftOf(parts: readonly string[], base: readonly number[], now: readonly number[]): Drift {
  const [baseRows, nowRows] = [sum(base), sum(now)]
  const share = (count: number, rows: number): number => (count === 0 ? 0.5 : count) / rows
  let index = 0
  const told = parts.flatMap((part, k): DriftPart[] => {
    const [before, after] = [base[k] as number, now[k] as number]
    if (before === 0 && after === 0) return []
    const [a, b] = [share(before, baseRows), share(after, nowRows)]
    const adds = (b - a) * Math.log(b / a)
    index += adds
    return [{ part, base: round6(before / baseRows), now: round6(after / nowRows), adds: round6(adds) }]
  })
  return { index: round6(index), parts: told }
}

/** Drift of what is counted by name: actions, reasons. Names in code-unit order. */
export const driftOfNames = (base: readonly string[], now: readonly string[]): Drift =>
  driftOfBins([...new Set([...base, ...now])].sort(), base, now)

/** Drift of the bins that rows fall into, in the order of their labels. */
export function driftOfBins(
  labels: readonly string[],
  base: readonly string[],
  now: readonly string[],
): Drift {
  const count = (all: readonly string[]) => {
    const counts = new Map<string, number>()
    for (const name of all) counts.set(name, (counts.get(name) ?? 0) + 1)
    return labels.map((label) => counts.get(label) ?? 0)
  }
  return driftOf(labels, count(base), count(now))
}

/** Stretches of points, from the lowest up. */
export interface PointBands {
  readonly names: readonly string[]
  readonly partOf: (points: number) => number
}

/** The tenths of some points: equal scores stay together, so there may be fewer bands. */
export function tenthsOf(points: readonly number[]): PointBands {
  const sorted = Float64Array.from(points).sort()
  const tenths = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(
    (k) => sorted[Math.floor((k * sorted.length) / 10)] as number,
  )
  const edges = [...new Set(tenths)].filter((edge) => edge > (sorted[0] as number))
  const names = [...edges, undefined].map((edge, k) => {
    const from = edges[k - 1]
    if (edge === undefined) return from === undefined ? 'any' : `>= ${from}`
    return from === undefined ? `< ${edge}` : `[${from}, ${edge})`
  })
  return {
    names,
    partOf: (of) => {
      let part = 0
      while (part < edges.length && of >= (edges[part] as number)) part++
      return part
    },
  }
}

/** Drift of points over the tenths of the base. */
export function driftOfPoints(base: readonly number[], now: readonly number[]): Drift {
  const { names, partOf } = tenthsOf(base)
  const count = (all: readonly number[]) => {
    const counts = names.map(() => 0)
    for (const points of all) counts[partOf(points)] = (counts[partOf(points)] as number) + 1
    return counts
  }
  return driftOf(names, count(base), count(now))
}

/** From `watch` on a person should look at it, from `act` on the scorecard should not be relied on as it is. */
export interface Thresholds {
  readonly watch: number
  readonly act: number
}

/** What drift is held against, each pair with its reason: data, to be replaced by a lender's own. */
export const DRIFT_THRESHOLDS = {
  /** Of the stability index. */
  stability: {
    watch: 0.1,
    act: 0.25,
    why: 'what the industry goes by',
    source: 'Siddiqi 2006, Credit Risk Scorecards, chapter 9',
  },
  /** Of the calibration error, where it is more than chance. */
  calibration: {
    watch: 0.02,
    act: 0.05,
    why: 'a fresh fit is held to 0.02; 0.05 is a quarter of a band of the built-in policy, so that of borrowers spread evenly one in four stands in the wrong band',
    source: null,
  },
} as const satisfies Readonly<
  Record<string, Thresholds & { readonly why: string; readonly source: string | null }>
>

/** @throws a Failure `train.option` for thresholds that are none. */
export function soundThresholds(
  option: string,
  usual: Thresholds,
  given: Partial<Thresholds> = {},
): Thresholds {
  const { watch, act } = { watch: usual.watch, act: usual.act, ...given }
  if (watch > 0 && act >= watch && Number.isFinite(act)) return { watch, act }
  throw failure('train.option', `"${option}" must be { watch, act }, with watch above 0 and act not below it`)
}

export type DriftVerdict = 'stable' | 'watch' | 'act'

/** What a figure is. */
export const verdictOf = (figure: number, { watch, act }: Thresholds): DriftVerdict =>
  figure >= act ? 'act' : figure >= watch ? 'watch' : 'stable'
