import { describe, expect, test } from 'vitest'
import type { Policy } from '../../src/input/policy.ts'
import type { PlanParams } from '../../src/plan/planReasons.ts'
import type { Because } from '../../src/words/reason.ts'
import { plansIn } from '../helpers/prepared.ts'
import { contextWith, type Given, planFacts, policyWith } from './planFacts.ts'

const restructureOf = (given: Given, changes: Partial<Policy> = {}) =>
  plansIn(planFacts(given), contextWith(changes)).restructure
const reasonOf = (given: Given, changes: Partial<Policy> = {}) => {
  const { viable, because } = restructureOf(given, changes)
  expect(because).toHaveLength(1)
  return { viable, ...(because[0] as Because<PlanParams>) }
}

/** A surplus of 40,000 a month, documented: 36,000 can be paid, 62,400 is needed. */
const stretched: Given = { budget: { income: 240000, essentialSpending: 200000, on: '2026-11-20' } }
const able: Given = { budget: { income: 400000, essentialSpending: 200000, on: '2026-11-20' } }
const unable: Given = { budget: { income: 100000, essentialSpending: 200000, on: '2026-11-20' } }
const jobLoss = [{ kind: 'jobLoss', since: '2026-10-15' } as const]

describe('a plan within what can be paid', () => {
  test('takes the largest instalment below four fifths, where completion is likelier', () => {
    // 0.8 × 36,000 = 28,800: one unit less is below it. 520,000 ÷ 28,799 = 18.06: 19 instalments.
    expect(restructureOf(stretched).plan).toEqual({
      kind: 'restructure',
      measures: ['termExtension'],
      instalment: 28799,
      period: 'month',
      count: 19,
      firstDue: '2026-12-24',
      lastDue: '2028-06-24',
      repays: 520000,
      interest: 0,
      forgiven: 0,
      total: 520000,
      shareOfSustainable: 0.799972,
      presentValue: expect.any(Number),
      completion: 0.7,
    })
  })
  test('its present value: 18 × 28,799 and 1,618, the first after 29 days, at 10 % a year', () => {
    const first = 1.1 ** (-29 / 365)
    let expected = 1618 * first * 1.1 ** (-18 / 12)
    for (let k = 0; k < 18; k++) expected += 28799 * first * 1.1 ** (-k / 12)
    expect(restructureOf(stretched).plan?.presentValue).toBe(Math.round(expected))
  })
  test('takes more where completion does not depend on it, and stays below the contract', () => {
    const completion = [{ rate: 0.7 }]
    expect(restructureOf(stretched, { completion }).plan?.instalment).toBe(36000)
    const given = { ...stretched, loan: { instalment: 20000, overdue: 300000 } } // needed 50,000
    expect(restructureOf(given, { completion }).plan?.instalment).toBe(20000)
  })
  test('of plans worth the same the smaller instalment', () => {
    // No discount and one chance of completion: each is worth 520,000.
    const same = { discountRate: 0, completion: [{ shareOfSustainableBelow: 0.8, rate: 0.5 }, { rate: 0.5 }] }
    expect(restructureOf(stretched, same).plan).toMatchObject({ instalment: 28799, presentValue: 520000 })
  })
  test('asks for more than the contract only where the longest term does', () => {
    // A minimum payment of 5,000 would take 104 instalments; sixty take 8,667.
    const given = { ...stretched, loan: { instalment: 5000, overdue: 400000 } }
    expect(restructureOf(given).plan).toMatchObject({ instalment: 8667, count: 60 })
  })
  test('says why it fits', () => {
    expect(reasonOf({ ...stretched, hardships: jobLoss })).toEqual({
      viable: true,
      code: 'plan.fits',
      about: 'action',
      params: { instalment: 28799, sustainable: 36000 },
      evidence: ['/budget', '/circumstances/0'],
    })
  })
  test('the longest term is the longest: 60 instalments of 36,000 is 2,160,000', () => {
    const given = (outstanding: number) => ({ ...stretched, loan: { outstanding } })
    expect(restructureOf(given(2160000)).plan).toMatchObject({
      instalment: 36000,
      count: 60,
      completion: 0.5,
    })
    expect(reasonOf(given(2160001)).code).toBe('plan.notViable') // within the unit that flooring may have taken
    expect(reasonOf(given(2160061))).toMatchObject({
      viable: false,
      code: 'plan.notAffordable',
      params: { sustainable: 36000, needed: 36002, maxInstalments: 60 },
    })
  })
})

describe('interest', () => {
  const loan = { annualRate: 0.18 }

  test('goes on where the borrower can carry it', () => {
    const { plan } = restructureOf({ ...stretched, loan })
    expect(plan?.measures).toEqual(['termExtension'])
    expect(plan?.interest).toBeGreaterThan(0)
    expect(plan?.total).toBe(520000 + (plan?.interest ?? 0))
  })
  test('is frozen under hardship that leaves too little', () => {
    expect(restructureOf({ ...stretched, loan, hardships: jobLoss }).plan).toMatchObject({
      measures: ['termExtension', 'interestFreeze'],
      interest: 0,
      total: 520000,
    })
  })
  test('is not frozen under hardship that leaves enough', () => {
    const { plan } = restructureOf({ ...able, loan, hardships: jobLoss })
    expect(plan?.measures).toEqual(['termExtension'])
  })
  test('is frozen where it takes the plan past the longest term', () => {
    // 36,000 a month does not repay 1,500,000 at 3 % a month (45,000 of interest), but does without.
    const given = { ...stretched, loan: { outstanding: 1500000, annualRate: 0.36 } }
    expect(restructureOf(given).plan).toMatchObject({ measures: ['termExtension', 'interestFreeze'] })
    const relief = { ...policyWith().relief, interestFreeze: false }
    expect(reasonOf(given, { relief })).toMatchObject({ viable: false, code: 'plan.notAffordable' })
  })
  test('that comes to more than the debt is frozen, or no plan', () => {
    // 52,000 at 48 % a year in instalments of 2,340: 52,000 × 0.04 = 2,080 of it is interest at first.
    const given = {
      loan: { outstanding: 52000, overdue: 10400, instalment: 2340, annualRate: 0.48 },
      budget: { income: 202600, essentialSpending: 200000 },
    }
    expect(restructureOf(given).plan).toMatchObject({ measures: ['termExtension', 'interestFreeze'] })
    const relief = { ...policyWith().relief, interestFreeze: false }
    expect(reasonOf(given, { relief })).toMatchObject({ viable: false, code: 'plan.notViable' })
  })
  test('rounded line by line, it may ask for one unit more than the annuity', () => {
    // 1,396 in three at 2 % a month: 483.94. With 484: 28 + 19 + 10 of interest leave 1,396 + 57 − 3 × 484 = 1.
    // With 485: 1,396 + 28 (30 days) − 485 = 939, + 19 − 485 = 473, + 9 = 482.
    const relief = { ...policyWith().relief, maxInstalments: 3, interestFreeze: false }
    const given = (surplus: number): Given => ({
      loan: {
        ...{ outstanding: 1396, overdue: 1396, instalment: 470 },
        ...{ annualRate: 0.24, nextDueDay: '2026-12-25' },
      },
      budget: { income: 200000 + surplus, essentialSpending: 200000 },
    })
    const { plan } = restructureOf(given(556), { relief }) // 500 can be paid
    expect(plan).toMatchObject({ instalment: 485, count: 3, interest: 56, total: 1452 })
    const exact = reasonOf(given(538), { relief }) // 484
    expect(exact).toMatchObject({ viable: false, code: 'plan.notViable' })
  })
  test('nothing is called frozen where none runs', () => {
    for (const annualRate of [undefined, 0]) {
      const given = { ...stretched, hardships: jobLoss, loan: annualRate === undefined ? {} : { annualRate } }
      expect(restructureOf(given).plan?.measures).toEqual(['termExtension'])
    }
  })
})

describe('no plan', () => {
  test('where nothing is outstanding', () => {
    expect(reasonOf({ ...stretched, loan: { outstanding: 0, overdue: 0 } })).toMatchObject({
      viable: false,
      code: 'plan.nothingToRepay',
    })
  })
  test('where it is affordable as it is', () => {
    expect(reasonOf(able)).toMatchObject({ viable: false, code: 'plan.notNeeded', evidence: ['/budget'] })
    expect(reasonOf({ ...able, hardships: jobLoss })).toMatchObject({ viable: true, code: 'plan.fits' })
  })
  test('out of arrears, unless hardship leaves too little', () => {
    const loan = { overdue: 0 }
    expect(reasonOf({ ...stretched, loan }).code).toBe('plan.notNeeded')
    expect(reasonOf({ ...able, loan, hardships: jobLoss }).code).toBe('plan.notNeeded')
    expect(reasonOf({ ...stretched, loan, hardships: jobLoss }).code).toBe('plan.fits')
  })
  test('where one payment would do', () => {
    const loan = { outstanding: 30000, overdue: 30000 }
    expect(reasonOf({ ...able, loan, hardships: jobLoss }).code).toBe('plan.notNeeded')
  })
  test('without a fresh budget, whatever was paid before', () => {
    expect(reasonOf({})).toMatchObject({ viable: false, code: 'plan.budgetUnknown' })
    expect(reasonOf({ sustained: 30000 }).code).toBe('plan.budgetUnknown')
    expect(reasonOf({ hardships: jobLoss }).code).toBe('plan.budgetUnknown')
    expect(reasonOf({ sustained: 70000 }).code).toBe('plan.notNeeded')
  })
  test('where nothing is left to pay it with', () => {
    expect(reasonOf(unable)).toMatchObject({
      viable: false,
      code: 'plan.notAffordable',
      params: { sustainable: 0, needed: 8667, maxInstalments: 60 }, // 520,000 ÷ 60
    })
  })
  test('where what is left is less than one unit', () => {
    const given = { budget: { income: 200001, essentialSpending: 200000 } }
    expect(reasonOf(given)).toMatchObject({
      code: 'plan.notAffordable',
      params: { sustainable: 0, needed: 8667 },
    })
    // Sixty units in sixty instalments of 1, of which 0.9 can be paid: only rounding stands between.
    const loan = { outstanding: 60, overdue: 60, instalment: 10 }
    expect(reasonOf({ ...given, loan })).toMatchObject({ viable: false, code: 'plan.notViable' })
  })
  test.each(['restructure', 'hardshipPause', 'settlement'] as const)('while a %s runs', (kind) => {
    const arrangements = [{ kind, from: '2026-03-01', status: 'active', instalment: 30000 } as const]
    expect(reasonOf({ ...stretched, arrangements })).toMatchObject({
      viable: false,
      code: 'plan.arrangementRunning',
      params: { kind },
      evidence: ['/arrangements/0'],
    })
  })
  test('within 180 days of the last, the newest that was not called off', () => {
    const given = (from: string, status: 'kept' | 'broken' | 'cancelled' = 'broken'): Given => ({
      ...stretched,
      arrangements: [
        { kind: 'restructure', from: '2024-01-01', status: 'kept', instalment: 40000 },
        { kind: 'restructure', from, status, instalment: 40000 },
        { kind: 'hardshipPause', from: '2026-10-01', status: 'kept' },
      ],
    })
    expect(reasonOf(given('2026-05-30'))).toMatchObject({
      viable: false,
      code: 'plan.tooSoon',
      params: { since: '2026-05-30', days: 180 },
      evidence: ['/arrangements/1'],
    })
    expect(reasonOf(given('2026-05-29')).code).toBe('plan.fits')
    expect(reasonOf(given('2026-05-30', 'cancelled')).code).toBe('plan.fits')
  })
})

describe('a plan refused before', () => {
  const refused = (instalment: number, from: string, more: Partial<Given> = {}): Given => ({
    ...stretched,
    arrangements: [{ kind: 'restructure', from, status: 'cancelled', instalment }],
    ...more,
  })
  test('is not offered again at the same instalment, or where a lower one was refused', () => {
    expect(reasonOf(refused(28799, '2026-11-20'))).toMatchObject({
      viable: false,
      code: 'plan.refusedBefore',
      params: { instalment: 28799 },
      evidence: ['/arrangements/0'],
    })
    expect(restructureOf(refused(28799, '2026-11-20')).plan?.instalment).toBe(28799)
    expect(reasonOf(refused(20000, '2026-11-20')).code).toBe('plan.refusedBefore')
    // 28,799 is more than nineteen in twenty of 30,300 and less of 30,400: pence are no other plan.
    expect(reasonOf(refused(30300, '2026-11-20')).code).toBe('plan.refusedBefore')
    expect(reasonOf(refused(30400, '2026-11-20')).code).toBe('plan.fits')
  })
  test('is offered once a newer budget or hardship is known', () => {
    expect(reasonOf(refused(20000, '2026-11-19')).code).toBe('plan.fits') // budget of the 20th
    const since = '2026-11-19'
    const budget = { income: 240000, essentialSpending: 200000, on: since }
    const hardships = [{ kind: 'incomeDrop', since } as const]
    expect(reasonOf(refused(20000, '2026-11-19', { budget })).code).toBe('plan.refusedBefore')
    expect(reasonOf(refused(20000, '2026-11-19', { budget, hardships })).code).toBe('plan.refusedBefore')
    expect(reasonOf(refused(20000, '2026-11-18', { budget, hardships })).code).toBe('plan.fits')
  })
  test('the day it was recorded counts, where known', () => {
    const arrangements = [
      {
        kind: 'restructure',
        from: '2026-10-01',
        recorded: '2026-11-21',
        status: 'cancelled',
        instalment: 20000,
      } as const,
    ]
    expect(reasonOf({ ...stretched, arrangements }).code).toBe('plan.refusedBefore')
  })
})

describe('when the plan starts', () => {
  const firstDue = (today: string, loan: Given['loan'], rowsDue: readonly string[] = []) => {
    const budget = { income: 240000, essentialSpending: 200000 }
    // Without a next due day unless the test gives one.
    const facts = planFacts({ today, loan: { outstanding: 300000, ...loan }, budget, rowsDue })
    const given = loan?.nextDueDay === undefined ? withoutNextDue(facts) : facts
    return plansIn(given, contextWith()).restructure.plan?.firstDue
  }
  const withoutNextDue = (facts: ReturnType<typeof planFacts>) => ({
    ...facts,
    view: { ...facts.view, nextDueDay: undefined },
  })

  test('on the next due day, five days away at least', () => {
    expect(firstDue('2026-12-19', { nextDueDay: '2026-12-24' })).toBe('2026-12-24')
    expect(firstDue('2026-12-20', { nextDueDay: '2026-12-24' })).toBe('2027-01-24')
  })
  test('on the newest row’s day of the month, else that of the oldest arrears', () => {
    const rows = ['2026-09-24', '2026-10-24']
    expect(firstDue('2026-11-25', {}, rows)).toBe('2026-12-24')
    expect(firstDue('2026-11-19', {}, rows)).toBe('2026-11-24')
    expect(firstDue('2026-11-25', { overdueSince: '2026-09-03' })).toBe('2026-12-03')
  })
  test('with nothing to go by, a period from today', () => {
    expect(firstDue('2026-11-25', {})).toBe('2026-12-25')
    expect(firstDue('2026-11-25', { period: 'week' })).toBe('2026-12-02')
    expect(firstDue('2026-11-25', { period: 'fortnight' })).toBe('2026-12-09')
  })
  test('weeks keep the weekday', () => {
    // A Friday; five days from Wednesday 25 November is Monday, so Friday 4 December.
    expect(firstDue('2026-11-25', { period: 'week', nextDueDay: '2026-09-04' })).toBe('2026-12-04')
  })
})
