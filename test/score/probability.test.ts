import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Calibration, Scale } from '../../src/input/model.ts'
import { scoreIn } from '../helpers/prepared.ts'
import { contextOf, factsOf, modelOf } from './given.ts'

/** A score of exactly these points: a model without characteristics has no others than the intercept's. */
const scoreOf = (points: number, scale: Scale, calibration: Calibration = { kind: 'identity' }) =>
  scoreIn(factsOf({}), contextOf(modelOf([], { scale, calibration, intercept: points - scale.basePoints })))

const contract: Scale = { basePoints: 500, baseOdds: 1, pointsToDoubleOdds: 50 }

describe('the probability follows from the points, worked out by hand', () => {
  test.each([
    // odds = baseOdds · 2^((points − basePoints) / pointsToDoubleOdds), probability = odds / (1 + odds)
    [500, contract, 0.5], // odds 1
    [550, contract, 0.666667], // odds 2: 2/3
    [475, contract, 0.414214], // odds 2^−½: 1 / (1 + √2) = √2 − 1
    [620, { basePoints: 600, baseOdds: 20, pointsToDoubleOdds: 20 }, 0.97561], // odds 40: 40/41
    [660, { basePoints: 660, baseOdds: 0.25, pointsToDoubleOdds: 37 }, 0.2], // odds 1/4: 1/5
  ])('%i points', (points, scale, probability) => {
    expect(scoreOf(points, scale)).toMatchObject({ points, basePoints: points, probability })
  })
})

describe('scale and calibration agree with SciPy and NumPy (fixtures/parity/score/make.py)', () => {
  const rows: { scale: Scale; calibration: Calibration; probabilities: [number, number][] }[] = JSON.parse(
    readFileSync('fixtures/parity/score/probabilities.json', 'utf8'),
  )
  test.each(rows.map((row) => [JSON.stringify([row.scale, row.calibration]), row] as const))(
    '%s',
    (_, row) => {
      const ours = row.probabilities.map(([points]) => [
        points,
        scoreOf(points, row.scale, row.calibration).probability,
      ])
      expect(ours).toEqual(row.probabilities)
    },
  )
})

describe('nothing is certain', () => {
  test.each([
    [5000, { kind: 'identity' }, 0.999999],
    [-5000, { kind: 'identity' }, 0.000001],
    [-100000, { kind: 'platt', a: 1, b: 0 }, 0.000001],
    [500, { kind: 'isotonic', x: [0, 1], y: [1, 1] }, 0.999999],
    [500, { kind: 'isotonic', x: [0, 1], y: [0, 0] }, 0.000001],
  ] satisfies [number, Calibration, number][])('%i points, %o', (points, calibration, probability) => {
    expect(scoreOf(points, contract, calibration).probability).toBe(probability)
  })
})

describe('a band begins at its lower end', () => {
  const bandAt = (probability: number, bands?: readonly number[]) => {
    const calibration: Calibration = { kind: 'isotonic', x: [0, 1], y: [probability, probability] }
    return scoreIn(factsOf({}), contextOf(modelOf([], { calibration }), bands)).band
  }
  test.each([
    [0.999999, 'A'],
    [0.8, 'A'],
    [0.799999, 'B'],
    [0.6, 'B'],
    [0.599999, 'C'],
    [0.4, 'C'],
    [0.399999, 'D'],
    [0.2, 'D'],
    [0.199999, 'E'],
    [0.000001, 'E'],
  ])('%f is %s', (probability, band) => {
    expect(bandAt(probability)).toBe(band)
  })
  test('the policy says where', () => {
    expect(bandAt(0.5, [0.5, 0.3, 0.2, 0.1])).toBe('A')
  })
})
