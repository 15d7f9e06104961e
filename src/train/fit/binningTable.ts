import type { Direction } from '../../input/model.ts'
import { MISSING_KINDS, type MissingKind } from '../../words/missingKind.ts'
import type { BinLimits } from './monotoneCut.ts'
import type { CategoryColumn, Column, NumberColumn, OutcomeTotals } from './trainingTable.ts'

/** How the values of one characteristic were cut into bins, and how many went well and badly in each: plain data. */
export interface BinningTable {
  readonly feature: string
  readonly direction: Direction | 'none'
  readonly totals: OutcomeTotals
  /** Numbers: from the lowest. Categories: from the worst, then all others. */
  readonly bins: readonly TableBin[]
  /** Values missing for no stated reason, then those with one; only where there are any. */
  readonly missing: readonly MissingBin[]
  /** Information value of all bins, missing ones included. */
  readonly iv: number
  /** Information value of the ordinary bins if the direction were the other way round; 0 for categories. */
  readonly ivAgainst: number
  /** Splits fixed beforehand that had to go for the bins to keep to the direction and the least sizes. */
  readonly droppedSplits: readonly number[]
}

export interface BinCounts {
  readonly good: number
  readonly bad: number
  /** Of all rows. */
  readonly share: number
  readonly badRate: number
  /** Weight of evidence: above 0 is better than average. */
  readonly woe: number
  /** What it adds to the information value. */
  readonly iv: number
}

export interface TableBin extends BinCounts {
  /** Values below this one (and not in the bin before); absent in the last bin. */
  readonly below?: number
  /** Categories; absent in the last bin, which takes all others. */
  readonly in?: readonly string[]
}

export interface MissingBin extends BinCounts {
  readonly kind: 'unknown' | MissingKind
  /** Too few to say anything of their own: they count as average (the unknown), or as the unknown (a stated reason). */
  readonly rare: boolean
}

/** The place of each row's bin: those of `bins` first, then those of `missing`. */
export function codesOf(column: Column, { bins, missing }: BinningTable): Uint8Array {
  const places = MISSING_KINDS.map((kind) => missing.findIndex((bin) => bin.kind === kind))
  const unknown = missing.findIndex((bin) => bin.kind === 'unknown')
  // A kind the table does not know counts as unknown; with neither, the row has a place of its own that says nothing.
  const missingCode = [unknown, ...places.map((place) => (place < 0 ? unknown : place))].map(
    (place) => bins.length + (place < 0 ? missing.length : place),
  )
  const codes = new Uint8Array(column.values.length)
  const code = column.kind === 'number' ? numberCoder(column, bins) : categoryCoder(column, bins)
  for (let i = 0; i < codes.length; i++) {
    const place = code(i)
    codes[i] = place >= 0 ? place : (missingCode[column.why?.[i] ?? 0] as number)
  }
  return codes
}

/** Weight of evidence by code; the last is that of a missing value never seen: 0, as average. */
export const woeByCode = ({ bins, missing }: BinningTable): Float64Array =>
  Float64Array.from([...bins.map((bin) => bin.woe), ...missing.map((bin) => bin.woe), 0])

function numberCoder({ values }: NumberColumn, bins: readonly TableBin[]): (row: number) => number {
  const edges = bins.flatMap((bin) => bin.below ?? [])
  return (row) => {
    const value = values[row] as number
    if (Number.isNaN(value)) return -1
    let bin = 0
    while (bin < edges.length && value >= (edges[bin] as number)) bin++
    return bin
  }
}

function categoryCoder(
  { values, levels }: CategoryColumn,
  bins: readonly TableBin[],
): (row: number) => number {
  const ofLevel = levels.map((level) => {
    const place = bins.findIndex((bin) => bin.in?.includes(level) ?? false)
    return place < 0 ? bins.length - 1 : place
  })
  return (row) => ofLevel[values[row] as number] ?? -1
}

/** How characteristics are binned. */
export interface BinSettings extends BinLimits {
  /** Fine slices a numeric characteristic is first cut into. */
  readonly slices: number
  /** Bounds fixed beforehand, by characteristic: bins are put together from these alone. */
  readonly splits: Readonly<Record<string, readonly number[]>>
}
