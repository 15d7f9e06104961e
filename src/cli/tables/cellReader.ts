import type { ColumnMapping, Mapping } from '../../input/mapping.ts'
import type { CellKind } from '../../input/tables.ts'
import { parseDay } from '../../time/civilDay.ts'
import { formatInstant, parseInstant, SECONDS_PER_DAY } from '../../time/instant.ts'
import { findZone, stretchAt, type Zone } from '../../time/timeZone.ts'
import type { IssueCode } from '../../words/issue.ts'
import { writtenDate } from './writtenDate.ts'

/** What a cell's meaning depends on besides its column: the account's currency and zone. */
export interface CellTerms {
  /** Decimals of the currency. */
  readonly decimals: number
  readonly zone: Zone
}

/** Reads the cells of one column. */
export interface CellReader {
  /** What the case holds; undefined where the cell is at fault, for which the case is refused. */
  readonly read: (text: string, terms: CellTerms) => unknown
  /** What is wrong with such a cell; `expected` completes "Expected …". */
  readonly fault: (text: string, terms: CellTerms) => { readonly code: IssueCode; readonly expected: string }
}

/** The reader of a column of this kind, with the mapping's say. */
export function cellReader(kind: CellKind, column: ColumnMapping, mapping: Mapping): CellReader {
  const { format } = column
  const point = mapping.decimal === ',' ? withPoint : undefined
  switch (kind) {
    case 'text':
      return { read: translated(column.words), fault: () => ({ code: 'type.wrong', expected: 'text' }) }
    case 'words':
      return wordsReader(column.words)
    case 'money':
      return moneyReader((column.unit ?? mapping.money) === 'major', point)
    case 'number':
    case 'rate':
      return numberReader(column.unit === 'percent' ? fractionOfPercent : cellNumber, point)
    case 'day':
      return dayReader(format)
    case 'instant':
      return instantReader(format, column.zone ?? mapping.zone)
  }
}

/** A cell that holds several words has blanks, commas, semicolons or bars between them. */
function wordsReader(words: ColumnMapping['words']): CellReader {
  const translate = translated(words)
  return {
    read: (text) =>
      text
        .split(/[\s,;|]+/)
        .filter((word) => word !== '')
        .map(translate),
    fault: () => ({ code: 'type.wrong', expected: 'words' }),
  }
}

function translated(words: ColumnMapping['words']): (text: string) => string {
  if (words === undefined) return (text) => text
  const ours = new Map(Object.entries(words))
  return (text) => ours.get(text) ?? text
}

/** With a point for the comma. A point of its own separates thousands, or is a mistake: `1.000` is no 1. */
const withPoint = (text: string): string => (text.includes('.') ? '' : text.replace(',', '.'))

const WHOLE = /^[+-]?\d+$/

type CellConversion = ((text: string) => string) | undefined

function moneyReader(major: boolean, point: CellConversion): CellReader {
  const amount = (text: string, decimals: number): number | undefined => {
    if (major) return minorUnits(point === undefined ? text : point(text), decimals)
    // `520.00` in minor units is someone's mistake about the unit, and a hundred times too little.
    return WHOLE.test(text) ? Number(text) + 0 : undefined
  }
  return {
    read: (text, { decimals }) => amount(text, decimals),
    fault: (text, { decimals }) => ({
      code: isDecimal(point === undefined ? text : point(text)) ? 'number.notInteger' : 'type.wrong',
      expected: major
        ? `an amount with at most ${decimals} decimals`
        : 'a whole number of minor units, or a mapping that says the unit is major',
    }),
  }
}

function numberReader(number: (text: string) => number | undefined, point: CellConversion): CellReader {
  return {
    read: (text) => number(point === undefined ? text : point(text)),
    fault: () => ({ code: 'type.wrong', expected: 'a number' }),
  }
}

/** How a column of timestamps shows a day. */
const MIDNIGHT = /^(\d{4}-\d\d-\d\d)[T ]00:00(?::00(?:\.0+)?)?$/

/** Where a format is given nothing else is read: under YYYY-DD-MM `2026-05-04` is in April. */
function dayReader(format: string | undefined): CellReader {
  const written = format === undefined ? undefined : writtenDate(format)
  return {
    read(text) {
      const day = written === undefined ? (MIDNIGHT.exec(text)?.[1] ?? text) : written(text)
      return day !== undefined && parseDay(day) !== undefined ? day : undefined
    },
    fault: () => ({
      code: 'date.invalid',
      expected: `a day that exists, written ${format ?? 'YYYY-MM-DD'}, from 1990 to 2100`,
    }),
  }
}

/** An offset as databases write it: `+08`, `+0800`, and a blank for the T. */
const OFFSET = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(\.\d+)? ?(?:(Z)|([+-]\d\d):?(\d\d)?)$/i

function instantReader(format: string | undefined, zoneName: string | undefined): CellReader {
  const written = format === undefined ? undefined : writtenDate(format)
  const own = zoneName === undefined ? undefined : findZone(zoneName)
  return {
    read(text, { zone }) {
      if (written !== undefined) return wallClockInstant(written(text) ?? '', own ?? zone)
      if (parseInstant(text) !== undefined) return text
      const [, day, minutes, seconds = ':00', fraction = '', utc, hours, rest = '00'] =
        OFFSET.exec(text) ?? []
      if (day === undefined) return wallClockInstant(text, own ?? zone)
      const instant = `${day}T${minutes}${seconds}${fraction}${utc ?? `${hours}:${rest}`}`
      return parseInstant(instant) === undefined ? undefined : instant
    },
    fault: (_, { zone }) => ({
      code: 'instant.invalid',
      expected: `${format === undefined ? 'an instant with its offset, or a time' : `a time written ${format}`} that the clock of ${(own ?? zone).name} shows, from 1990 to 2100`,
    }),
  }
}

const TIME = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?$/

/**
 * The instant at which the clock of a zone shows a time, `YYYY-MM-DD HH:mm` with or without seconds: the first one where
 * it shows it twice, undefined where it skips it. Undefined as well for what is no such time.
 *
 * @example
 * localInstant('2026-11-01 01:30', findZone('America/New_York')) // => '2026-11-01T01:30:00-04:00'
 */
export function wallClockInstant(text: string, zone: Zone): string | undefined {
  const [, date = '', hour, minute, second = '0'] = TIME.exec(text) ?? []
  const day = parseDay(date)
  if (day === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  const local = day * SECONDS_PER_DAY + Number(hour) * 3600 + Number(minute) * 60 + Number(second)
  // No zone is further than a day from UTC.
  for (let from = local - SECONDS_PER_DAY; from < local + SECONDS_PER_DAY; ) {
    const stretch = stretchAt(zone, from)
    const at = local - stretch.offset
    if (at >= stretch.from && at < stretch.to) return formatInstant(at, stretch.offset)
    from = stretch.to
  }
  return undefined
}

/** A decimal number: sign, digits, decimals. */
const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/

/** Whether a text is a number at all, whatever its decimals. */
const isDecimal = (text: string): boolean => DECIMAL.test(text)

/**
 * An amount of major units as minor ones, digit by digit, so that no rounding can touch it. Undefined for what is no
 * decimal number, or has more decimals than the currency; zeros beyond them are no decimals.
 *
 * @example
 * minorUnits('1040.5', 2) // => 104050; minorUnits('1040.505', 2) // => undefined
 */
export function minorUnits(text: string, decimals: number): number | undefined {
  const found = DECIMAL.exec(text)
  if (found === null) return undefined
  const [, sign = '', whole = '', fraction = ''] = found
  if (!/^0*$/.test(fraction.slice(decimals))) return undefined
  const amount = Number(`${sign}${whole}${fraction.slice(0, decimals).padEnd(decimals, '0')}`)
  // No minus before a zero: JSON has none.
  return amount === 0 ? 0 : amount
}

/**
 * A number of a cell; undefined for what is none, or is more than a number can be: in JSON that would be null, which is
 * known to be unknown. Powers of ten are how columns of doubles show small ones.
 */
function cellNumber(text: string): number | undefined {
  const number = /^[+-]?\d+(\.\d+)?([eE][+-]?\d{1,3})?$/.test(text) ? Number(text) : Number.NaN
  return Number.isFinite(number) ? number : undefined
}

/** A percentage as a fraction, the point moved in the text: `fractionOfPercent('18.25')` is 0.1825. */
export function fractionOfPercent(text: string): number | undefined {
  const percent = cellNumber(text)
  if (percent === undefined) return undefined
  const [mantissa, exponent = '0'] = text.toLowerCase().split('e')
  return Number(`${mantissa}e${Number(exponent) - 2}`)
}
