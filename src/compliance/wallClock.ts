import { type EpochDay, weekdayIndex } from '../kernel/civilDay.ts'
import { type EpochSecond, SECONDS_PER_DAY } from '../kernel/instant.ts'
import { stretchAt, type Zone } from '../kernel/timeZone.ts'
import type { WeeklyHours } from './weeklyHours.ts'

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
