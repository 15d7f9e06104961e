import { epochDay, weekdayIndex } from '../time/civilDay.ts'
import { formatInstant, parseInstant } from '../time/instant.ts'
import type { WallDay } from './language.ts'

/** An instant as the wall clock of its own offset shows it. */
export interface WallTime {
  readonly day: WallDay
  /** `HH:MM` */
  readonly clock: string
}

/** Reads the day that a text of the form `YYYY-MM-DD…` begins with. */
export function wallDay(text: string): WallDay {
  const year = Number(text.slice(0, 4))
  const month = Number(text.slice(5, 7))
  const day = Number(text.slice(8, 10))
  return { year, month, day, weekday: weekdayIndex(epochDay(year, month, day)) }
}

/** To the minute, seconds cut off. */
export const wallTime = (instant: string): WallTime => ({
  day: wallDay(instant),
  clock: instant.slice(11, 16),
})

/** The first full minute at or after an instant, so that "from 10:03" is never too early. */
export function nextMinute(instant: string): string {
  const at = parseInstant(instant)
  const wall = parseInstant(`${instant.slice(0, 19)}Z`)
  if (at === undefined || wall === undefined || at % 60 === 0) return instant
  return formatInstant(at + 60 - (at % 60), wall - at)
}

/** Whether one day is the day before another. */
export const isNextDay = (day: WallDay, next: WallDay): boolean =>
  epochDay(day.year, day.month, day.day) + 1 === epochDay(next.year, next.month, next.day)

export const isSameDay = (a: WallDay, b: WallDay): boolean =>
  a.year === b.year && a.month === b.month && a.day === b.day
