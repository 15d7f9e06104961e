import type { Capacity } from '../input/capacityFile.ts'
import { compareTexts } from '../numbers/compareTexts.ts'
import { float64s, uint8s, uint16s, uint32s } from '../numbers/numberLists.ts'
import { KIND_PLACE } from '../words/actions.ts'
import { type Serving, takenFrom } from '../words/pool.ts'
import { byNumber, settle } from './byNumber.ts'
import { type DecisionRow, type RowAlternative, requireRow } from './decisionRow.ts'
import { exchangeOf, isOffered, isServed, offering, plannedAmounts } from './offering.ts'
import { idHash, NO_GROUP, type ReadProblem } from './problem.ts'

/**
 * Reads what of each decision could be placed: what is chosen or eligible, worth more than nothing, open on a planned
 * day, and served here or free.
 *
 * @throws a Failure with code `decision.notMade` or `currency.mixed`.
 */
export function readProblem(rows: readonly DecisionRow[], capacity: Capacity): ReadProblem {
  const { pools } = capacity
  const exchange = exchangeOf(capacity)
  const servedBy = offering(capacity)
  // Each list is made once and long enough: one that grows takes twice the room for a while, and memory that is never
  // written to takes none.
  const { most, marks } = lookOver(rows)
  const { heads, next } = siblingsAmong(rows, marks)
  const value = float64s(most)
  const alternative = uint8s(most)
  const kind = uint8s(most)
  const firstPool = uint16s(most)
  const rowOf = uint32s(most)
  const firstTake = uint32s(most + 1)
  const mostTakes = most * new Set(pools.map(({ unit }) => unit)).size
  const pool = uint16s(mostTakes)
  const amount = float64s(mostTakes)
  const obstructed = uint8s(rows.length)
  const age = float64s(rows.length)
  const groupOf = uint32s(rows.length).fill(NO_GROUP)
  const firstOption = uint32s(rows.length + 1)
  const mark = uint32s(rows.length)
  let options = 0
  let takes = 0

  const readTakes = (served: readonly Serving[], { use, cost = 0 }: RowAlternative, rate: number): void => {
    for (let i = 0; i < served.length; i++) {
      const serving = served[i] as Serving
      const taken = takenFrom(serving, use, cost * rate)
      if (!(taken > 0)) continue
      pool[takes] = serving.pool
      amount[takes] = taken
      takes++
    }
  }

  /** Adds a row's options. */
  const readRow = (at: number): void => {
    requireRow(rows[at] as DecisionRow)
    const { alternatives, area, currency, daysPastDue } = rows[at] as DecisionRow
    age[at] = daysPastDue
    const rate = exchange(currency)
    for (let place = 0; place < alternatives.length; place++) {
      const one = alternatives[place] as RowAlternative
      if (!isOffered(one)) continue
      const served = servedBy(one, area)
      if (!isServed(served)) {
        obstructed[at] = 1
        continue
      }
      readTakes(served, one, rate)
      value[options] = (one.value as number) * rate
      alternative[options] = place
      kind[options] = KIND_PLACE[one.kind]
      firstPool[options] = served[0]?.pool ?? pools.length
      rowOf[options] = at
      options++
      firstTake[options] = takes
    }
  }

  let groups = 0
  let mostOptions = 0
  for (const row of heads) {
    const before = options
    for (let at = row; at !== LAST; at = next[at] as number) {
      const from = options
      readRow(at)
      if (options > from) groupOf[at] = groups
    }
    if (options === before) continue
    mark[groups] = marks[row] as number
    mostOptions = Math.max(mostOptions, options - before)
    groups++
    firstOption[groups] = options
  }
  const available = plannedAmounts(capacity)
  const lists = { groups, mostOptions, firstOption, value, firstTake, pool, amount, available, mark }
  return { ...lists, capacity, rows, rowOf, alternative, kind, firstPool, age, groupOf, obstructed }
}

/**
 * How many alternatives there are at most, and of each row the hash of its borrower. Checks the outside of every row
 * only: its inside is checked when it is read, while it is at hand.
 */
function lookOver(rows: readonly DecisionRow[]) {
  const marks = uint32s(rows.length)
  let most = 0
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as DecisionRow
    if (typeof row?.borrower !== 'string' || !Array.isArray(row.alternatives)) requireRow(row)
    marks[at] = idHash(row.borrower)
    most += row.alternatives.length
  }
  return { most, marks }
}

/** Which rows are of one borrower, as chains through their places. */
export interface Siblings {
  /** The rows that begin a chain: the oldest of each borrower, by id where several are equally old. */
  readonly heads: Uint32Array
  /** The next account of the same borrower, or `LAST`. */
  readonly next: Uint32Array
}

const LAST = 0xffffffff

/**
 * So many rows at most are taken in an order of their own, so that the order in which they come changes nothing, not
 * even a last digit. More are taken as they come: memory is far slower out of order, and what the order could change
 * weighs nothing among so many.
 */
const MOST_REORDERED = 100_000

/** Finds the accounts of each borrower, wherever they stand; `marks` are the hashes of the rows' borrowers. */
function siblingsAmong(rows: readonly DecisionRow[], marks: Uint32Array): Siblings {
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
