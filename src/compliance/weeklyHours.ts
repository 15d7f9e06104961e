import { twoDigits, WEEKDAYS } from '../kernel/civilDay.ts'
import { SECONDS_PER_DAY } from '../kernel/instant.ts'

/**
 * Wall-clock hours of a week: for Monday (0) to Sunday (6) the open stretches `[from, to)` in seconds since local
 * midnight, flat (`[from, to, from, to, …]`), in order and not touching.
 */
export type WeeklyHours = readonly (readonly number[])[]

/** Hours on some days: bit 0 Monday … bit 6 Sunday. */
export interface HoursEntry {
  readonly days: number
  readonly from: number
  readonly to: number
}

/** Reads `HH:MM`; `24:00` is the end of the day. `clockSeconds('07:30')` is 27000. */
const clockSeconds = (text: string): number => twoDigits(text, 0) * 3600 + twoDigits(text, 3) * 60

/** Hours as a rule writes them: days by name or `*`, times as `HH:MM`. */
export const readHoursEntry = (hours: {
  readonly days: readonly string[]
  readonly from: string
  readonly to: string
}): HoursEntry => {
  let days = 0
  WEEKDAYS.forEach((name, index) => {
    if (hours.days.includes('*') || hours.days.includes(name)) days |= 1 << index
  })
  return { days, from: clockSeconds(hours.from), to: clockSeconds(hours.to) }
}

const DAY_INDICES = [0, 1, 2, 3, 4, 5, 6] as const

/** The hours covered by any of the entries. */
export const weeklyHours = (entries: readonly HoursEntry[]): WeeklyHours =>
  DAY_INDICES.map((day) => merged(entries.filter((entry) => (entry.days >> day) & 1)))

function merged(entries: readonly HoursEntry[]): number[] {
  const flat: number[] = []
  for (const { from, to } of [...entries].sort((a, b) => a.from - b.from)) {
    const last = flat.length - 1
    if (to <= from) continue
    if (last > 0 && from <= (flat[last] as number)) flat[last] = Math.max(flat[last] as number, to)
    else flat.push(from, to)
  }
  return flat
}

/** All hours of all days. */
export const ALL_HOURS: WeeklyHours = DAY_INDICES.map(() => [0, SECONDS_PER_DAY])

/** The hours of `a` that are not in `b`. */
export const hoursWithout = (a: WeeklyHours, b: WeeklyHours): WeeklyHours =>
  a.map((stretches, day) => subtracted(stretches, b[day] as readonly number[]))

function subtracted(stretches: readonly number[], holes: readonly number[]): number[] {
  const rest: number[] = []
  for (let i = 0; i < stretches.length; i += 2) {
    let from = stretches[i] as number
    const to = stretches[i + 1] as number
    for (let j = 0; j < holes.length; j += 2) {
      const start = holes[j] as number
      const end = holes[j + 1] as number
      if (end <= from || start >= to) continue
      if (from < start) rest.push(from, start)
      from = end
    }
    if (from < to) rest.push(from, to)
  }
  return rest
}
