import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { schedule } from '../../src/plan/dueDays.ts'
import { addMonths } from '../../src/time/civilDay.ts'
import { roundHalfEven } from '../../src/words/money.ts'
import { contractValueIn, plansIn } from '../helpers/prepared.ts'
import { anyGiven, scaled } from './anyGiven.ts'
import { contextWith, day, type Given, planFacts, policyWith } from './planFacts.ts'

const context = contextWith()
const optionsOf = (given: Given) => plansIn(planFacts(given), context)
const runs = { numRuns: 2000 }
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const rank = { unable: 0, stretched: 1, able: 2, unknown: -1 }

describe('money is exact (law 9)', () => {
  test.each([
    ['thousands', 1000],
    ['the largest amounts', 1e9],
  ] as const)('%s', (_, scale) => {
    let plans = 0
    fc.assert(
      fc.property(anyGiven(scale), (given) => {
        const facts = planFacts(given)
        const { capacity, restructure } = plansIn(facts, context)
        const { plan } = restructure
        if (plan === undefined) return
        plans++
        const lines = schedule(plan, facts)
        const last = lines.at(-1)!
        expect(lines).toHaveLength(plan.count)
        expect(plan.count).toBeLessThanOrEqual(60)
        expect([lines[0]?.due, last.due]).toEqual([plan.firstDue, plan.lastDue])
        expect(plan.repays).toBe(facts.outstanding)
        expect(plan.total).toBe(plan.repays + plan.interest)
        expect(sum(lines.map((line) => line.principal))).toBe(plan.repays)
        expect(sum(lines.map((line) => line.interest))).toBe(plan.interest)
        expect(sum(lines.map((line) => line.amount))).toBe(plan.total)
        expect(plan.instalment).toBeLessThanOrEqual(capacity.sustainablePayment ?? 0)
        expect(plan.interest).toBeLessThanOrEqual(plan.repays)
        const odd = lines.filter(
          ({ amount, principal, interest, balance }, index) =>
            amount !== principal + interest ||
            amount !== (index === lines.length - 1 ? last.amount : plan.instalment) ||
            balance !== (lines[index - 1]?.balance ?? plan.repays) - principal ||
            !(Number.isSafeInteger(amount) && principal > 0 && interest >= 0),
        )
        expect(odd).toEqual([])
        expect(last.amount).toBeLessThanOrEqual(plan.instalment)
        expect(plan.presentValue).toBeLessThanOrEqual(plan.total)
        expect(plan.presentValue).toBeGreaterThan(0)
      }),
      runs,
    )
    expect(plans).toBeGreaterThan(200)
  })
})

describe('scale free (law 5)', () => {
  test.each([2, 10])('every amount times %d', (factor) => {
    fc.assert(
      fc.property(anyGiven(100000), (given) => {
        const one = optionsOf(given)
        const many = optionsOf(scaled(given, factor))
        const shape = ({ capacity, restructure, pause }: typeof one) => ({
          verdict: capacity.verdict,
          basis: capacity.basis,
          ability: capacity.ability,
          restructure: [
            restructure.viable,
            restructure.because.map(({ code }) => code),
            restructure.plan?.measures,
          ],
          pause: [pause.viable, pause.because.map(({ code }) => code)],
        })
        // Outside the law: less slack than a unit an instalment between the longest term and what can be paid.
        const [why] = many.restructure.because
        const needed = why?.code === 'plan.notAffordable' ? why.params.needed / factor : 0
        fc.pre(Math.abs(needed - (one.capacity.sustainablePayment ?? 0)) > 1 || needed === 0)
        expect(shape(many)).toEqual(shape(one))
        expect(many.contractValue / one.contractValue / factor).toBeCloseTo(1, 9)
        expect(many.pausedValue / one.pausedValue / factor).toBeCloseTo(1, 9)
        if (one.restructure.plan === undefined || many.restructure.plan === undefined) return
        // Floored instalments are at most a unit apart; a whole number of them repays in as many, or one fewer.
        expect(
          Math.abs(many.restructure.plan.instalment / factor - one.restructure.plan.instalment),
        ).toBeLessThanOrEqual(2)
        expect(Math.abs(many.restructure.plan.count - one.restructure.plan.count)).toBeLessThanOrEqual(1)
      }),
      runs,
    )
  })
})

describe('monotone (law 3)', () => {
  test('more income on the same evidence never lowers the sustainable payment, the verdict or the ability', () => {
    fc.assert(
      fc.property(anyGiven(), fc.integer({ min: 0, max: 500000 }), (given, more) => {
        fc.pre(given.budget !== undefined)
        const before = optionsOf(given).capacity
        const richer = { ...given.budget!, income: given.budget!.income + more }
        const after = optionsOf({ ...given, budget: richer }).capacity
        expect(after.basis).toBe(before.basis)
        expect(after.surplus ?? 0).toBeGreaterThanOrEqual(before.surplus ?? 0)
        expect(after.sustainablePayment ?? 0).toBeGreaterThanOrEqual(before.sustainablePayment ?? 0)
        expect(rank[after.verdict]).toBeGreaterThanOrEqual(rank[before.verdict])
        expect(after.ability ?? 0).toBeGreaterThanOrEqual(before.ability ?? 0)
      }),
      runs,
    )
  })
  test('past payments are never held against a borrower', () => {
    fc.assert(
      fc.property(anyGiven(), (given) => {
        const { capacity } = optionsOf(given)
        if (capacity.basis === 'inferred') expect(['able', 'unknown']).toContain(capacity.verdict)
        if (capacity.basis === 'unknown') expect(capacity.verdict).toBe('unknown')
      }),
      runs,
    )
  })
})

test('a pause starts today, ends within the policy’s months or with its known cause, and is looked at before', () => {
  let pauses = 0
  fc.assert(
    fc.property(anyGiven(), (given) => {
      const { pause, contractValue, pausedValue } = optionsOf(given)
      expect(pause.viable).toBe(pause.plan !== undefined)
      if (pause.plan === undefined) return void expect(pausedValue).toBe(contractValue)
      pauses++
      const { from, until, reviewOn } = pause.plan
      expect(from).toBe('2026-11-25')
      expect(day(until)).toBeGreaterThan(day(from))
      // Where the causes' end is known it beats the three months, up to a year.
      const { hardships = [] } = given
      const passing = hardships.filter(({ kind }) => kind !== 'overIndebted')
      const ends = passing.length > 0 && passing.every((one) => one.until !== undefined)
      expect(day(until)).toBeLessThanOrEqual(addMonths(day(from), ends ? 12 : 3))
      expect(day(reviewOn)).toBeGreaterThan(day(from))
      expect(day(reviewOn)).toBeLessThanOrEqual(day(until))
      expect(pausedValue).toBeLessThan(contractValue)
    }),
    runs,
  )
  expect(pauses).toBeGreaterThan(200)
})

test('at most one of restructure and pause is viable, and each says one thing', () => {
  fc.assert(
    fc.property(anyGiven(), (given) => {
      const { restructure, pause } = optionsOf(given)
      expect(restructure.viable && pause.viable).toBe(false)
      expect([restructure.because.length, pause.because.length]).toEqual([1, 1])
    }),
    runs,
  )
})

test('the contract is worth more than nothing, at most what it will pay, and less the dearer money is', () => {
  fc.assert(
    fc.property(anyGiven(), fc.double({ min: 0.01, max: 1, noNaN: true }), (given, discountRate) => {
      const facts = planFacts(given)
      const nominal = contractValueIn(facts, policyWith({ discountRate: 0 }))
      const value = contractValueIn(facts, policyWith({ discountRate }))
      expect(value).toBeGreaterThan(0)
      expect(value).toBeLessThanOrEqual(nominal * (1 + 1e-12))
      expect(nominal).toBeGreaterThanOrEqual(facts.outstanding * (1 - 1e-12))
      const { annualRate = 0, remainingInstalments = 0 } = facts.view.source.loan
      if (annualRate === 0 && remainingInstalments === 0)
        expect(roundHalfEven(nominal)).toBe(facts.outstanding)
    }),
    runs,
  )
})
