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

/** The figures are those of the model's card: whoever moves a score says by how much. */
function expectAsStated(portfolio: RealPortfolio, { count, bad, auc, ks }: Judgement): void {
  const stated = DEFAULT_MODEL_CARD.checks.find((check) => check.id === portfolio)
  expect({ count, bad: bad / count, auc, ks }).toEqual({
    count: stated?.count,
    bad: expect.closeTo(stated?.badRate ?? Number.NaN, 3),
    auc: expect.closeTo(stated?.auc ?? Number.NaN, 2),
    ks: expect.closeTo(stated?.ks ?? Number.NaN, 2),
  })
}

describe.skipIf(!haveRealData)(`the built-in scorecard on real portfolios${skippedBecause}`, () => {
  test('Taiwan: AUC at least 0.72, and a band further down repays less often', () => {
    const judgement = judged('taiwan', '2005-10-01T00:00:00+08:00')
    expect(judgement.auc).toBeGreaterThanOrEqual(0.72)
    expectAsStated('taiwan', judgement)
    const rates = judgement.byBand.map((band) => band.observedGood)
    expect(rates).toHaveLength(5)
    expect(rates).toEqual([...rates].sort((a, b) => b - a))
  }, 120_000)

  test.each(['single-loans', 'late-loans'] as const)(
    '%s: as the card says',
    (portfolio) => expectAsStated(portfolio, judged(portfolio, 'record')),
    120_000,
  )
})
