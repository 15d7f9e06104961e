import type { Facts } from '../history/facts.ts'
import type { ReadCase, ReadContactPoint } from '../input/readCase.ts'
import type { OptOutRule } from '../input/rulePack.ts'
import { compareTexts } from '../numbers/compareTexts.ts'
import {
  CHANNELS,
  type Channel,
  channelBit,
  channelBits,
  channelsWhere,
  coversChannel,
  meaningOf,
  POINT_KINDS,
  type PointKind,
} from '../words/channels.ts'
import { outcomeMeaning } from '../words/outcomes.ts'
import type { RuleRef } from '../words/reason.ts'
import { type BoundRule, daysInForce } from './boundRules.ts'
import { becauseOfRule } from './complianceReasons.ts'
import {
  ALL_HOURS,
  type ClockHours,
  clockHours,
  type DaySpan,
  hoursWithout,
  weeklyHours,
} from './wallClock.ts'
import { addClosure, type ChannelClosures, type HoursGate } from './windows.ts'

/** A way to a person: one of the contact points listed, or none in particular. */
export type Route = ReadContactPoint | undefined

/** A contact point that is not invalid, with the bits of the channels it serves. */
interface UsablePoint {
  readonly point: ReadContactPoint
  readonly channels: number
}

/** The bits of the channels that a kind of contact point serves besides its own. */
const SERVES = Object.fromEntries(
  POINT_KINDS.map((kind) => [kind, channelBits(channelsWhere(({ servedBy }) => servedBy.includes(kind)))]),
) as Readonly<Record<PointKind, number>>

const NO_POINTS: readonly UsablePoint[] = []
const NO_ROUTE: readonly Route[] = []
const ANY_ROUTE: readonly Route[] = [undefined]

/** So often somebody else answered before a number is taken to be theirs: once or twice may be a relative or a desk. */
const TIMES_A_STRANGER = 3

const answeredByStranger = ({ party, outcome }: ReadCase['contacts'][number]): boolean =>
  outcome === 'wrongPerson' || outcome === 'contactRefusedByThirdParty' || party === 'thirdParty'

/** A point at which strangers answered and the borrower's side never since: theirs, until somebody verifies it. */
function isStrangers({ contacts }: ReadCase, { key, status, party }: ReadContactPoint): boolean {
  if (status === 'verified') return false
  let strangers = 0
  for (let i = contacts.length - 1; i >= 0 && strangers < TIMES_A_STRANGER; i--) {
    const contact = contacts[i] as ReadCase['contacts'][number]
    if (contact.point !== key) continue
    if (answeredByStranger(contact)) strangers++
    else if (contact.party === party && outcomeMeaning(contact.outcome).conversation) return false
  }
  return strangers >= TIMES_A_STRANGER
}

/** The points that can be used at all. */
export function usablePoints(view: ReadCase): readonly UsablePoint[] {
  const { contactPoints } = view
  if (contactPoints.length === 0) return NO_POINTS
  const usable: UsablePoint[] = []
  for (const point of contactPoints) {
    if (point.status === 'invalid' || isStrangers(view, point)) continue
    const channels = channelBit(point.channel) | (point.kind === undefined ? 0 : SERVES[point.kind])
    usable.push({ point, channels })
  }
  return usable
}

/** The best first, by what the points themselves tell: not at work, verified, listed for the channel, then by key. */
function byPreference(a: ReadContactPoint, b: ReadContactPoint, bit: number): number {
  if ((a.kind === 'work') !== (b.kind === 'work')) return a.kind === 'work' ? 1 : -1
  if (a.status !== b.status) return a.status === 'verified' ? -1 : 1
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
 * The routes to reach a party by a channel, the best first; empty where there is none. The table of
 * channels says which can be used without a contact point; a district tells where the borrower is, and no other person.
 */
export function routesTo(
  { contactPoints, source }: ReadCase,
  usable: readonly UsablePoint[],
  channel: Channel,
  party: 'borrower' | 'representative',
): readonly Route[] {
  const { withoutPoint } = meaningOf(channel)
  if (contactPoints.length === 0 && withoutPoint === 'noneListed') return ANY_ROUTE
  const bit = channelBit(channel)
  let routes: ReadContactPoint[] | undefined
  for (const { point, channels } of usable) {
    if ((channels & bit) === 0 || point.party !== party) continue
    routes ??= []
    routes.push(point)
  }
  if (routes !== undefined) return routes.length > 1 ? routes.sort((a, b) => byPreference(a, b, bit)) : routes
  return withoutPoint === 'area' && party === 'borrower' && source.area !== undefined ? ANY_ROUTE : NO_ROUTE
}

const NO_ENTRIES = [] as const

/** The hours the borrower leaves open: ((contactHours if given, else all) ∪ agreedHours) less avoidHours. */
export function wishedHours(view: ReadCase): HoursGate | undefined {
  const { contactHours = NO_ENTRIES, avoidHours = NO_ENTRIES, agreedHours = NO_ENTRIES } = view
  if (contactHours.length === 0 && avoidHours.length === 0) return undefined
  const wanted = contactHours.length === 0 ? ALL_HOURS : weeklyHours([...contactHours, ...agreedHours])
  const evidence = [
    ...(contactHours.length === 0 ? [] : ['/preferences/contactHours']),
    ...(avoidHours.length === 0 ? [] : ['/preferences/avoidHours']),
  ]
  return {
    hours: clockHours(hoursWithout(wanted, weeklyHours(avoidHours))),
    from: Number.NEGATIVE_INFINITY,
    to: Number.POSITIVE_INFINITY,
    agreed: undefined,
    because: becauseOfRule('wish.hours', undefined, {}, evidence),
  }
}

/** The hours that reopen what a rule with an `agreement` override closes; what the borrower avoids beats them. */
export function agreedHours({
  agreedHours: agreed,
  avoidHours = NO_ENTRIES,
}: ReadCase): ClockHours | undefined {
  if (agreed === undefined || agreed.length === 0) return undefined
  return clockHours(hoursWithout(weeklyHours(agreed), weeklyHours(avoidHours)))
}

interface ReadyOptOut {
  readonly days: DaySpan
  readonly ref: RuleRef
}

/** The opt-out rules by channel, in the order of `CHANNELS`. */
export const readyOptOuts = (bound: readonly BoundRule<OptOutRule>[]): readonly (readonly ReadyOptOut[])[] =>
  CHANNELS.map((channel) =>
    bound
      .filter(({ rule }) => coversChannel(rule.channels, channel))
      .flatMap((each) =>
        daysInForce(each, bound, (other) => coversChannel(other.channels, channel)).map((days) => ({
          days,
          ref: each.ref,
        })),
      ),
  )

/** A channel the borrower closed stays closed, even where a lender dropped every rule that says so. */
export function addOptOutClosures(
  facts: Facts,
  rules: readonly (readonly ReadyOptOut[])[],
  closures: ChannelClosures,
): void {
  CHANNELS.forEach((channel, index) => {
    const evidence = facts.optedOut.filter((each) => each.channel === channel).map((each) => each.evidence)
    if (evidence.length === 0) return
    const inForce = (rules[index] ?? []).filter(
      ({ days }) => days.from <= facts.today && facts.today < days.to,
    )
    for (const ref of inForce.length === 0 ? [undefined] : inForce.map((rule) => rule.ref))
      addClosure(closures, index, {
        from: Number.NEGATIVE_INFINITY,
        to: Number.POSITIVE_INFINITY,
        because: becauseOfRule('rule.optOut', ref, { channel }, evidence),
      })
  })
}
