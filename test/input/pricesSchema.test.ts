import { describe, expect, test } from 'vitest'
import { parsePrices } from '../../src/input/pricesSchema.ts'

const callers = { id: 'callers', unit: 'minute', available: 4800, serves: [{ action: 'call' }] }
const field = { id: 'field', unit: 'visit', available: 12, serves: [{ action: 'visit' }] }
const capacity = { currency: 'CNY', day: '2026-11-25', pools: [callers, field] }
const prices = (...listed: unknown[]): unknown => ({ capacity, prices: listed })
const ofCallers = { pool: 'callers', price: 895.089214 }
const ofField = { pool: 'field', price: 0 }
const issuesOf = (value: unknown) => {
  const result = parsePrices(value)
  return result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path}`)
}

test('a sound file, in any order', () => {
  const sound = prices(ofField, ofCallers)
  expect(parsePrices(sound)).toEqual({ ok: true, value: sound })
  expect(issuesOf({ capacity: { ...capacity, pools: [] }, prices: [] })).toEqual([])
})

describe('refused', () => {
  test.each<readonly [what: string, file: unknown, issues: readonly string[]]>([
    ['no file', null, ['type.wrong ']],
    [
      'a capacity alone',
      capacity,
      [
        'field.missing /capacity',
        'field.missing /prices',
        'field.unknown /currency',
        'field.unknown /day',
        'field.unknown /pools',
      ],
    ],
    ['a pool without a price', prices(ofCallers), ['field.missing /prices']],
    [
      'a price of no pool',
      prices(ofCallers, ofField, { pool: 'cars', price: 1 }),
      ['value.unknown /prices/2/pool'],
    ],
    ['a price twice', prices(ofCallers, ofField, ofCallers), ['id.duplicate /prices/2/pool']],
    [
      'a price below nothing',
      prices(ofCallers, { pool: 'field', price: -1 }),
      ['number.outOfRange /prices/1/price'],
    ],
    [
      'a price that is no number',
      prices(ofCallers, { pool: 'field', price: '5' }),
      ['type.wrong /prices/1/price'],
    ],
    [
      'a capacity that is none',
      { capacity: { ...capacity, day: 'today', pools: [callers, callers] }, prices: [ofCallers] },
      ['date.invalid /capacity/day', 'id.duplicate /capacity/pools/1/id'],
    ],
  ])('%s', (_, value, issues) => expect(issuesOf(value)).toEqual(issues))
})
