import { MISSING_KINDS } from '../../words/missingKind.ts'
import type { BinCounts, BinningTable, BinSettings, MissingBin, TableBin } from './binningTable.ts'
import { type BinLimits, informationValue, monotoneCut, weightOfEvidence } from './monotoneCut.ts'
import {
  type CategoryColumn,
  type Column,
  type NumberColumn,
  type OutcomeTotals,
  outcomeTotals,
} from './trainingTable.ts'

/** Bins one characteristic by the outcomes. `totals` are those of all rows, where they are known already. */
export const binColumn = (
  column: Column,
  bad: Uint8Array,
  settings: BinSettings,
  totals: OutcomeTotals = outcomeTotals(bad),
): BinningTable =>
  column.kind === 'number'
    ? binNumbers(column, bad, totals, settings)
    : binCategories(column, bad, totals, settings)

/** A category, and how its borrowers fared. */
interface Level {
  readonly level: string
  readonly good: number
  readonly bad: number
}

/**
 * Bins of categories: alike ones together, the worst first. Categories too small for a bin of their own fall into the
 * last one, which also takes what was never seen; where there are none, that bin counts as average.
 */
function binCategories(
  column: CategoryColumn,
  bad: Uint8Array,
  totals: OutcomeTotals,
  settings: BinSettings,
): BinningTable {
  const levels = countLevels(column, bad)
  const least = settings.minShare * (totals.good + totals.bad)
  const isSmall = ({ good, bad }: Level) =>
    good + bad < least || good < settings.minEvents || bad < settings.minEvents
  const small = levels.filter(isSmall)
  const large = levels.filter((level) => !isSmall(level)).sort(worseFirst)
  const slices = { good: large.map(({ good }) => good), bad: large.map((level) => level.bad) }
  const starts = large.length === 0 ? [] : monotoneCut(slices, totals, 'up', settings).starts
  const bins = starts.map((start, k): TableBin => {
    const members = large.slice(start, starts[k + 1])
    return { in: members.map(({ level }) => level).sort(), ...mergedLevels(members, totals, settings) }
  })
  const rest = mergedLevels(small, totals, settings)
  // Too few even together: they say nothing that could be relied on.
  const last: TableBin = isSmall({ level: '', ...rest }) ? { ...rest, woe: 0, iv: 0 } : rest
  const missing = missingBins(column, bad, totals, settings)
  return {
    feature: column.feature,
    direction: 'none',
    totals,
    bins: [...bins, last],
    missing,
    iv: [...bins, last, ...missing].reduce((total, bin) => total + bin.iv, 0),
    ivAgainst: 0,
    droppedSplits: [],
  }
}

function countLevels({ levels, values }: CategoryColumn, bad: Uint8Array): Level[] {
  const counts = levels.map((level) => ({ level, good: 0, bad: 0 }))
  for (let i = 0; i < values.length; i++) {
    const count = counts[values[i] as number]
    if (count === undefined) continue
    if (bad[i] === 1) count.bad++
    else count.good++
  }
  return counts.filter(({ good, bad }) => good + bad > 0)
}

/** By the rate of bads, compared as fractions so that equal rates are equal; then by name. */
const worseFirst = (a: Level, b: Level): number =>
  b.bad * (a.good + a.bad) - a.bad * (b.good + b.bad) || (a.level < b.level ? -1 : 1)

const mergedLevels = (levels: readonly Level[], totals: OutcomeTotals, { smoothing }: BinSettings) =>
  binCountsOf(
    levels.reduce((sum, { good }) => sum + good, 0),
    levels.reduce((sum, { bad }) => sum + bad, 0),
    totals,
    smoothing,
  )

/**
 * Bins of numbers that keep to the characteristic's direction: the cut of greatest information value there is under
 * the limits. Values that go against the direction end in one bin, and `ivAgainst` says what the other way would give.
 */
function binNumbers(
  column: NumberColumn,
  bad: Uint8Array,
  totals: OutcomeTotals,
  settings: BinSettings,
): BinningTable {
  const { feature, direction, values } = column
  const fixed = settings.splits[feature]
  const edges = fixed === undefined ? sliceEdges(values, settings.slices) : [...fixed]
  const slices = countSlices(values, bad, edges)
  const limits = fixed === undefined ? settings : { ...settings, maxBins: edges.length + 1 }
  const cut = monotoneCut(slices, totals, direction, limits)
  const against = monotoneCut(slices, totals, direction === 'up' ? 'down' : 'up', limits)
  const bins = cut.starts.map((start, k): TableBin => {
    const end = cut.starts[k + 1] ?? edges.length + 1
    const counts = binCountsOf(
      sumBetween(slices.good, start, end),
      sumBetween(slices.bad, start, end),
      totals,
      settings.smoothing,
    )
    return end > edges.length ? counts : { below: edges[end - 1] as number, ...counts }
  })
  const missing = missingBins(column, bad, totals, settings)
  const kept = new Set(bins.map((bin) => bin.below))
  return {
    feature,
    direction,
    totals,
    bins,
    missing,
    iv: [...bins, ...missing].reduce((total, bin) => total + bin.iv, 0),
    ivAgainst: against.starts.length > 1 ? against.iv : 0,
    droppedSplits: fixed?.filter((edge) => !kept.has(edge)) ?? [],
  }
}

function sumBetween(counts: readonly number[], from: number, to: number): number {
  let total = 0
  for (let i = from; i < to; i++) total += counts[i] as number
  return total
}

/**
 * Bounds that cut the values into at most `most` slices of about equal size: between all values where there are few
 * of them, else at quantiles. Missing values (NaN) are left out. A bound is the shortest number that keeps two
 * neighbouring values apart, so that nothing hangs on a last digit.
 *
 * @example
 * sliceEdges(Float64Array.of(0, 0, 1, 2, 5), 50) // => [1, 2, 5]
 */
function sliceEdges(values: Float64Array, most: number): number[] {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort()
  const steps: number[] = [] // places at which a new value begins
  for (let i = 1; i < sorted.length; i++) if (sorted[i] !== sorted[i - 1]) steps.push(i)
  const chosen = steps.length < most ? steps : quantileSteps(steps, sorted.length, most)
  return chosen.map((i) => shortestBetween(sorted[i - 1] as number, sorted[i] as number))
}

/** Of the places at which a new value begins, the one nearest to every `1/most` of the count. */
function quantileSteps(steps: readonly number[], count: number, most: number): number[] {
  const chosen: number[] = []
  let at = 0
  for (let k = 1; k < most; k++) {
    const target = (k * count) / most
    while (
      at + 1 < steps.length &&
      Math.abs((steps[at + 1] as number) - target) <= Math.abs((steps[at] as number) - target)
    )
      at++
    if (chosen.at(-1) !== steps[at]) chosen.push(steps[at] as number)
  }
  return chosen
}

/**
 * The number with the fewest decimals above `low` and not above `high`; of those the one nearest to the middle.
 * `shortestBetween(0, 0.166667)` is 0.1.
 */
function shortestBetween(low: number, high: number): number {
  const middle = (low + high) / 2
  for (let decimals = -12; decimals <= 12; decimals++) {
    const unit = 10 ** Math.abs(decimals)
    const round = (x: number) => (decimals < 0 ? x * unit : x / unit)
    const scaled = decimals < 0 ? middle / unit : middle * unit
    for (const whole of [Math.round(scaled), Math.floor(scaled), Math.ceil(scaled)]) {
      const candidate = round(whole)
      if (candidate > low && candidate <= high) return candidate
    }
  }
  return high
}

/** Place of the slice each bound begins; counts of goods and bads of every slice. */
export function countSlices(
  values: Float64Array,
  bad: Uint8Array,
  edges: readonly number[],
): { good: number[]; bad: number[] } {
  const goods = new Array<number>(edges.length + 1).fill(0)
  const bads = new Array<number>(edges.length + 1).fill(0)
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (Number.isNaN(value)) continue
    let low = 0
    let high = edges.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (value >= (edges[middle] as number)) low = middle + 1
      else high = middle
    }
    if (bad[i] === 1) (bads[low] as number)++
    else (goods[low] as number)++
  }
  return { good: goods, bad: bads }
}

/** What a binning table says of a bin; empty ones are average. */
export function binCountsOf(good: number, bad: number, totals: OutcomeTotals, smoothing: number): BinCounts {
  const count = good + bad
  const woe = count === 0 ? 0 : weightOfEvidence(good, bad, totals, smoothing)
  return {
    good,
    bad,
    share: count / (totals.good + totals.bad),
    badRate: count === 0 ? totals.bad / (totals.good + totals.bad) : bad / count,
    woe,
    iv: count === 0 ? 0 : informationValue(good, bad, totals, woe),
  }
}

/**
 * Bins of the values that are missing, one for each stated reason. A kind with fewer goods or bads than a bin needs
 * is rare: the unknown then count as average (weight 0), a stated reason as the unknown do.
 */
function missingBins(
  column: Column,
  bad: Uint8Array,
  totals: OutcomeTotals,
  limits: BinLimits,
): MissingBin[] {
  const kinds = ['unknown', ...MISSING_KINDS] as const
  const goods = kinds.map(() => 0)
  const bads = kinds.map(() => 0)
  const { values, why } = column
  const isMissing = column.kind === 'number' ? Number.isNaN : (code: number) => code < 0
  for (let i = 0; i < values.length; i++) {
    if (!isMissing(values[i] as number)) continue
    const kind = why?.[i] ?? 0
    if (bad[i] === 1) (bads[kind] as number)++
    else (goods[kind] as number)++
  }
  const bins: MissingBin[] = []
  for (const [place, kind] of kinds.entries()) {
    const good = goods[place] as number
    const badCount = bads[place] as number
    if (good + badCount === 0) continue
    const counts = binCountsOf(good, badCount, totals, limits.smoothing)
    const rare = good < limits.minEvents || badCount < limits.minEvents
    const woe = bins[0]?.kind === 'unknown' ? bins[0].woe : 0
    bins.push(
      rare
        ? { kind, rare, ...counts, woe, iv: informationValue(good, badCount, totals, woe) }
        : { kind, rare, ...counts },
    )
  }
  return bins
}
