import { expect, test } from 'vitest'
import { wallClockInstant } from '../../../src/cli/tables/cellReader.ts'
import { findZone, type Zone } from '../../../src/time/timeZone.ts'

const at = (text: string, zone: string) => wallClockInstant(text, findZone(zone) as Zone)

// Offsets and changes of clocks are those of the IANA database: New York 8 March and 1 November 2026, Lord Howe
// 5 April 2026 by half an hour, Samoa without 30 December 2011.
test.each([
  ['2026-11-20 10:00', 'Asia/Shanghai', '2026-11-20T10:00:00+08:00'],
  ['2026-11-20T10:00:05.75', 'Asia/Kolkata', '2026-11-20T10:00:05+05:30'],
  ['2026-07-01 00:00:00', 'America/New_York', '2026-07-01T00:00:00-04:00'],
  ['2026-03-08 01:59:59', 'America/New_York', '2026-03-08T01:59:59-05:00'],
  ['2026-03-08 03:00', 'America/New_York', '2026-03-08T03:00:00-04:00'],
  ['2026-11-01 00:59', 'America/New_York', '2026-11-01T00:59:00-04:00'],
  ['2026-11-01 02:00', 'America/New_York', '2026-11-01T02:00:00-05:00'],
  ['2011-12-31 00:00', 'Pacific/Apia', '2011-12-31T00:00:00+14:00'],
])('%s in %s is %s', (text, zone, instant) => {
  expect(at(text, zone)).toBe(instant)
})

test('a time the clock shows twice is the first of the two', () => {
  expect(at('2026-11-01 01:30', 'America/New_York')).toBe('2026-11-01T01:30:00-04:00')
  expect(at('2026-04-05 01:45', 'Australia/Lord_Howe')).toBe('2026-04-05T01:45:00+11:00')
})

test('a time the clock skips is none', () => {
  expect(at('2026-03-08 02:30', 'America/New_York')).toBeUndefined()
  expect(at('2011-12-30 12:00', 'Pacific/Apia')).toBeUndefined()
})

test.each([
  '2026-02-30 10:00',
  '2026-11-20',
  '2026-11-20 24:00',
  '2026-11-20 10:60',
  '10:00',
  '2026-11-20 10',
])('%s is no time', (text) => expect(at(text, 'UTC')).toBeUndefined())
