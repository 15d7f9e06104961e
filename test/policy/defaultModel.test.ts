import { describe, expect, test } from 'vitest'
import { FEATURES, type FeatureName } from '../../src/history/features.ts'
import { DEFAULT_MODEL } from '../../src/policy/defaultModel.ts'

const { characteristics, card } = DEFAULT_MODEL

describe.each(characteristics.map((row) => [row.feature, row] as const))('%s', (name, row) => {
  const meaning = FEATURES[name as FeatureName]
  const points = row.bins.map((bin) => bin.points)

  test('is a feature of the history table that may enter a model, and goes its way', () => {
    expect(meaning.direction).toBe(row.direction)
    expect(meaning.direction).not.toBeNull()
    expect(meaning.scaleFree).toBe(true)
  })
  test('has bins in rising order, the last one open', () => {
    const edges = row.bins.slice(0, -1).map((bin) => bin.below)
    expect(
      edges.every((edge, i) => edge !== undefined && edge > (edges[i - 1] ?? Number.NEGATIVE_INFINITY)),
    ).toBe(true)
    expect(row.bins.at(-1)).not.toHaveProperty('below')
  })
  test('never turns back', () => {
    const sign = row.direction === 'up' ? 1 : -1
    for (let i = 1; i < points.length; i++) expect(Math.sign(points[i]! - points[i - 1]!)).toBe(sign)
  })
  test('is a prior in whole fives, with its reason in the card', () => {
    expect(row.prior).toBe(true)
    for (const given of [...points, row.missing.points]) expect(Math.abs(given % 5)).toBe(0)
    expect(card.why).toHaveProperty(name, expect.stringMatching(/\w{4}/))
  })
  test('is near neutral and never a credit where it is missing', () => {
    expect(row.missing.points).toBeLessThanOrEqual(0)
    expect(row.missing.points).toBeGreaterThanOrEqual(-5)
  })
})

describe('the model as a whole', () => {
  test('has no characteristic twice, and several groups for reasons to come from', () => {
    expect(new Set(characteristics.map((row) => row.feature)).size).toBe(characteristics.length)
    expect(new Set(characteristics.map((row) => row.group)).size).toBeGreaterThanOrEqual(5)
  })
  test('says in words that it is a prior, not fitted, and to be recalibrated', () => {
    expect(card.kind).toBe('prior')
    expect(card.summary).toMatch(/a prior: .*set by hand.*not fitted.*Recalibrate/s)
  })
  test('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(DEFAULT_MODEL))).toEqual(DEFAULT_MODEL)
  })
})
