import type { EpochDay } from '../time/civilDay.ts'
import { type EpochSecond, formatInstant } from '../time/instant.ts'
import { findZone, localDay, offsetAt, startOfDay, type Zone } from '../time/timeZone.ts'

/** The instant a record is made for, on the borrower's own calendar. */
export interface SampleDay {
  readonly asOf: EpochSecond
  readonly zone: Zone
  readonly today: EpochDay
}

export function whenIn(zoneName: string, asOf: EpochSecond): SampleDay {
  const zone = findZone(zoneName)
  if (zone === undefined) throw new RangeError(`no time zone ${zoneName}`)
  return { asOf, zone, today: localDay(zone, asOf) }
}

/** A wall-clock time of a day, written with the borrower's offset. */
export function localInstant({ zone }: SampleDay, day: EpochDay, second: number): string {
  const at = startOfDay(zone, day) + second
  // Where the clocks change in the night, the wall clock of working hours is off by an hour: nobody minds here.
  return formatInstant(at, offsetAt(zone, at))
}
