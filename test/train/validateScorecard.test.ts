import { describe, expect, test } from 'vitest'
import parity from '../../fixtures/parity/train/training.json'
import { createContext } from '../../src/entry/createContext.ts'
import { decide } from '../../src/entry/decide.ts'
import { trainScorecard, validateScorecard } from '../../src/entry/train.ts'
import type { BorrowerCase } from '../../src/input/borrowerCase.ts'
import { parseCase } from '../../src/input/parseCase.ts'
import { DEFAULT_MODEL } from '../../src/policy/defaultModel.ts'
import type { TrainingRow } from '../../src/train/fit/readRows.ts'
import { driftOf, driftOfPoints } from '../../src/train/monitor/drift.ts'
import { brierScore, calibrationError, logLoss, orderingOf } from '../../src/train/validate/metrics.ts'
import { cellFigures, liftTable } from '../../src/train/validate/sampleFigures.ts'
import { scoreCells } from '../../src/train/validate/scoreCells.ts'
import { factsAndScore } from '../helpers/scoreOf.ts'
import { portfolioRows } from './exportedRows.ts'
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
    const { before, after, returning } = outOfTime!
    expect([before.rows, after.rows, returning.rows]).toEqual([800, 400, 0])
    expect([from, to]).toEqual([AS_OF, '2026-07-02T12:00:00Z'])
    expect(outOfTime!.score).toMatchObject({ verdict: 'stable' })
    // The rows were dealt out by their number, so each characteristic moved by chance alone.
    expect(outOfTime!.characteristics.map(({ feature }) => feature)).toEqual(
      fitted.model.characteristics.map(({ feature }) => feature),
    )
    for (const { index, byChance } of outOfTime!.characteristics) expect(index).toBeLessThan(3 * byChance)
    expect(report.outOfTime).toBeNull()
  })
})

describe('by group', () => {
  const grouped = later.map((row, i) => ({ ...row, group: i % 3 === 0 ? 'b' : 'a' }))
  const context = createContext({ asOf: AS_OF, model: fitted.model })
  const { groups } = validateScorecard(fitted.model, grouped, { favourable: 0.7 })
  const [a, b] = groups!.groups
  const scores = (name: string) =>
    grouped
      .filter(({ group }) => group === name)
      .map((row) => factsAndScore(row.case as BorrowerCase, context).score)
  const share = (name: string) =>
    scores(name).filter(({ probability }) => probability >= 0.7).length / scores(name).length
  const moments = (name: string) => {
    const points = scores(name).map((score) => score.points)
    const mean = points.reduce((sum, x) => sum + x, 0) / points.length
    return { mean, variance: points.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (points.length - 1) }
  }

  test('against counts by hand', () => {
    expect(groups!.reference).toBe('a')
    const same = { value: 1, low: 1, high: 1 }
    expect([a!.group, a!.rows, a!.adverseImpactRatio]).toEqual(['a', 800, same])
    expect(a!.standardisedDifference).toEqual({ value: 0, low: 0, high: 0 })
    expect(b!.rows).toBe(400)
    expect(b!.favourable).toBeCloseTo(share('b'), 6)
    expect(b!.adverseImpactRatio.value).toBeCloseTo(share('b') / share('a'), 5)
    const [of, to] = [moments('b'), moments('a')]
    const difference = (of.mean - to.mean) / Math.sqrt((of.variance + to.variance) / 2)
    expect(b!.standardisedDifference.value).toBeCloseTo(difference, 5)
    expect(b!.figures!.calibrationError.value).toBeGreaterThan(0)
    expect(Object.values(b!.actions).reduce((sum, action) => sum + action.share, 0)).toBeCloseTo(1, 5)
  })

  test('intervals are as wide as large samples have them', () => {
    const width = ({ low, high }: { low: number | null; high: number | null }) => high! - low!
    const [p, q] = [share('b'), share('a')]
    // Katz et al. 1978, Biometrics 34: the variance of the log of a ratio of shares.
    const log = 2 * 1.96 * Math.sqrt((1 - p) / (400 * p) + (1 - q) / (800 * q))
    const { adverseImpactRatio: ratio, standardisedDifference: d, actions } = b!
    expect(Math.log(ratio.high! / ratio.low!) / log).toBeGreaterThan(0.8)
    expect(Math.log(ratio.high! / ratio.low!) / log).toBeLessThan(1.2)
    // Hedges & Olkin 1985: the variance of a standardised difference.
    const error = Math.sqrt(1200 / (400 * 800) + d.value! ** 2 / (2 * 1200))
    expect(width(d) / (2 * 1.96 * error)).toBeGreaterThan(0.8)
    expect(width(d) / (2 * 1.96 * error)).toBeLessThan(1.2)
    // Nobody has anything overdue: all are left alone, and nobody is visited in either group.
    const never = { value: null, low: null, high: null }
    const steady = { value: 0, low: 0, high: 0 }
    expect(actions.wait).toEqual({
      share: 1,
      ratio: { value: 1, low: 1, high: 1 },
      standardisedDifference: steady,
    })
    expect(actions.visit).toEqual({ share: 0, ratio: never, standardisedDifference: steady })
  })

  test('actions by hand: of those in arrears fewer are left alone', () => {
    const portfolio = portfolioRows().slice(0, 160)
    const overdue = (row: TrainingRow) => (row.case as BorrowerCase).loan.overdue > 0
    const rows = portfolio.map((row) => ({ ...row, group: overdue(row) ? 'late' : 'rest' }))
    const count = (group: string) => rows.filter((row) => row.group === group).length
    const decided = rows.map((row) => {
      const context = createContext({ asOf: row.asOf })
      const parsed = parseCase(row.case, context)
      if (!parsed.ok) throw new Error('refused')
      return decide(parsed.value, context).action.kind
    })
    const waiting = (group: string) =>
      decided.filter((kind, i) => kind === 'wait' && rows[i]!.group === group).length / count(group)
    const { groups } = validateScorecard(DEFAULT_MODEL, rows, { reference: 'late' }).groups!
    const {
      share: waits,
      ratio,
      standardisedDifference,
    } = groups.find(({ group }) => group === 'rest')!.actions.wait
    const [p, q] = [waiting('rest'), waiting('late')]
    expect(waits).toBeCloseTo(p, 6)
    expect(ratio.value).toBeCloseTo(p / q, 5)
    expect(standardisedDifference.value).toBeCloseTo((p - q) / Math.sqrt((p * (1 - p) + q * (1 - q)) / 2), 5)
    expect(ratio.low! < ratio.value! && ratio.value! < ratio.high!).toBe(true)
  })

  test('with another reference the ratio turns round', () => {
    const [turned] = validateScorecard(fitted.model, grouped, {
      favourable: 0.7,
      reference: 'b',
      resamples: 0,
    }).groups!.groups
    expect(turned!.adverseImpactRatio).toMatchObject({
      value: expect.closeTo(share('a') / share('b'), 5),
      low: null,
    })
  })
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
