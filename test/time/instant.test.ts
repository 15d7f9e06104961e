import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatInstant, parseInstant, utcDay } from '../../src/time/instant.ts'

describe('parseInstant', () => {
  test.each([
    '1990-01-01T00:00:00Z',
    '2026-11-25T02:00:00+08:00',
    '2026-11-25T02:00:00-09:30',
    '2026-11-25T23:59:59+14:00',
    '2026-11-25T00:00:00-00:00',
    '2100-12-31T23:59:59Z',
    '2028-02-29T12:00:00+05:45',
  ])('%s is what the host says', (text) => expect(parseInstant(text)).toBe(Date.parse(text) / 1000))

  test.each([
    ['2026-11-25T02:00:00.999Z', '2026-11-25T02:00:00Z'],
    ['2026-11-25T02:00:00.123456789+08:00', '2026-11-25T02:00:00+08:00'],
    ['2026-11-25t02:00:00z', '2026-11-25T02:00:00Z'],
  ])('%s is %s', (text, same) => expect(parseInstant(text)).toBe(Date.parse(same) / 1000))

  test.each([
    '',
    '2026-11-25',
    '2026-11-25T02:00Z',
    '2026-11-25T02:00:00',
    '2026-11-25T02:00:00 Z',
    '2026-11-25 02:00:00Z',
    '2026-11-25T24:00:00Z',
    '2026-11-25T25:00:00Z',
    '2026-11-25T02:60:00Z',
    '2026-11-25T02:00:60Z',
    '2026-11-25T-2:00:00Z',
    '2026-02-30T02:00:00Z',
    '1989-12-31T23:59:59Z',
    '2101-01-01T00:00:00Z',
    '2026-11-25T02:00:00.Z',
    '2026-11-25T02:00:00,5Z',
    '2026-11-25T02:00:00+8',
    '2026-11-25T02:00:00+08',
    '2026-11-25T02:00:00+0800',
    '2026-11-25T02:00:00+24:00',
    '2026-11-25T02:00:00+08:60',
    '2026-11-25T02:00:00+08:00[Asia/Shanghai]',
    '2026-11-25T02:00:00ZZ',
    '2026-11-25T02:00:00Z\n',
    ' 2026-11-25T02:00:00Z',
    `2026-11-25T02:00:00.${'0'.repeat(30)}Z`,
  ])('%j is none', (text) => expect(parseInstant(text)).toBeUndefined())
})

test('an instant is written with its offset', () => {
  expect(formatInstant(0, 28_800)).toBe('1970-01-01T08:00:00+08:00')
  expect(formatInstant(0, -34_200)).toBe('1969-12-31T14:30:00-09:30')
  expect(formatInstant(1_795_543_200, 0)).toBe('2026-11-24T18:00:00+00:00')
  expect(formatInstant(1_795_543_200, 20_700)).toBe('2026-11-24T23:45:00+05:45')
})

test('what is written is read again', () => {
  const second = fc.integer({ min: Date.UTC(1990, 0, 2) / 1000, max: Date.UTC(2100, 11, 30) / 1000 })
  const offset = fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * 900)
  fc.assert(
    fc.property(second, offset, (at, seconds) => {
      const text = formatInstant(at, seconds)
      expect(parseInstant(text)).toBe(at)
      expect(Date.parse(text)).toBe(at * 1000)
    }),
  )
})

test('the day in UTC', () => {
  expect([86_399, 86_400, -1].map(utcDay)).toEqual([0, 1, -1])
})
