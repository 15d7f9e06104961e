import { type EpochDay, parseDay, twoDigits, WEEKDAYS, weekdayIndex } from '../time/civilDay.ts'
import { type EpochSecond, SECONDS_PER_DAY } from '../time/instant.ts'
import { startOfDay, stretchAt, type Zone } from '../time/timeZone.ts'

/**
 * Hours of the week on a wall clock. Every instant is judged by the time its wall clock shows: where the clock is
 * put back both passes of the repeated hour count, where it is put forward nothing lies in the gap.
 */
export interface ClockHours {
  readonly week: WeeklyHours
  /** Days closed altogether, such as public holidays. */
  readonly closedDays: ReadonlySet<EpochDay> | undefined
  /** Open at no time at all. */
  readonly never: boolean
}

export const clockHours = (week: WeeklyHours, closedDays?: ReadonlySet<EpochDay>): ClockHours => ({
  week,
  closedDays,
  never: week.every((stretches) => stretches.length === 0),
})

const NO_HOURS: readonly number[] = []

const hoursOfDay = (hours: ClockHours, day: EpochDay): readonly number[] =>
  hours.closedDays?.has(day) ? NO_HOURS : (hours.week[weekdayIndex(day)] as readonly number[])

/** The first open second of the day at or after `second`, or the day's end. */
function nextOpening(stretches: readonly number[], second: number): number {
  for (let i = 1; i < stretches.length; i += 2)
    if (second < (stretches[i] as number)) return Math.max(second, stretches[i - 1] as number)
  return SECONDS_PER_DAY
}

/** The first closed second of the day at or after `second`, or the day's end. */
function nextClosing(stretches: readonly number[], second: number): number {
  for (let i = 1; i < stretches.length; i += 2) {
    if (second < (stretches[i - 1] as number)) return second
    if (second < (stretches[i] as number)) return stretches[i] as number
  }
  return second
}

/**
 * The first instant at or after `from` at which the hours are open; Infinity where none is found on the way to
 * `limit`. Goes from one change of the day or of the clock's offset to the next.
 */
export function firstOpen(hours: ClockHours, zone: Zone, from: EpochSecond, limit: EpochSecond): EpochSecond {
  if (hours.never) return Number.POSITIVE_INFINITY
  let at = from
  let stretch = stretchAt(zone, at)
  while (at <= limit) {
    if (at >= stretch.to) stretch = stretchAt(zone, at)
    const local = at + stretch.offset
    const day = Math.floor(local / SECONDS_PER_DAY)
    const second = local - day * SECONDS_PER_DAY
    const opening = nextOpening(hoursOfDay(hours, day), second)
    const opens = at + opening - second
    if (opening < SECONDS_PER_DAY && opens < stretch.to) return opens
    at = Math.min(opens, stretch.to)
  }
  return Number.POSITIVE_INFINITY
}

/** The first instant at or after `from` at which the hours are closed, or `limit` where that is later. */
export function firstClosed(
  hours: ClockHours,
  zone: Zone,
  from: EpochSecond,
  limit: EpochSecond,
): EpochSecond {
  let at = from
  let stretch = stretchAt(zone, at)
  while (at < limit) {
    if (at >= stretch.to) stretch = stretchAt(zone, at)
    const local = at + stretch.offset
    const day = Math.floor(local / SECONDS_PER_DAY)
    const second = local - day * SECONDS_PER_DAY
    const closing = nextClosing(hoursOfDay(hours, day), second)
    if (closing === second) return at
    const closes = at + closing - second
    at = Math.min(closes, stretch.to)
    if (closing < SECONDS_PER_DAY && at < stretch.to) break
  }
  return Math.min(at, limit)
}

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
const secondsOfHours = (text: string): number => twoDigits(text, 0) * 3600 + twoDigits(text, 3) * 60

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
  return { days, from: secondsOfHours(hours.from), to: secondsOfHours(hours.to) }
}

const DAY_INDICES = [0, 1, 2, 3, 4, 5, 6] as const

/** The hours covered by any of the entries. */
export const weeklyHours = (entries: readonly HoursEntry[]): WeeklyHours =>
  DAY_INDICES.map((day) => mergedStretches(entries.filter((entry) => (entry.days >> day) & 1)))

function mergedStretches(entries: readonly HoursEntry[]): number[] {
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

/** Days `[from, to)`; an end that is not there is infinite. */
export interface DaySpan {
  readonly from: EpochDay
  readonly to: EpochDay
}

/** The span of a rule's first and last day, both inclusive and either absent. */
export const effectiveDays = (first: string | undefined, last: string | undefined): DaySpan => ({
  from: (first === undefined ? undefined : parseDay(first)) ?? Number.NEGATIVE_INFINITY,
  to: ((last === undefined ? undefined : parseDay(last)) ?? Number.POSITIVE_INFINITY) + 1,
})

/** What is left of a span where others are taken out, in order. */
export function withoutDays(span: DaySpan, holes: readonly DaySpan[]): readonly DaySpan[] {
  let rest: readonly DaySpan[] = [span]
  for (const hole of holes) {
    rest = rest.flatMap(({ from, to }) => {
      if (hole.to <= from || hole.from >= to) return [{ from, to }]
      const parts: DaySpan[] = []
      if (from < hole.from) parts.push({ from, to: hole.from })
      if (hole.to < to) parts.push({ from: hole.to, to })
      return parts
    })
  }
  return rest
}

/** Whether a day has begun in every zone there is: none is further than a day from UTC. */
export const isBehind = (day: EpochDay, utcToday: EpochDay): boolean => day <= utcToday - 1

/**
 * The part of a span that can still matter for decisions as of an instant, whatever the borrower's zone: a start
 * that is behind everywhere becomes "always", a span that is over everywhere is dropped.
 */
export function daysFrom(span: DaySpan, utcToday: EpochDay): DaySpan | undefined {
  if (isBehind(span.to, utcToday)) return undefined
  return isBehind(span.from, utcToday) ? { from: Number.NEGATIVE_INFINITY, to: span.to } : span
}

/** The first instant of a day, or the same infinity. */
export const dayStart = (zone: Zone, day: EpochDay): EpochSecond =>
  Number.isFinite(day) ? startOfDay(zone, day) : day
