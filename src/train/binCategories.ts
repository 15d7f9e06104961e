import { countsOf, missingBins } from './binCounts.ts'
import type { BinningTable, TableBin } from './binningTable.ts'
import type { BinSettings } from './binSettings.ts'
import { monotoneCut } from './monotoneCut.ts'
import type { CategoryColumn, Totals } from './trainingTable.ts'

/** A category, and how its borrowers fared. */
interface Level {
  readonly level: string
  readonly good: number
  readonly bad: number
}

/**
 * Bins of categories: alike ones together, the worst first. Categories too small for a bin of their own fall into the
 * last one, which also takes whatever was never seen; where there are none, that bin counts as average.
 */
export function binCategories(
  column: CategoryColumn,
  bad: Uint8Array,
  totals: Totals,
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
    return { in: members.map(({ level }) => level).sort(), ...together(members, totals, settings) }
  })
  const rest = together(small, totals, settings)
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

const together = (levels: readonly Level[], totals: Totals, { smoothing }: BinSettings) =>
  countsOf(
    levels.reduce((sum, { good }) => sum + good, 0),
    levels.reduce((sum, { bad }) => sum + bad, 0),
    totals,
    smoothing,
  )
