import type { ReadPayment, ReadRepayment } from '../input/readCase.ts'
import type { EpochDay } from '../time/civilDay.ts'
import { repaymentPointer } from '../words/pointer.ts'
import type { RowState } from './measured.ts'

/** A day after all others, and a small integer, which Infinity is not: lists of days stay lists of small integers. */
const NOT_YET: EpochDay = 1_000_000

/** A day before all others. */
const NO_DAY: EpochDay = -1_000_000

/** While it is being read. */
export type Unfinished<T> = { -readonly [K in keyof T]: T[K] }

/** The repayment rows as known at `asOf`, and what the other measures need of them. */
export interface RowReading {
  readonly rows: readonly RowState[]
  /** Of each row the day from which on it was fully paid; `NOT_YET` while it is not. */
  readonly cleared: readonly EpochDay[]
  /** How many rows fell due before today; they come first. */
  readonly fallen: number
  readonly oldestUnpaid: RowState | undefined
  /** Rows fallen due and not fully paid, and what they lack. */
  readonly unpaidRows: number
  readonly unpaidAmount: number
  /** Newest payment by the day it was made, and newest by the day the lender knew. */
  readonly lastPayment: EpochDay | undefined
  readonly lastPosted: EpochDay | undefined
  /** Whether some row fallen due carries the lender's own count of periods behind. */
  readonly countedByLender: boolean
  /**
   * False where payments are evidently not on record: no row lists one, yet the lender says that some were paid.
   * Then nothing paid means nothing known.
   */
  readonly paymentsRecorded: boolean
}

/** A payment counts once the lender knew of it, and never if it was taken back by then. */
export const isKnown = (payment: ReadPayment, today: EpochDay): boolean =>
  payment.on <= today &&
  payment.postedOn <= today &&
  (payment.reversedOn === undefined || payment.reversedOn > today)

/**
 * Reads the rows in due order. Payments count against the row that lists them: what is paid too much there does not
 * spill into another.
 *
 * Where a row has the lender's own `behind`, that alone says whether it was late: 0 = on time and paid, above 0 =
 * not paid on its due day. The newest such count b also says of the rows before it that all but the newest b with
 * something due were paid by then. A payment made earlier or larger never makes any row later, less paid or further
 * behind.
 */
export function readRows(repayments: readonly ReadRepayment[], today: EpochDay): RowReading {
  const fallen = countFallen(repayments, today)
  const settlement = newestSettlement(repayments, fallen)
  const rows: Unfinished<RowState>[] = []
  const cleared: EpochDay[] = []
  let oldestUnpaid: RowState | undefined
  let unpaidRows = 0
  let unpaidAmount = 0
  let lastPayment = NO_DAY
  let lastPosted = NO_DAY
  let listed = false
  let saidPaid = false
  for (let i = 0; i < repayments.length; i++) {
    const { index, due, amount, behind, paid: payments } = repayments[i] as ReadRepayment
    let paid = 0
    let completed = amount === 0 ? due : NOT_YET
    for (let p = 0; p < payments.length; p++) {
      const payment = payments[p] as ReadPayment
      listed = true
      if (payment.amount === 0 || !isKnown(payment, today)) continue
      paid += payment.amount
      if (completed === NOT_YET && paid >= amount) completed = payment.on
      if (payment.on > lastPayment) lastPayment = payment.on
      if (payment.postedOn > lastPosted) lastPosted = payment.postedOn
    }
    if (i < settlement.rows && settlement.on < completed) completed = settlement.on
    if (behind !== undefined && due <= today) {
      // The lender's own count beats what the payments say about the due day itself.
      completed = behind === 0 ? Math.min(completed, due) : Math.max(completed, due + 1)
      if (behind === 0 && amount > 0) saidPaid = true
    }
    cleared.push(completed)
    const hasFallen = i < fallen
    const row: Unfinished<RowState> = {
      pointer: repaymentPointer(index),
      due,
      amount,
      paid,
      unpaid: completed <= today || paid >= amount ? 0 : amount - paid,
      fallen: hasFallen,
      daysLate: hasFallen && completed > due ? Math.min(completed, today) - due : 0,
      late: hasFallen && completed > due,
      behind: behind ?? 0,
    }
    rows.push(row)
    if (row.unpaid === 0 || due > today) continue
    oldestUnpaid ??= row
    if (!hasFallen) continue
    unpaidRows++
    unpaidAmount += row.unpaid
  }
  countBehind(repayments, rows, cleared, fallen)
  return {
    rows,
    cleared,
    fallen,
    oldestUnpaid,
    unpaidRows,
    unpaidAmount,
    lastPayment: lastPayment === NO_DAY ? undefined : lastPayment,
    lastPosted: lastPosted === NO_DAY ? undefined : lastPosted,
    countedByLender: settlement.found,
    paymentsRecorded: listed || !saidPaid,
  }
}

function countFallen(repayments: readonly ReadRepayment[], today: EpochDay): number {
  let fallen = repayments.length
  while (fallen > 0 && (repayments[fallen - 1] as ReadRepayment).due >= today) fallen--
  return fallen
}

interface Settlement {
  readonly found: boolean
  /** The first so many rows were paid by `on`. */
  readonly rows: number
  readonly on: EpochDay
}
const NO_SETTLEMENT: Settlement = { found: false, rows: 0, on: NOT_YET }

/** What the newest own count says of the rows before it. */
function newestSettlement(repayments: readonly ReadRepayment[], fallen: number): Settlement {
  for (let i = fallen - 1; i >= 0; i--) {
    const { behind, due } = repayments[i] as ReadRepayment
    if (behind === undefined) continue
    let open = behind
    let rows = i + 1
    while (rows > 0 && (open > 0 || (repayments[rows - 1] as ReadRepayment).amount === 0)) {
      if ((repayments[rows - 1] as ReadRepayment).amount > 0) open--
      rows--
    }
    return { found: true, rows, on: due }
  }
  return NO_SETTLEMENT
}

/**
 * Gives every row fallen due without the lender's own count the number of rows up to it, itself and those of the same
 * due day included, that stood unpaid at the end of its due day.
 */
function countBehind(
  repayments: readonly ReadRepayment[],
  rows: readonly Unfinished<RowState>[],
  cleared: readonly EpochDay[],
  fallen: number,
): void {
  /** Clearing days of the rows before that stood unpaid at the last due day, and how many never were paid. */
  const open: EpochDay[] = []
  let never = 0
  let i = 0
  while (i < fallen) {
    const { due } = rows[i] as RowState
    const first = i
    for (; i < fallen && (rows[i] as RowState).due === due; i++) {
      const day = cleared[i] as EpochDay
      if (day <= due || (rows[i] as RowState).amount === 0) continue
      if (day === NOT_YET) never++
      else open.push(day)
    }
    let kept = 0
    for (let o = 0; o < open.length; o++) if ((open[o] as EpochDay) > due) open[kept++] = open[o] as EpochDay
    while (open.length > kept) open.pop()
    for (let j = first; j < i; j++) {
      if ((repayments[j] as ReadRepayment).behind === undefined)
        (rows[j] as Unfinished<RowState>).behind = never + kept
    }
  }
}
