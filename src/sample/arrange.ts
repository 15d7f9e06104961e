import type { Arrangement } from '../input/borrowerCase.ts'
import { chance, type SeededRandom, wholeBetween } from '../numbers/seededRandom.ts'
import { type EpochDay, formatDay } from '../time/civilDay.ts'
import { classOf } from '../words/circumstances.ts'
import type { ContactLog } from './contactLog.ts'
import type { Learned } from './conversation.ts'
import type { LedgerRow } from './ledger.ts'
import type { Life } from './life.ts'
import type { RepaymentPath } from './repay.ts'
import type { SampleDay } from './when.ts'

/** What was agreed after a hardship became known, and the rows as they are since. */
export interface Arranged {
  readonly rows: readonly LedgerRow[]
  readonly arrangements: readonly Arrangement[]
  /** What is paid of what then still falls due. */
  readonly path: RepaymentPath
  /** A plan is running, so that the old arrears stay while it is kept. */
  readonly running: boolean
  /** While it is kept the lender leaves the borrower in peace: from the first day to the last. */
  readonly peace?: readonly [EpochDay, EpochDay]
}

const PAUSE_DAYS = 90

/** Some of those who told of a hardship and were spoken with got a plan or a pause, and kept to it or did not. */
export function arrange(
  random: SeededRandom,
  { person, terms, path }: Life,
  rows: readonly LedgerRow[],
  { learned, spokeOn }: ContactLog,
  { today }: SampleDay,
): Arranged {
  const none = { rows, arrangements: [], path, running: false }
  const hardship = learned.find(({ kind }) => classOf(kind) === 'hardship')
  if (hardship === undefined || spokeOn === undefined || terms.product === 'single') return none
  if (chance(random, 0.2))
    return { ...none, ...planned(random, rows, hardship, terms.instalment, person.traits, today) }
  if (chance(random, 0.2))
    return { ...none, ...paused(rows, hardship, today), path: withPause(terms, path, hardship.day) }
  return none
}

/** A plan from a week after the talk. A kept one takes the payments since; a broken one leaves everything as it was. */
function planned(
  random: SeededRandom,
  rows: readonly LedgerRow[],
  { day, at }: Learned,
  usual: number,
  { willingness, ability }: Life['person']['traits'],
  today: EpochDay,
): Omit<Arranged, 'path'> {
  const from = day + 7
  const instalment = Math.max(1, Math.floor((usual * wholeBetween(random, 4, 7)) / 10))
  const plan = { kind: 'restructure', from: formatDay(from), instalment, recorded: at } as const
  const keeps = chance(random, 0.25 + 0.45 * willingness + 0.3 * ability)
  const fallen = rows.filter(({ due }) => due >= from).length
  if (!keeps && (fallen >= 2 || day > today - 7)) {
    const status = fallen >= 2 ? 'broken' : 'cancelled'
    return { rows, arrangements: [{ ...plan, status }], running: false }
  }
  return {
    rows: rows.map((row) => (row.due < from ? beforeDay(row, from) : onPlan(random, row, instalment, today))),
    arrangements: [{ ...plan, status: 'active' }],
    running: true,
    peace: [from, today],
  }
}

/** What was paid after the plan began went to the plan. */
function beforeDay(row: LedgerRow, from: EpochDay): LedgerRow {
  const until = formatDay(from)
  const paid = row.paid.filter(({ on }) => on < until)
  const unpaid = row.amount - paid.reduce((all, one) => all + (one.reversedOn ? 0 : one.amount), 0)
  return { ...row, paid, unpaid }
}

function onPlan(random: SeededRandom, { due }: LedgerRow, amount: number, today: EpochDay): LedgerRow {
  const on = due + wholeBetween(random, -1, 2)
  return on < today
    ? { due, amount, paid: [{ on: formatDay(on), amount }], unpaid: 0 }
    : { due, amount, paid: [], unpaid: amount }
}

/** While a pause lasts nothing falls due. */
function paused(rows: readonly LedgerRow[], { day, at }: Learned, today: EpochDay): Omit<Arranged, 'path'> {
  const from = day + 1
  const until = from + PAUSE_DAYS
  const status = until >= today ? 'active' : 'kept'
  return {
    rows: rows.map((row) =>
      row.due >= from && row.due <= until && row.paid.length === 0 ? { ...row, amount: 0, unpaid: 0 } : row,
    ),
    arrangements: [
      { kind: 'hardshipPause', from: formatDay(from), until: formatDay(until), status, recorded: at },
    ],
    running: false,
    peace: [from, until],
  }
}

const withPause = ({ dues }: Life['terms'], path: RepaymentPath, day: EpochDay): RepaymentPath => ({
  ...path,
  cleared: path.cleared.map((cleared, i) => {
    const due = dues[i] as EpochDay
    const skipped = due > day && due <= day + 1 + PAUSE_DAYS && !path.paid.some(({ row }) => row === i)
    return skipped ? due : cleared
  }),
})
