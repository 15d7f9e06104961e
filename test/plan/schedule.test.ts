import { describe, expect, test } from 'vitest'
import { schedule } from '../../src/plan/dueDays.ts'
import { plansIn } from '../helpers/prepared.ts'
import { contextWith, type Given, planFacts } from './planFacts.ts'

const scheduleOf = (given: Given, completion = [{ rate: 0.5 }]) => {
  const facts = planFacts(given)
  const plan = plansIn(facts, contextWith({ completion })).restructure.plan
  if (plan === undefined) throw new Error('no plan')
  return { plan, lines: schedule(plan, facts), facts }
}
/** A documented surplus of 10,000: 9,000 can be paid. */
const budget = { income: 210000, essentialSpending: 200000 }

describe('a schedule', () => {
  test('without interest: what is left comes last', () => {
    const loan = { outstanding: 20000, overdue: 20000, instalment: 10000, nextDueDay: '2026-12-24' }
    expect(scheduleOf({ loan, budget }).lines).toEqual([
      { due: '2026-12-24', amount: 9000, principal: 9000, interest: 0, balance: 11000 },
      { due: '2027-01-24', amount: 9000, principal: 9000, interest: 0, balance: 2000 },
      { due: '2027-02-24', amount: 2000, principal: 2000, interest: 0, balance: 0 },
    ])
  })
  test('with interest: actual days to the first line, then a twelfth of the year’s', () => {
    // 14.6 % a year is 0.04 % a day: 20,000 × 0.0004 × 30 days = 240.
    // Then 11,240 × 0.146 ÷ 12 = 136.75; 2,377 × 0.146 ÷ 12 = 28.92.
    const loan = {
      ...{ outstanding: 20000, overdue: 20000, instalment: 10000 },
      ...{ annualRate: 0.146, nextDueDay: '2026-12-25' },
    }
    expect(scheduleOf({ loan, budget }).lines).toEqual([
      { due: '2026-12-25', amount: 9000, principal: 8760, interest: 240, balance: 11240 },
      { due: '2027-01-25', amount: 9000, principal: 8863, interest: 137, balance: 2377 },
      { due: '2027-02-25', amount: 2406, principal: 2377, interest: 29, balance: 0 },
    ])
  })
  test('half a unit of interest goes to the even neighbour, as in decimals', () => {
    const given = (outstanding: number): Given => ({
      loan: {
        ...{ outstanding, overdue: outstanding, instalment: 4565, annualRate: 0.25 },
        ...{ nextDueDay: '2026-11-30' },
      },
      budget: { income: 205074, essentialSpending: 200000 }, // 4,566 can be paid
    })
    // 7,300 × 0.25 × 5 ÷ 365 = 25; left 7,300 + 25 − 4,565 = 2,760; × 0.25 ÷ 12 = 57.5, to 58.
    expect(scheduleOf(given(7300)).lines.map((line) => line.interest)).toEqual([25, 58])
    // 7,348 × 0.25 × 5 ÷ 365 = 25.16; left 7,348 + 25 − 4,565 = 2,808; × 0.25 ÷ 12 = 58.5, to 58.
    expect(scheduleOf(given(7348)).lines.map((line) => line.interest)).toEqual([25, 58])
  })
  test.each([
    ['2026-01-31', ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']],
    ['2028-01-30', ['2028-01-30', '2028-02-29', '2028-03-30', '2028-04-30']],
    // The contract's day is the 31st although the first instalment falls on the 28th.
    ['2025-12-31', ['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']],
  ])('months do not drift from %s', (nextDueDay, expected) => {
    const today = nextDueDay === '2025-12-31' ? '2026-02-20' : nextDueDay.slice(0, 8).concat('05')
    const loan = { outstanding: 30000, overdue: 30000, instalment: 10000, nextDueDay }
    const { lines, plan } = scheduleOf({ today, loan, budget })
    expect(lines.map((line) => line.due)).toEqual(expected)
    expect([plan.firstDue, plan.lastDue]).toEqual([expected[0], expected[3]])
  })
  test('fortnights are fourteen days', () => {
    const loan = {
      ...{ outstanding: 9000, overdue: 9000, instalment: 10000 },
      ...({ period: 'fortnight', nextDueDay: '2026-12-20' } as const),
    }
    // 10,000 × 12 ÷ 26 × 0.9 = 4,153.8
    const { lines } = scheduleOf({ loan, budget })
    expect(lines.map(({ due, amount }) => [due, amount])).toEqual([
      ['2026-12-20', 4153],
      ['2027-01-03', 4153],
      ['2027-01-17', 694],
    ])
  })
  test('a plan with a first due day of its own runs from there', () => {
    const loan = { outstanding: 20000, overdue: 20000, instalment: 10000, nextDueDay: '2026-12-24' }
    const { plan, facts } = scheduleOf({ loan, budget })
    const moved = schedule({ ...plan, firstDue: '2027-01-31' }, facts)
    expect(moved.map((line) => line.due)).toEqual(['2027-01-31', '2027-02-28', '2027-03-31'])
  })
})
