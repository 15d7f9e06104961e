import { type EpochSecond, SECONDS_PER_DAY } from '../kernel/instant.ts'
import type { Zone } from '../kernel/timeZone.ts'
import type { NamedBecause } from './named.ts'
import { type ClockHours, firstClosed, firstOpen } from './wallClock.ts'

/** Instants `[from, to)` at which something forbids contact. */
export interface Closure {
  readonly from: EpochSecond
  readonly to: EpochSecond
  readonly because: NamedBecause
}

/** Hours outside which contact is forbidden while `[from, to)` lasts. */
export interface HoursGate {
  readonly hours: ClockHours
  readonly from: EpochSecond
  readonly to: EpochSecond
  /** Hours on the borrower's clock that reopen it, by agreement. */
  readonly agreed: ClockHours | undefined
  readonly because: NamedBecause
}

/** Everything that stands in the way of one contact: it is legal at the instants at which none of it closes. */
export interface Obstacles {
  readonly closures: readonly Closure[]
  readonly gates: readonly HoursGate[]
  /** Where the gates' clock hangs: at the contact point. */
  readonly zone: Zone
  /** The borrower's own hours, on the borrower's clock; where they bind. */
  readonly wishes: HoursGate | undefined
  readonly borrowerZone: Zone
}

/** What comes out for one contact. */
export interface Opening {
  /** First legal stretch from `asOf` on, cut at the horizon; undefined where it begins later. */
  readonly window: { readonly from: EpochSecond; readonly to: EpochSecond } | undefined
  /** First legal instant, inside the horizon or not. */
  readonly opensAt: EpochSecond | undefined
  /** What keeps it closed from `asOf` until then, the most lasting first. */
  readonly because: readonly NamedBecause[]
}

/** How far beyond the last known change a weekly pattern is looked through: over a month of closed days in a row. */
const PATTERN_SECONDS = 35 * SECONDS_PER_DAY
const NO_REASONS: readonly NamedBecause[] = Object.freeze([])

/** The first legal stretch of `[asOf, …)`, and what stands before it. */
export function openingOf(obstacles: Obstacles, asOf: EpochSecond, horizon: EpochSecond): Opening {
  const from = firstLegal(obstacles, asOf, searchLimit(obstacles, asOf, horizon))
  return {
    window: from < horizon ? { from, to: firstForbidden(obstacles, from, horizon) } : undefined,
    opensAt: from === Number.POSITIVE_INFINITY ? undefined : from,
    because: from === asOf ? NO_REASONS : hindrances(obstacles, asOf, Math.min(from, horizon)),
  }
}

function searchLimit({ closures, gates }: Obstacles, asOf: EpochSecond, horizon: EpochSecond): EpochSecond {
  let last = Math.max(asOf, horizon)
  for (const { to } of closures) if (to > last && to !== Number.POSITIVE_INFINITY) last = to
  for (const { from, to } of gates) {
    if (from > last) last = from
    if (to > last && to !== Number.POSITIVE_INFINITY) last = to
  }
  return last + PATTERN_SECONDS
}

/** The first instant from `from` on at which nothing closes; Infinity where none comes up to `limit`. */
function firstLegal(obstacles: Obstacles, from: EpochSecond, limit: EpochSecond): EpochSecond {
  let at = from
  while (at <= limit) {
    const next = released(obstacles, at, limit)
    if (next === at) return at
    at = next
  }
  return Number.POSITIVE_INFINITY
}

/** `at` where nothing closes then, else the first instant at which none of what closes then does so any more. */
function released(obstacles: Obstacles, at: EpochSecond, limit: EpochSecond): EpochSecond {
  const { closures, gates, wishes, zone, borrowerZone } = obstacles
  let next = at
  for (const closure of closures) if (closure.from <= at && closure.to > next) next = closure.to
  for (const gate of gates) next = Math.max(next, gateOpens(gate, zone, borrowerZone, at, limit))
  if (wishes !== undefined) next = Math.max(next, gateOpens(wishes, borrowerZone, borrowerZone, at, limit))
  return next
}

/** Of a legal instant: the first one after it that is not, or `limit`. */
function firstForbidden(obstacles: Obstacles, at: EpochSecond, limit: EpochSecond): EpochSecond {
  const { closures, gates, wishes, zone, borrowerZone } = obstacles
  let end = limit
  for (const closure of closures)
    if (closure.from > at && closure.from < end && closure.from < closure.to) end = closure.from
  for (const gate of gates) end = gateCloses(gate, zone, borrowerZone, at, end)
  return wishes === undefined ? end : gateCloses(wishes, borrowerZone, borrowerZone, at, end)
}

/** The first instant from `at` on at which a gate does not close. */
function gateOpens(
  gate: HoursGate,
  zone: Zone,
  borrowerZone: Zone,
  at: EpochSecond,
  limit: EpochSecond,
): EpochSecond {
  if (at < gate.from || at >= gate.to) return at
  let opens = firstOpen(gate.hours, zone, at, limit)
  if (gate.agreed !== undefined && opens > at)
    opens = Math.min(opens, firstOpen(gate.agreed, borrowerZone, at, limit))
  return Math.min(opens, gate.to)
}

/** The first instant from `at` on at which a gate closes, or `limit`. */
function gateCloses(
  gate: HoursGate,
  zone: Zone,
  borrowerZone: Zone,
  at: EpochSecond,
  limit: EpochSecond,
): EpochSecond {
  let end = Math.max(at, gate.from)
  while (end < limit && end < gate.to) {
    const closed = firstClosed(gate.hours, zone, end, limit)
    const next = gate.agreed === undefined ? closed : firstClosed(gate.agreed, borrowerZone, closed, limit)
    if (next === end || gate.agreed === undefined) return next < gate.to ? next : limit
    end = next
  }
  return limit
}

interface Hindrance {
  readonly because: NamedBecause
  /** When it lets go, or −Infinity for hours met only after something else let go. */
  readonly until: EpochSecond
}

/** All that closes some instant of `[asOf, end)` on the way to the first legal one. */
function hindrances(obstacles: Obstacles, asOf: EpochSecond, end: EpochSecond): readonly NamedBecause[] {
  const { closures, gates, wishes, zone, borrowerZone } = obstacles
  const found: Hindrance[] = []
  const add = (because: NamedBecause, until: EpochSecond) => {
    if (!found.some((known) => known.because === because)) found.push({ because, until })
  }
  for (let at = asOf; at < end; ) {
    const limit = end + PATTERN_SECONDS
    let next = at
    for (const { from, to, because } of closures) {
      if (from > at || to <= at) continue
      add(because, to)
      next = Math.max(next, to)
    }
    const addGate = (gate: HoursGate, clock: Zone) => {
      const opens = gateOpens(gate, clock, borrowerZone, at, limit)
      if (opens === at) return
      add(gate.because, at === asOf ? opens : Number.NEGATIVE_INFINITY)
      next = Math.max(next, opens)
    }
    for (const gate of gates) addGate(gate, zone)
    if (wishes !== undefined) addGate(wishes, borrowerZone)
    if (next === at) break
    at = next
  }
  return found.sort((a, b) => (a.until === b.until ? 0 : b.until - a.until)).map(({ because }) => because)
}
