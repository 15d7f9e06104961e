import { describe, expect, test } from 'vitest'
import { FEATURES, type FeatureName } from '../../src/history/features.ts'
import type { BorrowerCase } from '../../src/input/borrowerCase.ts'
import { parseModel } from '../../src/input/modelSchema.ts'
import { addMonths, formatDay, parseDay } from '../../src/kernel/civilDay.ts'
import { DEFAULT_MODEL } from '../../src/policy/defaultModel.ts'
import { scoreOf } from '../helpers/scoreOf.ts'

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

describe('what it gives a typical account is its base rate', () => {
  const AS_OF = '2026-07-01T12:00:00Z'
  const TODAY = parseDay('2026-07-01')!

  /**
   * The account `card.base` speaks of: twelve monthly instalments, those of the arrears unpaid, the rest paid on the
   * day but for the second and fourth newest, ten days late.
   */
  function typicalAccount(daysPastDue: number): BorrowerCase {
    const oldestUnpaid = TODAY - daysPastDue
    const newest = daysPastDue === 0 ? TODAY - 15 : oldestUnpaid
    const dues: number[] = []
    for (let months = -14; months <= 12; months++) dues.push(addMonths(newest, months))
    const fallen = dues.filter((due) => due < TODAY).slice(-12)
    const paid = fallen.filter((due) => daysPastDue === 0 || due < oldestUnpaid)
    const repayments = fallen.map((due) => {
      const age = paid.length - paid.indexOf(due)
      const on = formatDay(due + (age === 2 || age === 4 ? 10 : 0))
      return { due: formatDay(due), amount: 50000, paid: paid.includes(due) ? [{ on, amount: 50000 }] : [] }
    })
    const overdue = 50000 * (fallen.length - paid.length)
    const loan = {
      product: 'instalment',
      outstanding: 900000,
      overdue,
      daysPastDue,
      instalment: 50000,
    } as const
    return { id: 'typical', currency: 'USD', timeZone: 'UTC', loan, repayments }
  }

  test.each([
    ['0', 0],
    ['1-30', 15],
    ['31-60', 45],
    ['61-90', 75],
    ['91-180', 135],
    ['181+', 270],
  ] as const)('%s, taken at %i days', (bucket, daysPastDue) => {
    const { probability } = scoreOf(typicalAccount(daysPastDue), AS_OF)
    expect(DEFAULT_MODEL.base[bucket]).toBe(Math.round(probability * 100) / 100)
  })
})

describe('it is sensible where little is known', () => {
  const AS_OF = '2026-07-01T12:00:00Z'
  const nothingKnown = (daysPastDue: number): BorrowerCase => ({
    id: 'bare',
    currency: 'USD',
    timeZone: 'UTC',
    loan: { product: 'instalment', outstanding: 900000, overdue: daysPastDue === 0 ? 0 : 5000, daysPastDue },
  })
  // Between the rate of the age alone (evidence in the card) and somewhat below it.
  test.each([
    [0, 'B'],
    [3, 'B'],
    [11, 'B'],
    [20, 'C'],
    [45, 'D'],
    [75, 'D'],
    [120, 'E'],
    [300, 'E'],
  ])('%i days past due and nothing else: band %s', (daysPastDue, band) => {
    expect(scoreOf(nothingKnown(daysPastDue), AS_OF).band).toBe(band)
  })
})
