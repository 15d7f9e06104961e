import type { ReadCase, ReadContactPoint } from '../input/readCase.ts'
import type { Channel } from '../kernel/contactOutcome.ts'

/** A way to reach somebody: one of the contact points listed, or none in particular. */
export type Way = ReadContactPoint | undefined

const NONE: readonly Way[] = Object.freeze([])
const NO_POINT: readonly Way[] = Object.freeze([undefined])

/** What a kind of contact point serves besides its own channel. */
const SERVES: Readonly<Partial<Record<NonNullable<ReadContactPoint['kind']>, readonly Channel[]>>> = {
  mobile: ['call', 'sms'],
  email: ['email'],
  address: ['letter', 'visit'],
  app: ['app'],
}

/**
 * The ways to reach a party by a channel, the best first as far as the points themselves tell: verified ones, not
 * at work, then by key. Empty where there is none. Without any points listed everything but a visit is taken to be
 * reachable; a visit to the borrower needs an address or a district.
 */
export function waysTo(
  view: ReadCase,
  channel: Channel,
  party: 'borrower' | 'representative',
): readonly Way[] {
  const { contactPoints, source } = view
  if (contactPoints.length > 0) {
    const points = contactPoints.filter((point) => serves(point, channel) && point.party === party)
    if (points.length > 0) return points.length === 1 ? points : points.sort(byPreference)
  } else if (channel !== 'visit') return NO_POINT
  return channel === 'visit' && party === 'borrower' && source.area !== undefined ? NO_POINT : NONE
}

const serves = ({ channel, kind, status }: ReadContactPoint, wanted: Channel): boolean =>
  status !== 'invalid' &&
  (channel === wanted || (kind !== undefined && (SERVES[kind]?.includes(wanted) ?? false)))

function byPreference(a: ReadContactPoint, b: ReadContactPoint): number {
  if (a.status !== b.status) return a.status === 'verified' ? -1 : 1
  if ((a.kind === 'work') !== (b.kind === 'work')) return a.kind === 'work' ? 1 : -1
  return (
    textOrder(a.key, b.key) || textOrder(a.kind ?? '', b.kind ?? '') || textOrder(a.zone.name, b.zone.name)
  )
}

const textOrder = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)
