import type { Capacity } from '../input/capacityFile.ts'
import { type EpochDay, formatDay, parseDay } from '../kernel/civilDay.ts'
import { failure } from '../kernel/failure.ts'
import { KIND_PLACE, type Serving, servingOf, takenFrom } from '../kernel/pool.ts'
import { type DecisionRow, type RowAlternative, rowFault } from './decisionRow.ts'
import { exchangeOf } from './exchange.ts'
import { LAST, siblingsAmong } from './groupRows.ts'
import { withRoom } from './growing.ts'
import { idHash } from './idHash.ts'
import { NO_GROUP, NO_OPTION, type ReadProblem } from './problem.ts'

/** The last planned day, as decisions write days. */
const lastDay = ({ day, days = 1 }: Capacity): string => formatDay((parseDay(day) as EpochDay) + days - 1)

/** Compares as text: cutting a day out of a million instants would take its time. */
const opensAfter = (instant: string, day: string): boolean => instant > day && !instant.startsWith(day)

/**
 * Reads what of each decision could be placed: what is chosen or eligible, worth more than nothing, opens in time and
 * is served here or free.
 *
 * @throws a Failure with code `decision.notMade` or `currency.mixed`.
 */
export function readProblem(rows: readonly DecisionRow[], capacity: Capacity): ReadProblem {
  const { pools } = capacity
  const last = lastDay(capacity)
  const exchange = exchangeOf(capacity)
  const servings = servingOf(pools)
  // Each list is made once and long enough: one that grows takes twice the room for a while.
  const most = alternativesIn(rows)
  const value = new Float64Array(most)
  const alternative = new Uint8Array(most)
  const kind = new Uint8Array(most)
  const firstPool = new Uint16Array(most)
  const rowOf = new Uint32Array(most)
  const firstTake = new Uint32Array(most + 1)
  let pool = new Uint16Array(most)
  let amount = new Float64Array(most)
  const why = new Uint8Array(rows.length)
  const age = new Float64Array(rows.length)
  const groupOf = new Uint32Array(rows.length).fill(NO_GROUP)
  const firstOption = new Uint32Array(rows.length + 1)
  const mark = new Uint32Array(rows.length)
  let options = 0
  let takes = 0

  const readTakes = (served: readonly Serving[], { use, cost = 0 }: RowAlternative, rate: number): void => {
    for (let i = 0; i < served.length; i++) {
      const serving = served[i] as Serving
      const taken = takenFrom(serving, use, cost * rate)
      if (!(taken > 0)) continue
      pool = withRoom(pool, takes)
      amount = withRoom(amount, takes)
      pool[takes] = serving.pool
      amount[takes] = taken
      takes++
    }
  }

  /** Adds a row's options; gives what stood in the way of the rest. */
  const readRow = (at: number): void => {
    requireRow(rows[at] as DecisionRow)
    const { alternatives, area, currency, daysPastDue } = rows[at] as DecisionRow
    age[at] = daysPastDue
    const rate = exchange(currency)
    const from = options
    let obstacle: number = NO_OPTION.own
    for (let place = 0; place < alternatives.length; place++) {
      const one = alternatives[place] as RowAlternative
      if ((one.status !== 'chosen' && one.status !== 'eligible') || one.kind === 'wait') continue
      const worth = (one.value as number) * rate
      const served = servings(one.kind, one.channel, area)
      if (!(worth > 0)) obstacle = Math.max(obstacle, NO_OPTION.worthless)
      else if (one.window !== undefined && opensAfter(one.window.from, last))
        obstacle = Math.max(obstacle, NO_OPTION.later)
      else if (served === undefined) obstacle = NO_OPTION.notHere
      else {
        readTakes(served, one, rate)
        value[options] = worth
        alternative[options] = place
        kind[options] = KIND_PLACE[one.kind]
        firstPool[options] = served[0]?.pool ?? pools.length
        rowOf[options] = at
        options++
        firstTake[options] = takes
      }
    }
    if (options > from) return
    // Somebody who should wait waits for the decision's own reasons, whatever else was worth nothing.
    const waits = alternatives[0]?.kind === 'wait' && alternatives[0].status === 'chosen'
    why[at] = obstacle === NO_OPTION.worthless && waits ? NO_OPTION.own : obstacle
  }

  const { heads, next } = siblingsAmong(rows)
  let groups = 0
  for (const row of heads) {
    const before = options
    for (let at = row; at !== LAST; at = next[at] as number) {
      const from = options
      readRow(at)
      if (options > from) groupOf[at] = groups
    }
    if (options === before) continue
    mark[groups] = idHash((rows[row] as DecisionRow).borrower)
    groups++
    firstOption[groups] = options
  }
  const available = Float64Array.from(pools, (one) => one.available * (capacity.days ?? 1))
  const lists = { groups, firstOption, value, firstTake, pool, amount, available, mark }
  return { ...lists, capacity, rows, rowOf, alternative, kind, firstPool, age, groupOf, why }
}

function requireRow(row: DecisionRow): void {
  const fault = rowFault(row)
  if (fault === undefined) return
  throw failure('decision.notMade', `not a decision, whole or slim: see ${fault || 'the whole of it'}`)
}

/** Checks the outside of every row only: its inside is checked when it is read, while it is at hand. */
function alternativesIn(rows: readonly DecisionRow[]): number {
  let count = 0
  for (const row of rows) {
    if (typeof row?.borrower !== 'string' || !Array.isArray(row.alternatives)) requireRow(row)
    count += row.alternatives.length
  }
  return count
}
