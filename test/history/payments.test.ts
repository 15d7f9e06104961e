import { describe, expect, test } from 'vitest'
import type { BorrowerCase, Repayment } from '../../src/input/borrowerCase.ts'
import { factsOf } from './given.ts'

/** Monthly rows of 100 up to October 2026, oldest first: what was paid on each, on its due day plus `late` days. */
const rows = (...paid: (number | readonly [amount: number, late: number])[]): Repayment[] =>
  paid.map((entry, i) => {
    const [amount, late] = typeof entry === 'number' ? [entry, 0] : entry
    const month = 10 - (paid.length - 1 - i)
    const date = (day: number) => `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    return { due: date(10), amount: 100, paid: amount === 0 ? [] : [{ on: date(10 + late), amount }] }
  })
const featuresOf = (repayments: Repayment[], changes: Partial<BorrowerCase> = {}) =>
  factsOf({ repayments, ...changes }).features

describe('paid ÷ due', () => {
  test('over 1, 3, 6 and all of up to 12 rows', () => {
    // 300 of 600 over the newest six; 100 more of 200 before.
    expect(featuresOf(rows(100, 0, 100, 100, 100, 0, 0, 0))).toMatchObject({
      paidShare1: 0,
      paidShare3: 0,
      paidShare6: 0.5,
      paidShare12: 0.5,
    })
    expect(featuresOf(rows(0, 50, 100))).toMatchObject({ paidShare1: 1, paidShare3: 0.5, paidShare6: 0.5 })
  })

  test('is held to 1.5', () => {
    expect(featuresOf(rows(100, 500))).toMatchObject({ paidShare1: 1.5, paidShare3: 1.5 })
  })

  test('counts in full what the lender says was paid', () => {
    const said = rows(0, 30).map((row) => ({ ...row, behind: 0 }))
    expect(featuresOf(said).paidShare3).toBe(1)
  })

  test('leaves rows with nothing due out, in their place', () => {
    const repayments = rows(100, 0, 0, 0)
    const idle = repayments.map((row, i) => (i === 3 ? { ...row, amount: 0 } : row))
    expect(featuresOf(idle)).toMatchObject({ paidShare1: null, paidShare3: 0, paidShare6: 0.333333 })
  })

  test('is unknown without rows', () => {
    expect(featuresOf([])).toMatchObject({ paidShare1: null, paidShare12: null, daysLateMedian: null })
  })
})

test('partial and zero payments', () => {
  expect(featuresOf(rows(0, 40, 100, 0, 100, 99))).toMatchObject({
    partialShare6: 0.333333,
    zeroPayShare6: 0.333333,
  })
})

test('no payments on record though the lender says some were paid: what was paid is unknown', () => {
  const unlisted = rows(0, 0, 0, 0).map((row, i) => ({ ...row, behind: i === 2 ? 1 : 0 }))
  const unknown = { zeroPayShare6: null, partialShare6: null, sustainedPayment3: null, paidToBalance1: null }
  const balances = unlisted.map((row) => ({ ...row, balance: 1000 }))
  expect(featuresOf(balances)).toMatchObject({ ...unknown, shareLate6: 0.25, paidShare6: 1 })
  const unpaid = balances.map((row) => ({ ...row, behind: 1 }))
  // One period behind all along: only the newest of the four is still unpaid.
  expect(featuresOf(unpaid)).toMatchObject({ zeroPayShare6: 0.25, sustainedPayment3: 0, paidToBalance1: 0 })
})

describe('days late', () => {
  test('newest, median and mean', () => {
    // 0, 0, 2, 10: mean 3, median 1.
    expect(featuresOf(rows(100, [100, 10], 100, [100, 2]))).toMatchObject({
      daysLateLast: 2,
      daysLateMedian: 1,
      daysLateMean: 3,
    })
  })

  test('early payments lower the mean and make the early share, and never the days late', () => {
    // 9 days early, 1 day late: mean −4.
    expect(featuresOf(rows([100, -9], [100, 1]))).toMatchObject({
      daysLateMean: -4,
      daysLateMedian: 0.5,
      earlyShare12: 0.5,
    })
  })

  test('the mean holds each row to 180 days', () => {
    const repayments = [{ due: '2024-01-10', amount: 100 }, ...rows(100)]
    expect(featuresOf(repayments).daysLateMean).toBe(90)
  })
})

test('what was sustained is the least paid in each of the newest 3 and 6 rows', () => {
  expect(featuresOf(rows(10, 80, 70, 90, 100, 60))).toMatchObject({
    sustainedPayment3: 60,
    sustainedPayment6: 10,
  })
  expect(featuresOf(rows(80, 70))).toMatchObject({ sustainedPayment3: null, sustainedPayment6: null })
})

test('days since the newest payment known today', () => {
  // 10 October to 25 November are 46 days.
  expect(featuresOf(rows(100, 100)).daysSinceLastPayment).toBe(46)
  expect(featuresOf(rows(0)).daysSinceLastPayment).toBeNull()
})

describe('revolving', () => {
  const loan = (
    outstanding: number,
    creditLimit: number,
    product: 'revolving' | 'instalment' = 'revolving',
  ) => ({
    loan: { product, outstanding, overdue: 0, creditLimit },
  })
  const statements = (...pairs: (readonly [balance: number, paid: number])[]) =>
    rows(...pairs.map(([, paid]) => paid)).map((row, i) => ({ ...row, balance: pairs[i]![0] }))

  test('utilisation, and how it moved against the statements before', () => {
    // 500 of 1000 now; 200, 300, 400 before: mean 0.3.
    expect(featuresOf(statements([200, 0], [300, 0], [400, 0]), loan(500, 1000))).toMatchObject({
      utilisation: 0.5,
      utilisationTrend: 0.2,
    })
    expect(featuresOf([], loan(5000, 1000)).utilisation).toBe(2)
    expect(featuresOf([], loan(500, 0)).utilisation).toBeNull()
    expect(featuresOf([], loan(500, 1000, 'instalment')).utilisation).toBeNull()
  })

  test('paid against the statement, each at most in full', () => {
    // Newest 50/100, then 300/200 held to 1, then 0/400: means 0.5, 0.5; with 100/1000 before, 0.4.
    const rowsGiven = statements([1000, 100], [400, 0], [200, 300], [100, 50])
    expect(featuresOf(rowsGiven, loan(500, 1000))).toMatchObject({
      paidToBalance1: 0.5,
      paidToBalance3: 0.5,
      paidToBalance6: 0.4,
      leastPaidToBalance6: 0, // of 0.1, 0, 1 (300 of 200), 0.5
      paidToLimit1: 0.05, // 50 of 1000
      paidToLimit6: 0.1125, // 450 over 4 rows of 1000
    })
    expect(featuresOf(statements([1000, 100], [100, 50]), loan(500, 1000)).leastPaidToBalance6).toBe(0.1)
  })

  test('statements against the limit, on average', () => {
    // (200 + 300 + 700) ÷ 3 = 400 of 1000; what is owed now does not count.
    const given = statements([200, 0], [300, 0], [700, 0])
    expect(featuresOf(given, loan(900, 1000)).utilisationMean6).toBe(0.4)
    expect(featuresOf(given, loan(900, 100)).utilisationMean6).toBe(2)
    expect(featuresOf(given, loan(900, 0)).utilisationMean6).toBeNull()
    expect(featuresOf(rows(100), loan(900, 1000)).utilisationMean6).toBeNull()
  })

  test('due days without any payment, whatever was due', () => {
    expect(featuresOf(statements([0, 0], [100, 50], [100, 0], [100, 1])).noPaymentShare6).toBe(0.5)
    expect(featuresOf([]).noPaymentShare6).toBeNull()
  })

  test('a statement of 0 is inactivity, and no ratio', () => {
    expect(featuresOf(statements([100, 50], [0, 0]), loan(0, 1000))).toMatchObject({
      inactiveShare6: 0.5,
      paidToBalance1: null,
      paidToBalance3: 0.5,
    })
  })
})
