import { expect, test } from 'vitest'
import { prioritise } from '../../src/entry/prioritise.ts'
import { readProblem } from '../../src/portfolio/readProblem.ts'
import { runs } from '../laws/runs.ts'
import { optimumByHighs } from './exactOptimum.ts'
import optima from './optima.json'
import { exactInstance } from './syntheticDecisions.ts'

/** All hundred by `npm run proofs`, the first of them in the ordinary run. */
const { numRuns: INSTANCES } = runs(15)

/** Exact optima of a hundred instances, found by HiGHS; scripts/optima.ts makes the file. */
const shortfalls = () =>
  optima.slice(0, INSTANCES).map((optimum, seed) => {
    const { decisions, capacity } = exactInstance(seed)
    return 1 - prioritise(decisions, capacity).value / optimum
  })

test('portfolios of 200 accounts and 8 pools: near the exact optimum', { timeout: 300_000 }, () => {
  const all = shortfalls()
  expect(all).toHaveLength(Math.min(100, INSTANCES))
  const mean = all.reduce((sum, one) => sum + one, 0) / all.length
  expect(mean).toBeLessThanOrEqual(0.005)
  expect(Math.max(...all)).toBeLessThanOrEqual(0.015)
  // Above the optimum there is nothing.
  expect(Math.min(...all)).toBeGreaterThanOrEqual(-1e-9)
})

test('the file says what HiGHS says', { timeout: 120_000 }, async () => {
  const { decisions, capacity } = exactInstance(10)
  const found = await optimumByHighs(readProblem(decisions, capacity), true)
  expect(Math.round(found)).toBe(optima[10])
})
