import { describe, expect, test } from 'vitest'
import { FEATURES } from '../../src/history/features.ts'
import type { Arrangement, Loan } from '../../src/input/borrowerCase.ts'
import { factsOf, NOON } from './given.ts'

const loanOf = (changes: Partial<Loan>) =>
  factsOf({ loan: { product: 'instalment', outstanding: 1000, overdue: 100, ...changes } })

describe('days past due', () => {
  test('are the lender’s own, else those since the oldest unpaid amount, 1 on the day after', () => {
    expect(loanOf({ daysPastDue: 62 }).daysPastDue).toBe(62)
    expect(loanOf({ overdueSince: '2026-11-24' }).daysPastDue).toBe(1)
    // 24 September to 25 November: 6 + 31 + 25 days.
    expect(loanOf({ overdueSince: '2026-09-24' })).toMatchObject({ daysPastDue: 62, bucket: '61-90' })
  })

  test('are counted in the borrower’s calendar', () => {
    // One instant: 25 November in Shanghai, still the 24th in New York.
    const at = '2026-11-25T08:00:00+08:00'
    const loan = {
      product: 'instalment',
      outstanding: 1000,
      overdue: 100,
      overdueSince: '2026-11-24',
    } as const
    const days = (timeZone: string) => factsOf({ loan, timeZone }, at).daysPastDue
    expect([days('Asia/Shanghai'), days('America/New_York')]).toEqual([1, 0])
  })

  test('are 0 while nothing is overdue', () => {
    expect(loanOf({ overdue: 0, daysPastDue: 62 })).toMatchObject({
      daysPastDue: 0,
      bucket: '0',
      inArrears: false,
    })
  })

  test('on the due day nobody is in arrears yet', () => {
    expect(loanOf({ overdueSince: '2026-11-25' })).toMatchObject({ daysPastDue: 0, inArrears: false })
    expect(loanOf({ overdueSince: '2026-11-24' })).toMatchObject({
      daysPastDue: 1,
      inArrears: true,
      bucket: '1-30',
    })
  })
})

test('today is the borrower’s day', () => {
  // 20,782 is 2026-11-25.
  expect(factsOf({}, '2026-11-24T16:00:00Z').today).toBe(20782)
  expect(factsOf({}, '2026-11-24T15:59:59Z').today).toBe(20781)
})

describe('the instalment', () => {
  const repayments = [
    { due: '2026-09-24', amount: 300 },
    { due: '2026-10-24', amount: 200 },
    { due: '2026-11-24', amount: 0 },
  ]
  test('is the loan’s, else the newest row’s above 0, else unknown', () => {
    const loan = { product: 'instalment', outstanding: 1000, overdue: 0 } as const
    expect(factsOf({ loan: { ...loan, instalment: 500 }, repayments }).instalment).toBe(500)
    expect(factsOf({ loan, repayments }).instalment).toBe(200)
    expect(factsOf({ loan }).instalment).toBeNull()
  })
})

describe('what the rows add up to', () => {
  const rows = (...amounts: number[]) =>
    amounts.map((amount, i) => ({ due: `2026-${String(10 - i).padStart(2, '0')}-24`, amount }))
  test('may differ from the loan, which wins', () => {
    const facts = factsOf({ repayments: rows(20000, 15000) }) // 50,000 overdue
    expect(facts).toMatchObject({ overdue: 50000, overdueDiffers: 15000 })
    expect(factsOf({ repayments: rows(40000, 20000) }).overdueDiffers).toBe(-10000)
    expect(factsOf({ repayments: rows(30000, 20000) }).overdueDiffers).toBeUndefined()
  })

  test('is not compared without rows, or where the lender counts periods itself', () => {
    expect(factsOf({}).overdueDiffers).toBeUndefined()
    expect(
      factsOf({ repayments: [{ due: '2026-10-24', amount: 1, behind: 1 }] }).overdueDiffers,
    ).toBeUndefined()
  })

  test('counts no row due today or later', () => {
    const repayments = [...rows(50000), { due: '2026-11-25', amount: 50000 }]
    expect(factsOf({ repayments }).overdueDiffers).toBeUndefined()
  })
})

describe('arrangements', () => {
  const plan: Arrangement = {
    kind: 'restructure',
    from: '2026-10-01',
    until: '2027-04-01',
    instalment: 300,
    status: 'active',
  }
  const factsWith = (...arrangements: Arrangement[]) => factsOf({ arrangements })

  test('in force is active, begun and not over', () => {
    expect(factsWith(plan).arrangement).toEqual({
      pointer: '/arrangements/0',
      kind: 'restructure',
      from: 20727, // 55 days before 25 November
      until: 20909, // 127 days after it
      instalment: 300,
      agreedAt: 20727 * 86400 - 8 * 3600, // midnight in China
    })
    expect(factsWith({ ...plan, from: '2026-11-25', until: '2026-11-25' }).arrangement).toBeDefined()
    expect(factsWith({ ...plan, from: '2026-11-26' }).arrangement).toBeUndefined()
    expect(factsWith({ ...plan, until: '2026-11-24' }).arrangement).toBeUndefined()
    for (const status of ['kept', 'broken', 'cancelled'] as const) {
      expect(factsWith({ ...plan, status }).arrangement).toBeUndefined()
    }
  })

  test('of several the one begun last', () => {
    const pause: Arrangement = { kind: 'hardshipPause', from: '2026-11-01', status: 'active' }
    expect(factsWith(pause, plan).arrangement).toMatchObject({ kind: 'hardshipPause' })
  })
})

describe('the table of features', () => {
  test('has a value for each name, in its order', () => {
    expect(Object.keys(factsOf({}).features)).toEqual(Object.keys(FEATURES))
  })

  test('has money, which a factor on all amounts would change, in two places alone', () => {
    const scaled = Object.entries(FEATURES).filter(([, { unit }]) => unit === 'money')
    expect(scaled.map(([name]) => name)).toEqual(['sustainedPayment3', 'sustainedPayment6'])
  })

  test('of an empty record is missing or 0, never NaN', () => {
    const loan = { product: 'revolving', outstanding: 0, overdue: 0, creditLimit: 0 } as const
    for (const value of Object.values(factsOf({ loan }, NOON).features)) {
      expect(value === null || value === 0).toBe(true)
    }
  })
})
