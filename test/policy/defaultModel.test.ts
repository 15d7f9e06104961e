import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { FEATURES, type FeatureName } from '../../src/history/features.ts'
import type { BorrowerCase } from '../../src/input/borrowerCase.ts'
import { parseModel } from '../../src/input/modelSchema.ts'
import { DEFAULT_MODEL } from '../../src/policy/defaultModel.ts'
import { scoreOf } from '../helpers/scoreOf.ts'

const { characteristics } = DEFAULT_MODEL
/** The model carries its card in short; the whole one stands beside its Markdown. */
const card = JSON.parse(readFileSync('docs/default-model.json', 'utf8'))

describe.each(characteristics.map((row) => [row.feature, row] as const))('%s', (name, row) => {
  const meaning = FEATURES[name as FeatureName]
  const points = row.bins.map((bin) => bin.points)

  test('is a feature of the history table that may enter a model, and goes its way', () => {
    expect(meaning.direction).toBe(row.direction)
    expect(meaning.direction).not.toBeNull()
    expect(meaning.unit).not.toBe('money')
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
  test('is fitted, or a prior in whole fives with its reason in the card', () => {
    expect(row.prior).toBe(!(name in (card.information as object)))
    if (!row.prior) return
    for (const given of [...points, row.missing.points]) expect(Math.abs(given % 5)).toBe(0)
    expect(card.why).toHaveProperty(name, expect.stringMatching(/^Prior: \w{4}/))
  })
  test('never gives more for not knowing than for the best that can be known', () => {
    expect(row.missing.points).toBeLessThanOrEqual(Math.max(...points))
  })
})

describe('the model as a whole', () => {
  test('has no characteristic twice, and several groups for reasons to come from', () => {
    expect(new Set(characteristics.map((row) => row.feature)).size).toBe(characteristics.length)
    expect(new Set(characteristics.map((row) => row.group)).size).toBeGreaterThanOrEqual(5)
  })
  test('says in words where it comes from, and to recalibrate it', () => {
    expect(card.kind).toBe('fitted')
    expect(card.summary).toMatch(/Fitted on .*Taiwan.*Recalibrate/s)
    expect(card.data).toMatchObject({ rows: 15000, bad: 3353 })
    expect((card.solvers as { largestDifference: number }).largestDifference).toBeLessThanOrEqual(1e-4)
  })
  test('bins beyond the data are marked and have their reason', () => {
    const marked = characteristics.flatMap(({ feature, bins, prior }) =>
      prior ? [] : bins.flatMap((bin, k) => (bin.prior ? [`${feature} >= ${bins[k - 1]?.below}`] : [])),
    )
    expect(marked).toEqual(['daysPastDue >= 91', 'daysPastDue >= 181'])
    for (const [key, value] of Object.entries(DEFAULT_MODEL.card)) {
      if (key === 'limits') expect(card.limits).toEqual(expect.arrayContaining([...(value as string[])]))
      else if (key !== 'whole') expect(card[key]).toEqual(value)
    }
    for (const name of marked) expect(card.why).toHaveProperty([name])
  })
  test('is a model that the library would take from a file', () => {
    expect(parseModel(JSON.parse(JSON.stringify(DEFAULT_MODEL)), FEATURES)).toEqual({
      ok: true,
      value: DEFAULT_MODEL,
    })
  })
  test('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(DEFAULT_MODEL))).toEqual(DEFAULT_MODEL)
  })
})

test('the mean probability falls from bucket to bucket; 181+ has none, for want of accounts', () => {
  const {
    '0': none,
    '1-30': month,
    '31-60': two,
    '61-90': three,
    '91-180': more,
    ...rest
  } = DEFAULT_MODEL.base
  const falling = [none!, month!, two!, three!, more!]
  expect(falling).toEqual([...falling].sort((a, b) => b - a))
  expect(rest).toEqual({})
})

describe('it is sensible where little is known', () => {
  const AS_OF = '2026-07-01T12:00:00Z'
  const nothingKnown = (daysPastDue: number): BorrowerCase => ({
    id: 'bare',
    currency: 'USD',
    timeZone: 'UTC',
    loan: { product: 'instalment', outstanding: 900000, overdue: daysPastDue === 0 ? 0 : 5000, daysPastDue },
  })
  // Nothing is told apart within the first month (the card says so), and little beyond the third but by priors.
  test.each([
    [0, 'B'],
    [3, 'B'],
    [11, 'B'],
    [20, 'B'],
    [45, 'C'],
    [75, 'D'],
    [120, 'D'],
    [300, 'E'],
  ])('%i days past due and nothing else: band %s', (daysPastDue, band) => {
    expect(scoreOf(nothingKnown(daysPastDue), AS_OF).band).toBe(band)
  })
})
