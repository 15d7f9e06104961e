import { CHANNELS, type Channel } from '../kernel/contactOutcome.ts'
import type { EpochSecond } from '../kernel/instant.ts'
import { addCapClosures, capFreeFrom } from './caps.ts'
import { type Way, waysTo } from './contactPoints.ts'
import { becauseOfRule, type NamedBecause } from './named.ts'
import { type Closure, type HoursGate, type Opening, openingOf } from './openWindow.ts'
import type { Permission, Prerequisite } from './permissions.ts'
import { type Scene, sceneGates } from './scene.ts'
import { visitTerms } from './visitNotice.ts'
import { wishesBind } from './wishes.ts'

const NO_PREREQUISITES: readonly Prerequisite[] = Object.freeze([])
const NO_POINT: ReadonlyMap<Channel, NamedBecause> = new Map(
  CHANNELS.map((channel) => [channel, becauseOfRule('contact.noPoint', undefined, { channel })]),
)

/** Whether and when somebody may be contacted by a channel, where `holds` are the holds that bear on it. */
export function channelPermission(
  scene: Scene,
  channel: Channel,
  index: number,
  to: 'borrower' | 'representative',
  holds: readonly Closure[],
): Permission {
  const { view, asOf } = scene.facts
  const ways = waysTo(view, channel, to)
  const closures = joined(holds, scene.closures[index] as readonly Closure[])
  let best: Way
  let opening: Opening | undefined
  for (const way of ways) {
    const next = wayOpening(scene, channel, index, way, closures)
    if (opening === undefined || isBetter(next, way, opening, best)) {
      opening = next
      best = way
    }
    // The ways come best first, and none opens sooner than at once.
    if (opening.window?.from === asOf) break
  }
  if (opening === undefined) return unreachable(scene, channel, to, closures)
  // A hold in force now blocks, even one that ends inside the horizon: whoever acts then decides again first.
  const held = holds.some(({ from, to: end }) => from <= asOf && asOf < end)
  if (held) opening = { ...opening, window: undefined, opensAt: opening.window?.from ?? opening.opensAt }
  const status =
    opening.window !== undefined
      ? 'open'
      : ways.every((way) => banned(scene, way))
        ? 'unreachable'
        : 'blocked'
  const terms =
    channel === 'visit' && opening.window !== undefined
      ? visitTerms(scene.facts, scene.book.visits, scene.appointment, opening.window.from)
      : undefined
  return {
    status,
    to,
    point: best?.key,
    zone: best?.zone ?? view.zone,
    window: cutAt(opening.window, terms?.until),
    opensAt: opening.opensAt,
    because: opening.because,
    prerequisites: terms?.prerequisites ?? NO_PREREQUISITES,
  }
}

/** What relief to the borrower or, where somebody speaks for them, to the representative needs. */
export function reliefPermission(scene: Scene, channel: Channel, index: number): Permission {
  const { holds } = scene
  if (channel === 'visit') return channelPermission(scene, channel, index, 'borrower', holds.visitRelief)
  if (holds.viaRelief === undefined) return channelPermission(scene, channel, index, 'borrower', holds.relief)
  const via = channelPermission(scene, channel, index, 'representative', holds.viaRelief)
  if (via.status === 'open') return via
  // The borrower again, if the representation ends inside the horizon.
  const direct = channelPermission(scene, channel, index, 'borrower', holds.relief)
  if (direct.status === 'open') return direct
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

/** When a way opens, from what was already worked out where nothing differs. */
function wayOpening(
  scene: Scene,
  channel: Channel,
  index: number,
  way: Way,
  common: readonly Closure[],
): Opening {
  const { facts, book } = scene
  const hours = book.hours[index]
  const list = (way?.kind === undefined ? undefined : hours?.byKind.get(way.kind)) ?? hours?.any
  const gates = list === undefined ? [] : sceneGates(scene, list, channel)
  const closures = joined(common, wayClosures(scene, channel, index, way))
  const zone = way?.zone ?? facts.view.zone
  const wishes =
    !wishesBind(channel) || (channel === 'visit' && scene.appointment !== undefined)
      ? undefined
      : scene.wishes
  const horizon = channel === 'visit' ? scene.visitHorizon : scene.horizon
  return knownOpening(scene, closures, gates, wishes, zone, horizon)
}

function knownOpening(
  scene: Scene,
  closures: readonly Closure[],
  gates: readonly HoursGate[],
  wishes: HoursGate | undefined,
  zone: Scene['facts']['view']['zone'],
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

const NO_CLOSURES: readonly Closure[] = Object.freeze([])

/** What closes one contact point only: caps on it, and a workplace where contact is banned. */
function wayClosures(scene: Scene, channel: Channel, index: number, way: Way): readonly Closure[] {
  const { facts, book, marks } = scene
  let closures: Closure[] | undefined
  for (const cap of book.pointCaps) {
    const freeFrom = capFreeFrom(cap, facts, marks, way?.key)
    if (freeFrom <= facts.asOf) continue
    closures ??= []
    const own = closures
    const only = cap.closes.filter((each) => each.channel === index)
    addCapClosures({ ...cap, closes: only }, freeFrom, facts, marks, way?.key, () => own)
  }
  if (way?.kind === 'work')
    for (const { kind, from, to, pointer } of facts.circumstances) {
      if (kind !== 'workplaceContactBanned' || to <= facts.asOf) continue
      closures ??= []
      closures.push({
        from,
        to,
        because: becauseOfRule('contact.noPoint', undefined, { channel }, [pointer]),
      })
    }
  return closures ?? NO_CLOSURES
}

/** Whether a way leads to a workplace where contact is banned now. */
const banned = ({ facts }: Scene, way: Way): boolean =>
  way?.kind === 'work' &&
  facts.circumstances.some(({ kind, now }) => kind === 'workplaceContactBanned' && now)

/** Open before closed; of open ones the verified, then the earlier; of closed ones the one that opens earlier. */
function isBetter(next: Opening, way: Way, best: Opening, bestWay: Way): boolean {
  if (next.window === undefined || best.window === undefined) {
    if (next.window !== undefined) return true
    return best.window === undefined && opens(next) < opens(best)
  }
  return way?.status === bestWay?.status && next.window.from < best.window.from
}

const opens = ({ opensAt }: Opening): EpochSecond => opensAt ?? Number.POSITIVE_INFINITY

const cutAt = (window: Opening['window'], until: EpochSecond | undefined): Opening['window'] =>
  window === undefined || until === undefined || until >= window.to
    ? window
    : { from: window.from, to: until }

function unreachable(
  scene: Scene,
  channel: Channel,
  to: Permission['to'],
  closures: readonly Closure[],
): Permission {
  const { asOf, view } = scene.facts
  const closed = closures.filter(
    ({ from, to: end, because }) => because.code === 'rule.hold' && from <= asOf && asOf < end,
  )
  return {
    status: 'unreachable',
    to,
    point: undefined,
    zone: view.zone,
    window: undefined,
    opensAt: undefined,
    because: [NO_POINT.get(channel) as NamedBecause, ...closed.map(({ because }) => because)],
    prerequisites: NO_PREREQUISITES,
  }
}
