import { describe, expect, test } from 'vitest'
import { FEATURES } from '../../src/history/features.ts'
import type { Model } from '../../src/input/model.ts'
import { parseModel } from '../../src/input/modelSchema.ts'
import { DEFAULT_MODEL } from '../../src/policy/defaultModel.ts'

const KNOWN = { share: { direction: 'down' }, paid: { direction: 'up' }, days: { direction: null } } as const

const numeric = {
  feature: 'share',
  direction: 'down',
  group: 'history',
  prior: false,
  bins: [{ below: 0.34, points: 9 }, { below: 0.67, points: -29 }, { points: -61 }],
  missing: { points: -4 },
}
const categorical = {
  ...numeric,
  feature: 'segment',
  direction: 'none',
  bins: [{ in: ['a', 'b'], points: 3 }, { in: ['c'], points: -7 }, { points: 0 }],
}
const model = (change: object = {}): unknown => ({
  id: 'own',
  version: '1.0.0',
  event: 'current within 30 days',
  horizonDays: 30,
  scaleFree: true,
  scale: { basePoints: 500, baseOdds: 1, pointsToDoubleOdds: 50 },
  intercept: -12,
  characteristics: [numeric, categorical],
  base: { '1-30': 0.8 },
  calibration: { kind: 'identity' },
  card: { data: 'none', limits: ['all'] },
  ...change,
})
const first = (change: object) => model({ characteristics: [{ ...numeric, ...change }] })
const issuesOf = (value: unknown) => {
  const result = parseModel(value, KNOWN)
  return result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path}`)
}

test('a sound model', () => expect(parseModel(model(), KNOWN)).toEqual({ ok: true, value: model() }))

test('the built-in one', () => {
  expect(parseModel(DEFAULT_MODEL, FEATURES)).toEqual({ ok: true, value: DEFAULT_MODEL satisfies Model })
})

describe('allowed', () => {
  test.each<readonly [string, unknown]>([
    ['a lender’s own feature with a direction', first({ feature: 'own', direction: 'down' })],
    ['or without', first({ feature: 'own', direction: 'none' })],
    ['points that stay', first({ bins: [{ below: 1, points: 5 }, { points: 5 }] })],
    ['a single bin', first({ bins: [{ points: 5 }] })],
    ['a bound below 0', first({ bins: [{ below: -2.5, points: 5 }, { points: 5 }] })],
    [
      'points that rise, upwards',
      first({ feature: 'paid', direction: 'up', bins: [{ below: 1, points: -5 }, { points: 5 }] }),
    ],
    ['platt', model({ calibration: { kind: 'platt', a: 0.9, b: -0.1 } })],
    ['isotonic', model({ calibration: { kind: 'isotonic', x: [0.1, 0.5, 0.9], y: [0.2, 0.2, 1] } })],
    ['a feature named like a method', first({ feature: 'toString', direction: 'none' })],
  ])('%s', (_, value) => expect(issuesOf(value)).toEqual([]))
})

describe('refused', () => {
  test.each<readonly [what: string, model: unknown, issue: string]>([
    ['no model', 'default', 'type.wrong '],
    ['no card', model({ card: undefined }), 'field.missing /card'],
    ['half a point', model({ intercept: 0.5 }), 'number.notInteger /intercept'],
    [
      'half a point in a bin',
      first({ bins: [{ points: 1.5 }] }),
      'number.notInteger /characteristics/0/bins/0/points',
    ],
    ['no points for missing', first({ missing: {} }), 'field.missing /characteristics/0/missing/points'],
    [
      'odds of 0',
      model({ scale: { basePoints: 0, baseOdds: 0, pointsToDoubleOdds: 50 } }),
      'number.outOfRange /scale/baseOdds',
    ],
    [
      'points that never double',
      model({ scale: { basePoints: 0, baseOdds: 1, pointsToDoubleOdds: 0 } }),
      'number.outOfRange /scale/pointsToDoubleOdds',
    ],
    ['a base of certainty', model({ base: { '0': 1 } }), 'number.outOfRange /base/0'],
    ['a base of no bucket', model({ base: { '31–60': 0.5 } }), 'field.unknown /base/31–60'],
    ['no bins', first({ bins: [] }), 'field.missing /characteristics/0/bins/0'],
    [
      'an end to the last bin',
      first({ bins: [{ below: 1, points: 0 }] }),
      'field.unknown /characteristics/0/bins/0/below',
    ],
    [
      'no end to the first',
      first({ bins: [{ points: 1 }, { points: 0 }] }),
      'field.missing /characteristics/0/bins/0/below',
    ],
    [
      'bins that do not rise',
      first({ bins: [{ below: 1, points: 1 }, { below: 1, points: 0 }, { points: 0 }] }),
      'order.reversed /characteristics/0/bins/1/below',
    ],
    [
      'points that rise, downwards',
      first({ bins: [{ below: 1, points: 1 }, { points: 2 }] }),
      'order.reversed /characteristics/0/bins/1/points',
    ],
    [
      'points that fall, upwards',
      first({ feature: 'paid', direction: 'up', bins: [{ below: 1, points: 1 }, { points: 0 }] }),
      'order.reversed /characteristics/0/bins/1/points',
    ],
    [
      'the opposite direction',
      first({ direction: 'up', bins: [{ points: 0 }] }),
      'value.unknown /characteristics/0/direction',
    ],
    [
      'no direction for a known feature',
      first({ direction: 'none' }),
      'value.unknown /characteristics/0/direction',
    ],
    ['a feature for reasons only', first({ feature: 'days' }), 'value.unknown /characteristics/0/feature'],
    [
      'the same, without direction',
      first({ feature: 'days', direction: 'none' }),
      'value.unknown /characteristics/0/feature',
    ],
    [
      'categories of a known feature',
      first({ direction: 'none', bins: [{ in: ['a'], points: 0 }, { points: 1 }] }),
      'type.wrong /characteristics/0/bins',
    ],
    [
      'categories with a direction',
      first({ feature: 'own', direction: 'up', bins: [{ in: ['a'], points: 0 }, { points: 1 }] }),
      'value.unknown /characteristics/0/direction',
    ],
    [
      'a category twice',
      first({ ...categorical, bins: [{ in: ['a'], points: 0 }, { in: ['a'], points: 1 }, { points: 0 }] }),
      'id.duplicate /characteristics/0/bins/1/in/0',
    ],
    [
      'categories and bounds',
      first({ ...categorical, bins: [{ in: ['a'], below: 1, points: 0 }, { points: 0 }] }),
      'field.unknown /characteristics/0/bins/0/below',
    ],
    [
      'categories in the last bin',
      first({ ...categorical, bins: [{ in: ['a'], points: 0 }] }),
      'field.unknown /characteristics/0/bins/0/in',
    ],
    [
      'a feature twice',
      model({ characteristics: [numeric, numeric] }),
      'id.duplicate /characteristics/1/feature',
    ],
    [
      'platt upside down',
      model({ calibration: { kind: 'platt', a: 0, b: 0 } }),
      'number.outOfRange /calibration/a',
    ],
    ['another calibration', model({ calibration: { kind: 'beta' } }), 'value.unknown /calibration/kind'],
    ['isotonic that does not rise', isotonic([0.1, 0.1], [0, 1]), 'order.reversed /calibration/x/1'],
    ['isotonic that falls', isotonic([0.1, 0.2], [1, 0]), 'order.reversed /calibration/y/1'],
    ['isotonic above 1', isotonic([0.1], [1.1]), 'number.outOfRange /calibration/y/0'],
    ['isotonic of two lengths', isotonic([0.1, 0.2], [0]), 'field.missing /calibration/y/1'],
    ['isotonic of nothing', isotonic([], []), 'field.missing /calibration/x/0'],
  ])('%s', (_, value, issue) => expect(issuesOf(value)[0]).toBe(issue))
})

function isotonic(x: readonly number[], y: readonly number[]): unknown {
  return model({ calibration: { kind: 'isotonic', x, y } })
}
