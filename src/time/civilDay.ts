/**
 * Civil (calendar) days as whole numbers, so that no host clock, zone or locale can touch them.
 * The proleptic Gregorian arithmetic follows Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013).
 */

/** Days since 1970-01-01, which is day 0. 2026-11-25 is 20782. */
export type EpochDay = number

export interface CivilDate {
  readonly year: number
  /** 1–12 */
  readonly month: number
  /** 1–31 */
  readonly day: number
}

/** First and last year a record may name. */
const FIRST_YEAR = 1990
const LAST_YEAR = 2100

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** Number of days in a month (1–12). `daysInMonth(2028, 2)` is 29. */
export function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && leap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0)
}

/** The day number of a civil date that exists. `epochDay(1970, 1, 2)` is 1. */
export function epochDay(year: number, month: number, day: number): EpochDay {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** The civil date of a day number. */
export function civilDate(day: EpochDay): CivilDate {
  const z = day + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  }
}

const digit = (text: string, at: number): number => {
  const code = text.charCodeAt(at) - 48
  return code >= 0 && code <= 9 ? code : Number.NaN
}

/** Two decimal digits of `text` at `at`, or NaN. */
export const twoDigits = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1)

/** The first day of every month a record may name, and of the one after: reading a day is the hottest path there is. */
const MONTH_STARTS: readonly EpochDay[] = Array.from(
  { length: (LAST_YEAR - FIRST_YEAR + 1) * 12 + 1 },
  (_, index) => epochDay(FIRST_YEAR + Math.floor(index / 12), (index % 12) + 1, 1),
)

/**
 * Reads exactly `YYYY-MM-DD`, years 1990–2100, days that exist; anything else is undefined.
 * `parseDay('2026-02-30')` is undefined, `parseDay('2026-11-25')` is 20782.
 */
export function parseDay(text: string): EpochDay | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2)
  const month = twoDigits(text, 5)
  const day = twoDigits(text, 8)
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1)) return undefined
  const index = (year - FIRST_YEAR) * 12 + month - 1
  const read = (MONTH_STARTS[index] as EpochDay) + day - 1
  return read < (MONTH_STARTS[index + 1] as EpochDay) ? read : undefined
}

/** Two digits with a leading zero. */
export const pad2 = (n: number): string => (n < 10 ? `0${n}` : `${n}`)

/** Days already written: few distinct ones occur in a batch, and a decision writes a dozen. */
const written = new Map<EpochDay, string>()
const MAX_WRITTEN = 5000

/** Writes `YYYY-MM-DD`. `formatDay(20782)` is '2026-11-25'. */
export function formatDay(day: EpochDay): string {
  const known = written.get(day)
  if (known !== undefined) return known
  const { year, month, day: d } = civilDate(day)
  const text = `${year}-${pad2(month)}-${pad2(d)}`
  if (written.size >= MAX_WRITTEN) written.clear()
  written.set(day, text)
  return text
}

const DAYS_PER_MONTH = 146097 / 4800

/** The place in `MONTH_STARTS` of the month a day is in; undefined where the table does not reach. */
function placeOfMonth(day: EpochDay): number | undefined {
  const first = MONTH_STARTS[0] as EpochDay
  // The mean length of a month leads to the month or to the one before or after it.
  let place = Math.floor((day - first) / DAYS_PER_MONTH)
  if (!(place >= 1 && place < MONTH_STARTS.length - 2)) return undefined
  while ((MONTH_STARTS[place] as EpochDay) > day) place--
  while ((MONTH_STARTS[place + 1] as EpochDay) <= day) place++
  return place
}

/** Months from year 0 to the month a day is in: the difference of two is how many months lie between them. */
export function monthNumber(day: EpochDay): number {
  const place = placeOfMonth(day)
  if (place !== undefined) return FIRST_YEAR * 12 + place
  const { year, month } = civilDate(day)
  return year * 12 + month - 1
}

/** The same day of the month `months` later, or the month's last day where it has no such day. */
export function addMonths(day: EpochDay, months: number): EpochDay {
  const place = placeOfMonth(day)
  if (place !== undefined) {
    const start = MONTH_STARTS[place + months]
    const next = MONTH_STARTS[place + months + 1]
    if (start !== undefined && next !== undefined)
      return Math.min(start + day - (MONTH_STARTS[place] as EpochDay), next - 1)
  }
  const { year, month, day: d } = civilDate(day)
  const index = year * 12 + (month - 1) + months
  const y = Math.floor(index / 12)
  const m = index - y * 12 + 1
  return epochDay(y, m, Math.min(d, daysInMonth(y, m)))
}

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** 0 Monday … 6 Sunday. 1970-01-01 was a Thursday. */
export const weekdayIndex = (day: EpochDay): number => (((day + 3) % 7) + 7) % 7

/** The first day of the next Monday-to-Sunday week. */
export const nextMonday = (day: EpochDay): EpochDay => day - weekdayIndex(day) + 7

/** The first day of the next calendar month. */
export function nextMonthStart(day: EpochDay): EpochDay {
  const { year, month } = civilDate(day)
  return month === 12 ? epochDay(year + 1, 1, 1) : epochDay(year, month + 1, 1)
}
