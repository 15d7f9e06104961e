import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choosingAtPrices, shadowPrices } from '../../src/entry/portfolio.ts'
import type { DecisionRow } from '../../src/portfolio/decisionRow.ts'
import { NONE } from '../../src/portfolio/problem.ts'
import { readProblem } from '../../src/portfolio/readProblem.ts'
import { chooseAtPrices } from '../../src/portfolio/solve.ts'
import { alternativeBehind, tieOf } from '../../src/portfolio/worklists.ts'
import { runs } from '../laws/runs.ts'
import { anyCapacity, anyRows } from './anyPortfolio.ts'
import { visit } from './given.ts'
import { naiveOffers } from './naivePools.ts'

/** Every decision also has something that may not be done, and would bring more than all else. */
const rowsWithBlocked = anyRows.map((rows) =>
  rows.map((row, i): DecisionRow => {
    const forbidden = { ...visit(1e6), status: i % 2 === 0 ? ('blocked' as const) : ('unsuitable' as const) }
    return { ...row, alternatives: [...row.alternatives.filter(({ kind }) => kind !== 'visit'), forbidden] }
  }),
)
/** Uses of which every sum is exact, so that what comes out equal is equal. */
const exactCapacity = anyCapacity.map((given) => ({
  ...given,
  pools: given.pools.map((pool) => ({
    ...pool,
    serves: pool.serves.map(({ use, ...service }) => ({
      ...service,
      ...(use === undefined ? {} : { use: Math.round(use * 4) / 4 }),
    })),
  })),
}))
const anyPrices = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9 })), {
  minLength: 5,
  maxLength: 5,
})
const named = (given: { pools: readonly { id: string }[] }, prices: readonly number[]) =>
  Object.fromEntries(given.pools.map(({ id }, i) => [id, prices[i] as number]))

test('record by record, and of several accounts the one with the highest net value: what choosing for all at once gives', () => {
  fc.assert(
    fc.property(anyRows, exactCapacity, anyPrices, (rows, given, prices) => {
      const problem = readProblem(rows, given)
      const plan = chooseAtPrices(problem, Float64Array.from(prices), tieOf(problem))
      const together = [...plan.placed]
        .filter((option) => option !== NONE)
        .map((option) => `${rows[problem.rowOf[option]!]!.id} ${alternativeBehind(problem, option).kind}`)
      const choose = choosingAtPrices(given, named(given, prices))
      const byBorrower = new Map<string, { row: DecisionRow; kind: string; net: number }>()
      // The older of two with the same net value, then by id: in this order the first one stays.
      const order = [...rows].sort((a, b) => b.daysPastDue - a.daysPastDue || (a.id < b.id ? -1 : 1))
      const gentleness = ['reminder', 'hardshipPause', 'restructure', 'call', 'visit']
      for (const row of order) {
        const { kind, net = 0 } = choose(row)
        if (kind === null) continue
        const kept = byBorrower.get(row.borrower)
        const gentler = kept !== undefined && gentleness.indexOf(kind) < gentleness.indexOf(kept.kind)
        if (kept === undefined || net > kept.net || (net === kept.net && gentler))
          byBorrower.set(row.borrower, { row, kind, net })
      }
      const apart = [...byBorrower.values()].map(({ row, kind }) => `${row.id} ${kind}`)
      expect(apart.sort()).toEqual(together.sort())
    }),
    runs(150),
  )
})

test('only what is chosen or eligible, worth something and served there is ever taken', () => {
  fc.assert(
    fc.property(rowsWithBlocked, anyCapacity, anyPrices, (rows, given, prices) => {
      const choose = choosingAtPrices(given, named(given, prices))
      for (const row of rows) {
        const { kind, because } = choose(row)
        expect(because.length).toBeGreaterThan(0)
        if (kind !== null) expect(naiveOffers(given, row).map(({ one }) => one.kind)).toContain(kind)
      }
    }),
    runs(100),
  )
})

test('at fitted prices what is left of all values, and the price of all there is, add up to the bound', () => {
  fc.assert(
    fc.property(anyRows, anyCapacity, (rows, given) => {
      const apart = rows.map((row) => ({ ...row, borrower: row.id }))
      const { prices, bound } = shadowPrices(apart, given)
      const choose = choosingAtPrices(given, prices)
      let sum = 0
      for (const row of apart) sum += choose(row).net ?? 0
      for (const { id, available } of given.pools) sum += prices[id]! * available * (given.days ?? 1)
      // Prices have 6 decimals, and the bound is told as a whole number.
      expect(Math.abs(sum - bound)).toBeLessThan(1.05)
    }),
    runs(100),
  )
})
