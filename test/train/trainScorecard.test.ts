import { describe, expect, test } from 'vitest'
import { createContext } from '../../src/entry/createContext.ts'
import { cardMarkdown, type TrainOptions, trainScorecard } from '../../src/entry/train.ts'
import { FEATURES } from '../../src/history/features.ts'
import type { BorrowerCase } from '../../src/input/borrowerCase.ts'
import { parseModel } from '../../src/input/modelSchema.ts'
import { settingsOf } from '../../src/train/fit/options.ts'
import { readTrainingRows } from '../../src/train/fit/readRows.ts'
import { pointsOfTable, probabilitiesOf } from '../../src/train/fit/scoreTable.ts'
import { factsAndScore } from '../helpers/scoreOf.ts'
import { AS_OF, madeUpRows } from './madeUpRows.ts'

const rows = madeUpRows(1500)
const OWN: TrainOptions = { own: { bureau: 'up', branch: 'category' }, verify: true }
const trained = trainScorecard(rows, OWN)

describe('a model fitted on made-up borrowers', () => {
  const { model, card } = trained

  test('is one that contexts take, and JSON keeps', () => {
    const again = JSON.parse(JSON.stringify(model))
    expect(again).toEqual(model)
    expect(parseModel(again, FEATURES)).toEqual({ ok: true, value: model })
    expect(createContext({ asOf: AS_OF, model }).versions.model).toBe(card.name)
  })

  test('scores every row of the table as it scores the case, to the last point and digit', () => {
    const context = createContext({ asOf: AS_OF, model })
    const { table } = readTrainingRows(rows, settingsOf(OWN).wanted, context)
    const points = pointsOfTable(model, table)
    const probabilities = probabilitiesOf(points, model)
    for (const [i, row] of rows.entries()) {
      const { score } = factsAndScore(row.case as BorrowerCase, context)
      expect([score.points, score.probability]).toEqual([points[i], probabilities[i]])
    }
  })

  test('finds what the outcomes were made of', () => {
    const names = model.characteristics.map(({ feature }) => feature)
    expect(names).toContain('bureau')
    expect(names).toContain('branch')
    const branch = model.characteristics.find(({ feature }) => feature === 'branch')!
    // East was made worse by 0.8 in log odds: 0.8 · 50 ÷ ln 2 = 58 points.
    const of = (level: string) =>
      branch.bins.find((bin) => bin.in?.includes(level))?.points ?? branch.bins.at(-1)!.points
    expect(of('north') - of('east')).toBeGreaterThan(30)
    expect(of('north') - of('east')).toBeLessThan(90)
    expect(card.metrics.all!.auc).toBeGreaterThan(0.65)
  })

  test('says why a value is missing where the data did', () => {
    const bureau = model.characteristics.find(({ feature }) => feature === 'bureau')!
    expect(Object.keys(bureau.missing.kinds ?? {})).toEqual(['notAsked'])
    const context = createContext({ asOf: AS_OF, model })
    const asked = { ...(rows[0]!.case as BorrowerCase), features: { bureau: 'notAsked', branch: 'east' } }
    const { score } = factsAndScore(asked, context)
    expect(score.contributions.find(({ feature }) => feature === 'bureau')).toMatchObject({
      value: null,
      bin: 'missing: notAsked',
      points: bureau.missing.kinds?.notAsked,
    })
  })

  test('never turns back in a characteristic', () => {
    for (const { direction, bins } of model.characteristics) {
      if (direction === 'none') continue
      const steps = bins.slice(1).map((bin, k) => bin.points - bins[k]!.points)
      expect(steps.every((step) => (direction === 'up' ? step > 0 : step < 0))).toBe(true)
    }
  })

  test('its card tells data, figures, agreement and limits, and reads as Markdown', () => {
    const bads = rows.filter(({ bad }) => bad === 1).length
    expect(card.data).toMatchObject({ rows: 1500, bad: bads, good: 1500 - bads, from: AS_OF, to: AS_OF })
    expect(card.solvers!.largestDifference).toBeLessThanOrEqual(1e-4)
    expect(card.fit.breach).toBeLessThanOrEqual(1e-8)
    const [low, high] = card.metrics.all!.aucInterval
    expect(low).toBeLessThan(card.metrics.all!.auc)
    expect(high).toBeGreaterThan(card.metrics.all!.auc)
    const text = cardMarkdown(trained)
    const words = [card.name, 'bureau', '## Limits', 'held out', 'median days late of the newest 12 rows']
    for (const word of words) expect(text).toContain(word)
    expect(text).not.toMatch(/undefined|NaN/)
  })
})

test('the order of rows changes nothing', () => {
  expect(JSON.stringify(trainScorecard([...rows].reverse(), OWN))).toBe(JSON.stringify(trained))
})

test('steps instead of weights of evidence: another fit, as good, and it keeps its direction', () => {
  const { model, card } = trainScorecard(rows, { ...OWN, coding: 'steps', ridge: 1, verify: false })
  expect(card.metrics.all!.auc).toBeGreaterThan(trained.card.metrics.all!.auc - 0.03)
  expect(card.solvers).toBeNull()
  expect(parseModel(model, FEATURES).ok).toBe(true)
})

test('isotonic calibration, bounds fixed by hand, priors and bins beyond the data', () => {
  const { model, card } = trainScorecard(rows, {
    calibration: 'isotonic',
    features: ['shareLate6', 'daysLateMean'],
    splits: { shareLate6: [0.2, 0.5] },
    beyond: { shareLate6: [{ from: 0.99, points: -40 }] },
    priors: [
      {
        feature: 'consecutiveFailures',
        direction: 'down',
        group: 'contacts',
        prior: true,
        bins: [{ below: 3, points: 0 }, { points: -5 }],
        missing: { points: 0 },
      },
    ],
  })
  expect(model.calibration.kind).toBe('isotonic')
  const late = model.characteristics.find(({ feature }) => feature === 'shareLate6')!
  const bounds = late.bins.map(({ below }) => below)
  expect(bounds.every((bound) => [0.2, 0.5, 0.99, undefined].includes(bound))).toBe(true)
  expect(late.bins.at(-1)).toEqual({ points: late.bins.at(-2)!.points - 40, prior: true })
  expect(model.characteristics.at(-1)!.feature).toBe('consecutiveFailures')
  expect(card.priors).toEqual(['consecutiveFailures', 'shareLate6 >= 0.99'])
  expect(parseModel(model, FEATURES).ok).toBe(true)
})

describe('never a model from bad input, and the message says what to do', () => {
  const codeOf = (run: () => unknown): string => {
    try {
      run()
    } catch (error) {
      const { code, message } = error as { code: string; message: string }
      expect(message.length).toBeGreaterThan(20)
      return code
    }
    return 'none'
  }
  const few = rows.slice(0, 300)
  const withFeature = (make: (bad: 0 | 1, i: number) => number | string | null) =>
    few.map((row, i) => ({
      ...row,
      case: { ...(row.case as BorrowerCase), features: { own: make(row.bad, i) } },
    }))
  test.each<[string, () => unknown]>([
    ['train.noRows', () => trainScorecard([])],
    ['train.oneClass', () => trainScorecard(few.map((row) => ({ ...row, bad: 0 as const })))],
    ['train.oneClass', () => trainScorecard(few.map((row) => ({ ...row, bad: 1 as const })))],
    ['train.row', () => trainScorecard([{ ...few[0]!, bad: 2 as never }])],
    ['train.row', () => trainScorecard([{ ...few[0]!, bad: '1' as never }])],
    ['train.row', () => trainScorecard([{ ...few[0]!, bad: Number.NaN as never }])],
    ['train.row', () => trainScorecard([{ ...few[0]!, asOf: 'yesterday' }])],
    ['train.row', () => trainScorecard([null as never])],
    ['train.caseRefused', () => trainScorecard([{ ...few[0]!, case: { id: 'x' } }])],
    ['train.caseRefused', () => trainScorecard([{ ...few[0]!, asOf: '2026-05-01T00:00:00Z' }])],
    ['train.duplicateId', () => trainScorecard([...few, few[0]!])],
    ['train.allMissing', () => trainScorecard(few, { own: { absent: 'up' } })],
    ['train.allMissing', () => trainScorecard(few, { features: ['utilisation'] })],
    ['train.constant', () => trainScorecard(few, { features: ['daysPastDue'] })],
    [
      'train.constant',
      () =>
        trainScorecard(
          withFeature(() => 7),
          { own: { own: 'up' } },
        ),
    ],
    [
      'train.separated',
      () =>
        trainScorecard(
          withFeature((bad, i) => i + 1000 * bad),
          { own: { own: 'down' } },
        ),
    ],
    [
      'train.value',
      () =>
        trainScorecard(
          withFeature((_, i) => (i === 9 ? 'high' : i)),
          { own: { own: 'up' } },
        ),
    ],
    [
      'train.noInformation',
      () => trainScorecard(few, { features: ['daysLateMean', 'shareLate6'], minInformation: 5 }),
    ],
    ['train.option', () => trainScorecard(few, { features: ['partialShare6'] })],
    ['train.option', () => trainScorecard(few, { features: ['nonsense'] })],
    ['train.option', () => trainScorecard(few, { own: { daysPastDue: 'up' } })],
    ['train.option', () => trainScorecard(few, { own: { own: 'sideways' as never } })],
    ['train.option', () => trainScorecard(few, { maxBins: 1 })],
    ['train.option', () => trainScorecard(few, { folds: 2.5 })],
    ['train.option', () => trainScorecard(few, { ridge: Number.NaN })],
    ['train.option', () => trainScorecard(few, { calibration: 'magic' as never })],
    ['train.option', () => trainScorecard(few, { nonsense: 1 } as never)],
  ])('%s', (code, run) => {
    expect(codeOf(run)).toBe(code)
  })

  test('a later payment is no reason to refuse where the caller asks for the case as it stood then', () => {
    const early = few.map((row) => ({ ...row, asOf: '2026-05-01T00:00:00Z' }))
    expect(trainScorecard(early, { later: 'ignore', verify: false }).card.data.rows).toBe(300)
  })
})

test('a characteristic that goes against its direction is reported, not bent', () => {
  const turned = rows.map((row) => {
    const { features, ...record } = row.case as BorrowerCase
    return {
      ...row,
      case: {
        ...record,
        features: { bureau: typeof features?.bureau === 'number' ? -features.bureau : null },
      },
    }
  })
  const { card, model } = trainScorecard(turned, { own: { bureau: 'up' }, verify: false })
  expect(card.left).toContainEqual(expect.objectContaining({ feature: 'bureau', because: 'contradicts' }))
  expect(model.characteristics.some(({ feature }) => feature === 'bureau')).toBe(false)
})
