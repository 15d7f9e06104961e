import type { Facts } from '../history/facts.ts'
import { type EpochSecond, SECONDS_PER_DAY, SECONDS_PER_HOUR, utcDay } from '../time/instant.ts'
import type { Zone } from '../time/timeZone.ts'
import { CHANNELS, type Channel, channelsWhere, meaningOf } from '../words/channels.ts'
import { addCapClosures, capFreeFrom, type RecentContacts, recentContacts } from './caps.ts'
import { type HoldClosures, holdsOf } from './holds.ts'
import { type ChannelHours, gatesOf, type HoursList } from './hours.ts'
import { addOptOutClosures, agreedHours, type Route, usablePoints, wishedHours } from './points.ts'
import { type RuleBook, type RuleLibrary, ruleBook } from './ruleBook.ts'
import { addNoticeClosures, addVisitClosures, comingAppointment } from './visits.ts'
import type { ClockHours } from './wallClock.ts'
import {
  type ChannelClosures,
  type Closure,
  delayedOpening,
  type HoursGate,
  NO_CLOSURES,
  type Opening,
  openingOf,
} from './windows.ts'

/** What the channels of one case have in common: worked out once, read by each. */
export interface Scene {
  readonly facts: Facts
  readonly book: RuleBook
  readonly holds: HoldClosures
  readonly appointment: Facts['appointment']
  readonly points: ReturnType<typeof usablePoints>
  readonly wishes: HoursGate | undefined
  readonly agreed: ClockHours | undefined
  /** What closes each channel whatever the contact point, in the order of `CHANNELS`. */
  readonly closures: readonly (readonly Closure[])[]
  readonly recent: RecentContacts
  readonly horizon: EpochSecond
  readonly visitHorizon: EpochSecond
  /** Gates and openings already worked out; most channels share them. */
  readonly knownGates: { readonly list: HoursList; readonly gates: readonly HoursGate[] }[]
  readonly knownOpenings: KnownOpening[]
}

interface KnownOpening {
  readonly closures: readonly Closure[]
  readonly gates: readonly HoursGate[]
  readonly wishes: HoursGate | undefined
  readonly zone: Zone
  readonly horizon: EpochSecond
  readonly opening: Opening
}

const ALL_OPEN: readonly (readonly Closure[])[] = CHANNELS.map(() => NO_CLOSURES)
const VISITS = channelsWhere(({ isVisit }) => isVisit).map((channel) => CHANNELS.indexOf(channel))

export function sceneOf(facts: Facts, rules: RuleLibrary): Scene {
  const { view, asOf } = facts
  const { policy } = rules
  const book = ruleBook(rules, utcDay(asOf), view.source.jurisdiction, view.actor, view.source.loan.product)
  const appointment = comingAppointment(facts)
  const recent = recentContacts(facts, book.capReach)
  return {
    facts,
    book,
    holds: holdsOf(facts, book.holds, appointment),
    appointment,
    points: usablePoints(view),
    wishes: wishedHours(view),
    agreed: agreedHours(view),
    closures: commonClosures(facts, book, recent, appointment),
    recent,
    horizon: asOf + policy.horizonHours * SECONDS_PER_HOUR,
    visitHorizon: asOf + policy.visitHorizonDays * SECONDS_PER_DAY,
    knownGates: [],
    knownOpenings: [],
  }
}

function commonClosures(
  facts: Facts,
  book: RuleBook,
  recent: RecentContacts,
  appointment: Facts['appointment'],
): readonly (readonly Closure[])[] {
  const closures: ChannelClosures = ALL_OPEN.slice()
  if (facts.optedOut.length > 0) addOptOutClosures(facts, book.optOuts, closures)
  for (const place of VISITS) {
    const visits = closures[place]?.slice() ?? []
    addVisitClosures(facts, book.visits, appointment, visits)
    addNoticeClosures(facts, book.visits, appointment, visits)
    closures[place] = visits
  }
  for (const cap of book.caps) {
    const freeFrom = capFreeFrom(cap, facts, recent, undefined)
    if (freeFrom > facts.asOf) addCapClosures(cap, freeFrom, facts, recent, undefined, closures)
  }
  return closures
}

/** When a route opens by a channel, where `closures` stand before it. */
export function sceneOpening(
  scene: Scene,
  channel: Channel,
  index: number,
  route: Route,
  closures: readonly Closure[],
): Opening {
  const { facts, book } = scene
  const hours = book.hours[index] as ChannelHours
  const list = (hours.byKind.size === 0 ? undefined : hours.byKind.get(route?.kind)) ?? hours.any
  const gates = sceneGates(scene, list, channel)
  const zone = route?.zone ?? facts.view.zone
  const { disturbs, isVisit } = meaningOf(channel)
  const wishes =
    scene.wishes === undefined || !disturbs || (isVisit && scene.appointment !== undefined)
      ? undefined
      : scene.wishes
  if (isVisit) return knownOpening(scene, closures, gates, wishes, zone, scene.visitHorizon)
  const open = knownOpening(scene, NO_CLOSURES, gates, wishes, zone, scene.horizon)
  if (closures.length === 0) return open
  return (
    delayedOpening(open, closures, facts.asOf) ??
    knownOpening(scene, closures, gates, wishes, zone, scene.horizon)
  )
}

function knownOpening(
  scene: Scene,
  closures: readonly Closure[],
  gates: readonly HoursGate[],
  wishes: HoursGate | undefined,
  zone: Zone,
  horizon: EpochSecond,
): Opening {
  for (const known of scene.knownOpenings)
    if (
      known.closures === closures &&
      known.gates === gates &&
      known.wishes === wishes &&
      known.zone === zone &&
      known.horizon === horizon
    )
      return known.opening
  const { asOf, view } = scene.facts
  const opening = openingOf({ closures, gates, wishes, zone, borrowerZone: view.zone }, asOf, horizon)
  scene.knownOpenings.push({ closures, gates, wishes, zone, horizon, opening })
  return opening
}

/** The gates of a channel for this case. Without consents, which name channels, they depend on the rules alone. */
function sceneGates(scene: Scene, list: HoursList, channel: Channel): readonly HoursGate[] {
  const { facts, agreed, knownGates } = scene
  const consented = facts.view.consents.length > 0
  if (list.plain !== undefined && agreed === undefined && !consented) return list.plain
  if (consented) return gatesOf(list, channel, facts, agreed)
  for (const known of knownGates) if (known.list === list) return known.gates
  const gates = gatesOf(list, channel, facts, agreed)
  knownGates.push({ list, gates })
  return gates
}
