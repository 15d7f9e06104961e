import { addMonths, type EpochDay, monthNumber } from '../time/civilDay.ts'
import type { Period } from './money.ts'

/** The days on which something falls due: whole periods from an anchor. */
export interface DueCycle {
  readonly anchor: EpochDay
  readonly period: Period
}

const DAYS = { week: 7, fortnight: 14 } as const

/** A cycle that starts on a given day. */
export const cycleFrom = (anchor: EpochDay, period: Period): DueCycle => ({ anchor, period })

/**
 * The due day `index` periods after the anchor. Months keep the anchor's day and clamp it where a month is shorter,
 * counted from the anchor each time: 31 January, 28 February, 31 March.
 */
export const dueDay = ({ anchor, period }: DueCycle, index: number): EpochDay =>
  period === 'month' ? addMonths(anchor, index) : anchor + index * DAYS[period]

/** Index of the first due day on or after a day, 0 or more: an anchor still to come is never brought forward. */
export function firstIndexFrom(cycle: DueCycle, day: EpochDay): number {
  const { anchor, period } = cycle
  if (anchor >= day) return 0
  if (period !== 'month') return Math.ceil((day - anchor) / DAYS[period])
  const index = monthNumber(day) - monthNumber(anchor)
  return addMonths(anchor, index) >= day ? index : index + 1
}
