import type { ReadCase, ReadContactPoint } from '../input/readCase.ts'
import { compareTexts } from '../kernel/compareTexts.ts'
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

const VISIT = channelBit('visit')
const NO_POINTS: readonly UsablePoint[] = []
const NO_WAY: readonly Way[] = []
const ANY_WAY: readonly Way[] = [undefined]

/** The points that can be used at all. */
export function usablePoints({ contactPoints }: ReadCase): readonly UsablePoint[] {
  if (contactPoints.length === 0) return NO_POINTS
  const usable: UsablePoint[] = []
  for (const point of contactPoints) {
    if (point.status === 'invalid') continue
    const channels = channelBit(point.channel) | (point.kind === undefined ? 0 : SERVES[point.kind])
    usable.push({ point, channels })
  }
  return usable
}

/** The best first as far as the points themselves tell: verified, not at work, meant for the channel, then by key. */
function byPreference(a: ReadContactPoint, b: ReadContactPoint, bit: number): number {
  if (a.status !== b.status) return a.status === 'verified' ? -1 : 1
  if ((a.kind === 'work') !== (b.kind === 'work')) return a.kind === 'work' ? 1 : -1
  if (channelBit(a.channel) !== channelBit(b.channel)) {
    if (channelBit(a.channel) === bit) return -1
    if (channelBit(b.channel) === bit) return 1
  }
  return (
    compareTexts(a.key, b.key) ||
    compareTexts(a.kind ?? '', b.kind ?? '') ||
    compareTexts(a.zone.name, b.zone.name)
  )
}

/**
 * The ways to reach a party by a channel, the best first; empty where there is none. Without any points listed
 * everything but a visit is taken to be reachable; a visit to the borrower needs an address or a district.
 * `bit`: the channel's.
 */
export function waysTo(
  { contactPoints, source }: ReadCase,
  usable: readonly UsablePoint[],
  bit: number,
  party: 'borrower' | 'representative',
): readonly Way[] {
  if (contactPoints.length === 0 && bit !== VISIT) return ANY_WAY
  let ways: ReadContactPoint[] | undefined
  for (const { point, channels } of usable) {
    if ((channels & bit) === 0 || point.party !== party) continue
    ways ??= []
    ways.push(point)
  }
  if (ways !== undefined) return ways.length > 1 ? ways.sort((a, b) => byPreference(a, b, bit)) : ways
  return bit === VISIT && party === 'borrower' && source.area !== undefined ? ANY_WAY : NO_WAY
}
