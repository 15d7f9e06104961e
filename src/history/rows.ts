import type { ReadPayment, ReadRepayment } from '../input/readCase.ts'
import type { EpochDay } from '../kernel/civilDay.ts'
import type { RowState } from './facts.ts'
import { repaymentPointer } from './pointers.ts'

/** The repayment rows as known at `asOf`, and what the other measures need of them. */
export interface RowReading {
  readonly rows: readonly RowState[]
  /** Of each row the day from which on it was fully paid; Infinity while it is not. */
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
  const paid: number[] = []
  const cleared: EpochDay[] = []
  let lastPayment: EpochDay | undefined
  let lastPosted: EpochDay | undefined
  let listed = false
  let saidPaid = false
  for (let i = 0; i < repayments.length; i++) {
    const row = repayments[i] as ReadRepayment
    let sum = 0
    let completed = row.amount === 0 ? row.due : Number.POSITIVE_INFINITY
    for (const payment of row.paid) {
      listed = true
      if (payment.amount === 0 || !isKnown(payment, today)) continue
      sum += payment.amount
      if (sum >= row.amount && completed > payment.on && row.amount > 0) completed = payment.on
      if (lastPayment === undefined || payment.on > lastPayment) lastPayment = payment.on
      if (lastPosted === undefined || payment.postedOn > lastPosted) lastPosted = payment.postedOn
    }
    if (i < settlement.rows && settlement.on < completed) completed = settlement.on
    if (row.due <= today) completed = bySaidBehind(row, completed)
    if (row.behind === 0 && row.amount > 0 && i < fallen) saidPaid = true
    paid.push(sum)
    cleared.push(completed)
  }
  const behind = periodsBehind(repayments, cleared, fallen)
  const rows: RowState[] = []
  let oldestUnpaid: RowState | undefined
  let unpaidRows = 0
  let unpaidAmount = 0
  for (let i = 0; i < repayments.length; i++) {
    const row = rowState(
      repayments[i] as ReadRepayment,
      paid[i] as number,
      cleared[i] as number,
      behind[i] as number,
      today,
    )
    rows.push(row)
    if (row.unpaid === 0 || row.due > today) continue
    oldestUnpaid ??= row
    if (!row.fallen) continue
    unpaidRows++
    unpaidAmount += row.unpaid
  }
  return {
    rows,
    cleared,
    fallen,
    oldestUnpaid,
    unpaidRows,
    unpaidAmount,
    lastPayment,
    lastPosted,
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
const NO_SETTLEMENT: Settlement = { found: false, rows: 0, on: Number.POSITIVE_INFINITY }

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

/** The lender's own count beats what the payments say about the due day itself. */
function bySaidBehind({ behind, due }: ReadRepayment, completed: EpochDay): EpochDay {
  if (behind === undefined) return completed
  return behind === 0 ? Math.min(completed, due) : Math.max(completed, due + 1)
}

/**
 * Of each row the lender's own count, else how many rows up to it, itself and those of the same due day included,
 * stood unpaid at the end of its due day. 0 for rows not fallen due that have no count of their own.
 */
function periodsBehind(
  repayments: readonly ReadRepayment[],
  cleared: readonly EpochDay[],
  fallen: number,
): number[] {
  const behind: number[] = []
  /** Clearing days of the rows before that stood unpaid at the last due day, and how many never were paid. */
  const open: EpochDay[] = []
  let never = 0
  let i = 0
  while (i < fallen) {
    const { due } = repayments[i] as ReadRepayment
    const first = i
    for (; i < fallen && (repayments[i] as ReadRepayment).due === due; i++) {
      const day = cleared[i] as EpochDay
      if (day <= due || (repayments[i] as ReadRepayment).amount === 0) continue
      if (day === Number.POSITIVE_INFINITY) never++
      else open.push(day)
    }
    let kept = 0
    for (const day of open) if (day > due) open[kept++] = day
    open.length = kept
    for (let j = first; j < i; j++) behind.push((repayments[j] as ReadRepayment).behind ?? never + kept)
  }
  for (; i < repayments.length; i++) behind.push((repayments[i] as ReadRepayment).behind ?? 0)
  return behind
}

function rowState(
  row: ReadRepayment,
  paid: number,
  cleared: EpochDay,
  behind: number,
  today: EpochDay,
): RowState {
  const { due, amount } = row
  const fallen = due < today
  return {
    pointer: repaymentPointer(row.index),
    due,
    amount,
    paid,
    unpaid: cleared <= today || paid >= amount ? 0 : amount - paid,
    fallen,
    daysLate: fallen ? Math.max(0, Math.min(cleared, today) - due) : 0,
    late: fallen && cleared > due,
    behind,
  }
}
