import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createContext } from '../../src/entry/createContext.ts'
import { decideAll } from '../../src/entry/decide.ts'
import { comparePolicies, type PolicyComparison } from '../../src/entry/portfolio.ts'
import type { PolicyInput } from '../../src/input/policy.ts'
import { sampleAccount } from '../../src/sample/sampleAccount.ts'
import { ACTION_ORDER } from '../../src/words/actions.ts'
import { runs } from '../laws/runs.ts'
import { sampleOptions } from '../sample/sampled.ts'

const OPTIONS = sampleOptions(5)
const SETTINGS: Partial<PolicyInput>[] = [
  {},
  { visit: { attempts: 1, days: 1, channels: 1 } },
  { unitCosts: { CNY: { minute: 50_000, visit: 9, message: 5 } } },
  { relief: { minDaysBetween: 1, maxInstalments: 3 }, capacity: { staleDays: 5 } },
  { cure: [], discountRate: 0.9, horizonHours: 2 },
] as Partial<PolicyInput>[]
const CONTEXTS = SETTINGS.map((settings, i) =>
  createContext({ asOf: OPTIONS.asOf, policy: { id: `p-${i}`, version: '1', ...settings } }),
)
const anyContext = fc.constantFrom(...CONTEXTS)
/** Made-up accounts, and now and then something that is none. */
const anyCases = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: fc.nat(400).map((place): unknown => sampleAccount(OPTIONS, place).record) },
    { weight: 1, arbitrary: fc.constantFrom<unknown>(null, { id: 'x' }, 'text') },
  ),
  { maxLength: 10 },
)

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0)
const countOf = ({ flows }: PolicyComparison, from: string, to: string): number =>
  flows.find((flow) => flow.from === from && flow.to === to)?.count ?? 0

test('the counts add up: all are in one flow or rejected, and each side is the sum over the other', () => {
  fc.assert(
    fc.property(anyCases, anyContext, anyContext, (cases, contextA, contextB) => {
      const compared = comparePolicies(cases, contextA, contextB)
      const { flows, a, b, rejected } = compared
      expect(sum(flows.map(({ count }) => count)) + rejected).toBe(cases.length)
      for (const kind of ACTION_ORDER) {
        expect(sum(ACTION_ORDER.map((to) => countOf(compared, kind, to)))).toBe(a.actions[kind])
        expect(sum(ACTION_ORDER.map((from) => countOf(compared, from, kind)))).toBe(b.actions[kind])
      }
      const decided = [...decideAll(cases, contextB)].flatMap((one) => (one.ok ? [one.decision.action] : []))
      expect(b.contacts).toBe(decided.filter(({ channel }) => channel !== undefined).length)
      expect(sum(Object.values(b.valueByCurrency))).toBe(sum(decided.map(({ value }) => value)))
    }),
    runs(20),
  )
})

test('a policy against itself moves nobody', () => {
  fc.assert(
    fc.property(anyCases, anyContext, (cases, context) => {
      const { flows, a, b } = comparePolicies(cases, context, context)
      expect(flows.filter(({ from, to }) => from !== to)).toEqual([])
      expect(b).toEqual(a)
    }),
    runs(10),
  )
})

test('the other way round, who came goes', () => {
  fc.assert(
    fc.property(anyCases, anyContext, anyContext, (cases, contextA, contextB) => {
      const there = comparePolicies(cases, contextA, contextB)
      const back = comparePolicies(cases, contextB, contextA)
      expect([back.a, back.b, back.rejected]).toEqual([there.b, there.a, there.rejected])
      for (const from of ACTION_ORDER)
        for (const to of ACTION_ORDER) expect(countOf(back, to, from)).toBe(countOf(there, from, to))
    }),
    runs(15),
  )
})

test('a borrower who moves has a reason, no reason is given more often than people move, and who stays has none', () => {
  fc.assert(
    fc.property(anyCases, anyContext, anyContext, (cases, contextA, contextB) => {
      for (const { from, to, count, because } of comparePolicies(cases, contextA, contextB).flows) {
        const often = Object.values(because)
        if (from === to) expect(often).toEqual([])
        else {
          expect(sum(often)).toBeGreaterThanOrEqual(count)
          expect(Math.max(...often)).toBeLessThanOrEqual(count)
        }
      }
    }),
    runs(15),
  )
})
