import fc from 'fast-check'
import { expect, test } from 'vitest'
import { prioritise, shadowPrices, thumbRules } from '../../src/entry/prioritise.ts'
import { readProblem } from '../../src/portfolio/readProblem.ts'
import { runs } from '../laws/runs.ts'
import { anyCapacity, anyRows } from './anyPortfolio.ts'
import { optimumByHighs } from './exactOptimum.ts'
import { naiveGreedy, naiveOffers, naiveTakes } from './naivePools.ts'

test('law 10: no pool is overdrawn, each borrower gets at most one action, and nobody is lost', () => {
  fc.assert(
    fc.property(anyRows, anyCapacity, (rows, given) => {
      const { worklists, left, pools, value } = prioritise(rows, given)
      const items = worklists.flatMap(({ pool, area, items }) =>
        items.map((item) => ({ ...item, pool, area })),
      )
      expect([...items, ...left].map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort())
      const byId = new Map(rows.map((row) => [row.id, row]))
      expect(new Set(items.map(({ id }) => byId.get(id)!.borrower)).size).toBe(items.length)
      const used = new Map<string, number>()
      let sum = 0
      for (const { id, alternative, pool, area } of items) {
        const row = byId.get(id)!
        const offers = naiveOffers(given, row)
        expect(offers.map(({ one }) => one)).toContain(alternative)
        const takes = naiveTakes(given, row, alternative)!
        expect([pool, area]).toEqual([[...takes.keys()][0] ?? 'unlimited', row.area])
        for (const [name, taken] of takes) used.set(name, (used.get(name) ?? 0) + taken)
        sum += alternative.value!
      }
      expect(value).toBe(sum)
      for (const pool of pools) {
        expect(pool.used).toBeLessThanOrEqual(pool.available)
        expect(used.get(pool.id) ?? 0).toBeCloseTo(pool.used, 6)
      }
      for (const list of worklists) {
        expect(list.items.map(({ rank }) => rank)).toEqual(list.items.map((_, i) => i + 1))
        const perUnit = list.items.map((item) => item.perUnit)
        expect(perUnit).toEqual([...perUnit].sort((a, b) => b - a))
        for (const { alternative, because } of list.items)
          expect(because.map(({ code }) => code === 'choice.kept')).toEqual([alternative.status === 'chosen'])
      }
      for (const { id, because } of left) {
        const { alternatives } = byId.get(id)!
        const [first] = because as readonly { readonly code: string; readonly params?: object }[]
        const own = alternatives.find(({ status }) => status === 'chosen')!
        if (first?.code === 'borrower.served') continue
        if (own.kind === 'wait') expect(because).toBe(own.because)
        else expect(first?.params).toMatchObject({ kind: own.kind })
      }
    }),
    runs(300),
  )
})

test('law 10: at least what simple rules bring, at most the bound, and the gap between is told', () => {
  fc.assert(
    fc.property(anyRows, anyCapacity, (rows, given) => {
      const { value, bound, gap } = prioritise(rows, given)
      const rules = Object.values(thumbRules(rows, given))
      const greedy = [
        naiveGreedy(given, rows, (worth) => worth),
        naiveGreedy(given, rows, (worth, share) => worth / share),
      ]
      expect(value).toBeGreaterThanOrEqual(Math.max(...rules, ...greedy))
      expect(value).toBeLessThanOrEqual(bound)
      expect(gap).toBe(bound === 0 ? 0 : Math.round(((bound - value) / bound) * 1e6) / 1e6)
    }),
    runs(300),
  )
})

test('the bound is the optimum of the linear relaxation, and no whole plan is above it', async () => {
  await fc.assert(
    fc.asyncProperty(anyRows, anyCapacity, async (rows, given) => {
      const { value, bound } = prioritise(rows, given)
      const problem = readProblem(rows, given)
      const linear = await optimumByHighs(problem, false)
      expect(bound).toBeGreaterThanOrEqual(Math.floor(linear * (1 - 1e-7)))
      expect(bound).toBeLessThanOrEqual(Math.ceil(linear * (1 + 1e-5) + 1e-6))
      expect(value).toBeLessThanOrEqual((await optimumByHighs(problem, true)) * (1 + 1e-6))
    }),
    runs(60),
  )
})

test('law 8: the order in which decisions come changes nothing but the order of those left', () => {
  fc.assert(
    fc.property(
      anyRows.chain((rows) =>
        fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
      ),
      anyCapacity,
      ([rows, shuffled], given) => {
        const one = prioritise(rows, given)
        const other = prioritise(shuffled, given)
        const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
        expect({ ...other, left: [...other.left].sort(byId) }).toEqual({
          ...one,
          left: [...one.left].sort(byId),
        })
      },
    ),
    runs(200),
  )
})

test('more of a pool never lowers the bound, by as much as its price says at most', () => {
  fc.assert(
    fc.property(
      anyRows,
      anyCapacity,
      fc.nat(),
      fc.integer({ min: 1, max: 20 }),
      (rows, given, which, more) => {
        fc.pre(given.pools.length > 0)
        const place = which % given.pools.length
        const pools = given.pools.map((pool, p) =>
          p === place ? { ...pool, available: pool.available + more } : pool,
        )
        const before = shadowPrices(rows, given)
        const after = shadowPrices(rows, { ...given, pools })
        const added = more * (given.days ?? 1)
        expect(after.bound).toBeGreaterThanOrEqual(before.bound - 1)
        expect(after.bound - before.bound).toBeLessThanOrEqual(
          before.prices[given.pools[place]!.id]! * added + 1.01,
        )
      },
    ),
    runs(150),
  )
})
