import { describe, expect, test } from 'vitest'
import { formatDay, parseDay } from '../../src/time/civilDay.ts'
import { formatInstant } from '../../src/time/instant.ts'
import {
  findZone,
  localDay,
  localSecond,
  offsetAt,
  startOfDay,
  stretchAt,
  type Zone,
} from '../../src/time/timeZone.ts'

const zoneOf = (name: string): Zone => {
  const zone = findZone(name)
  if (zone === undefined) throw new Error(name)
  return zone
}
const second = (text: string) => Date.parse(text) / 1000
/** What the wall clock of a zone shows at an instant. */
const clock = (name: string, at: number) => formatInstant(at, offsetAt(zoneOf(name), at)).slice(0, 19)

describe('names', () => {
  test.each([
    'Asia/Shanghai',
    'UTC',
    'America/Argentina/Buenos_Aires',
    'Etc/GMT+5',
    'America/Port-au-Prince',
  ])('%s is a zone', (name) => expect(findZone(name)).toMatchObject({ name }))
  test.each([
    '',
    'Asia/Atlantis',
    '+08:00',
    'UTC+8',
    '../etc/passwd',
    'Asia/Shanghai ',
    'a'.repeat(100_000),
    '__proto__',
    'constructor',
  ])('%.20s is none', (name) => expect(findZone(name)).toBeUndefined())
  test('a zone is looked up once', () => expect(findZone('Asia/Tokyo')).toBe(findZone('Asia/Tokyo')))
})

/** Changes of clocks as the tz database tells them: the last second before, and the first one after. */
describe('the second before a change and the change', () => {
  test.each([
    ['America/New_York', '2026-03-08T07:00:00Z', '2026-03-08T01:59:59', '2026-03-08T03:00:00'],
    ['America/New_York', '2026-11-01T06:00:00Z', '2026-11-01T01:59:59', '2026-11-01T01:00:00'],
    // Half an hour.
    ['Australia/Lord_Howe', '2026-10-03T15:30:00Z', '2026-10-04T01:59:59', '2026-10-04T02:30:00'],
    ['Australia/Lord_Howe', '2026-04-04T15:00:00Z', '2026-04-05T01:59:59', '2026-04-05T01:30:00'],
    // At midnight: 00:00 to 00:59 did not exist.
    ['America/Sao_Paulo', '2018-11-04T03:00:00Z', '2018-11-03T23:59:59', '2018-11-04T01:00:00'],
    ['America/Sao_Paulo', '2019-02-17T02:00:00Z', '2019-02-16T23:59:59', '2019-02-16T23:00:00'],
    // A minute after midnight, back into the day before.
    ['America/St_Johns', '2010-11-07T02:31:00Z', '2010-11-07T00:00:59', '2010-11-06T23:01:00'],
    // The day 30 December 2011 did not exist.
    ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-29T23:59:59', '2011-12-31T00:00:00'],
    // Ramadan.
    ['Africa/Casablanca', '2026-02-15T02:00:00Z', '2026-02-15T02:59:59', '2026-02-15T02:00:00'],
    ['Africa/Casablanca', '2026-03-22T02:00:00Z', '2026-03-22T01:59:59', '2026-03-22T03:00:00'],
    // Summer time that is the standard, written as a negative one.
    ['Europe/Dublin', '2026-03-29T01:00:00Z', '2026-03-29T00:59:59', '2026-03-29T02:00:00'],
    ['Europe/Dublin', '2026-10-25T01:00:00Z', '2026-10-25T01:59:59', '2026-10-25T01:00:00'],
    // Two hours.
    ['Antarctica/Troll', '2026-03-29T01:00:00Z', '2026-03-29T00:59:59', '2026-03-29T03:00:00'],
    ['Antarctica/Troll', '2026-10-25T01:00:00Z', '2026-10-25T02:59:59', '2026-10-25T01:00:00'],
    // Six days and 23 hours of summer time.
    ['America/Recife', '2000-10-08T03:00:00Z', '2000-10-07T23:59:59', '2000-10-08T01:00:00'],
    ['America/Recife', '2000-10-15T02:00:00Z', '2000-10-14T23:59:59', '2000-10-14T23:00:00'],
    ['Asia/Pyongyang', '2018-05-04T15:00:00Z', '2018-05-04T23:29:59', '2018-05-05T00:00:00'],
  ])('%s %s', (name, at, before, after) => {
    expect(clock(name, second(at) - 1)).toBe(before)
    expect(clock(name, second(at))).toBe(after)
    expect(stretchAt(zoneOf(name), second(at)).from).toBe(second(at))
    expect(stretchAt(zoneOf(name), second(at) - 1).to).toBe(second(at))
  })
})

test('a zone without changes', () => {
  for (const at of ['1990-01-01T00:00:00Z', '2026-06-30T12:00:00Z', '2100-12-31T23:59:59Z'])
    expect(offsetAt(zoneOf('Asia/Kathmandu'), second(at))).toBe(20_700)
  expect(clock('Asia/Kathmandu', second('2026-11-24T18:15:00Z'))).toBe('2026-11-25T00:00:00')
})

test('the day and the second of the wall clock', () => {
  const zone = zoneOf('Asia/Kathmandu')
  const midnight = second('2026-11-24T18:15:00Z')
  expect([midnight - 1, midnight].map((at) => formatDay(localDay(zone, at)))).toEqual([
    '2026-11-24',
    '2026-11-25',
  ])
  expect([midnight - 1, midnight, midnight + 60].map((at) => localSecond(zone, at))).toEqual([86_399, 0, 60])
})

describe('the first instant of a day', () => {
  test.each([
    ['Asia/Shanghai', '2026-11-25', '2026-11-24T16:00:00Z'],
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00Z'],
    ['America/Sao_Paulo', '2019-02-17', '2019-02-17T03:00:00Z'],
    ['America/St_Johns', '2010-11-07', '2010-11-07T02:30:00Z'],
    ['Pacific/Apia', '2011-12-29', '2011-12-29T10:00:00Z'],
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00Z'],
    ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00Z'],
    ['Pacific/Kiritimati', '2026-01-01', '2025-12-31T10:00:00Z'],
    ['Pacific/Pago_Pago', '2026-01-01', '2026-01-01T11:00:00Z'],
  ])('%s %s', (name, day, at) => expect(startOfDay(zoneOf(name), parseDay(day) as number)).toBe(second(at)))
})
