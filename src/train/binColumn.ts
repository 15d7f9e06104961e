import { binCategories } from './binCategories.ts'
import { binNumbers } from './binNumbers.ts'
import type { BinningTable } from './binningTable.ts'
import type { BinLimits } from './monotoneCut.ts'
import { type Column, type Totals, totalsOf } from './trainingTable.ts'

export interface BinSettings extends BinLimits {
  /** Fine slices a numeric characteristic is first cut into. */
  readonly slices: number
  /** Bounds fixed beforehand, by characteristic: bins are put together from these alone. */
  readonly splits: Readonly<Record<string, readonly number[]>>
}

/** Bins one characteristic by the outcomes. `totals` are those of all rows, where they are known already. */
export const binColumn = (
  column: Column,
  bad: Uint8Array,
  settings: BinSettings,
  totals: Totals = totalsOf(bad),
): BinningTable =>
  column.kind === 'number'
    ? binNumbers(column, bad, totals, settings)
    : binCategories(column, bad, totals, settings)
