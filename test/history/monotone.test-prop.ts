import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FEATURES, type FeatureName, type FeatureValues } from '../../src/history/features.ts'
import type { BorrowerCase, Loan, Payment } from '../../src/input/borrowerCase.ts'
import { formatDay } from '../../src/time/civilDay.ts'
import { runs } from '../laws/runs.ts'
import { day, factsOf } from './given.ts'
import { someRecord } from './someRecord.ts'

/** Law 3: every feature with a direction keeps to its side, and none appears or disappears. */
const directed = (Object.keys(FEATURES) as FeatureName[]).filter((name) => FEATURES[name].direction !== null)

/** Names of features that moved to the bad side of the score from one record to the other. */
function worsened(before: FeatureValues, after: FeatureValues): string[] {
  return directed.filter((name) => {
    const from = before[name]
    const to = after[name]
    if (from === null || to === null) return from !== to
    return FEATURES[name].direction === 'up' ? to < from : to > from
  })
}
const featuresOf = (record: BorrowerCase) => factsOf(record).features

test('more days past due never moves a feature to the good side', () => {
  fc.assert(
    fc.property(someRecord, fc.integer({ min: 1, max: 400 }), fc.boolean(), (record, more, bySince) => {
      const days = record.loan.daysPastDue ?? 0
      const aged = (by: number): Loan => {
        const { daysPastDue: _, ...loan } = record.loan
        return bySince
          ? { ...loan, overdueSince: formatDay(day('2026-11-24') - days - by) }
          : { ...loan, daysPastDue: days + by }
      }
      const younger = featuresOf({ ...record, loan: aged(0) })
      const older = featuresOf({ ...record, loan: aged(more) })
      expect(worsened(older, younger)).toEqual([])
    }),
    runs(300),
  )
})

/** The record with one payment, counted through all rows, made so much earlier and larger. */
function withBetterPayment(
  record: BorrowerCase,
  which: number,
  earlier: number,
  larger: number,
): BorrowerCase {
  const count = (record.repayments ?? []).reduce((sum, { paid }) => sum + (paid?.length ?? 0), 0)
  let place = which % Math.max(1, count)
  const better = (payment: Payment): Payment => ({
    ...payment,
    on: formatDay(day(payment.on) - earlier),
    amount: payment.amount + larger,
    ...(payment.postedOn === undefined
      ? {}
      : { postedOn: formatDay(day(payment.postedOn) - (earlier >> 1)) }),
  })
  return {
    ...record,
    repayments: (record.repayments ?? []).map((row) => ({
      ...row,
      paid: (row.paid ?? []).map((payment) => (place-- === 0 ? better(payment) : payment)),
    })),
  }
}

// The law asks it of the newest repayment; it holds of every one.
test('a payment made earlier or larger never moves a feature to the bad side', () => {
  fc.assert(
    fc.property(someRecord, fc.nat(), fc.nat(200), fc.nat(20000), (record, which, earlier, larger) => {
      const better = withBetterPayment(record, which, earlier, larger)
      expect(worsened(featuresOf(record), featuresOf(better))).toEqual([])
    }),
    runs(500),
  )
})

test('the newest payment does move features', () => {
  const row = { due: '2026-10-24', amount: 10000, paid: [{ on: '2026-11-20', amount: 4000 }] }
  const before = featuresOf(factsOf({ repayments: [row] }).view.source)
  const after = featuresOf(withBetterPayment(factsOf({ repayments: [row] }).view.source, 0, 30, 6000))
  const moved = directed.filter((name) => before[name] !== after[name])
  expect(moved).toEqual(
    expect.arrayContaining(['periodsBehind', 'shareLate6', 'paidShare1', 'daysLateMean', 'earlyShare12']),
  )
})
