import { rmSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { DEFAULT_MODEL_CARD } from '../../src/policy/defaultModelCard.ts'
import type { Judgement } from './judge.ts'
import { judgeFile } from './judgeFile.ts'
import { haveRealData, makeRealCases, type RealPortfolio, skippedBecause } from './realCases.ts'

function judged(portfolio: RealPortfolio, asOf: string): Judgement {
  const { folder, cases, outcomes } = makeRealCases(portfolio)
  try {
    return judgeFile(cases, outcomes, asOf)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What the model card says was measured. */
const stated = (portfolio: RealPortfolio) => DEFAULT_MODEL_CARD.checks.find((check) => check.id === portfolio)

describe.skipIf(!haveRealData)(`the built-in scorecard on real portfolios${skippedBecause}`, () => {
  test.each([
    ['taiwan', '2005-10-01T00:00:00+08:00', 15000, 0.72],
    ['single-loans', 'record', 2637, 0.62],
    ['late-loans', 'record', 638, 0.5],
  ] as const)(
    '%s: orders the outcomes, as well as its card says',
    (portfolio, asOf, count, leastAuc) => {
      const { auc, ks, ...rest } = judged(portfolio, asOf)
      expect(rest.count).toBe(count)
      expect(auc).toBeGreaterThanOrEqual(leastAuc)
      expect(auc).toBeCloseTo(stated(portfolio)?.auc ?? 0, 2)
      expect(ks).toBeCloseTo(stated(portfolio)?.ks ?? 0, 2)
      expect(rest.bad / count).toBeCloseTo(stated(portfolio)?.badRate ?? 0, 3)
    },
    120_000,
  )

  test('a band further down repays less often (Taiwan)', () => {
    const rates = judged('taiwan', '2005-10-01T00:00:00+08:00').byBand.map((band) => band.observedGood)
    expect(rates).toHaveLength(5)
    expect(rates).toEqual([...rates].sort((a, b) => b - a))
  }, 120_000)
})
