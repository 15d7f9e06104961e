import { parseDay } from '../../kernel/civilDay.ts'
import { formatInstant, SECONDS_PER_DAY } from '../../kernel/instant.ts'
import { stretchAt, type Zone } from '../../kernel/timeZone.ts'

const TIME = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?$/

/**
 * The instant at which the clock of a zone shows a time, `YYYY-MM-DD HH:mm` with or without seconds: the first one where
 * it shows it twice, undefined where it skips it. Undefined as well for what is no such time.
 *
 * @example
 * localInstant('2026-11-01 01:30', findZone('America/New_York')) // => '2026-11-01T01:30:00-04:00'
 */
export function localInstant(text: string, zone: Zone): string | undefined {
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
