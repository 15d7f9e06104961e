import { describe, expect, test } from 'vitest'
import { plansIn } from '../helpers/prepared.ts'
import { contextWith, type Given, planFacts, policyWith } from './planFacts.ts'

const context = contextWith()
const capacityOf = (given: Given) => plansIn(planFacts(given), context).capacity
const budget = { income: 800000, essentialSpending: 520000, otherDebtPayments: 120000, dependants: 1 }

describe('a budget becomes a sustainable payment', () => {
  test('documented: 8,000 − 5,200 − 1,200 = 1,600, less a tenth', () => {
    expect(capacityOf({ budget })).toEqual({
      surplus: 160000,
      sustainablePayment: 144000,
      basis: 'documented',
      verdict: 'able',
      needed: 62400, // 52,000 + 10 % of 104,000
      ability: 1,
      evidence: ['/budget'],
    })
  })
  test.each([
    ['stated', 128000],
    ['estimated', 112000],
  ] as const)('%s evidence leaves a larger margin', (evidence, sustainablePayment) => {
    expect(capacityOf({ budget: { ...budget, evidence } })).toMatchObject({
      surplus: 160000,
      sustainablePayment,
      basis: evidence,
    })
  })
  test('spending below the living minimum is not believed: 1,000 + 2 × 500 = 2,000', () => {
    const given = { income: 300000, essentialSpending: 50000, dependants: 2 }
    expect(capacityOf({ budget: given })).toMatchObject({ surplus: 100000, sustainablePayment: 90000 })
  })
  test('a currency without a living minimum takes the spending as stated', () => {
    const given = { income: 300000, essentialSpending: 50000, dependants: 2 }
    expect(capacityOf({ currency: 'EUR', budget: given }).surplus).toBe(250000)
  })
  test.each([
    // 100,000 a month is 12/52 of it a week: 23,076.92…, less a tenth 20,769.23…
    ['week', 23077, 20769],
    // 12/26: 46,153.85, less a tenth 41,538.46
    ['fortnight', 46154, 41538],
    ['month', 100000, 90000],
  ] as const)('a month is scaled to a %s', (period, surplus, sustainablePayment) => {
    const given = { income: 300000, essentialSpending: 200000 }
    expect(capacityOf({ loan: { period }, budget: given })).toMatchObject({ surplus, sustainablePayment })
  })
  test('a margin that binary fractions miss costs nobody a unit: 90 less 30 % is 63', () => {
    const given = { income: 100090, essentialSpending: 100000, evidence: 'estimated' } as const
    expect(capacityOf({ budget: given }).sustainablePayment).toBe(63)
  })
})

describe('the verdict', () => {
  const verdictAt = (surplus: number, loan: Given['loan'] = {}) =>
    capacityOf({ loan, budget: { income: 200000 + surplus, essentialSpending: 200000 } }).verdict
  // Needed 60,000 + 10 % of 120,000 = 72,000; a surplus of 80,000 less a tenth is exactly that.
  const loan = { instalment: 60000, overdue: 120000 }

  test('able from the instalment and a tenth of the arrears on, stretched below', () => {
    expect(verdictAt(80000, loan)).toBe('able')
    expect(verdictAt(79999, loan)).toBe('stretched')
  })
  test('unable without a surplus, stretched with the smallest', () => {
    expect(verdictAt(0, loan)).toBe('unable')
    expect(verdictAt(-1, loan)).toBe('unable')
    expect(verdictAt(1, loan)).toBe('stretched')
  })
  test('a loan of one repayment, or one called in, is payable if three periods clear it', () => {
    // 270,000 in three periods: 90,000, a surplus of 100,000 less a tenth.
    const whole = { outstanding: 270000, overdue: 270000, instalment: 270000 }
    expect(verdictAt(100000, { ...whole, product: 'single' })).toBe('able')
    expect(verdictAt(99999, { ...whole, product: 'single' })).toBe('stretched')
    for (const stage of ['accelerated', 'chargedOff', 'judgment'] as const) {
      expect(verdictAt(100000, { ...whole, instalment: 9000, overdue: 9000, stage })).toBe('able')
      expect(verdictAt(99999, { ...whole, instalment: 9000, overdue: 9000, stage })).toBe('stretched')
    }
  })
  test('no more is needed than is outstanding', () => {
    // Instalment 60,000 of a last 45,000: 50,000 less a tenth pays all of it.
    expect(verdictAt(50000, { instalment: 60000, outstanding: 45000, overdue: 45000 })).toBe('able')
    expect(verdictAt(49999, { instalment: 60000, outstanding: 45000, overdue: 45000 })).toBe('stretched')
  })
  test('without an instalment: what is not yet due over the remaining ones', () => {
    // (520,000 − 120,000) ÷ 10 + 10 % of 120,000 = 52,000; ÷ 0.9 = 57,777.8
    const facts = (surplus: number, remainingInstalments?: number) => {
      const given = planFacts({
        loan: { overdue: 120000, ...(remainingInstalments === undefined ? {} : { remainingInstalments }) },
        budget: { income: 200000 + surplus, essentialSpending: 200000 },
      })
      return plansIn({ ...given, instalment: null }, context).capacity
    }
    expect(facts(57778, 10)).toMatchObject({ verdict: 'able', needed: 52000 })
    expect(facts(57777, 10).verdict).toBe('stretched')
    // Nor these known: a third of the arrears, 40,000; ÷ 0.9 = 44,444.4
    expect(facts(44445)).toMatchObject({ verdict: 'able', needed: 40000 })
    expect(facts(44444).verdict).toBe('stretched')
  })
  test('ability is the share of what is needed', () => {
    const given = { loan, budget: { income: 240000, essentialSpending: 200000 } }
    expect(capacityOf(given)).toMatchObject({ verdict: 'stretched', ability: 0.5 }) // 36,000 of 72,000
    expect(capacityOf({ ...given, budget: { income: 0, essentialSpending: 200000 } }).ability).toBe(0)
  })
})

describe('a budget that no longer tells', () => {
  const known = { verdict: 'able', basis: 'documented' }
  const notKnown = {
    verdict: 'unknown',
    basis: 'unknown',
    surplus: null,
    sustainablePayment: null,
    ability: null,
  }

  test('counts for 180 days', () => {
    expect(capacityOf({ budget: { ...budget, on: '2026-05-29' } })).toMatchObject(known) // 180 days before
    expect(capacityOf({ budget: { ...budget, on: '2026-05-28' } })).toMatchObject(notKnown)
  })
  test('of a day to come is not used', () => {
    expect(capacityOf({ budget: { ...budget, on: '2026-11-25' } })).toMatchObject(known)
    expect(capacityOf({ budget: { ...budget, on: '2026-11-26' } })).toMatchObject(notKnown)
  })
  test('is overtaken by hardship that began after its day, in the borrower’s calendar', () => {
    const given = (since: string) => ({
      budget: { ...budget, on: '2026-11-10' },
      hardships: [{ kind: 'jobLoss', since } as const],
    })
    expect(capacityOf(given('2026-11-10'))).toMatchObject(known)
    expect(capacityOf(given('2026-11-11'))).toMatchObject({
      ...notKnown,
      evidence: ['/budget', '/circumstances/0'],
    })
  })
  test('but not by one known always, over, or from before', () => {
    const dated = { ...budget, on: '2026-11-10' }
    const after = { kind: 'illness', since: '2026-11-12' } as const
    expect(capacityOf({ budget: dated, hardships: [{ kind: 'overIndebted' }] })).toMatchObject(known)
    expect(capacityOf({ budget: dated, hardships: [{ ...after, now: false }] })).toMatchObject(known)
    expect(capacityOf({ budget, hardships: [after] })).toMatchObject(known) // given today
  })
})

describe('past payments are a floor', () => {
  const rowsDue = ['2026-07-24', '2026-08-24', '2026-09-24', '2026-10-24', '2026-12-24']
  const rows = ['/repayments/1', '/repayments/2', '/repayments/3']

  test('they may show that a borrower is able', () => {
    expect(capacityOf({ sustained: 62400, rowsDue })).toEqual({
      surplus: null,
      sustainablePayment: 62400,
      basis: 'inferred',
      verdict: 'able',
      needed: 62400,
      ability: 1,
      evidence: rows,
    })
  })
  test('never that a borrower is not', () => {
    expect(capacityOf({ sustained: 62399, rowsDue })).toMatchObject({
      sustainablePayment: 62399,
      basis: 'inferred',
      verdict: 'unknown',
      ability: null,
    })
    expect(capacityOf({ sustained: 0, rowsDue })).toMatchObject({ basis: 'unknown', verdict: 'unknown' })
    expect(capacityOf({})).toMatchObject({ basis: 'unknown', verdict: 'unknown', evidence: [] })
  })
  test('they stand back behind a fresh budget, and in for a stale one', () => {
    const poor = { income: 0, essentialSpending: 0 }
    expect(capacityOf({ sustained: 90000, budget: poor }).verdict).toBe('unable')
    expect(capacityOf({ sustained: 90000, budget: { ...poor, on: '2020-01-01' } }).verdict).toBe('able')
  })
  test('they tell nothing once hardship is known', () => {
    const hardships = [{ kind: 'jobLoss' } as const]
    expect(capacityOf({ sustained: 90000, hardships })).toMatchObject({
      basis: 'unknown',
      verdict: 'unknown',
    })
  })
})

test('the policy’s own margin, share and age are used', () => {
  const changed = contextWith({
    capacity: {
      margin: { documented: 0.5, stated: 0.5, estimated: 0.5 },
      staleDays: 10,
      arrearsShare: 0.25,
      livingMinimum: policyWith().capacity.livingMinimum,
    },
  })
  const at = (on: string) => plansIn(planFacts({ budget: { ...budget, on } }), changed).capacity
  // 52,000 + a quarter of 104,000
  expect(at('2026-11-15')).toMatchObject({ sustainablePayment: 80000, needed: 78000, verdict: 'able' })
  expect(at('2026-11-14').basis).toBe('unknown')
})
