import { describe, expect, test } from 'vitest'
import type { Repayment } from '../../src/input/borrowerCase.ts'
import { factsOf } from './given.ts'

/** Monthly rows up to October 2026 whose lateness the lender counted itself, oldest first. */
const counted = (...behind: number[]): Repayment[] =>
  behind.map((count, i) => {
    const month = 2026 * 12 + 9 - (behind.length - 1 - i)
    const due = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-24`
    return { due, amount: 500, behind: count }
  })
const featuresOf = (repayments: Repayment[], paymentProfile?: string) =>
  factsOf({ repayments, ...(paymentProfile === undefined ? {} : { paymentProfile }) }).features

describe('over the newest 6 and 12 periods', () => {
  test('worst, share late and sum', () => {
    const twelve = counted(4, 0, 0, 0, 1, 0, 0, 2, 0, 0, 3, 1)
    expect(featuresOf(twelve)).toMatchObject({
      worstBehind6: 3,
      worstBehind12: 4,
      shareLate6: 0.5, // 2, 3, 1 of 0 2 0 0 3 1
      shareLate12: 0.416667, // 5 of 12
      sumBehind6: 6,
      periodsSinceLate: 0,
      periodsKnown: 12,
    })
  })

  test('a thirteenth is too old', () => {
    expect(featuresOf(counted(8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))).toMatchObject({
      worstBehind12: 0,
      shareLate12: 0,
    })
    expect(featuresOf(counted(8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))).toMatchObject({ worstBehind12: 8 })
  })

  test('the payment profile stands before the rows, its own last mark the newest', () => {
    // Periods, newest first: 1, then 0 0 3 ? - 9: the window of six holds 1 0 0 3 and two that say nothing.
    expect(featuresOf(counted(1), '9-?300')).toMatchObject({
      worstBehind6: 3,
      shareLate6: 0.5,
      sumBehind6: 4,
      worstBehind12: 9,
      shareLate12: 0.6,
      periodsKnown: 5,
    })
  })

  test('a profile alone will do', () => {
    expect(featuresOf([], '0001203')).toMatchObject({
      periodsBehind: 3,
      worstBehind6: 3,
      periodsSinceLate: 0,
    })
  })

  test('nothing is known without periods', () => {
    const nothing = {
      periodsBehind: null,
      worstBehind6: null,
      shareLate12: null,
      periodsSinceLate: null,
      cures: null,
    }
    expect(featuresOf([])).toMatchObject({ ...nothing, periodsKnown: 0 })
    expect(featuresOf([], '-?-')).toMatchObject({ ...nothing, periodsKnown: 0 })
  })

  test('a row with nothing due takes its place and says nothing, unless the lender says the account was behind', () => {
    const idle = { due: '2026-10-24', amount: 0 }
    const five = counted(1, 1, 1, 1, 1, 1).slice(0, 5)
    // Five late rows and an idle one fill the six places; the mark before them is the seventh.
    expect(featuresOf([...five, idle], '8')).toMatchObject({
      shareLate6: 1,
      worstBehind6: 1,
      worstBehind12: 8,
    })
    expect(featuresOf([...five, { ...idle, behind: 2 }])).toMatchObject({ worstBehind6: 2, periodsKnown: 6 })
  })
})

describe('periods since the newest late one', () => {
  test.each([
    [[0, 1], 0],
    [[1, 0], 1],
    [[1, 0, 0, 0], 3],
    [[0, 0, 0], 3],
    [[1, ...Array<number>(13).fill(0)], 12],
  ])('%j are %i', (behind, periods) => {
    expect(featuresOf(counted(...behind)).periodsSinceLate).toBe(periods)
  })
})

describe('periods behind now', () => {
  test('are the newest row’s own count', () => {
    expect(featuresOf(counted(0, 3)).periodsBehind).toBe(3)
  })

  test('else the rows unpaid today, none where the loan is not overdue', () => {
    const repayments = [
      { due: '2026-08-24', amount: 5 },
      { due: '2026-09-24', amount: 5, paid: [{ on: '2026-11-01', amount: 5 }] },
      { due: '2026-10-24', amount: 5, paid: [{ on: '2026-10-24', amount: 4 }] },
      { due: '2026-11-25', amount: 5 },
    ]
    expect(featuresOf(repayments).periodsBehind).toBe(2)
    const loan = { product: 'instalment', outstanding: 500, overdue: 0 } as const
    expect(factsOf({ repayments, loan }).features.periodsBehind).toBe(0)
  })
})

describe('roll', () => {
  test.each([
    [[1, 2], 1],
    [[2, 2], 0],
    [[2, 0], -1],
    [[2], null],
  ])('of %j is %j', (behind, roll) => {
    expect(featuresOf(counted(...behind)).rollDirection).toBe(roll)
  })

  test('trend is the newest less the mean of up to five before', () => {
    expect(featuresOf(counted(9, 0, 1, 1, 0, 1, 2)).behindTrend).toBe(1.4) // 2 − (0+1+1+0+1)/5
  })

  test.each([
    [[0, 1, 2, 0, 0], 1, 0],
    [[1, 0, 1, 0, 2], 2, 2],
    [[0, 0, 1, 1], 0, 0],
    [[1, 1, 0, 1], 1, 1],
  ])('%j has %i cures and %i relapses', (behind, cures, relapses) => {
    expect(featuresOf(counted(...behind))).toMatchObject({ cures, relapses })
  })
})
