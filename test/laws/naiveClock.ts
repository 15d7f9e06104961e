/** A wall clock for the naive checker: asks Intl directly and shares nothing with src. Days are `YYYY-MM-DD` texts. */
export interface WallTime {
  readonly day: string
  /** 0 Sunday … 6 Saturday, as JavaScript counts. */
  readonly weekday: number
  /** Seconds since midnight as the clock shows them. */
  readonly second: number
}

const formats = new Map<string, Intl.DateTimeFormat>()
const offsets = new Map<string, number>()
const times = new Map<string, Map<number, WallTime>>()
/** Since 1990 clocks have changed at whole quarters of an hour only. */
const QUARTER = 900

export function wall(zone: string, at: number): WallTime {
  let ofZone = times.get(zone)
  if (ofZone === undefined || ofZone.size > 100_000) {
    ofZone = new Map()
    times.set(zone, ofZone)
  }
  let time = ofZone.get(at)
  if (time === undefined) {
    time = wallTime(zone, at)
    ofZone.set(at, time)
  }
  return time
}

function wallTime(zone: string, at: number): WallTime {
  const quarter = Math.floor(at / QUARTER) * QUARTER
  const key = `${zone} ${quarter}`
  let offset = offsets.get(key)
  if (offset === undefined) {
    offset = shownAsUtc(zone, quarter) - quarter
    offsets.set(key, offset)
  }
  const shown = new Date((at + offset) * 1000)
  return {
    day: shown.toISOString().slice(0, 10),
    weekday: shown.getUTCDay(),
    second: shown.getUTCHours() * 3600 + shown.getUTCMinutes() * 60 + shown.getUTCSeconds(),
  }
}

/** What the clock of the zone shows, read as if it were UTC. */
function shownAsUtc(zone: string, at: number): number {
  let format = formats.get(zone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
    formats.set(zone, format)
  }
  return Date.parse(`${format.format(at * 1000).replace(' ', 'T')}Z`) / 1000
}

export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86400_000).toISOString().slice(0, 10)

/** The Monday of the week a day lies in. */
export function monday(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return plusDays(day, weekday === 0 ? -6 : 1 - weekday)
}
