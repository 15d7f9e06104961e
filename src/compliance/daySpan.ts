import { type EpochDay, parseDay } from '../kernel/civilDay.ts'
import type { EpochSecond } from '../kernel/instant.ts'
import { startOfDay, type Zone } from '../kernel/timeZone.ts'

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
