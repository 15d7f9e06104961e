import { describe, expect, test } from 'vitest'
import type { Repayment } from '../../src/input/borrowerCase.ts'
import { factsOf } from './given.ts'

const row = (
  due: string,
  amount: number,
  paid: Repayment['paid'] = [],
  more: Partial<Repayment> = {},
): Repayment => ({
  due,
  amount,
  paid,
  ...more,
})
const rowsOf = (...repayments: Repayment[]) => factsOf({ repayments }).rows

describe('a row', () => {
  test('paid on its due day is on time', () => {
    expect(rowsOf(row('2026-10-24', 500, [{ on: '2026-10-24', amount: 500 }]))).toEqual([
      {
        pointer: '/repayments/0',
        due: 20750, // 2026-10-24 is 20,750 days after 1970-01-01: 20,782 is 2026-11-25, 32 days later
        amount: 500,
        paid: 500,
        unpaid: 0,
        fallen: true,
        daysLate: 0,
        late: false,
        behind: 0,
      },
    ])
  })

  test('is late by the payment that completed it', () => {
    const [state] = rowsOf(
      row('2026-10-24', 500, [
        { on: '2026-10-30', amount: 300 },
        { on: '2026-10-20', amount: 100 },
        { on: '2026-11-03', amount: 100 },
        { on: '2026-11-09', amount: 50 },
      ]),
    )
    // 24 October to 3 November are 10 days; the 50 after that change nothing but the sum.
    expect(state).toMatchObject({ paid: 550, unpaid: 0, late: true, daysLate: 10, behind: 1 })
  })

  test('counts as late up to today while a part is unpaid', () => {
    const [state] = rowsOf(row('2026-10-24', 500, [{ on: '2026-10-24', amount: 499 }]))
    expect(state).toMatchObject({ paid: 499, unpaid: 1, late: true, daysLate: 32 })
  })

  test('due today has not fallen, due yesterday has', () => {
    const [yesterday, today, tomorrow] = rowsOf(
      row('2026-11-24', 5),
      row('2026-11-25', 5),
      row('2026-11-26', 5, [{ on: '2026-11-20', amount: 5 }]),
    )
    expect(yesterday).toMatchObject({ fallen: true, late: true, daysLate: 1, unpaid: 5 })
    expect(today).toMatchObject({ fallen: false, late: false, daysLate: 0, unpaid: 5 })
    expect(tomorrow).toMatchObject({ fallen: false, late: false, paid: 5, unpaid: 0 })
  })

  test('with nothing due is never late', () => {
    const [state] = rowsOf(row('2026-10-24', 0))
    expect(state).toMatchObject({ unpaid: 0, late: false, daysLate: 0, behind: 0 })
  })

  test('paid too much does not pay the next one', () => {
    const [, second] = rowsOf(row('2026-09-24', 5, [{ on: '2026-09-24', amount: 10 }]), row('2026-10-24', 5))
    expect(second).toMatchObject({ paid: 0, unpaid: 5, late: true })
  })
})

describe('a payment is known', () => {
  const paidOf = (paid: Repayment['paid']) => rowsOf(row('2026-10-24', 500, paid))[0]

  test('from the day it was posted, and counts on the day it was made', () => {
    const posted = { on: '2026-10-24', amount: 500, postedOn: '2026-11-25' }
    expect(paidOf([posted])).toMatchObject({ paid: 500, late: false, daysLate: 0 })
    expect(paidOf([{ ...posted, postedOn: '2026-11-26' }])).toMatchObject({
      paid: 0,
      late: true,
      daysLate: 32,
    })
  })

  test('until the day it was reversed', () => {
    const reversed = { on: '2026-10-24', amount: 500, reversedOn: '2026-11-26' }
    expect(paidOf([reversed])).toMatchObject({ paid: 500, late: false })
    expect(paidOf([{ ...reversed, reversedOn: '2026-11-25' }])).toMatchObject({
      paid: 0,
      unpaid: 500,
      late: true,
    })
  })

  test('by the borrower’s calendar', () => {
    const repayments = [row('2026-10-24', 500, [{ on: '2026-11-25', amount: 500 }])]
    // 17:00 UTC on the 24th: the 25th in Shanghai, still the 24th in New York.
    const at = (timeZone: string) => factsOf({ repayments, timeZone }, '2026-11-24T17:00:00Z').rows[0]?.paid
    expect([at('Asia/Shanghai'), at('America/New_York')]).toEqual([500, 0])
  })
})

describe('periods behind', () => {
  test('are the rows unpaid at the end of a row’s due day, itself included', () => {
    const states = rowsOf(
      row('2026-07-24', 5, [{ on: '2026-09-30', amount: 5 }]),
      row('2026-08-24', 5, [{ on: '2026-08-24', amount: 5 }]),
      row('2026-09-24', 5),
      row('2026-10-24', 5),
    )
    // July's is open on the due days of July, August and September; September's and October's ever since.
    expect(states.map(({ behind }) => behind)).toEqual([1, 1, 2, 2])
    expect(states.map(({ late }) => late)).toEqual([true, false, true, true])
  })

  test('count rows of the same due day together', () => {
    const states = rowsOf(row('2026-10-24', 5), row('2026-10-24', 6))
    expect(states.map(({ behind }) => behind)).toEqual([2, 2])
  })

  test('are 0 for rows that have not fallen due', () => {
    expect(rowsOf(row('2026-10-24', 5), row('2026-12-24', 5)).map(({ behind }) => behind)).toEqual([1, 0])
  })
})

describe('the lender’s own count', () => {
  test('of 0 says on time and paid, whatever payments are listed', () => {
    const [state] = rowsOf(row('2026-10-24', 500, [{ on: '2026-11-20', amount: 1 }], { behind: 0 }))
    expect(state).toMatchObject({ paid: 1, unpaid: 0, late: false, daysLate: 0, behind: 0 })
  })

  test('above 0 says late, though paid by then', () => {
    const [state] = rowsOf(row('2026-10-24', 500, [{ on: '2026-10-24', amount: 500 }], { behind: 2 }))
    expect(state).toMatchObject({ unpaid: 0, late: true, daysLate: 1, behind: 2 })
  })

  test('says that all rows but the newest so many were paid', () => {
    const facts = factsOf({
      repayments: [
        row('2026-08-24', 5, [], { behind: 1 }),
        row('2026-09-24', 5, [], { behind: 2 }),
        row('2026-10-24', 5, [], { behind: 1 }),
      ],
    })
    // In October one was behind: October's own. The two before were paid by then, 61 and 30 days late.
    expect(facts.rows.map(({ unpaid }) => unpaid)).toEqual([0, 0, 5])
    expect(facts.rows.map(({ daysLate }) => daysLate)).toEqual([61, 30, 32])
    expect(facts.oldestUnpaid?.pointer).toBe('/repayments/2')
  })

  test('passes over rows with nothing due', () => {
    const repayments = [row('2026-08-24', 5, [], { behind: 1 }), row('2026-09-24', 0, [], { behind: 1 })]
    expect(factsOf({ repayments }).oldestUnpaid?.pointer).toBe('/repayments/0')
  })

  test('ends at the newest row that has one', () => {
    const states = rowsOf(row('2026-08-24', 5), row('2026-09-24', 5, [], { behind: 0 }), row('2026-10-24', 5))
    expect(states.map(({ unpaid }) => unpaid)).toEqual([0, 0, 5])
    expect(states.map(({ behind }) => behind)).toEqual([1, 0, 1])
  })
})

describe('the oldest unpaid row', () => {
  test('is the first by due day, in any order of the input', () => {
    const facts = factsOf({ repayments: [row('2026-10-24', 5), row('2026-09-24', 5), row('2026-12-24', 5)] })
    expect(facts.oldestUnpaid?.pointer).toBe('/repayments/1')
  })

  test('may be due today, and is never due later', () => {
    expect(factsOf({ repayments: [row('2026-11-25', 5)] }).oldestUnpaid?.pointer).toBe('/repayments/0')
    expect(factsOf({ repayments: [row('2026-11-26', 5)] }).oldestUnpaid).toBeUndefined()
  })
})
