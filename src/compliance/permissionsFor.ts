import type { Facts } from '../history/facts.ts'
import type { EpochSecond } from '../time/instant.ts'
import { byChannel, CHANNELS, type Channel, channelBit, meaningOf } from '../words/channels.ts'
import { addCapClosures, capFreeFrom } from './caps.ts'
import { becauseOfRule, type NamedBecause } from './complianceReasons.ts'
import type { Permission, Permissions, Prerequisite } from './permissions.ts'
import { type Route, routesTo } from './points.ts'
import type { RuleLibrary } from './ruleBook.ts'
import { type Scene, sceneOf, sceneOpening } from './scene.ts'
import { visitTerms } from './visits.ts'
import { addClosure, type ChannelClosures, type Closure, NO_CLOSURES, type Opening } from './windows.ts'

/**
 * What contact is possible from `facts.asOf` on, for both classes of purposes and every channel: legal windows,
 * what closes them, and what must be done before.
 *
 * Packs combine and the strictest wins: an instant is legal only if no rule in force then, no hold, no wish and no
 * opt-out closes it. House rules fill what no rule of a jurisdiction or an added pack covers.
 */
export function permissionsFor(facts: Facts, rules: RuleLibrary): Permissions {
  const scene = sceneOf(facts, rules)
  const { holds, book } = scene
  const demand = byChannel((channel, index) =>
    channelPermission(scene, channel, index, 'borrower', holds.demand),
  )
  return {
    demand,
    relief:
      holds.demand.length === 0
        ? demand
        : byChannel((channel, index) => reliefPermission(scene, channel, index)),
    ownPause: holds.ownPause,
    holds: holds.states,
    packs: book.packs,
    notes: book.notes,
  }
}

const NO_PREREQUISITES: readonly Prerequisite[] = Object.freeze([])
const NO_POINT: Readonly<Record<'borrower' | 'representative', readonly NamedBecause[]>> = {
  borrower: CHANNELS.map((channel) => becauseOfRule('contact.noPoint', undefined, { channel })),
  representative: CHANNELS.map((channel) =>
    becauseOfRule('contact.noPoint', undefined, { channel, to: 'representative' }),
  ),
}

/** Whether and when a person may be contacted by a channel, where `holds` are the holds that bear on it. */
function channelPermission(
  scene: Scene,
  channel: Channel,
  index: number,
  to: 'borrower' | 'representative',
  holds: readonly Closure[],
): Permission {
  const { asOf, view } = scene.facts
  const routes = routesTo(view, scene.points, channel, to)
  const closures = joined(holds, scene.closures[index] as readonly Closure[])
  let route: Route
  let opening: Opening | undefined
  for (const next of routes) {
    const nextOpening = routeOpening(scene, channel, index, next, closures)
    if (opening === undefined || isBetter(nextOpening, next, opening, route)) {
      opening = nextOpening
      route = next
    }
    // The routes come best first, and none opens sooner than at once.
    if (opening.opensAt === asOf) break
  }
  if (opening === undefined) return unreachable(scene, index, to, closures)
  // A hold in force now blocks, even one that ends inside the horizon: a case is decided again before acting then.
  const window = holds.length > 0 && isClosed(holds, asOf) ? undefined : opening.window
  const terms =
    meaningOf(channel).isVisit && window !== undefined
      ? visitTerms(scene.facts, scene.book.visits, scene.appointment, window.from)
      : undefined
  return {
    status: window !== undefined ? 'open' : bannedEverywhere(scene, routes) ? 'unreachable' : 'blocked',
    to,
    point: route?.key,
    zone: route?.zone ?? view.zone,
    window: cutAt(window, terms?.until),
    opensAt: opening.opensAt,
    because: opening.because,
    prerequisites: terms?.prerequisites ?? NO_PREREQUISITES,
  }
}

/** What relief to the borrower or, where another person speaks for them, to the representative needs. */
function reliefPermission(scene: Scene, channel: Channel, index: number): Permission {
  const { holds } = scene
  if (meaningOf(channel).isVisit)
    return channelPermission(scene, channel, index, 'borrower', holds.visitRelief)
  const direct = channelPermission(scene, channel, index, 'borrower', holds.relief)
  if (holds.viaRelief === undefined) return direct
  const via = channelPermission(scene, channel, index, 'representative', holds.viaRelief)
  if (via.status === 'open') return via
  // Closed either way: it opens when the first of the two does, also where the representation ends.
  const opensAt = Math.min(
    via.opensAt ?? Number.POSITIVE_INFINITY,
    direct.opensAt ?? Number.POSITIVE_INFINITY,
  )
  return { ...via, opensAt: opensAt === Number.POSITIVE_INFINITY ? undefined : opensAt }
}

function joined(a: readonly Closure[], b: readonly Closure[]): readonly Closure[] {
  if (a.length === 0) return b
  return b.length === 0 ? a : [...a, ...b]
}

const isClosed = (closures: readonly Closure[], at: EpochSecond): boolean =>
  closures.some(({ from, to }) => from <= at && at < to)

/** When a route opens. */
function routeOpening(
  scene: Scene,
  channel: Channel,
  index: number,
  route: Route,
  common: readonly Closure[],
): Opening {
  const needsOwn = scene.book.pointCaps.length > 0 || route?.kind === 'work'
  const closures = needsOwn ? joined(common, routeClosures(scene, channel, index, route)) : common
  return sceneOpening(scene, channel, index, route, closures)
}

/** What closes one contact point only: caps on it, and a workplace where contact is banned. */
function routeClosures(scene: Scene, channel: Channel, index: number, route: Route): readonly Closure[] {
  const { facts, book, recent } = scene
  const closures: ChannelClosures = []
  closures[index] = NO_CLOSURES
  for (const cap of book.pointCaps) {
    if ((cap.channels & channelBit(channel)) === 0) continue
    const freeFrom = capFreeFrom(cap, facts, recent, route?.key)
    if (freeFrom <= facts.asOf) continue
    const own = cap.closes.filter((each) => each.channel === index)
    addCapClosures({ ...cap, closes: own }, freeFrom, facts, recent, route?.key, closures)
  }
  if (route?.kind === 'work')
    for (const { kind, from, to, pointer } of facts.circumstances) {
      if (kind !== 'workplaceContactBanned' || to <= facts.asOf) continue
      addClosure(closures, index, {
        from,
        to,
        because: becauseOfRule('contact.noPoint', undefined, { channel, at: 'work' }, [pointer]),
      })
    }
  return closures[index] as readonly Closure[]
}

/** Whether every route leads to a workplace where contact is banned now. */
const bannedEverywhere = ({ facts }: Scene, routes: readonly Route[]): boolean =>
  routes.every((route) => route?.kind === 'work') &&
  facts.circumstances.some(({ kind, now }) => kind === 'workplaceContactBanned' && now)

/** Open before closed; of open ones not at work, the verified, then the earlier; of closed ones the one that opens earlier. */
function isBetter(next: Opening, route: Route, best: Opening, bestRoute: Route): boolean {
  if (next.window === undefined || best.window === undefined) {
    if (next.window !== undefined) return true
    return best.window === undefined && opens(next) < opens(best)
  }
  const alike =
    route?.status === bestRoute?.status && (route?.kind === 'work') === (bestRoute?.kind === 'work')
  return alike && next.window.from < best.window.from
}

const opens = ({ opensAt }: Opening): EpochSecond => opensAt ?? Number.POSITIVE_INFINITY

const cutAt = (window: Opening['window'], until: EpochSecond | undefined): Opening['window'] =>
  window === undefined || until === undefined || until >= window.to
    ? window
    : { from: window.from, to: until }

function unreachable(
  scene: Scene,
  index: number,
  to: 'borrower' | 'representative',
  closures: readonly Closure[],
): Permission {
  const { asOf, view } = scene.facts
  const because = [NO_POINT[to][index] as NamedBecause]
  // Beside a missing address only a hold is worth telling: what a visit would need first is no reason against it.
  for (const { from, to: end, because: why } of closures)
    if (why.code === 'rule.hold' && from <= asOf && asOf < end) because.push(why)
  return {
    status: 'unreachable',
    to,
    point: undefined,
    zone: view.zone,
    window: undefined,
    opensAt: undefined,
    because,
    prerequisites: NO_PREREQUISITES,
  }
}
