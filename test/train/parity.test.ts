import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sigmoid } from '../../src/numbers/maths.ts'
import { binColumn, binCountsOf, countSlices } from '../../src/train/fit/binColumn.ts'
import type { BinningTable, BinSettings } from '../../src/train/fit/binningTable.ts'
import { fitIsotonic, fitPlatt } from '../../src/train/fit/calibration.ts'
import { standardErrors, twoSidedP } from '../../src/train/fit/card.ts'
import { designOf } from '../../src/train/fit/design.ts'
import { fitLogistic } from '../../src/train/fit/fitLogistic.ts'
import { compareSolvers } from '../../src/train/fit/secondSolver.ts'
import { type NumberColumn, outcomeTotals, type TrainingTable } from '../../src/train/fit/trainingTable.ts'
import { brierScore, calibrationError, logLoss, orderingOf } from '../../src/train/validate/metrics.ts'

/** Made by fixtures/parity/train/make.py with optbinning, statsmodels, scipy and scikit-learn. */
const witness = JSON.parse(readFileSync('fixtures/parity/train/training.json', 'utf8'))

const bad = Uint8Array.from(witness.rows.bad as number[])
const names = Object.keys(witness.splits)
const columns = names.map((feature): NumberColumn => {
  const values = Float64Array.from(witness.rows[feature] as (number | null)[], (value) => value ?? Number.NaN)
  return {
    kind: 'number',
    feature,
    direction: feature === 'late' || feature === 'against' ? 'down' : 'up',
    values,
  }
})
const table: TrainingTable = { count: bad.length, bad, bucket: new Uint8Array(bad.length), columns }
/** The definitions of the witnesses: no smoothing, the given splits and nothing else. */
const PLAIN: BinSettings = {
  maxBins: 20,
  minShare: 0,
  minEvents: 1,
  minStep: 0,
  smoothing: 0,
  slices: 50,
  splits: witness.splits,
}
const column = (name: string): NumberColumn => columns[names.indexOf(name)] as NumberColumn

const expectNear = (ours: readonly number[], theirs: readonly number[], digits = 6): void => {
  expect(ours.length).toBe(theirs.length)
  ours.forEach((value, i) => {
    expect(Math.abs(value - (theirs[i] as number))).toBeLessThanOrEqual(
      10 ** -digits * Math.max(1, Math.abs(theirs[i] as number)),
    )
  })
}

describe('binning tables are those of optbinning', () => {
  test.each(['late', 'paid'])('%s', (name) => {
    const ours = binColumn(column(name), bad, PLAIN)
    const theirs = witness.tables[name]
    const rows = [...ours.bins, ...ours.missing]
    expect(ours.bins.slice(0, -1).map(({ below }) => below)).toEqual(theirs.splits)
    expect(rows.map(({ good, bad: bads }) => [good, bads])).toEqual(
      theirs.rows.map((row: { good: number; bad: number }) => [row.good, row.bad]),
    )
    expectNear(
      rows.map(({ woe }) => woe),
      theirs.rows.map((row: { woe: number }) => row.woe),
    )
    expectNear(
      rows.map(({ iv }) => iv),
      theirs.rows.map((row: { iv: number }) => row.iv),
    )
    expectNear([ours.iv], [theirs.iv])
  })

  test('its own monotone splits carry no more information than ours under the same limits', () => {
    const ours = binColumn(column('late'), bad, { ...PLAIN, splits: {}, maxBins: 5, minShare: 0.05 })
    // It splits counts half-way (0.5, 1.5, …), we at the next whole number: the same bins.
    expect(ours.bins.slice(0, -1).map(({ below }) => (below as number) - 0.5)).toEqual(
      witness.automatic.splits,
    )
    expectNear([ours.iv], [witness.automatic.iv])
  })
})

/** All bins of the given splits, whichever way they go: what the witnesses fit. */
const plainTable = (one: NumberColumn): BinningTable => {
  const edges: readonly number[] = witness.splits[one.feature]
  const totals = outcomeTotals(bad)
  const slices = countSlices(one.values, bad, edges)
  const bins = slices.good.map((good, k) => {
    const counts = binCountsOf(good, slices.bad[k]!, totals, 0)
    return k < edges.length ? { below: edges[k]!, ...counts } : counts
  })
  return { ...binColumn(one, bad, PLAIN), bins }
}
const binnings = columns.map(plainTable)

describe('logistic regression on weights of evidence', () => {
  const design = designOf(table, binnings, 'woe')
  const anySign = { ...design, columns: design.columns.map((one) => ({ ...one, bounded: false })) }

  test('coefficients, standard errors, z and p are those of statsmodels', () => {
    const fit = fitLogistic(anySign, { ridge: 0 })
    const given = standardErrors(fit)
    expectNear(fit.coefficients, witness.logit.coefficients)
    expectNear(
      given.map(({ standardError }) => standardError as number),
      witness.logit.standardErrors,
    )
    expectNear(
      given.map(({ z }) => z as number),
      witness.logit.z,
      5,
    )
    expectNear(
      given.map(({ p }) => p as number),
      witness.logit.p,
    )
    expectNear(
      [fit.logLikelihood, fit.nullLogLikelihood],
      [witness.logit.logLikelihood, witness.logit.nullLogLikelihood],
    )
  })

  test('with signs held, those of scipy’s bounded search made exact by statsmodels; one is held', () => {
    const fit = fitLogistic(design, { ridge: 0 })
    expectNear(fit.coefficients, witness.constrained.coefficients)
    expect(witness.constrained.held).toHaveLength(1)
    expect(fit.breach).toBeLessThan(1e-9)
  })

  test('with a ridge, those of scikit-learn', () => {
    expectNear(fitLogistic(anySign, { ridge: witness.ridge.ridge }).coefficients, witness.ridge.coefficients)
  })

  test('the second solver agrees, on the free columns of the constrained fit', () => {
    const fit = fitLogistic(design, { ridge: 0 })
    const agreement = compareSolvers(design, fit.free)
    expect(agreement.largestDifference).toBeLessThan(1e-5)
    expect(agreement).toMatchObject({ rows: 1200, columns: 3 })
  })

  test('the second solver disagrees with a fit that stopped early', () => {
    expect(compareSolvers(design, [0, 1, 2, 3, 4], [3]).largestDifference).toBeGreaterThan(1e-3)
  })
})

describe('figures are those of scikit-learn and scipy', () => {
  const score = Float64Array.from(witness.score as number[])
  const p = score.map(sigmoid)
  test('AUC and KS with ties', () => {
    const { auc, ks, gini } = orderingOf(score, bad)
    expectNear([auc, ks, gini], [witness.metrics.auc, witness.metrics.ks, 2 * witness.metrics.auc - 1], 12)
  })
  test('Brier score, log loss and calibration error', () => {
    expectNear([brierScore(p, bad), logLoss(p, bad)], [witness.metrics.brier, witness.metrics.logLoss], 12)
    expectNear([calibrationError(p, bad)], [witness.metrics.calibrationError], 12)
  })
  test('isotonic regression', () => {
    const { x, y } = fitIsotonic(p, bad)
    expectNear(x, witness.isotonic.x, 12)
    expectNear(y, witness.isotonic.y, 12)
  })
  test('Platt’s map', () => {
    const { a, b } = fitPlatt(
      score.map((x) => 0.6 * x + 0.3),
      bad,
    )
    expectNear([a, b], [witness.platt.a, witness.platt.b])
  })
  test.each(witness.tails as [number, number][])('p of z = %f', (z, tail) => {
    expect(Math.abs(twoSidedP(z) - tail)).toBeLessThanOrEqual(1e-12 * tail + 1e-300)
  })
})
