import { readFileSync, rmSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { DEFAULT_MODEL_OPTIONS } from '../../scripts/defaultModelOptions.ts'
import { trainScorecard } from '../../src/entry/train.ts'
import { DEFAULT_MODEL } from '../../src/policy/defaultModel.ts'
import type { Judgement } from './judge.ts'
import { judgeFile } from './judgeFile.ts'
import { haveRealData, makeRealCases, type RealPortfolio, skippedBecause } from './realCases.ts'
import { rowsOfPortfolio } from './realRows.ts'

interface Stated {
  readonly checks: readonly { id: string; count: number; badRate: number; auc: number; ks: number }[]
  readonly metrics: Record<'all' | 'inArrears', { auc: number; ks: number; calibrationError: number }>
}
const CARD: Stated = JSON.parse(readFileSync('docs/default-model.json', 'utf8'))

const TAIWAN_AS_OF = '2005-10-01T00:00:00+08:00'

function judged(portfolio: RealPortfolio, asOf: string): Judgement {
  const { folder, cases, outcomes } = makeRealCases(portfolio)
  try {
    return judgeFile(cases, outcomes, asOf)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The figures are those of the model's card: a change that moves a score says by how much. */
function expectAsStated(portfolio: RealPortfolio, { count, bad, auc, ks }: Judgement): void {
  const stated = CARD.checks.find((check) => check.id === portfolio)
  expect({ count, bad: bad / count, auc, ks }).toEqual({
    count: stated?.count,
    bad: expect.closeTo(stated?.badRate ?? Number.NaN, 3),
    auc: expect.closeTo(stated?.auc ?? Number.NaN, 2),
    ks: expect.closeTo(stated?.ks ?? Number.NaN, 2),
  })
}

describe.skipIf(!haveRealData)(`scorecards on real portfolios${skippedBecause}`, () => {
  test('is what the data gives, bit for bit', () => {
    const { model } = trainScorecard(rowsOfPortfolio('taiwan', TAIWAN_AS_OF), {
      ...DEFAULT_MODEL_OPTIONS,
      verify: false,
    })
    const { card: _, ...made } = model
    const { card: __, ...shipped } = DEFAULT_MODEL
    expect(JSON.stringify(made)).toBe(JSON.stringify(shipped))
  }, 120_000)

  test('Taiwan, where it was fitted: a band further down repays less often', () => {
    const judgement = judged('taiwan', TAIWAN_AS_OF)
    expect(judgement.auc).toBeGreaterThanOrEqual(0.763)
    const rates = judgement.byBand.map((band) => band.observedGood)
    expect(rates).toHaveLength(5)
    expect(rates).toEqual([...rates].sort((a, b) => b - a))
  }, 120_000)

  test('Taiwan, held out: the figures to reach', () => {
    const { all, inArrears } = CARD.metrics
    expect(all.auc).toBeGreaterThanOrEqual(0.763)
    expect(all.ks).toBeGreaterThanOrEqual(0.41)
    expect(all.calibrationError).toBeLessThanOrEqual(0.02)
    expect(inArrears.auc).toBeGreaterThanOrEqual(0.67)
  })

  test('single loans, fitted there on payment history alone, held out: the figure to reach', () => {
    const rows = rowsOfPortfolio('single-loans')
    const features = [
      'daysLateMean',
      'daysLateMedian',
      'daysLateLast',
      'earlyShare12',
      'shareLate12',
      'periodsSinceLate',
      'periodsKnown',
    ]
    const options = { features, coding: 'steps', later: 'ignore', verify: false } as const
    const aucs = [1, 2, 3].map(
      (seed) => trainScorecard(rows, { ...options, seed }).card.metrics.all?.auc ?? 0,
    )
    expect(aucs.reduce((sum, auc) => sum + auc, 0) / 3).toBeGreaterThanOrEqual(0.68)
  }, 60_000)

  test.each(['single-loans', 'late-loans'] as const)(
    '%s: as the card says',
    (portfolio) => expectAsStated(portfolio, judged(portfolio, 'record')),
    120_000,
  )
})
