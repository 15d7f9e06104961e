import { type EpochDay, formatDay, pad2, parseDay, twoDigits } from './civilDay.ts'

/** Whole seconds since 1970-01-01T00:00:00Z. Fractions of a second in the input are cut off. */
export type EpochSecond = number

export const SECONDS_PER_HOUR = 3600
export const SECONDS_PER_DAY = 86400

/**
 * Reads RFC 3339 with an offset (`Z` or `±HH:MM`), years 1990–2100, clock times that exist; else undefined.
 * `parseInstant('1990-01-01T00:00:00Z')` is 631152000; a missing offset, hour 25 or second 60 is undefined.
 */
export function parseInstant(text: string): EpochSecond | undefined {
  const length = text.length
  if (length < 20 || length > 40) return undefined
  const separator = text.charCodeAt(10)
  if ((separator !== 84 && separator !== 116) || text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58)
    return undefined
  const day = parseDay(text.slice(0, 10))
  const hour = twoDigits(text, 11)
  const minute = twoDigits(text, 14)
  const second = twoDigits(text, 17)
  if (day === undefined || !(hour <= 23 && minute <= 59 && second <= 59)) return undefined
  let at = 19
  if (text.charCodeAt(at) === 46) {
    const first = ++at
    while (at < length && text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at++
    if (at === first) return undefined
  }
  const offset = parseOffset(text, at)
  return offset === undefined
    ? undefined
    : day * SECONDS_PER_DAY + hour * 3600 + minute * 60 + second - offset
}

function parseOffset(text: string, at: number): number | undefined {
  const sign = text.charCodeAt(at)
  if (sign === 90 || sign === 122) return text.length === at + 1 ? 0 : undefined
  if ((sign !== 43 && sign !== 45) || text.length !== at + 6 || text.charCodeAt(at + 3) !== 58)
    return undefined
  const hours = twoDigits(text, at + 1)
  const minutes = twoDigits(text, at + 4)
  if (!(hours <= 23 && minutes <= 59)) return undefined
  const seconds = hours * 3600 + minutes * 60
  return sign === 45 ? -seconds : seconds
}

/** `HH:MM` of every minute of a day. An instant is put together from few and ready parts: joining text is slow. */
const CLOCKS: readonly string[] = Array.from(
  { length: 1440 },
  (_, minute) => `${pad2(Math.floor(minute / 60))}:${pad2(minute % 60)}`,
)

/** Writes RFC 3339 in whole seconds at the given offset. `formatInstant(0, 28800)` is '1970-01-01T08:00:00+08:00'. */
export function formatInstant(at: EpochSecond, offsetSeconds: number): string {
  const local = at + offsetSeconds
  const day = Math.floor(local / SECONDS_PER_DAY)
  const second = local - day * SECONDS_PER_DAY
  const minute = Math.floor(second / 60)
  const offset = CLOCKS[Math.floor(Math.abs(offsetSeconds) / 60)] as string
  const zone = offsetSeconds < 0 ? `-${offset}` : `+${offset}`
  return `${formatDay(day)}T${CLOCKS[minute] as string}:${pad2(second - minute * 60)}${zone}`
}

/** The UTC day an instant falls on. */
export const utcDay = (at: EpochSecond): EpochDay => Math.floor(at / SECONDS_PER_DAY)
