import { format, parse } from 'date-fns'
import { parseDay } from '../../time/civilDay.ts'
import { dateFormat } from '../../time/dateFormat.ts'

/**
 * Reads days and times that are written in one way and in no other: gives `YYYY-MM-DD`, of a time
 * `YYYY-MM-DDTHH:mm:ss`; undefined for what is not written so, and for days that do not exist or are outside 1990 to 2100.
 * Names of months may be in capitals: 24-SEP-26. Undefined itself for what is no format.
 *
 * @example
 * writtenDate('dd-MMM-yy')?.('24-SEP-26') // => '2026-09-24'
 */
export function writtenDate(written: string): ((text: string) => string | undefined) | undefined {
  const parsed = dateFormat(written)
  if (parsed === undefined) return undefined
  const signs = parsed.pieces.flatMap(({ sign }) => sign ?? [])
  const shape = new RegExp(`^${parsed.pieces.map(shapeOf).join('')}$`, 'u')
  const day = signs.flatMap((sign, i) => (/^[yMd]/.test(sign) ? [i + 1] : []))
  const dayOf = remembered(writtenDayReader(day.map((place) => fixed(signs[place - 1] as string))))
  const clock = ['H', 'm', 's'].map((letter) => signs.findIndex((sign) => sign.startsWith(letter)) + 1)
  const read = (text: string): string | undefined => {
    const parts = shape.exec(text)
    if (parts === null) return undefined
    const digits = (place: number): string => (place === 0 ? '' : (parts[place] as string)).padStart(2, '0')
    const found = dayOf(day.map(digits).join(' '))
    return found !== undefined && parsed.timed ? `${found}T${clock.map(digits).join(':')}` : found
  }
  return parsed.timed ? read : remembered(read)
}

/** The sign of the same part with all its digits: `d` and `dd`. */
const fixed = (sign: string): string => (sign.length === 1 ? `${sign}${sign}` : sign)

function shapeOf({ sign, text }: { readonly sign?: string; readonly text: string }): string {
  if (sign === undefined) return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  if (sign.startsWith('MMM')) return '([A-Za-z]+)'
  return sign.length === 1 ? '(\\d{1,2})' : `(\\d{${sign.length}})`
}

/**
 * The days of texts such as `24 Sep 26`, whose signs are these. date-fns takes `J` for January and the 31st of September
 * for none; only what it would write the same is taken.
 */
function writtenDayReader(signs: readonly string[]): (text: string) => string | undefined {
  const written = signs.join(' ')
  return (text) => {
    const date = parse(text, written, YEARS_AROUND)
    if (Number.isNaN(date.getTime()) || format(date, written).toLowerCase() !== text.toLowerCase())
      return undefined
    const day = format(date, 'yyyy-MM-dd')
    return parseDay(day) === undefined ? undefined : day
  }
}

/** The same answers, without asking twice: a column has few days in many rows. */
function remembered(read: (text: string) => string | undefined): (text: string) => string | undefined {
  const seen = new Map<string, string | undefined>()
  return (text) => {
    const known = seen.get(text)
    if (known !== undefined || seen.has(text)) return known
    const found = read(text)
    if (seen.size >= MOST_REMEMBERED) seen.clear()
    seen.set(text, found)
    return found
  }
}

/** More than the days of a century; what is no day may be anything. */
const MOST_REMEMBERED = 50_000

/**
 * A Date whose clock is that of UTC whatever the zone of the host: Samoa had no 30 December 2011, and a Date of its own there
 * cannot be that day, nor can a TZDate of UTC. date-fns makes its results of the kind of its reference.
 */
class UtcDate extends Date {
  override getFullYear = this.getUTCFullYear
  override getMonth = this.getUTCMonth
  override getDate = this.getUTCDate
  override getDay = this.getUTCDay
  override getHours = this.getUTCHours
  override getMinutes = this.getUTCMinutes
  override getSeconds = this.getUTCSeconds
  override getMilliseconds = this.getUTCMilliseconds
  override setFullYear = this.setUTCFullYear
  override setMonth = this.setUTCMonth
  override setDate = this.setUTCDate
  override setHours = this.setUTCHours
}

/** Years of two digits are the hundred from 50 before this one: 1969 to 2068, as POSIX has it, whatever today is. */
const YEARS_AROUND = new UtcDate(Date.UTC(2019, 0, 1))
