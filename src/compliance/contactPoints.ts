import type { ReadCase, ReadContactPoint } from '../input/readCase.ts'
import type { Channel } from '../kernel/contactOutcome.ts'
import { channelBit } from './contactMarks.ts'

/** A way to reach somebody: one of the contact points listed, or none in particular. */
export type Way = ReadContactPoint | undefined

/** A contact point that is not invalid, with the bits of the channels it serves. */
interface UsablePoint {
  readonly point: ReadContactPoint
  readonly channels: number
}

/** What a kind of contact point serves besides its own channel. */
const SERVES = {
  mobile: channelBit('call') | channelBit('sms'),
  home: 0,
  work: 0,
  email: channelBit('email'),
  address: channelBit('letter') | channelBit('visit'),
  app: channelBit('app'),
} as const satisfies Record<NonNullable<ReadContactPoint['kind']>, number>

const NO_POINTS: readonly UsablePoint[] = Object.freeze([])
const NO_WAY: readonly Way[] = Object.freeze([])
const ANY_WAY: readonly Way[] = Object.freeze([undefined])

/** The points that can be used, the best first as far as they themselves tell: verified, not at work, then by key. */
export function usablePoints({ contactPoints }: ReadCase): readonly UsablePoint[] {
  if (contactPoints.length === 0) return NO_POINTS
  const usable: UsablePoint[] = []
  for (const point of contactPoints) {
    if (point.status === 'invalid') continue
    const channels = channelBit(point.channel) | (point.kind === undefined ? 0 : SERVES[point.kind])
    usable.push({ point, channels })
  }
  return usable.sort(byPreference)
}

function byPreference({ point: a }: UsablePoint, { point: b }: UsablePoint): number {
  if (a.status !== b.status) return a.status === 'verified' ? -1 : 1
  if ((a.kind === 'work') !== (b.kind === 'work')) return a.kind === 'work' ? 1 : -1
  return (
    textOrder(a.key, b.key) || textOrder(a.kind ?? '', b.kind ?? '') || textOrder(a.zone.name, b.zone.name)
  )
}

const textOrder = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

/**
 * The ways to reach a party by a channel, the best first; empty where there is none. Without any points listed
 * everything but a visit is taken to be reachable; a visit to the borrower needs an address or a district.
 */
export function waysTo(
  { contactPoints, source }: ReadCase,
  usable: readonly UsablePoint[],
  channel: Channel,
  party: 'borrower' | 'representative',
): readonly Way[] {
  if (contactPoints.length === 0 && channel !== 'visit') return ANY_WAY
  const bit = channelBit(channel)
  let ways: Way[] | undefined
  for (const { point, channels } of usable) {
    if ((channels & bit) === 0 || point.party !== party) continue
    ways ??= []
    ways.push(point)
  }
  if (ways !== undefined) return ways
  return channel === 'visit' && party === 'borrower' && source.area !== undefined ? ANY_WAY : NO_WAY
}
