import { expect, test } from 'vitest'
import { contractValueIn } from '../helpers/prepared.ts'
import { type Given, planFacts, policyWith } from './planFacts.ts'

const policy = policyWith({ discountRate: 0.1 })
const worthOf = (loan: Given['loan']) => contractValueIn(planFacts({ loan: loan ?? {} }), policy)
const at = (days: number) => 1.1 ** (-days / 365)

test('what is overdue counts in full, the rest as it falls due', () => {
  // 104,000 now and 8 × 52,000 a month apart, the first in 29 days.
  let expected = 104000
  for (let k = 0; k < 8; k++) expected += 52000 * at(29) * 1.1 ** (-k / 12)
  expect(worthOf({})).toBeCloseTo(expected, 6)
})

test('instalments that carry interest count with it, up to twice the balance', () => {
  // 10 × 52,000 for a balance of 416,000 of which no rate is given.
  let expected = 104000
  for (let k = 0; k < 10; k++) expected += 52000 * at(29) * 1.1 ** (-k / 12)
  expect(worthOf({ remainingInstalments: 10 })).toBeCloseTo(expected, 6)
  const most = (104000 + 2 * 416000) * 1
  expect(worthOf({ remainingInstalments: 400 })).toBeLessThan(most)
  const one = 104000 + 2 * 416000 * at(29)
  expect(worthOf({ remainingInstalments: 1, instalment: 9000000 })).toBeCloseTo(one, 6)
})

test('a rate and a term that would pay many times the balance count twice of it', () => {
  // A quarter of the balance in interest each month for 163 months.
  expect(worthOf({ annualRate: 3, remainingInstalments: 163 })).toBe(104000 + 2 * 416000)
})

test('too few remaining instalments are paid in as much as the balance takes', () => {
  const expected = 104000 + 208000 * at(29) * (1 + 1.1 ** (-1 / 12))
  expect(worthOf({ remainingInstalments: 2 })).toBeCloseTo(expected, 6)
})

test('at a rate equal to the discount’s, the balance is worth itself', () => {
  // Monthly 0.1 compounding 1.1^(1/12) − 1 a month: a yearly rate of 12 × that, and 0.1 on no days before it starts.
  const annualRate = 12 * (1.1 ** (1 / 12) - 1)
  const { nextDueDay } = { nextDueDay: '2026-12-25' }
  const grown = 1 + (annualRate * 30) / 365
  expect(worthOf({ annualRate, nextDueDay })).toBeCloseTo(104000 + 416000 * grown * at(30), 4)
})

test('one repayment is worth itself on its day, and itself once due', () => {
  const single = { product: 'single', outstanding: 90000 } as const
  expect(worthOf({ ...single, overdue: 0 })).toBeCloseTo(90000 * at(29), 8)
  expect(worthOf({ ...single, overdue: 0, annualRate: 0.365 })).toBeCloseTo(90000 * 1.029 * at(29), 8)
  expect(worthOf({ ...single, overdue: 90000 })).toBe(90000)
})

test.each(['accelerated', 'chargedOff', 'judgment'] as const)('%s: due whole today', (stage) => {
  expect(worthOf({ stage })).toBe(520000)
})

test('an instalment that never repays is taken to repay in the longest term', () => {
  const value = worthOf({ instalment: 1, annualRate: 0.24 })
  expect(value).toBe(worthOf({ instalment: 2, annualRate: 0.24 }))
  expect(value).toBeGreaterThan(416000)
})

test('nothing outstanding is worth nothing', () => {
  expect(worthOf({ outstanding: 0, overdue: 0 })).toBe(0)
})
