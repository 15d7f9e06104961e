import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createContext, decide, explain, parseCase } from '../../src/entry/index.ts'
import { FEATURES } from '../../src/history/features.ts'
import type { Bin, Calibration, Model } from '../../src/input/model.ts'
import { parseModel } from '../../src/input/modelSchema.ts'
import { minimalCase } from '../helpers/minimalCase.ts'
import { scoreIn } from '../helpers/prepared.ts'
import { contextOf, factsOf, modelOf } from '../score/given.ts'

// A model with `pointsToDoubleOdds: 5e-324` was accepted and gave NaN as a probability.

/** Often at the ends of all numbers, and beyond what a model may say. */
const any = fc.oneof(
  fc.constantFrom(5e-324, 1e-300, 1e-9, 1e-6, 1, 50, 10_000, 1e9, 1.7e308, 0, -1, -1.7e308),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
)
/** Mostly what a model may say, ends included. */
const mostly = (min: number, max: number) =>
  fc.oneof(fc.constantFrom(min, max), fc.double({ min, max, noNaN: true }), any)
const whole = fc.oneof(fc.constantFrom(-1_000_000, 0, 1_000_000), fc.integer({ min: -1_000, max: 1_000 }))
const steps = fc.uniqueArray(any, { maxLength: 5 }).map((all) => [...all].sort((a, b) => a - b))
const bins = fc
  .tuple(steps, fc.array(whole, { minLength: 6, maxLength: 6 }))
  .map(([edges, points]): Bin[] => [
    ...edges.map((below, i) => ({ below, points: points[i] as number })),
    { points: points[5] as number },
  ])
const ones = fc.double({ min: 0, max: 1, noNaN: true })
const calibration: fc.Arbitrary<Calibration> = fc.oneof(
  fc.constant<Calibration>({ kind: 'identity' }),
  fc.record({ kind: fc.constant('platt' as const), a: mostly(5e-324, 1_000), b: mostly(-1_000, 1_000) }),
  fc
    .array(fc.tuple(fc.oneof(ones, fc.constantFrom(0, 5e-324, 1e-323, 0.5, 0.5 + 2 ** -53, 1)), ones), {
      minLength: 1,
      maxLength: 6,
    })
    .map((knots): Calibration => {
      const ascending = (which: 0 | 1) => knots.map((knot) => knot[which]).sort((a, b) => a - b)
      return { kind: 'isotonic', x: ascending(0), y: ascending(1) }
    }),
)
const model: fc.Arbitrary<Model> = fc
  .record({
    scale: fc.record({
      basePoints: whole,
      baseOdds: mostly(1e-9, 1e9),
      pointsToDoubleOdds: mostly(1, 10_000),
    }),
    intercept: whole,
    rows: fc.array(fc.tuple(bins, whole), { maxLength: 6 }),
    calibration,
  })
  .map(({ rows, ...rest }) =>
    modelOf(
      rows.map(([given, points], i) => ({
        feature: `own${i}`,
        direction: 'none',
        group: 'own',
        prior: false,
        bins: given,
        missing: { points },
      })),
      rest,
    ),
  )
const facts = fc.array(fc.oneof(any, fc.string(), fc.constant(null)), { minLength: 6, maxLength: 6 })
const named = (values: readonly (number | string | null)[]) =>
  Object.fromEntries(values.map((value, i) => [`own${i}`, value]))

test('every model that is accepted gives a probability for any facts', () => {
  let accepted = 0
  fc.assert(
    fc.property(model, facts, (given, values) => {
      if (!parseModel(given, FEATURES).ok) return
      accepted++
      const { probability, points } = scoreIn(factsOf({}, named(values)), contextOf(given))
      expect(probability).toBeGreaterThan(0)
      expect(probability).toBeLessThan(1)
      expect(Number.isSafeInteger(points)).toBe(true)
    }),
    { numRuns: 2_000 },
  )
  // A law over nothing would hold as well.
  expect(accepted).toBeGreaterThan(300)
})

test.each([
  ['pointsToDoubleOdds', 5e-324],
  ['pointsToDoubleOdds', 0.999],
  ['pointsToDoubleOdds', 10_001],
  ['baseOdds', 5e-324],
  ['baseOdds', 1.1e9],
  ['basePoints', 1_000_001],
])('a scale out of all bounds is refused: %s %d', (field, value) => {
  const scale = { basePoints: 500, baseOdds: 1, pointsToDoubleOdds: 50, [field]: value }
  expect(parseModel(modelOf([], { scale }), FEATURES)).toMatchObject({
    ok: false,
    issues: [{ code: 'number.outOfRange', path: `/scale/${field}` }],
  })
})

test('a feature that no text could show is refused, the greatest one is shown', () => {
  const features = (b: number) => parseCase({ ...minimalCase(), features: { b } }, context)
  const context = createContext({
    asOf: '2026-11-25T02:00:00+08:00',
    model: modelOf([
      {
        feature: 'b',
        direction: 'none',
        group: 'b',
        prior: false,
        bins: [{ below: 1, points: 0 }, { points: -90 }],
        missing: { points: 0 },
      },
    ]),
  })
  for (const value of [1.7e308, 1.1e15, -1.1e15])
    expect(features(value)).toMatchObject({
      ok: false,
      issues: [{ code: 'number.outOfRange', path: '/features/b' }],
    })
  const parsed = features(1e15)
  if (!parsed.ok) throw new Error('within bounds')
  const text = explain(decide(parsed.value, context)).join('\n')
  expect(text).toMatch(/1,?000,?000,?000,?000,?000/)
  expect(text).not.toMatch(/Infinity|NaN|∞/)
})
