import type { DecisionRow } from './decisionRow.ts'
import { idHash } from './idHash.ts'

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

/** Finds the accounts of each borrower, wherever they stand. */
export function siblingsAmong(rows: readonly DecisionRow[]): Siblings {
  const count = rows.length
  const next = new Uint32Array(count).fill(LAST)
  const heads = new Uint32Array(count)
  // Sorting plain numbers is many times faster than looking up a million texts: a hash above, the place below it.
  const places = 2 ** Math.ceil(Math.log2(count + 1))
  const fewer = Math.max(1, (2 ** 32 * places) / 2 ** 53)
  const keys = new Float64Array(count)
  for (let row = 0; row < count; row++)
    keys[row] = Math.floor(idHash((rows[row] as DecisionRow).borrower) / fewer) * places + row
  keys.sort()
  let borrowers = 0
  for (let from = 0; from < count; ) {
    const hash = Math.floor((keys[from] as number) / places)
    let to = from + 1
    while (to < count && Math.floor((keys[to] as number) / places) === hash) to++
    if (to - from === 1) heads[borrowers++] = (keys[from] as number) % places
    else
      for (const head of chained(
        rows,
        Array.from(keys.subarray(from, to), (key) => key % places),
        next,
      ))
        heads[borrowers++] = head
    from = to
  }
  const found = heads.subarray(0, borrowers)
  return { heads: count > MOST_REORDERED ? found.sort() : found, next }
}

/** Links rows whose borrowers have the same hash, the accounts of one and now and then a stranger; gives the first of each. */
function chained(rows: readonly DecisionRow[], places: number[], next: Uint32Array): number[] {
  places.sort((a, b) => compareRows(rows[a] as DecisionRow, rows[b] as DecisionRow))
  return places.filter((row, i) => {
    const before = places[i - 1]
    if (before === undefined) return true
    if ((rows[before] as DecisionRow).borrower !== (rows[row] as DecisionRow).borrower) return true
    next[before] = row
    return false
  })
}

/** By borrower, then the older first, then by id. */
const compareRows = (a: DecisionRow, b: DecisionRow): number =>
  compareTexts(a.borrower, b.borrower) || b.daysPastDue - a.daysPastDue || compareTexts(a.id, b.id)

/** By code units, whatever the host's language. */
export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
