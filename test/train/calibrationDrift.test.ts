import { describe, expect, test } from 'vitest'
import { monitor, validateScorecard } from '../../src/entry/train.ts'
import { logit, sigmoid } from '../../src/numbers/maths.ts'
import { chance, fraction, seededRandom } from '../../src/numbers/seededRandom.ts'
import { DEFAULT_MODEL } from '../../src/policy/defaultModel.ts'
import { DRIFT_THRESHOLDS, tenthsOf } from '../../src/train/monitor/drift.ts'
import { calibrationDrift } from '../../src/train/monitor/monitorReport.ts'
import type { JudgedRow } from '../../src/train/validate/calibrationFigures.ts'
import { chancePoint, ONCE_IN_20, ONCE_IN_1000 } from '../../src/train/validate/calibrationFigures.ts'
import { exportedRows, portfolioRows } from './exportedRows.ts'

/** Rows whose probabilities spread evenly over the points, with outcomes drawn from what `truth` makes of the log odds. */
function rowsWith(count: number, truth: (logOdds: number) => number, seed = 1): JudgedRow[] {
  return Array.from({ length: count }, (_, i) => {
    const random = seededRandom(seed, i, 0)
    const logOdds = Math.round(40 * (4 * fraction(random) - 1)) / 40
    return {
      points: logOdds,
      probability: sigmoid(logOdds),
      bad: chance(random, sigmoid(truth(logOdds))) ? 0 : 1,
    }
  })
}
const right = (logOdds: number) => logOdds
const base = rowsWith(4000, right)
const bands = tenthsOf(base.map(({ points }) => points))
const driftTo = (now: readonly JudgedRow[] | undefined, from: readonly JudgedRow[] | undefined = base) =>
  calibrationDrift(from, now, bands, DRIFT_THRESHOLDS.calibration)

describe('expected against observed', () => {
  test('what comes as expected is stable, whatever chance does', () => {
    const drifts = Array.from({ length: 20 }, (_, k) => driftTo(rowsWith(4000, right, k + 2)))
    const stable = drifts.filter(({ verdict }) => verdict === 'stable')
    expect(stable.length).toBeGreaterThan(16)
    expect(drifts.filter(({ verdict }) => verdict === 'act')).toEqual([])
    for (const { shift } of drifts) expect(shift!.high - shift!.low).toBeLessThan(0.05)
    const holdOne = drifts.filter(
      ({ now }) => now!.calibrationSlope!.low < 1 && now!.calibrationSlope!.high > 1,
    )
    expect(holdOne.length).toBeGreaterThan(16)
  })

  test('few rows are far off by chance alone, and that is no drift', () => {
    const { verdict, now } = driftTo(rowsWith(150, right))
    expect(now!.calibrationError).toBeGreaterThan(DRIFT_THRESHOLDS.calibration.act)
    expect(verdict).toBe('stable')
  })

  test('worse outcomes at every score: act, with the shift found', () => {
    const drift = driftTo(rowsWith(4000, (logOdds) => logOdds - 0.5, 2))
    expect(drift.verdict).toBe('act')
    const { shift, now } = drift
    expect(shift!.low).toBeGreaterThan(0)
    expect(shift!.value).toBeCloseTo(
      now!.badRate - now!.expected - (drift.base!.badRate - drift.base!.expected),
      5,
    )
    expect(now!.calibrationSlope!.low).toBeLessThan(1)
    expect(now!.calibrationSlope!.high).toBeGreaterThan(1)
    expect(now!.bands.filter(({ z }) => z! > 2).length).toBeGreaterThan(5)
  })

  test('a little worse: watch', () => {
    expect(driftTo(rowsWith(8000, (logOdds) => logOdds - 0.2, 2)).verdict).toBe('watch')
  })

  test('half of what was believed: the slope tells, and the bands each way', () => {
    const { verdict, now } = driftTo(rowsWith(4000, (logOdds) => logOdds / 2, 2))
    expect(verdict).toBe('act')
    expect(now!.calibrationSlope!.low).toBeLessThan(0.5)
    expect(now!.calibrationSlope!.high).toBeGreaterThan(0.5)
    expect(now!.calibrationSlope!.high).toBeLessThan(0.8)
    // The worst were believed worse than they are, the best better.
    expect(Math.sign(now!.bands[0]!.z!)).toBe(-1)
    expect(Math.sign(now!.bands.at(-1)!.z!)).toBe(1)
  })

  test('by hand: four rows in two bands', () => {
    const two = tenthsOf([1, 1, 1, 1, 1, 2, 2, 2, 2, 2])
    const row = (points: number, probability: number, bad: 0 | 1): JudgedRow => ({ points, probability, bad })
    const rows = [row(1, 0.5, 1), row(1, 0.5, 1), row(2, 0.8, 0), row(2, 0.8, 1)]
    const { now, verdict } = calibrationDrift(undefined, rows, two, DRIFT_THRESHOLDS.calibration)
    // Bad 2 where 1 was expected, and 1 where 0.4 was; variances 2 · 0.25 and 2 · 0.16.
    expect(now).toMatchObject({ rows: 4, bad: 3, badRate: 0.75, expected: 0.35, calibrationError: 0.4 })
    expect(now!.brier).toBeCloseTo((0.25 + 0.25 + 0.04 + 0.64) / 4, 6)
    expect(now!.bands.map(({ z }) => z)).toEqual([
      expect.closeTo(1 / Math.sqrt(0.5), 5),
      expect.closeTo(0.6 / Math.sqrt(0.32), 5),
    ])
    expect(verdict).toBe('notJudged')
  })

  test('the error that chance exceeds once in twenty is what made-up samples exceed so often', () => {
    const thresholds = DRIFT_THRESHOLDS.calibration
    const errors = Array.from(
      { length: 400 },
      (_, k) => calibrationDrift(undefined, rowsWith(200, right, k + 10), bands, thresholds).now!,
    )
    const share = (of: 'byChance' | 'byRareChance') =>
      errors.filter((figures) => figures.calibrationError > figures[of]).length / 400
    // 0.05 ± three standard errors of a share of 400; of 0.001, at most 3
    expect(share('byChance')).toBeGreaterThan(0.05 - 0.033)
    expect(share('byChance')).toBeLessThan(0.05 + 0.033)
    expect(share('byRareChance')).toBeLessThan(0.01)
  })

  test.each([
    // 95 % and 99.9 % points of χ², from any table
    [1, 3.841, 10.828],
    [9, 16.919, 27.877],
    [30, 43.773, 59.703],
  ])('the points of χ² with %d degrees of freedom are those of the table', (freedom, often, rarely) => {
    const off = (point: number, table: number) => Math.abs(point / table - 1)
    expect(off(chancePoint(freedom, 2 * freedom, ONCE_IN_20), often)).toBeLessThan(0.04)
    expect(off(chancePoint(freedom, 2 * freedom, ONCE_IN_1000), rarely)).toBeLessThan(0.04)
  })
})

describe('monitor', () => {
  const rows = portfolioRows().slice(0, 140)
  const without = rows.map(({ case: record, asOf }) => ({ case: record, asOf }))
  /** Outcomes drawn from the scorecard’s own probabilities, and from worse ones. */
  const scores = exportedRows(rows, DEFAULT_MODEL).map(({ score }) => score)
  const drawn = (shift: number) =>
    without.map((row, i) => {
      const p = sigmoid(logit(scores[i]!.probability) - shift)
      return { ...row, bad: chance(seededRandom(1, i, 0), p) ? (0 as const) : (1 as const) }
    })

  test('judges nothing without outcomes, and now by those of now', () => {
    const few = without.slice(0, 5)
    const thresholds = { watch: 0.02, act: 0.05 }
    const unknown = { thresholds, verdict: 'notJudged', base: null, now: null, shift: null }
    expect(monitor(DEFAULT_MODEL, few, few).calibration).toEqual(unknown)
    const onlyBase = monitor(DEFAULT_MODEL, drawn(2).slice(0, 5), few)
    expect([onlyBase.verdict, onlyBase.calibration.verdict]).toEqual(['stable', 'notJudged'])
    expect(onlyBase.calibration.base!.rows).toBe(5)
  })

  test('worse outcomes of the same people: calibration alone tells', () => {
    const report = monitor(DEFAULT_MODEL, drawn(0), [...drawn(1)].reverse())
    expect([report.verdict, report.exceeded]).toEqual(['act', ['calibration']])
    expect(report.calibration.shift!.low).toBeGreaterThan(0)
  })

  test('figures are those of validation', () => {
    const { now, verdict, base } = monitor(DEFAULT_MODEL, without.slice(0, 5), drawn(0)).calibration
    expect([verdict, base]).toEqual(['stable', null])
    const { all } = validateScorecard(DEFAULT_MODEL, drawn(0))
    expect([now!.rows, now!.bad, now!.badRate, now!.expected]).toEqual([
      all.rows,
      all.bad,
      all.badRate,
      all.expected,
    ])
    expect(now!.brier).toBeCloseTo(all.figures!.brier.value!, 6)
    const { calibrationSlope: slope } = all.figures!
    expect(now!.calibrationSlope!.value).toBeCloseTo(slope.value!, 5)
    const { low, high } = now!.calibrationSlope!
    // Wald's interval beside the bootstrap's.
    expect((high - low) / (slope.high! - slope.low!)).toBeGreaterThan(0.75)
    expect((high - low) / (slope.high! - slope.low!)).toBeLessThan(1.35)
  })

  test.each<[string, () => unknown]>([
    ['outcomes of some', () => monitor(DEFAULT_MODEL, without.slice(0, 2), [drawn(0)[0]!, without[1]!])],
    [
      'an outcome that is none',
      () => monitor(DEFAULT_MODEL, without.slice(0, 2), [{ ...without[0]!, bad: 2 as never }]),
    ],
  ])('%s: train.row', (_, run) => {
    expect(run).toThrow(expect.objectContaining({ code: 'train.row' }))
  })

  test('thresholds that are none: train.option', () => {
    const run = () => monitor(DEFAULT_MODEL, without, without, { calibrationThresholds: { watch: 0 } })
    expect(run).toThrow(expect.objectContaining({ code: 'train.option' }))
  })
})
