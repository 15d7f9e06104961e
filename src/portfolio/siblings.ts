import { compareTexts } from '../kernel/compareTexts.ts'
import { uint32s } from '../kernel/numberLists.ts'
import { byNumber, settle } from './byNumber.ts'
import type { DecisionRow } from './decisionRow.ts'

/** Which rows are of one borrower, as chains through their places. */
export interface Siblings {
  /** The rows that begin a chain: the oldest of each borrower, by id where several are equally old. */
  readonly heads: Uint32Array
  /** The next account of the same borrower, or `LAST`. */
  readonly next: Uint32Array
}

export const LAST = 0xffffffff

/**
 * So many rows at most are taken in an order of their own, so that the order in which they come changes nothing, not
 * even a last digit. More are taken as they come: memory is far slower out of order, and what the order could change
 * weighs nothing among so many.
 */
const MOST_REORDERED = 100_000

/** Finds the accounts of each borrower, wherever they stand; `marks` are the hashes of the rows' borrowers. */
export function siblingsAmong(rows: readonly DecisionRow[], marks: Uint32Array): Siblings {
  const count = rows.length
  const next = uint32s(count).fill(LAST)
  const heads = uint32s(count)
  const sorted = byNumber(marks)
  // The accounts of one borrower came out alike, and now and then a stranger's.
  settle(sorted, (a, b) => compareRows(rows[a] as DecisionRow, rows[b] as DecisionRow))
  const { order, alike } = sorted
  let borrowers = 0
  for (let i = 0; i < count; i++) {
    const row = order[i] as number
    const before = order[i - 1] as number
    if (alike[i] === 1 && (rows[before] as DecisionRow).borrower === (rows[row] as DecisionRow).borrower)
      next[before] = row
    else heads[borrowers++] = row
  }
  const found = heads.subarray(0, borrowers)
  return { heads: count > MOST_REORDERED ? found.sort() : found, next }
}

/** By borrower, then the older first, then by id. */
const compareRows = (a: DecisionRow, b: DecisionRow): number =>
  compareTexts(a.borrower, b.borrower) || b.daysPastDue - a.daysPastDue || compareTexts(a.id, b.id)
