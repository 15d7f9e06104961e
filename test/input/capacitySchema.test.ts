import { describe, expect, test } from 'vitest'
import { parseCapacity } from '../../src/input/capacitySchema.ts'

const pool = { id: 'callers', unit: 'minute', available: 4800, serves: [{ action: 'call' }], areas: ['*'] }
const capacity = (change: object = {}): unknown => ({
  currency: 'CNY',
  day: '2026-11-25',
  days: 1,
  rates: { USD: 7.1 },
  pools: [
    pool,
    { id: 'field', unit: 'visit', available: 12, serves: [{ action: 'visit', channel: 'visit', use: 1 }] },
  ],
  ...change,
})
const withPool = (change: object) => capacity({ pools: [{ ...pool, ...change }] })
const issuesOf = (value: unknown) => {
  const result = parseCapacity(value)
  return result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path}`)
}

test('a sound file', () => expect(parseCapacity(capacity())).toEqual({ ok: true, value: capacity() }))

describe('refused', () => {
  test.each<readonly [what: string, capacity: unknown, issue: string]>([
    ['no file', null, 'type.wrong '],
    ['no pools', capacity({ pools: undefined }), 'field.missing /pools'],
    ['a day that does not exist', capacity({ day: '2026-11-31' }), 'date.invalid /day'],
    ['no days', capacity({ days: 0 }), 'number.outOfRange /days'],
    ['a rate of 0', capacity({ rates: { USD: 0 } }), 'number.outOfRange /rates/USD'],
    ['a rate of no currency', capacity({ rates: { RMB: 1 } }), 'currency.unknown /rates/RMB'],
    ['two pools of one id', capacity({ pools: [pool, pool] }), 'id.duplicate /pools/1/id'],
    ['less than nothing', withPool({ available: -1 }), 'number.outOfRange /pools/0/available'],
    ['another unit', withPool({ unit: 'hour' }), 'value.unknown /pools/0/unit'],
    ['serving nothing', withPool({ serves: [] }), 'field.missing /pools/0/serves/0'],
    [
      'serving no action',
      withPool({ serves: [{ action: 'letter' }] }),
      'value.unknown /pools/0/serves/0/action',
    ],
    ['a typo', withPool({ area: ['*'] }), 'field.unknown /pools/0/area'],
  ])('%s', (_, value, issue) => expect(issuesOf(value)).toEqual([issue]))
})
