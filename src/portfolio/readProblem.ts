import type { Capacity } from '../input/capacityFile.ts'
import { float64s, uint8s, uint16s, uint32s } from '../kernel/numberLists.ts'
import { KIND_PLACE, type Serving, takenFrom } from '../kernel/pool.ts'
import { type DecisionRow, type RowAlternative, requireRow } from './decisionRow.ts'
import { exchangeOf } from './exchange.ts'
import { idHash } from './idHash.ts'
import { isOffered, isServed, offering, plannedAmounts } from './offering.ts'
import { NO_GROUP, type ReadProblem } from './problem.ts'
import { LAST, siblingsAmong } from './siblings.ts'

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
