import { binCategories } from './binCategories.ts'
import { binNumbers } from './binNumbers.ts'
import type { BinningTable } from './binningTable.ts'
import type { BinSettings } from './binSettings.ts'
import { type Column, type Totals, totalsOf } from './trainingTable.ts'

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
