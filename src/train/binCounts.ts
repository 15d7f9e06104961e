import { MISSING_KINDS } from '../kernel/missingKind.ts'
import type { BinCounts, MissingBin } from './binningTable.ts'
import type { BinLimits } from './monotoneCut.ts'
import type { Column, Totals } from './trainingTable.ts'
import { informationValue, weightOfEvidence } from './weightOfEvidence.ts'

/** What a binning table says of a bin; empty ones are average. */
export function countsOf(good: number, bad: number, totals: Totals, smoothing: number): BinCounts {
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
export function missingBins(
  column: Column,
  bad: Uint8Array,
  totals: Totals,
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
    const counts = countsOf(good, badCount, totals, limits.smoothing)
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
