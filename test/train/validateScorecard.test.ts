import { describe, expect, test } from 'vitest'
import parity from '../../fixtures/parity/train/training.json'
import { createContext } from '../../src/entry/createContext.ts'
import { trainScorecard, validateScorecard } from '../../src/entry/train.ts'
import type { BorrowerCase } from '../../src/input/borrowerCase.ts'
import { cellFigures } from '../../src/train/cellFigures.ts'
import { driftOf, driftOfPoints } from '../../src/train/drift.ts'
import { liftTable } from '../../src/train/liftTable.ts'
import { brierScore, calibrationError, logLoss, orderingOf } from '../../src/train/metrics.ts'
import { scoreCells } from '../../src/train/scoreCells.ts'
import { factsAndScore } from '../helpers/scoreOf.ts'
import { AS_OF, madeUpRows } from './madeUpRows.ts'

/** A scale on which points are log odds. */
const logOdds = {
  scale: { basePoints: 0, baseOdds: 1, pointsToDoubleOdds: Math.LN2 },
  calibration: { kind: 'identity' },
} as const

describe('figures from counts', () => {
  test('are those of scikit-learn and scipy; probabilities to six decimals, as decisions give them', () => {
    const figures = cellFigures(scoreCells(parity.score, parity.rows.bad, logOdds))
    const { auc, ks, brier, logLoss, calibrationError } = parity.metrics
    expect(figures.auc).toBeCloseTo(auc, 12)
    expect(figures.ks).toBeCloseTo(ks, 12)
    expect(figures.brier).toBeCloseTo(brier, 6)
    expect(figures.logLoss).toBeCloseTo(logLoss, 6)
    expect(figures.calibrationError).toBeCloseTo(calibrationError, 6)
    // scikit-learn fitted its map to 0.6 · score + 0.3, so the slope on the score itself is 0.6 of that.
    expect(figures.calibrationSlope).toBeCloseTo(0.6 * parity.platt.a, 4)
  })

  test('are those of the figures from rows', () => {
    const rows = madeUpRows(300, 9)
    const bad = Uint8Array.from(rows, (row) => row.bad)
    const points = Float64Array.from(rows, (_, i) => ((i * 37) % 11) / 4 - 1)
    const cells = scoreCells(points, bad, logOdds)
    const p = points.map((x) => cells.probability[cells.points.indexOf(x)]!)
    const figures = cellFigures(cells)
    expect(figures).toMatchObject(orderingOf(points, bad))
    expect(figures.brier).toBeCloseTo(brierScore(p, bad), 12)
    expect(figures.logLoss).toBeCloseTo(logLoss(p, bad), 12)
    expect(figures.calibrationError).toBeCloseTo(calibrationError(p, bad), 12)
  })

  test('lift by hand: four rows in two bands, and a tie across them dealt out', () => {
    // From the lowest score: bad, good | bad, good. Bad rate of all: a half.
    const apart = liftTable(scoreCells([1, 2, 3, 4], [1, 0, 1, 0], logOdds), 2)
    expect(apart.map(({ badRate, lift, captured }) => [badRate, lift, captured])).toEqual([
      [0.5, 1, 0.5],
      [0.5, 1, 1],
    ])
    // Bad, then three of one score with one bad among them: 1 + ⅓ in the first half, ⅔ in the second.
    const tied = liftTable(scoreCells([1, 2, 2, 2], [1, 0, 1, 0], logOdds), 2)
    expect(tied[0]!.badRate).toBeCloseTo(4 / 3 / 2, 12)
    expect(tied[1]!.badRate).toBeCloseTo(2 / 3 / 2, 12)
    expect(tied[1]!.captured).toBeCloseTo(1, 12)
  })
})

test('drift by hand', () => {
  // 0.3 · ln 1.6 + 0.3 · ln 2.5, to six decimals
  expect(driftOf(['a', 'b'], [50, 50], [80, 20]).index).toBe(0.415888)
  expect(driftOf(['a', 'b'], [50, 50], [50, 50]).index).toBe(0)
  // An empty part counts as half a row of 100: (0.5 − 0.005) · ln 100 + 0.5 · ln 2
  expect(driftOf(['a', 'b', 'none'], [50, 50, 0], [100, 0, 0]).index).toBeCloseTo(
    0.495 * Math.log(100) + 0.5 * Math.log(2),
    5,
  )
  const steady = driftOfPoints([1, 1, 1, 2, 3, 4, 5, 6, 7, 8], [8, 7, 6, 5, 4, 3, 2, 1, 1, 1])
  expect(steady.index).toBe(0)
  expect(steady.parts.map(({ base }) => base).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6)
})

const fitted = trainScorecard(madeUpRows(1500), { own: { bureau: 'up', branch: 'category' }, verify: false })
const later = madeUpRows(1200, 2)
const report = validateScorecard(fitted.model, later)

describe('a scorecard on rows it was not fitted on', () => {
  test('is judged by the scores that decisions give', () => {
    const context = createContext({ asOf: AS_OF, model: fitted.model })
    const scores = later.map((row) => factsAndScore(row.case as BorrowerCase, context).score)
    const bad = Uint8Array.from(later, (row) => row.bad)
    const p = Float64Array.from(scores, ({ probability }) => probability)
    const { auc } = orderingOf(
      Float64Array.from(scores, ({ points }) => points),
      bad,
    )
    expect(report.model).toBe(context.versions.model)
    expect(report.all.figures!.auc.value).toBeCloseTo(auc, 6)
    expect(report.all.figures!.brier.value).toBeCloseTo(brierScore(p, bad), 6)
    expect(report.all.rows).toBe(1200)
    expect(report.inArrears).toMatchObject({ rows: 0, figures: null })
    expect(Object.values(report.buckets).reduce((sum, { rows }) => sum + rows, 0)).toBe(1200)
  })

  test('intervals hold their figures, and narrow with more rows', () => {
    const { lift, ...figures } = report.all.figures!
    for (const { value, low, high } of [...Object.values(figures), ...lift.map((band) => band.lift)]) {
      expect(low!).toBeLessThanOrEqual(high!)
      expect(Number.isFinite(value)).toBe(true)
    }
    const { auc } = figures
    expect([auc.low! < auc.value!, auc.value! < auc.high!]).toEqual([true, true])
    const few = validateScorecard(fitted.model, later.slice(0, 200)).all.figures!.auc
    expect(few.high! - few.low!).toBeGreaterThan(auc.high! - auc.low!)
  })

  test('the bootstrap’s interval of the AUC is near DeLong’s, on the card’s own figures', () => {
    // A made-up fit is held out on 1500 rows; an interval on 1200 is about √(1500 ÷ 1200) as wide.
    const [low, high] = fitted.card.metrics.all!.aucInterval
    const { auc } = report.all.figures!
    const ratio = (auc.high! - auc.low!) / (high - low)
    expect(ratio).toBeGreaterThan(0.85)
    expect(ratio).toBeLessThan(1.45)
  })

  test('the same seed gives the same, whatever the order of rows; another seed other intervals', () => {
    expect(JSON.stringify(validateScorecard(fitted.model, [...later].reverse()))).toBe(JSON.stringify(report))
    const other = validateScorecard(fitted.model, later, { seed: 2 })
    expect(other.all.figures!.auc.value).toBe(report.all.figures!.auc.value)
    expect(other.all.figures!.auc).not.toEqual(report.all.figures!.auc)
    expect(validateScorecard(fitted.model, later, { resamples: 0 }).all.figures!.auc.low).toBeNull()
  })

  test('out of time: before and after, and how far scores moved', () => {
    const split = later.map((row, i) => (i % 3 === 0 ? { ...row, asOf: '2026-07-02T12:00:00Z' } : row))
    const { outOfTime, from, to } = validateScorecard(fitted.model, split, {
      outOfTime: '2026-07-02T00:00:00Z',
    })
    expect([outOfTime!.before.rows, outOfTime!.after.rows]).toEqual([800, 400])
    expect([from, to]).toEqual([AS_OF, '2026-07-02T12:00:00Z'])
    expect(outOfTime!.score.index).toBeLessThan(0.1)
    expect(report.outOfTime).toBeNull()
  })
})

test('by group, against counts by hand', () => {
  const grouped = later.map((row, i) => ({ ...row, group: i % 3 === 0 ? 'b' : 'a' }))
  const context = createContext({ asOf: AS_OF, model: fitted.model })
  const { groups } = validateScorecard(fitted.model, grouped, { favourable: 0.7 })
  expect(groups!.reference).toBe('a')
  const scores = (name: string) =>
    grouped
      .filter(({ group }) => group === name)
      .map((row) => factsAndScore(row.case as BorrowerCase, context).score)
  const share = (name: string) =>
    scores(name).filter(({ probability }) => probability >= 0.7).length / scores(name).length
  const mean = (name: string) =>
    scores(name).reduce((sum, { points }) => sum + points, 0) / scores(name).length
  const [a, b] = groups!.groups
  expect([a!.group, a!.rows, a!.adverseImpactRatio, a!.standardisedDifference]).toEqual(['a', 800, 1, 0])
  expect(b!.rows).toBe(400)
  expect(b!.favourable).toBeCloseTo(share('b'), 6)
  expect(b!.adverseImpactRatio).toBeCloseTo(share('b') / share('a'), 5)
  expect(Math.sign(b!.standardisedDifference!)).toBe(Math.sign(mean('b') - mean('a')))
  expect(b!.figures!.calibrationError.value).toBeGreaterThan(0)
  expect(Object.values(b!.actions).reduce((sum, action) => sum + action.share, 0)).toBeCloseTo(1, 5)
  expect(validateScorecard(fitted.model, grouped, { reference: 'b' }).groups!.reference).toBe('b')
})

describe('bad input', () => {
  test.each<[string, () => unknown]>([
    [
      'train.oneClass',
      () =>
        validateScorecard(
          fitted.model,
          later.map((row) => ({ ...row, bad: 0 as const })),
        ),
    ],
    ['train.noRows', () => validateScorecard(fitted.model, [])],
    ['train.noRows', () => validateScorecard(fitted.model, 5 as never)],
    ['train.row', () => validateScorecard(fitted.model, [{ ...later[0]!, bad: '1' as never }])],
    ['train.row', () => validateScorecard(fitted.model, [{ ...later[0]!, group: 1 as never }])],
    ['train.duplicateId', () => validateScorecard(fitted.model, [later[0]!, later[0]!])],
    ['train.option', () => validateScorecard(fitted.model, later, { resamples: 1.5 })],
    ['train.option', () => validateScorecard(fitted.model, later, { favourable: 2 })],
    ['train.option', () => validateScorecard(fitted.model, later, { outOfTime: 'May' })],
    ['train.option', () => validateScorecard(fitted.model, later, { outOfTime: '2030-01-01T00:00:00Z' })],
    ['train.option', () => validateScorecard(fitted.model, later, { reference: 'x' })],
    ['train.option', () => validateScorecard(fitted.model, later, { folds: 3 } as never)],
    ['context.invalid', () => validateScorecard({ ...fitted.model, scale: null } as never, later)],
  ])('%s', (code, run) => {
    expect(run).toThrow(expect.objectContaining({ code }))
  })
})
