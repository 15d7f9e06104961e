import type { ReadRepayment } from '../input/readCase.ts'
import { clamp, median, round6 } from '../numbers/maths.ts'
import type { EpochDay } from '../time/civilDay.ts'
import type { PaymentMeasures, RevolvingMeasures, RowState } from './measured.ts'
import type { RowReading } from './rows.ts'

const QUARTER = 3
const HALF_YEAR = 6
const YEAR = 12
/** Paid far above what was due says no more than half as much again. */
const MOST_PAID_SHARE = 1.5
/** A month early and half a year late are as early and as late as it gets. */
const EARLIEST_DAYS = -30
const LATEST_DAYS = 180
const NOTHING_YET = -1

/** Reads the newest 12 rows from the newest back. Rows with nothing due take their place and are left out. */
export function measurePayments(reading: RowReading, today: EpochDay): PaymentMeasures {
  const { rows, cleared, fallen, paymentsRecorded } = reading
  const daysLate: number[] = []
  let recent = 0
  let due = 0
  let paid = 0
  let partial = 0
  let zero = 0
  let early = 0
  let daysSum = 0
  let due1 = 0
  let paid1 = 0
  let due3 = 0
  let paid3 = 0
  let due6 = 0
  let paid6 = 0
  let least = NOTHING_YET
  let sustained3 = 0
  let sustained6 = 0
  const places = Math.min(YEAR, fallen)
  for (let place = 0; place < places; place++) {
    const row = rows[fallen - 1 - place] as RowState
    if (row.amount > 0) {
      const clearedOn = cleared[fallen - 1 - place] as EpochDay
      daysLate.push(row.daysLate)
      daysSum += clamp(Math.min(clearedOn, today) - row.due, EARLIEST_DAYS, LATEST_DAYS)
      if (clearedOn < row.due) early++
      due += row.amount
      // What the lender says was paid counts in full, whatever payments are listed.
      paid += Math.max(row.paid, row.amount - row.unpaid)
      if (least === NOTHING_YET || row.paid < least) least = row.paid
      if (daysLate.length === QUARTER) sustained3 = least
      if (daysLate.length === HALF_YEAR) sustained6 = least
      if (place < HALF_YEAR) {
        recent = daysLate.length
        // What the lender says was paid is no missed payment, whatever payments are listed.
        if (row.paid === 0 && row.unpaid > 0) zero++
        else if (row.unpaid > 0) partial++
      }
    }
    if (place < HALF_YEAR) {
      due6 = due
      paid6 = paid
    }
    if (place < QUARTER) {
      due3 = due
      paid3 = paid
    }
    if (place === 0) {
      due1 = due
      paid1 = paid
    }
  }
  const counted = daysLate.length
  const known = paymentsRecorded && recent > 0
  return {
    paidShare1: paidShare(paid1, due1),
    paidShare3: paidShare(paid3, due3),
    paidShare6: paidShare(paid6, due6),
    paidShare12: paidShare(paid, due),
    partialShare6: known ? round6(partial / recent) : null,
    zeroPayShare6: known ? round6(zero / recent) : null,
    daysLateLast: daysLate[0] ?? null,
    daysLateMedian: middle(daysLate),
    daysLateMean: counted === 0 ? null : round6(daysSum / counted),
    earlyShare12: counted === 0 ? null : round6(early / counted),
    sustainedPayment3: paymentsRecorded && counted >= QUARTER ? sustained3 : null,
    sustainedPayment6: paymentsRecorded && counted >= HALF_YEAR ? sustained6 : null,
  }
}

const paidShare = (paid: number, due: number): number | null =>
  due === 0 ? null : round6(Math.min(MOST_PAID_SHARE, paid / due))

/** The median; most people are on time on most days, and need no sorting. */
function middle(daysLate: readonly number[]): number | null {
  let late = 0
  for (let i = 0; i < daysLate.length; i++) if ((daysLate[i] as number) > 0) late++
  return late * 2 < daysLate.length ? 0 : (median(daysLate) ?? null)
}

/** Twice the limit is as far above it as it gets. */
const MOST_UTILISATION = 2

/** `limit` is 0 where there is none. */
export function measureRevolving(
  repayments: readonly ReadRepayment[],
  reading: RowReading,
  limit: number,
  outstanding: number,
): RevolvingMeasures {
  const { rows, fallen, paymentsRecorded } = reading
  let statements = 0
  let inactive = 0
  let balances = 0
  let ratios = 0
  let ratioSum = 0
  let to1: number | null = null
  let to3: number | null = null
  let leastRatio = 1
  let paid = 0
  let paid1 = 0
  let unpaid = 0
  const places = Math.min(HALF_YEAR, fallen)
  for (let place = 0; place < places; place++) {
    const row = rows[fallen - 1 - place] as RowState
    const { balance } = repayments[fallen - 1 - place] as ReadRepayment
    paid += row.paid
    // What the lender says was paid is no missed payment, whatever payments are listed.
    if (row.paid === 0 && (row.amount === 0 || row.unpaid > 0)) unpaid++
    if (balance !== undefined) {
      statements++
      balances += balance
      if (balance === 0) inactive++
      else {
        const ratio = Math.min(1, row.paid / balance)
        ratios++
        ratioSum += ratio
        if (ratio < leastRatio) leastRatio = ratio
      }
    }
    if (place === 0) {
      to1 = mean(ratioSum, ratios)
      paid1 = paid
    }
    if (place < QUARTER) to3 = mean(ratioSum, ratios)
  }
  const used = limit > 0 ? Math.min(MOST_UTILISATION, outstanding / limit) : null
  const before = balances / (statements * limit)
  const paidKnown = paymentsRecorded && places > 0
  const toLimit = (amount: number): number | null =>
    paidKnown && limit > 0 ? round6(Math.min(1, amount / limit)) : null
  return {
    utilisation: used === null ? null : round6(used),
    utilisationMean6: used === null || statements === 0 ? null : round6(Math.min(MOST_UTILISATION, before)),
    utilisationTrend:
      used === null || statements === 0
        ? null
        : round6(clamp(used - before, -MOST_UTILISATION, MOST_UTILISATION)),
    paidToBalance1: paymentsRecorded ? to1 : null,
    paidToBalance3: paymentsRecorded ? to3 : null,
    paidToBalance6: paymentsRecorded ? mean(ratioSum, ratios) : null,
    leastPaidToBalance6: paymentsRecorded && ratios > 0 ? round6(leastRatio) : null,
    paidToLimit1: toLimit(paid1),
    paidToLimit6: toLimit(paid / places),
    noPaymentShare6: paidKnown ? round6(unpaid / places) : null,
    inactiveShare6: statements === 0 ? null : round6(inactive / statements),
  }
}

const mean = (sum: number, count: number): number | null => (count === 0 ? null : round6(sum / count))
