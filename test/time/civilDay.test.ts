import { describe, expect, test } from 'vitest'
import {
  addMonths,
  civilDate,
  daysInMonth,
  epochDay,
  formatDay,
  nextMonday,
  nextMonthStart,
  parseDay,
  WEEKDAYS,
  weekdayIndex,
} from '../../src/time/civilDay.ts'

const day = (text: string): number => {
  const read = parseDay(text)
  if (read === undefined) throw new Error(text)
  return read
}

describe('parseDay', () => {
  test.each([
    ['1990-01-01', 7305], // 20 years of 365 days and 5 leap days after 1970
    ['2000-02-29', 11016], // 30 years, 7 leap days, 31 + 28 days
    ['2026-11-25', 20782],
    ['2100-12-31', 47846], // 131 years, 32 leap days (2100 is none), less one day
  ])('%s is day %i', (text, number) => {
    expect(parseDay(text)).toBe(number)
    expect(formatDay(number)).toBe(text)
  })

  test.each([
    '2026-02-29',
    '2100-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-01-32',
    '1989-12-31',
    '2101-01-01',
    '0000-00-00',
    '',
    '2026-1-01',
    '2026-01-1',
    '2026/01/01',
    '20260101',
    ' 2026-01-01',
    '2026-01-01 ',
    '2026-01-01\n',
    '2026-01-0１',
    '+026-01-01',
    '2026-+1-01',
    '2026-01--1',
    '2026-01-1e',
    '2026-1.-01',
    '２０２６-01-01',
    '2026-01-01T00:00:00Z',
  ])('%j is none', (text) => expect(parseDay(text)).toBeUndefined())
})

test('the proleptic calendar reaches beyond the years of records', () => {
  expect(epochDay(1970, 1, 1)).toBe(0)
  expect(epochDay(1969, 12, 31)).toBe(-1)
  expect(epochDay(0, 3, 1)).toBe(-719468) // Hinnant's shift from 0000-03-01
  expect(civilDate(-719468)).toEqual({ year: 0, month: 3, day: 1 })
  expect(civilDate(-1)).toEqual({ year: 1969, month: 12, day: 31 })
})

test('months have their days', () => {
  expect(Array.from({ length: 12 }, (_, i) => daysInMonth(2026, i + 1))).toEqual([
    31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
  ])
  expect([1900, 2000, 2024, 2026, 2100].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 29, 28, 28])
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-01-31', 2, '2026-03-31'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2026-03-31', -13, '2025-02-28'],
  ['2026-05-31', 0, '2026-05-31'],
])('%s and %i months is %s', (from, months, to) => expect(formatDay(addMonths(day(from), months))).toBe(to))

test('weeks begin on Monday', () => {
  expect(WEEKDAYS[weekdayIndex(0)]).toBe('thu') // 1 January 1970
  expect(WEEKDAYS[weekdayIndex(day('2026-11-25'))]).toBe('wed')
  expect(WEEKDAYS[weekdayIndex(-1)]).toBe('wed')
  expect(formatDay(nextMonday(day('2026-11-22')))).toBe('2026-11-23') // a Sunday
  expect(formatDay(nextMonday(day('2026-11-23')))).toBe('2026-11-30') // a Monday
})

test('the next month begins on its first', () => {
  expect(formatDay(nextMonthStart(day('2026-11-01')))).toBe('2026-12-01')
  expect(formatDay(nextMonthStart(day('2026-12-31')))).toBe('2027-01-01')
})
