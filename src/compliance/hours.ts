import type { Facts } from '../history/facts.ts'
import type { ContactPoint } from '../input/borrowerCase.ts'
import type { HoursRule } from '../input/rulePack.ts'
import type { EpochDay } from '../time/civilDay.ts'
import { SECONDS_PER_DAY } from '../time/instant.ts'
import { CHANNELS, type Channel, coversChannel } from '../words/channels.ts'
import { type BoundRule, consentEnds, daysInForce } from './boundRules.ts'
import { becauseOfRule, type NamedBecause } from './complianceReasons.ts'
import {
  type ClockHours,
  clockHours,
  type DaySpan,
  dayStart,
  readHoursEntry,
  weeklyHours,
} from './wallClock.ts'
import type { HoursGate } from './windows.ts'

export type RecordedPointKind = ContactPoint['kind']

/** An hours rule made ready for one channel and kind of contact point. */
interface ReadyHours {
  readonly hours: ClockHours
  readonly days: DaySpan
  readonly agreement: boolean
  /** Seconds for which a consent lifts it; 0 where none does. */
  readonly consentSeconds: number
  readonly during: ReadonlySet<string> | undefined
  readonly because: NamedBecause
}

/** All hours rules of one channel and kind of contact point. */
export interface HoursList {
  readonly rules: readonly ReadyHours[]
  /** The gates of every case alike: set where no rule depends on days, agreements, consents or circumstances. */
  readonly plain: readonly HoursGate[] | undefined
  readonly lifted: { readonly byAgreement: boolean; readonly byConsent: boolean }
}

/** The hours rules of one channel, by kind of contact point; `any` for kinds no rule tells apart, and for none. */
export interface ChannelHours {
  readonly any: HoursList
  readonly byKind: ReadonlyMap<RecordedPointKind, HoursList>
}

/** Makes the hours rules ready, in the order of `CHANNELS`. Channels under the same rules share one list. */
export function readyHours(
  bound: readonly BoundRule<HoursRule>[],
  closedDays: ReadonlySet<EpochDay> | undefined,
): readonly ChannelHours[] {
  const clocks = bound.map(({ rule }) =>
    clockHours(
      weeklyHours(rule.open.map(readHoursEntry)),
      rule.holidays === 'closed' ? closedDays : undefined,
    ),
  )
  const reasons = bound.map(({ ref }) => becauseOfRule('rule.hours', ref, {}))
  const kinds = new Set(bound.flatMap(({ rule }) => rule.pointKinds ?? []))
  const lists = new Map<string, HoursList>()
  const list = (channel: Channel, kind: RecordedPointKind): HoursList => {
    const picked = bound.flatMap((each, index) =>
      coversHours(each.rule, channel, kind)
        ? daysInForce(
            each,
            bound,
            (other) => other.during === undefined && coversHours(other, channel, kind),
          ).map((days) => ({ index, days }))
        : [],
    )
    const key = JSON.stringify(picked)
    const known = lists.get(key)
    if (known !== undefined) return known
    const made = hoursList(
      picked.map(({ index, days }) =>
        ready(
          (bound[index] as BoundRule<HoursRule>).rule,
          clocks[index] as ClockHours,
          days,
          reasons[index] as NamedBecause,
        ),
      ),
    )
    lists.set(key, made)
    return made
  }
  return CHANNELS.map((channel) => ({
    any: list(channel, undefined),
    byKind: new Map([...kinds].map((kind) => [kind, list(channel, kind)])),
  }))
}

const coversHours = (rule: HoursRule, channel: Channel, kind: RecordedPointKind): boolean =>
  coversChannel(rule.channels, channel) &&
  (rule.pointKinds === undefined || (kind !== undefined && rule.pointKinds.includes(kind)))

const ready = (rule: HoursRule, hours: ClockHours, days: DaySpan, because: NamedBecause): ReadyHours => ({
  hours,
  days,
  agreement: rule.overrides?.includes('agreement') ?? false,
  consentSeconds: rule.overrides?.includes('consent') ? consentSeconds(rule.consentDays) : 0,
  during: rule.during === undefined ? undefined : new Set<string>(rule.during),
  because,
})

/** How long a consent lifts a rule that does not say: for good, as its source sets no end. */
export const consentSeconds = (days: number | undefined): number =>
  days === undefined ? Number.POSITIVE_INFINITY : days * SECONDS_PER_DAY

function hoursList(rules: readonly ReadyHours[]): HoursList {
  const always = rules.every(
    ({ days, during }) =>
      days.from === Number.NEGATIVE_INFINITY && days.to === Number.POSITIVE_INFINITY && during === undefined,
  )
  return {
    rules,
    plain: always
      ? rules.map(({ hours, because }) => ({
          hours,
          from: Number.NEGATIVE_INFINITY,
          to: Number.POSITIVE_INFINITY,
          agreed: undefined,
          because,
        }))
      : undefined,
    lifted: {
      byAgreement: rules.some(({ agreement }) => agreement),
      byConsent: rules.some(({ consentSeconds: seconds }) => seconds > 0),
    },
  }
}

/** The gates of a channel for one case. */
export function gatesOf(
  list: HoursList,
  channel: Channel,
  facts: Facts,
  agreed: ClockHours | undefined,
): readonly HoursGate[] {
  const { plain, lifted } = list
  const consents = facts.view.consents
  if (
    plain !== undefined &&
    (agreed === undefined || !lifted.byAgreement) &&
    (consents.length === 0 || !lifted.byConsent)
  )
    return plain
  const gates: HoursGate[] = []
  for (const rule of list.rules) {
    const consented = consentEnds(consents, 'hours', channel, rule.consentSeconds)
    const gate = {
      hours: rule.hours,
      from: Math.max(dayStart(facts.view.zone, rule.days.from), consented),
      to: dayStart(facts.view.zone, rule.days.to),
      agreed: rule.agreement ? agreed : undefined,
      because: rule.because,
    }
    if (rule.during === undefined) addGate(gates, gate, facts)
    else addGatesDuring(gates, gate, rule.during, facts)
  }
  return gates
}

function addGate(gates: HoursGate[], gate: HoursGate, facts: Facts): void {
  if (gate.from < gate.to && gate.to > facts.asOf) gates.push(gate)
}

/** One gate for each time one of the circumstances is in force. */
function addGatesDuring(gates: HoursGate[], gate: HoursGate, kinds: ReadonlySet<string>, facts: Facts): void {
  for (const { kind, from, to, pointer } of facts.circumstances) {
    if (!kinds.has(kind)) continue
    const because = { ...gate.because, evidence: [pointer] }
    addGate(gates, { ...gate, from: Math.max(gate.from, from), to: Math.min(gate.to, to), because }, facts)
  }
}
