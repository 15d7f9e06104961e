import { tz } from '@date-fns/tz'
import * as dateFns from 'date-fns'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addMonths,
  civilDate,
  epochDay,
  formatDay,
  nextMonday,
  nextMonthStart,
  parseDay,
  weekdayIndex,
} from '../../src/time/civilDay.ts'
import { runs } from '../laws/runs.ts'

/** Parity with date-fns, which counts by the Date of the language and knows nothing of ours. */
const UTC = { in: tz('UTC') }
const dateOf = (day: number) => new Date(day * 86_400_000)
const dayOf = (date: Date) => date.getTime() / 86_400_000
const day = fc.integer({ min: 7305, max: 47_846 }) // 1990-01-01 to 2100-12-31
const anyDay = fc.integer({ min: -800_000, max: 800_000 })

test('days are written and read as date-fns does', () => {
  fc.assert(
    fc.property(day, (number) => {
      const text = dateFns.format(dateOf(number), 'yyyy-MM-dd', UTC)
      expect(formatDay(number)).toBe(text)
      expect(parseDay(text)).toBe(number)
    }),
  )
})

test('a text is a day just when date-fns finds one', () => {
  const two = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, '0'))
  fc.assert(
    fc.property(fc.integer({ min: 1985, max: 2105 }), two(14), two(33), (year, month, date) => {
      const text = `${year}-${month}-${date}`
      const witness = dateFns.parse(text, 'yyyy-MM-dd', new Date(0), UTC)
      const exists = dateFns.isValid(witness) && year >= 1990 && year <= 2100
      expect(parseDay(text)).toBe(exists ? dayOf(witness) : undefined)
    }),
    runs(500),
  )
})

test('a civil date and its number are one', () => {
  fc.assert(
    fc.property(anyDay, (number) => {
      const { year, month, day: date } = civilDate(number)
      expect(epochDay(year, month, date)).toBe(number)
      expect(new Date(0).setUTCFullYear(year, month - 1, date)).toBe(number * 86_400_000)
    }),
  )
})

test('months, weeks and weekdays', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -600, max: 600 }), (number, months) => {
      const date = dateOf(number)
      expect(addMonths(number, months)).toBe(dayOf(dateFns.addMonths(date, months, UTC)))
      expect(weekdayIndex(number) + 1).toBe(dateFns.getISODay(date, UTC))
      expect(nextMonday(number)).toBe(dayOf(dateFns.nextMonday(date, UTC)))
      expect(nextMonthStart(number)).toBe(dayOf(dateFns.startOfMonth(dateFns.addMonths(date, 1, UTC), UTC)))
    }),
  )
})
