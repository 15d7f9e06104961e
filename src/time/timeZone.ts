import type { EpochDay } from './civilDay.ts'
import { type EpochSecond, SECONDS_PER_DAY } from './instant.ts'

/**
 * Wall clocks of IANA time zones. The host's Intl data is the only source of the rules; it is asked a few dozen
 * times a zone and year, and the answers are kept as stretches of constant offset, because one Intl look-up costs
 * as much as a whole decision. The host's own zone and locale never enter.
 */

/** A stretch of instants `[from, to)` with one offset from UTC, in seconds. */
export interface Stretch {
  readonly from: EpochSecond
  readonly to: EpochSecond
  readonly offset: number
}

export interface Zone {
  readonly name: string
  /** Stretches by block, read on demand; derived data only. */
  readonly blocks: Map<number, readonly Stretch[]>
  readonly format: Intl.DateTimeFormat
}

/** Probes six days apart: the shortest stretch since 1990 (in the north-east of Brazil, October 2000) lasts an hour less than seven. */
const PROBE_SECONDS = 6 * SECONDS_PER_DAY
/** Stretches are worked out in blocks of about a year. */
const BLOCK_SECONDS = 62 * PROBE_SECONDS
const MAX_ZONES = 2000
const zones = new Map<string, Zone | null>()

/** The zone of an IANA name, or undefined where the host knows none (offsets such as `+08:00` are no zones). */
export function findZone(name: string): Zone | undefined {
  const known = zones.get(name)
  if (known !== undefined) return known ?? undefined
  if (!NAME.test(name)) return undefined
  // Names come from the data: a file full of wrong ones must not grow the table without end.
  if (zones.size >= MAX_ZONES) zones.clear()
  const zone = makeZone(name)
  zones.set(name, zone ?? null)
  return zone
}

/** What an IANA name looks like; anything else, however long, is not even kept as unknown. */
const NAME = /^[A-Za-z][A-Za-z0-9_+\-/]{1,63}$/

function makeZone(name: string): Zone | undefined {
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    return { name, blocks: new Map(), format }
  } catch {
    return undefined
  }
}

function probeOffset(zone: Zone, at: EpochSecond): number {
  const field: Record<string, number> = {}
  for (const { type, value } of zone.format.formatToParts(at * 1000)) field[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = field
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - at
}

function firstChange(zone: Zone, from: EpochSecond, to: EpochSecond, offset: number): EpochSecond {
  let low = from
  let high = to
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (probeOffset(zone, middle) === offset) low = middle
    else high = middle
  }
  return high
}

function readBlock(zone: Zone, block: number): Stretch[] {
  const end = (block + 1) * BLOCK_SECONDS
  const found: Stretch[] = []
  let from = block * BLOCK_SECONDS
  let offset = probeOffset(zone, from)
  for (let at = from; at < end; at += PROBE_SECONDS) {
    const next = Math.min(at + PROBE_SECONDS, end - 1)
    if (probeOffset(zone, next) === offset) continue
    const change = firstChange(zone, at, next, offset)
    found.push({ from, to: change, offset })
    from = change
    offset = probeOffset(zone, change)
  }
  found.push({ from, to: end, offset })
  return found
}

/** The answer given last: most questions about a case are about the same few months. Derived data only. */
let lastZone: Zone | undefined
let lastStretch: Stretch = { from: 0, to: 0, offset: 0 }

/** The stretch of constant offset an instant lies in (cut at the blocks the table is read in). */
export function stretchAt(zone: Zone, at: EpochSecond): Stretch {
  if (zone === lastZone && at >= lastStretch.from && at < lastStretch.to) return lastStretch
  lastStretch = lookUp(zone, at)
  lastZone = zone
  return lastStretch
}

function lookUp(zone: Zone, at: EpochSecond): Stretch {
  const index = Math.floor(at / BLOCK_SECONDS)
  let block = zone.blocks.get(index)
  if (block === undefined) {
    block = readBlock(zone, index)
    zone.blocks.set(index, block)
  }
  for (const stretch of block) if (at < stretch.to) return stretch
  throw new RangeError('unreachable: a block covers all its instants')
}

/** Offset from UTC in seconds at an instant: 28800 for Asia/Shanghai. */
export const offsetAt = (zone: Zone, at: EpochSecond): number => stretchAt(zone, at).offset

/** The calendar day the wall clock shows at an instant. */
export const localDay = (zone: Zone, at: EpochSecond): EpochDay =>
  Math.floor((at + offsetAt(zone, at)) / SECONDS_PER_DAY)

/** Seconds since local midnight the wall clock shows at an instant. */
export function localSecond(zone: Zone, at: EpochSecond): number {
  const local = at + offsetAt(zone, at)
  return local - Math.floor(local / SECONDS_PER_DAY) * SECONDS_PER_DAY
}

/**
 * The first instant of a local day. Where the clock skips midnight it is the first instant after the gap;
 * where the whole day was skipped, the first instant of the next one.
 */
export function startOfDay(zone: Zone, day: EpochDay): EpochSecond {
  const target = day * SECONDS_PER_DAY
  // No zone is further than a day from UTC, so local midnight lies between these two instants.
  let stretch = stretchAt(zone, target - SECONDS_PER_DAY)
  for (;;) {
    const midnight = target - stretch.offset
    if (midnight < stretch.to) return Math.max(midnight, stretch.from)
    stretch = stretchAt(zone, stretch.to)
  }
}
