import type { ReadRepayment } from '../input/readCase.ts'
import { type ToldFeature, toldFeature } from './featureParams.ts'
import {
  anyRow,
  lookAtMeetings,
  lookAtPeriods,
  lookAtRows,
  newestAttempts,
  PROFILE,
  somethingDue,
} from './lookBack.ts'
import type { RowState, Shown } from './measured.ts'

/** Tells a feature whose value is known: the figures of its sentence, and where the record shows them. */
export type Tell = (shown: Shown, value: number) => ToldFeature

// Delinquency

export const tellAge: Tell = (shown, days) => toldFeature('history.daysPastDue', { days }, ageEvidence(shown))

export const tellBehind: Tell = (shown, periods) =>
  toldFeature('history.periodsBehind', { periods }, behindEvidence(shown))

export const tellOverdue: Tell = ({ view }) => {
  const { overdue, outstanding } = view.source.loan
  return toldFeature('history.overdueShare', { overdue, outstanding }, ['/loan/overdue', '/loan/outstanding'])
}

export const tellWorst =
  (n: number): Tell =>
  (shown, periods) => {
    const { of, evidence } = lookAtPeriods(
      shown,
      n,
      (row) => row.behind === periods,
      (mark) => mark === periods,
    )
    return toldFeature('history.worstBehind', { periods, of }, evidence)
  }

export const tellLate =
  (n: number): Tell =>
  (shown) => {
    const { hits, of, evidence } = lookAtPeriods(shown, n, isLate, isLateMark)
    return toldFeature('history.shareLate', { late: hits, of }, evidence)
  }

export const tellSum: Tell = (shown, sum) => {
  const { of, evidence } = lookAtPeriods(shown, 6, rowIsBehind, isLateMark)
  return toldFeature('history.sumBehind', { sum, of }, evidence)
}

export const tellSinceLate: Tell = (shown, periods) => {
  const { hits, evidence } = lookAtPeriods(shown, 12, isLate, isLateMark)
  const late = hits > 0
  return toldFeature('history.sinceLate', { periods, late }, late ? evidence.slice(0, 1) : evidence)
}

export const tellKnown: Tell = ({ view, rows }, periods) => {
  const listed = rows.length > 0 ? ['/repayments'] : []
  const evidence = view.source.paymentProfile === undefined ? listed : [...listed, PROFILE]
  return toldFeature('history.periodsKnown', { periods }, evidence)
}

// Payments

export const tellPaidShare =
  (n: number): Tell =>
  (shown) => {
    let paid = 0
    let due = 0
    const { of, evidence } = lookAtRows(shown, n, somethingDue, (row) => {
      due += row.amount
      // What the lender says was paid counts in full, whatever payments are listed.
      paid += Math.max(row.paid, row.amount - row.unpaid)
      return row.unpaid > 0
    })
    return toldFeature('history.paidShare', { paid, due, of }, evidence)
  }

export const tellZeroPayments: Tell = (shown) => {
  const { hits, of, evidence } = lookAtRows(shown, 6, somethingDue, isNothingPaid)
  return toldFeature('history.zeroPayments', { none: hits, of }, evidence)
}

export const tellNewestLate: Tell = (shown, days) => {
  const { evidence } = lookAtRows(shown, 12, somethingDue, anyRow)
  return toldFeature('history.daysLateLast', { days }, evidence.slice(0, 1))
}

export const tellDaysLate =
  (mean: boolean): Tell =>
  (shown, days) => {
    const { of, evidence } = lookAtRows(shown, 12, somethingDue, isLate)
    return toldFeature('history.daysLate', { days: Math.round(days), of, mean }, evidence)
  }

export const tellEarly: Tell = (shown, share) => {
  const { of, evidence } = lookAtRows(shown, 12, somethingDue, anyRow)
  return toldFeature('history.early', { early: Math.round(share * of), of }, evidence)
}

// A revolving account

export const tellUtilisation: Tell = ({ view }) => {
  const { outstanding, creditLimit: limit = 0 } = view.source.loan
  return toldFeature('history.utilisation', { outstanding, limit }, [
    '/loan/outstanding',
    '/loan/creditLimit',
  ])
}

export const tellUtilisationMean: Tell = (shown, share) => {
  const { of, evidence } = lookAtRows(shown, 6, hasStatement, anyRow)
  return toldFeature('history.utilisationMean', { share, of }, ['/loan/creditLimit', ...evidence])
}

export const tellUtilisationTrend: Tell = (shown, change) => {
  const { evidence } = lookAtRows(shown, 6, hasStatement, anyRow)
  return toldFeature('history.utilisationTrend', { change }, ['/loan/outstanding', ...evidence])
}

export const tellPaidToBalance =
  (n: number): Tell =>
  (shown, share) => {
    const { of, evidence } = lookAtRows(shown, n, hasBalance, anyRow)
    return toldFeature('history.paidToBalance', { share, of }, evidence)
  }

export const tellLeastPaidToBalance: Tell = (shown, share) => {
  const { of, evidence } = lookAtRows(shown, 6, hasBalance, anyRow)
  return toldFeature('history.leastPaidToBalance', { share, of }, evidence)
}

export const tellPaidToLimit =
  (n: number): Tell =>
  (shown, share) => {
    const { of, evidence } = lookAtRows(shown, n, anyRow, anyRow)
    return toldFeature('history.paidToLimit', { share, of }, evidence)
  }

export const tellNoPayments: Tell = (shown) => {
  const { hits, of, evidence } = lookAtRows(shown, 6, anyRow, isNoPayment)
  return toldFeature('history.noPayments', { none: hits, of }, evidence)
}

export const tellInactive: Tell = (shown) => {
  const { hits, of, evidence } = lookAtRows(shown, 6, hasStatement, isIdleStatement)
  return toldFeature('history.inactive', { inactive: hits, of }, evidence)
}

// Contacts

export const tellMeetings: Tell = (shown) => {
  const { hits, of, evidence } = lookAtMeetings(shown)
  return toldFeature('history.rightParty', { met: hits, tried: of }, evidence)
}

export const tellFailures: Tell = (shown, count) =>
  toldFeature('history.failures', { count }, newestAttempts(shown, count))

const isLate = (row: RowState): boolean => row.late
const isLateMark = (mark: number): boolean => mark > 0
const rowIsBehind = (row: RowState): boolean => row.behind > 0
const isNothingPaid = (row: RowState): boolean => row.paid === 0 && row.unpaid > 0
const isNoPayment = (row: RowState): boolean => row.paid === 0 && (row.amount === 0 || row.unpaid > 0)
const isStillUnpaid = (row: RowState): boolean => row.unpaid > 0
const hasStatement = (_: RowState, { balance }: ReadRepayment): boolean => balance !== undefined
const isIdleStatement = (_: RowState, { balance }: ReadRepayment): boolean => balance === 0
const hasBalance = (_: RowState, { balance }: ReadRepayment): boolean => balance !== undefined && balance > 0

/** Where the age of the arrears comes from: the oldest unpaid row, or what the loan says. */
function ageEvidence({ oldestUnpaid, view }: Shown): readonly string[] {
  const { loan } = view.source
  if (loan.overdueSince !== undefined) return ['/loan/overdueSince']
  if (loan.daysPastDue !== undefined) return ['/loan/daysPastDue']
  return oldestUnpaid === undefined ? ['/loan/overdue'] : [oldestUnpaid.pointer]
}

/** The newest row where the lender counted itself, else the rows unpaid, else the newest mark of the profile. */
function behindEvidence(shown: Shown): readonly string[] {
  const newest = lookAtRows(shown, 1, anyRow, (_, { behind }) => behind !== undefined)
  if (newest.hits > 0 || newest.of === 0) return newest.of === 0 ? [PROFILE] : newest.evidence
  return lookAtRows(shown, 12, somethingDue, isStillUnpaid).evidence
}
