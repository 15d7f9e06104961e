import { type EpochSecond, SECONDS_PER_DAY } from '../time/instant.ts'
import type { Zone } from '../time/timeZone.ts'
import type { NamedBecause } from './complianceReasons.ts'
import { type ClockHours, firstClosed, firstOpen } from './wallClock.ts'

/** Instants `[from, to)` at which something forbids contact. */
export interface Closure {
  readonly from: EpochSecond
  readonly to: EpochSecond
  readonly because: NamedBecause
}

/** What closes each channel, in the order of `CHANNELS`. */
export type ChannelClosures = (readonly Closure[])[]

/** Shared by all that nothing closes, and never written to. Not frozen: frozen and unfrozen arrays mixed are slow in V8. */
export const NO_CLOSURES: readonly Closure[] = []

/** Adds a closure to a channel's own list. */
export function addClosure(closures: ChannelClosures, channel: number, closure: Closure): void {
  const own = closures[channel] as Closure[]
  if (own === NO_CLOSURES) closures[channel] = [closure]
  else own.push(closure)
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
  /** The time zone of the gates: that of the contact point. */
  readonly zone: Zone
  /** The borrower's own hours, on the borrower's clock; where they bind. */
  readonly wishes: HoursGate | undefined
  readonly borrowerZone: Zone
}

/** Something that keeps contact closed on the way to the first legal instant. */
interface Hindrance {
  readonly because: NamedBecause
  /** When it ends, or −Infinity for hours met only after something else ended. */
  readonly until: EpochSecond
}

/** What comes out for one contact. */
export interface Opening {
  /** First legal stretch from `asOf` on, cut at the horizon; undefined where it begins later. */
  readonly window: { readonly from: EpochSecond; readonly to: EpochSecond } | undefined
  /** First legal instant, inside the horizon or not. */
  readonly opensAt: EpochSecond | undefined
  /** What keeps it closed from `asOf` until then or to the horizon, the most lasting first. */
  readonly hindrances: readonly Hindrance[]
  /** The same as reasons. */
  readonly because: readonly NamedBecause[]
}

/** How far beyond the last known change a weekly pattern is looked through: over a month of closed days in a row. */
const PATTERN_SECONDS = 35 * SECONDS_PER_DAY
const NEVER = Number.POSITIVE_INFINITY
/** Of hours met only after something else ended: they come last. */
const LAST = Number.NEGATIVE_INFINITY

/**
 * The first legal stretch of `[asOf, …)`, and what stands before it: from `asOf` on, always to the instant at which
 * all that closes now has ended, until nothing closes.
 */
export function openingOf(obstacles: Obstacles, asOf: EpochSecond, horizon: EpochSecond): Opening {
  const { closures, gates, wishes, zone, borrowerZone } = obstacles
  const hindrances: Hindrance[] = []
  // With only one obstacle, nothing else can be closed after it ends.
  const isOnlyOne = closures.length + gates.length + (wishes === undefined ? 0 : 1) === 1
  let at = asOf
  let limit = horizon + PATTERN_SECONDS
  for (;;) {
    const noted = at < horizon
    let next = at
    for (const { from, to, because } of closures) {
      if (from > at || to <= at) continue
      if (noted) note(hindrances, because, to)
      if (to > next) next = to
    }
    for (const gate of gates) {
      const opens = gateOpens(gate, zone, borrowerZone, at, limit)
      if (opens === at) continue
      if (noted) note(hindrances, gate.because, at === asOf ? opens : LAST)
      if (opens > next) next = opens
    }
    if (wishes !== undefined) {
      const opens = gateOpens(wishes, borrowerZone, borrowerZone, at, limit)
      if (noted && opens !== at) note(hindrances, wishes.because, at === asOf ? opens : LAST)
      if (opens > next) next = opens
    }
    if (next === at) break
    at = next
    if (isOnlyOne && at !== NEVER) break
    if (at < horizon) continue
    limit = lastChange(obstacles, horizon) + PATTERN_SECONDS
    if (at > limit) return opening(undefined, undefined, hindrances)
  }
  return opening(windowFrom(obstacles, at, horizon), at, hindrances)
}

const NO_REASONS: readonly NamedBecause[] = Object.freeze([])

const opening = (
  window: Opening['window'],
  opensAt: EpochSecond | undefined,
  hindrances: readonly Hindrance[],
): Opening => ({
  window,
  opensAt,
  hindrances,
  because: hindrances.length === 0 ? NO_REASONS : hindrances.map(({ because }) => because),
})

/** Adds what was not yet noted, in its place: what ends last comes first, of equals what was noted first. */
function note(hindrances: Hindrance[], because: NamedBecause, until: EpochSecond): void {
  let place = hindrances.length
  for (let i = 0; i < hindrances.length; i++) {
    const known = hindrances[i] as Hindrance
    if (known.because === because) return
    if (place > i && known.until < until) place = i
  }
  if (place === hindrances.length) hindrances.push({ because, until })
  else hindrances.splice(place, 0, { because, until })
}

/** The last instant at which anything but the pattern of the week changes. */
function lastChange({ closures, gates }: Obstacles, horizon: EpochSecond): EpochSecond {
  let last = horizon
  for (const { to } of closures) if (to > last && to !== NEVER) last = to
  for (const { from, to } of gates) {
    if (from > last && from !== NEVER) last = from
    if (to > last && to !== NEVER) last = to
  }
  return last
}

/** From a legal instant to the first one after it that is not, or the horizon; undefined beyond that. */
function windowFrom(obstacles: Obstacles, from: EpochSecond, horizon: EpochSecond): Opening['window'] {
  if (from >= horizon) return undefined
  const { closures, gates, wishes, zone, borrowerZone } = obstacles
  let to = horizon
  for (const closure of closures)
    if (closure.from > from && closure.from < to && closure.from < closure.to) to = closure.from
  for (const gate of gates) to = gateCloses(gate, zone, borrowerZone, from, to)
  if (wishes !== undefined) to = gateCloses(wishes, borrowerZone, borrowerZone, from, to)
  return { from, to }
}

/**
 * An opening where closures stand before it besides, all of them begun by `asOf`, worked out from the one without
 * them; undefined where that does not tell, because they outlast its window or begin later.
 */
export function delayedOpening(
  open: Opening,
  closures: readonly Closure[],
  asOf: EpochSecond,
): Opening | undefined {
  let last = asOf
  for (const { from, to } of closures) {
    if (from > asOf) return undefined
    if (to > last) last = to
  }
  const { window } = open
  if (last !== NEVER && (window === undefined || last >= window.to)) return undefined
  const hindrances: Hindrance[] = []
  for (const { because, to } of closures) note(hindrances, because, to)
  for (const { because, until } of open.hindrances) note(hindrances, because, until)
  if (last === NEVER || window === undefined) return opening(undefined, undefined, hindrances)
  const from = Math.max(window.from, last)
  return opening({ from, to: window.to }, from, hindrances)
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
  if (gate.agreed !== undefined && opens > at) {
    const agreed = firstOpen(gate.agreed, borrowerZone, at, limit)
    if (agreed < opens) opens = agreed
  }
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
  let end = at < gate.from ? gate.from : at
  while (end < limit && end < gate.to) {
    const closed = firstClosed(gate.hours, zone, end, limit)
    const next = gate.agreed === undefined ? closed : firstClosed(gate.agreed, borrowerZone, closed, limit)
    if (next === end || gate.agreed === undefined) return next < gate.to ? next : limit
    end = next
  }
  return limit
}
