import { countsOf, missingBins } from './binCounts.ts'
import type { BinningTable, TableBin } from './binningTable.ts'
import type { BinSettings } from './binSettings.ts'
import { monotoneCut } from './monotoneCut.ts'
import { countSlices, sliceEdges } from './slices.ts'
import type { NumberColumn, Totals } from './trainingTable.ts'

/**
 * Bins of numbers that keep to the characteristic's direction: the cut of greatest information value there is under
 * the limits. Values that go against the direction end in one bin, and `ivAgainst` says what the other way would give.
 */
export function binNumbers(
  column: NumberColumn,
  bad: Uint8Array,
  totals: Totals,
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
    const counts = countsOf(
      sum(slices.good, start, end),
      sum(slices.bad, start, end),
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

function sum(counts: readonly number[], from: number, to: number): number {
  let total = 0
  for (let i = from; i < to; i++) total += counts[i] as number
  return total
}
