import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Bin, Characteristic } from '../../src/input/model.ts'
import { scoreIn } from '../helpers/prepared.ts'
import { contextOf, factsOf, modelOf } from './given.ts'

const points = fc.integer({ min: -200, max: 200 })
const value = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ min: -5, max: 5, noNaN: true }))
const category = fc.constantFrom('a', 'b', 'c', '1', '-2')

const numericBins = fc
  .tuple(
    fc.uniqueArray(value, { maxLength: 6, comparator: (a, b) => a === b }),
    fc.array(points, { minLength: 7, maxLength: 7 }),
  )
  .map(([edges, given]): Bin[] => [
    ...[...edges].sort((a, b) => a - b).map((below, i) => ({ below, points: given[i]! })),
    { points: given[6]! },
  ])
const categoricalBins = fc
  .tuple(fc.subarray(['a', 'b', 'c', '1', '-2'], { minLength: 1 }), points, points)
  .map(([names, some, others]): Bin[] => [{ in: names, points: some }, { points: others }])

const characteristics = fc.array(
  fc.record({
    bins: fc.oneof(numericBins, categoricalBins),
    missing: fc.record({ points }),
    prior: fc.boolean(),
  }),
  { maxLength: 15 },
)
const scale = fc.record({
  basePoints: fc.integer({ min: 0, max: 1000 }),
  baseOdds: fc.double({ min: 0.01, max: 50, noNaN: true }),
  pointsToDoubleOdds: fc.integer({ min: 1, max: 100 }),
})
const values = fc.array(fc.option(fc.oneof(value, category)), { minLength: 15, maxLength: 15 })

/** The bin by the contract's words, the slow way: the first whose condition holds; undefined for missing. */
function binByDefinition(bins: readonly Bin[], given: number | string | null): Bin | undefined {
  if (given === null) return undefined
  if (bins.some((bin) => bin.in)) return bins.find((bin) => !bin.in || bin.in.includes(`${given}`))
  if (typeof given === 'string') return undefined
  return bins.find((bin) => bin.below === undefined || given < bin.below)
}

test('base points and contributions add up to the points exactly, each from the bin its value is in', () => {
  fc.assert(
    fc.property(
      characteristics,
      scale,
      fc.integer({ min: -300, max: 300 }),
      values,
      fc.boolean(),
      (rows, on, intercept, given, own) => {
        const model = modelOf(
          rows.map((row, i): Characteristic => ({ ...row, feature: `f${i}`, direction: 'none', group: 'g' })),
          { scale: on, intercept },
        )
        const named = Object.fromEntries(given.map((item, i) => [`f${i}`, item]))
        // What is text can only be the lender's own; numbers come from either side.
        const table = Object.fromEntries(
          Object.entries(named).filter(
            (entry): entry is [string, number | null] => !own && typeof entry[1] !== 'string',
          ),
        )
        const score = scoreIn(factsOf(table, named), contextOf(model))

        expect(score.basePoints).toBe(on.basePoints + intercept)
        expect(score.contributions.reduce((sum, row) => sum + row.points, score.basePoints)).toBe(
          score.points,
        )
        expect(score.contributions.map((row) => row.feature)).toEqual(
          model.characteristics.map((row) => row.feature),
        )
        for (const [i, row] of model.characteristics.entries()) {
          const bin = binByDefinition(row.bins, given[i]!)
          const contribution = score.contributions[i]!
          expect(contribution.points).toBe((bin ?? row.missing).points)
          expect(contribution.value === null).toBe(bin === undefined)
          expect(score.missing.includes(row.feature)).toBe(bin === undefined)
          const best = Math.max(...row.bins.map((one) => one.points))
          expect(contribution.pointsLost).toBe(Math.max(0, best - contribution.points))
        }
        const odds = on.baseOdds * 2 ** ((score.points - on.basePoints) / on.pointsToDoubleOdds)
        const wanted = odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds)
        expect(Math.abs(score.probability - Math.min(Math.max(wanted, 1e-6), 0.999999))).toBeLessThanOrEqual(
          5.01e-7,
        )
      },
    ),
    { numRuns: 300 },
  )
})

test('a calibration map that rises never turns two scores around', () => {
  const knots = fc
    .uniqueArray(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 })
    .chain((xs) =>
      fc.tuple(
        fc.constant([...xs].sort((a, b) => a - b)),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: xs.length, maxLength: xs.length }),
      ),
    )
    .map(([x, ys]) => ({ kind: 'isotonic' as const, x, y: [...ys].sort((a, b) => a - b) }))
  const platt = fc.record({
    kind: fc.constant('platt' as const),
    a: fc.double({ min: 0, max: 5, noNaN: true }),
    b: fc.double({ min: -5, max: 5, noNaN: true }),
  })
  const anyPoints = fc.integer({ min: -500, max: 1500 })
  fc.assert(
    fc.property(fc.oneof(knots, platt), anyPoints, anyPoints, (calibration, one, other) => {
      const at = (intercept: number) =>
        scoreIn(factsOf({}), contextOf(modelOf([], { calibration, intercept: intercept - 500 }))).probability
      expect(at(Math.min(one, other))).toBeLessThanOrEqual(at(Math.max(one, other)))
    }),
  )
})
