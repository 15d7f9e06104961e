import { describe, expect, test } from 'vitest'
import type { Characteristic } from '../../src/input/model.ts'
import { scoreIn } from '../helpers/prepared.ts'
import { contextOf, factsOf, modelOf } from './given.ts'

const shareLate: Characteristic = {
  feature: 'shareLate6',
  direction: 'down',
  group: 'history',
  prior: false,
  bins: [{ below: 0.34, points: 9 }, { below: 0.67, points: -29 }, { points: -61 }],
  missing: { points: -4 },
}
const bureau: Characteristic = {
  feature: 'bureauScore',
  direction: 'up',
  group: 'bureau',
  prior: true,
  bins: [{ below: 550, points: -20 }, { below: 650.5, points: 0 }, { points: 25 }],
  missing: { points: 30 },
}
const sector: Characteristic = {
  feature: 'sector',
  direction: 'none',
  group: 'work',
  prior: true,
  bins: [{ in: ['public', '7'], points: 12 }, { in: ['farm'], points: -3 }, { points: 1 }],
  missing: { points: 0 },
}
const always: Characteristic = {
  feature: 'sector',
  direction: 'none',
  group: 'work',
  prior: true,
  bins: [{ points: 5 }],
  missing: { points: 2 },
}

const only = (characteristic: Characteristic, facts: ReturnType<typeof factsOf>) => {
  const { contributions, missing, points } = scoreIn(facts, contextOf(modelOf([characteristic])))
  expect(points).toBe(500 + (contributions[0]?.points ?? Number.NaN))
  return { contribution: contributions[0], missing }
}

describe('a value belongs to the bin that begins at or below it', () => {
  test.each([
    [0, '< 0.34', 9, 0],
    [0.3399, '< 0.34', 9, 0],
    [0.34, '[0.34, 0.67)', -29, 38],
    [0.5, '[0.34, 0.67)', -29, 38],
    [0.67, '>= 0.67', -61, 70],
    [1, '>= 0.67', -61, 70],
    [-3, '< 0.34', 9, 0],
  ])('%f: %s', (value, bin, points, pointsLost) => {
    expect(only(shareLate, factsOf({ shareLate6: value })).contribution).toEqual({
      feature: 'shareLate6',
      value,
      bin,
      points,
      pointsLost,
      prior: false,
    })
  })
  test('what is shown has six decimals, what is decided on has all', () => {
    const { contribution } = only(shareLate, factsOf({ shareLate6: 0.33999999 }))
    expect(contribution).toMatchObject({ value: 0.34, bin: '< 0.34' })
  })
  test('a characteristic of one bin takes everything', () => {
    expect(only(always, factsOf({}, { sector: 3 })).contribution).toMatchObject({ bin: 'any', points: 5 })
  })
})

describe('categories', () => {
  test.each([
    ['public', 'public, 7', 12, 0],
    [7, 'public, 7', 12, 0],
    ['farm', 'farm', -3, 15],
    ['mining', 'other', 1, 11],
    [0.5, 'other', 1, 11],
    ['', 'other', 1, 11],
  ])('%s: %s', (value, bin, points, pointsLost) => {
    expect(only(sector, factsOf({}, { sector: value }))).toEqual({
      contribution: { feature: 'sector', value, bin, points, pointsLost, prior: true },
      missing: [],
    })
  })
})

describe('missing is named and gives the points the model says', () => {
  const missing = { value: null, bin: 'missing' }
  test.each([
    ['null in the history table', shareLate, factsOf({ shareLate6: null }), -4, 13],
    ['no own features at all', sector, factsOf({}), 0, 12],
    ['an own feature that is absent', sector, factsOf({}, { other: 1 }), 0, 12],
    ['an own feature that is null', sector, factsOf({}, { sector: null }), 0, 12],
    ['text where the bins are numeric', bureau, factsOf({}, { bureauScore: '612' }), 30, 0],
    ['no number', shareLate, factsOf({ shareLate6: Number.NaN }), -4, 13],
    ['no finite number', shareLate, factsOf({ shareLate6: Number.POSITIVE_INFINITY }), -4, 13],
  ])('%s', (_, characteristic, facts, points, pointsLost) => {
    const result = only(characteristic, facts)
    expect(result.contribution).toMatchObject({ ...missing, points, pointsLost })
    expect(result.missing).toEqual([characteristic.feature])
  })
  test('more points for missing than for the best bin are no loss, and do not raise what the best can be', () => {
    expect(only(bureau, factsOf({})).contribution?.pointsLost).toBe(0)
    expect(only(bureau, factsOf({}, { bureauScore: 700 })).contribution?.pointsLost).toBe(0)
  })
  test.each(['constructor', 'toString', '__proto__'])(
    'a characteristic called %s is nobody else’s property',
    (name) => {
      const { contribution } = only({ ...sector, feature: name }, factsOf({}, {}))
      expect(contribution).toMatchObject(missing)
    },
  )
})

describe('where values come from', () => {
  test('the history table wins over an own feature of the same name', () => {
    const facts = factsOf({ shareLate6: 0.9 }, { shareLate6: 0.1 })
    expect(only(shareLate, facts).contribution).toMatchObject({ value: 0.9 })
  })
  test('also where it knows nothing', () => {
    expect(only(shareLate, factsOf({ shareLate6: null }, { shareLate6: 0.1 })).missing).toEqual([
      'shareLate6',
    ])
  })
  test('contributions and missing keep the model’s order', () => {
    const model = modelOf([sector, shareLate, bureau], { intercept: -12 })
    const score = scoreIn(factsOf({ shareLate6: 0.2 }), contextOf(model))
    expect(score.contributions.map((row) => row.feature)).toEqual(['sector', 'shareLate6', 'bureauScore'])
    expect(score.missing).toEqual(['sector', 'bureauScore'])
    expect(score).toMatchObject({ basePoints: 488, points: 488 + 0 + 9 + 30 })
  })
})
