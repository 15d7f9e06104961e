import fc from 'fast-check'
import type {
  Arrangement,
  BorrowerCase,
  Circumstance,
  Contact,
  ContactPoint,
  HoursOfDays,
  Loan,
  Preferences,
  Repayment,
} from '../../src/input/borrowerCase.ts'
import { formatDay, WEEKDAYS } from '../../src/time/civilDay.ts'
import { formatInstant } from '../../src/time/instant.ts'
import { findZone, localDay, type Zone } from '../../src/time/timeZone.ts'
import { CHANNELS } from '../../src/words/channels.ts'
import { CIRCUMSTANCE_KINDS } from '../../src/words/circumstances.ts'
import { type ContactOutcome, OUTCOME_TABLE } from '../../src/words/outcomes.ts'
import { PURPOSES } from '../../src/words/purposes.ts'

/** A valid case of any kind and an instant to decide it at: what the laws are tried on. */
export interface AnyCase {
  readonly asOf: string
  readonly case: BorrowerCase
}

const PLACES: readonly (readonly [string | undefined, string, string])[] = [
  ['CN', 'Asia/Shanghai', 'CNY'],
  ['US', 'America/New_York', 'USD'],
  ['US-MA', 'America/New_York', 'USD'],
  ['GB', 'Europe/London', 'GBP'],
  ['AU', 'Australia/Lord_Howe', 'AUD'],
  ['IN', 'Asia/Kolkata', 'INR'],
  ['TW', 'Asia/Taipei', 'TWD'],
  [undefined, 'Pacific/Apia', 'JPY'],
  ['NP', 'Asia/Kathmandu', 'USD'],
]

/** Around DST changes, rule dates, year ends and ordinary days, at any second of the day. */
const asOfSecond: fc.Arbitrary<number> = fc
  .tuple(
    fc.constantFrom(
      '2026-11-25',
      '2026-03-08',
      '2026-11-01',
      '2026-10-04',
      '2026-12-31',
      '2027-01-01',
      '2024-02-29',
    ),
    fc.oneof(fc.integer({ min: 0, max: 86399 }), fc.constantFrom(0, 28800, 75600, 79200)),
  )
  .map(([day, second]) => Date.parse(`${day}T00:00:00Z`) / 1000 + second)

const chance = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined })

const hours: fc.Arbitrary<HoursOfDays> = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1 }),
    fc.integer({ min: 0, max: 23 }),
    fc.nat(12),
  )
  .map(([days, from, length]) => ({
    days,
    from: `${String(from).padStart(2, '0')}:00`,
    to: `${String(Math.min(24, from + 1 + length)).padStart(2, '0')}:00`,
  }))

/** Drops absent keys: JSON has no undefined. */
export const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

interface Place {
  readonly zone: Zone
  readonly asOf: number
  readonly today: number
}

const at = (second: number): string => formatInstant(second, 0)

function repayment(place: Place, instalment: number, periodsAgo: number): fc.Arbitrary<Repayment> {
  const due = place.today - 30 * periodsAgo + 11
  const latest = place.today
  const payment = fc
    .tuple(
      fc.integer({ min: due - 10, max: due + 70 }),
      fc.constantFrom(1, 0.5, 0.25, 1.5, 0.1),
      fc.nat(4),
      chance(fc.nat(5)),
    )
    .map(([on, share, posted, reversed]) => ({
      on: Math.min(on, latest),
      amount: Math.max(1, Math.floor(instalment * share)),
      posted: Math.min(on + posted, latest),
      reversed: reversed === undefined ? undefined : Math.min(on + posted + reversed, latest),
    }))
  return fc
    .record({
      paid: fc.array(payment, { maxLength: 2 }),
      reverse: fc.boolean(),
      behind: chance(fc.nat(4)),
      balance: chance(fc.nat(instalment * 20)),
      nothing: fc.integer({ min: 0, max: 9 }),
    })
    .map(({ paid, reverse, behind, balance, nothing }) => ({
      due: formatDay(due),
      amount: nothing === 0 ? 0 : instalment,
      paid: paid.map(({ on, amount, posted, reversed }) => ({
        on: formatDay(on),
        amount,
        ...(posted > on ? { postedOn: formatDay(posted) } : {}),
        ...(reverse && reversed !== undefined && reversed >= on
          ? { reversedOn: formatDay(Math.max(reversed, posted)) }
          : {}),
      })),
      ...(behind === undefined ? {} : { behind }),
      ...(balance === undefined ? {} : { balance }),
    }))
}

const OUTCOMES = Object.keys(OUTCOME_TABLE) as ContactOutcome[]

function contact(place: Place, instalment: number): fc.Arbitrary<Contact> {
  return fc
    .record({
      ago: fc.oneof(fc.nat(3 * 86400), fc.nat(60 * 86400)),
      channel: fc.constantFrom(...CHANNELS),
      direction: chance(fc.constantFrom('inbound' as const, 'outbound' as const)),
      party: chance(
        fc.constantFrom('borrower', 'unknown', 'representative', 'thirdParty') as fc.Arbitrary<'borrower'>,
      ),
      outcome: fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom('noAnswer', 'delivered', 'spoke', 'promise', 'notHome') },
        fc.constantFrom(...OUTCOMES),
      ) as fc.Arbitrary<ContactOutcome>,
      by: fc.integer({ min: 0, max: 12 }),
      point: chance(fc.constantFrom('n1', 'n2')),
      account: chance(fc.constantFrom('other')),
      purpose: chance(fc.constantFrom(...PURPOSES)),
      askBy: chance(fc.integer({ min: 0, max: 12 })),
      proposed: chance(
        fc.record({
          kind: fc.constantFrom('restructure' as const, 'hardshipPause' as const, 'settlement' as const),
          instalment: fc.constantFrom(instalment, Math.floor(instalment / 2)),
        }),
      ),
    })
    .map(({ ago, outcome, by, askBy, ...rest }) => {
      const second = place.asOf - ago
      const promised = outcome === 'promise' || outcome === 'partialPromise'
      const day = localDay(place.zone, second)
      return plain({
        at: at(second),
        outcome,
        ...rest,
        ...(askBy === undefined ? {} : { ask: { amount: instalment, by: formatDay(day + askBy) } }),
        ...(promised ? { promise: { amount: instalment, by: formatDay(day + by) } } : {}),
      }) as Contact
    })
}

/** Calls and messages on several days that reached nobody: what has to come before a visit. */
const vainAttempts = (place: Place): fc.Arbitrary<Contact[]> =>
  fc
    .array(
      fc.record({
        daysAgo: fc.integer({ min: 2, max: 40 }),
        channel: fc.constantFrom('call' as const, 'sms' as const),
      }),
      { minLength: 5, maxLength: 9 },
    )
    .map((attempts) =>
      attempts.map(({ daysAgo, channel }, i) => ({
        at: at(place.asOf - (daysAgo + i) * 86400),
        channel,
        outcome: channel === 'call' ? 'noAnswer' : 'bounced',
      })),
    )

const contactPoint: fc.Arbitrary<ContactPoint[]> = fc.subarray([
  { key: 'n1', channel: 'call', kind: 'mobile', status: 'verified', party: 'borrower' },
  { key: 'n2', channel: 'call', kind: 'work', status: 'unverified' },
  { key: 'e1', channel: 'email', kind: 'email' },
  { key: 'a1', channel: 'visit', kind: 'address', status: 'verified' },
  { key: 'r1', channel: 'email', kind: 'email', party: 'representative' },
  { key: 'x1', channel: 'sms', kind: 'mobile', status: 'invalid' },
  { key: 'z1', channel: 'call', kind: 'home', timeZone: 'America/Sao_Paulo' },
])

function circumstance(place: Place): fc.Arbitrary<Circumstance> {
  return fc
    .record({
      kind: fc.constantFrom(...CIRCUMSTANCE_KINDS),
      since: chance(fc.integer({ min: -60, max: 12 })),
      length: chance(fc.nat(80)),
      evidence: chance(fc.constantFrom('documented' as const, 'stated' as const)),
      recorded: chance(fc.nat(30 * 86400)),
    })
    .map(({ kind, since, length, evidence, recorded }) => ({
      kind,
      ...(since === undefined ? {} : { since: formatDay(place.today + since) }),
      ...(length === undefined ? {} : { until: formatDay(place.today + (since ?? 0) + length) }),
      ...(evidence === undefined ? {} : { evidence }),
      ...(recorded === undefined ? {} : { recorded: at(place.asOf - recorded) }),
    }))
}

function preferences(place: Place): fc.Arbitrary<Preferences> {
  return fc
    .record({
      channelsOptedOut: chance(fc.subarray([...CHANNELS], { maxLength: 2 })),
      contactHours: chance(fc.array(hours, { minLength: 1, maxLength: 2 })),
      avoidHours: chance(fc.array(hours, { minLength: 1, maxLength: 2 })),
      agreedHours: chance(fc.array(hours, { minLength: 1, maxLength: 2 })),
      consents: chance(
        fc.array(
          fc.record({
            to: fc.constantFrom('frequency' as const, 'hours' as const),
            at: fc.nat(9 * 86400).map((ago) => at(place.asOf - ago)),
          }),
          { maxLength: 2 },
        ),
      ),
      visit: chance(fc.constantFrom('agreed' as const, 'refused' as const)),
      visitAppointment: chance(
        fc
          .tuple(fc.integer({ min: -86400, max: 8 * 86400 }), fc.integer({ min: 1800, max: 10800 }))
          .map(([from, length]) => ({
            from: at(place.asOf + from),
            to: at(place.asOf + from + length),
          })),
      ),
    })
    .map((drawn) => plain(drawn) as Preferences)
}

function arrangement(place: Place, instalment: number): fc.Arbitrary<Arrangement> {
  return fc
    .record({
      kind: fc.constantFrom('restructure' as const, 'hardshipPause' as const, 'settlement' as const),
      from: fc.integer({ min: -300, max: 5 }),
      length: fc.nat(200),
      status: fc.constantFrom('active' as const, 'kept' as const, 'broken' as const, 'cancelled' as const),
    })
    .map(({ kind, from, length, status }) => ({
      kind,
      from: formatDay(place.today + from),
      until: formatDay(place.today + from + length),
      status,
      ...(kind === 'restructure' ? { instalment: Math.max(1, Math.floor(instalment / 2)) } : {}),
    }))
}

const rare = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })

/** Any valid case with its instant; `area`, points, budget, wishes, holds, promises and arrangements come and go. */
export const anyCase: fc.Arbitrary<AnyCase> = fc
  .tuple(fc.constantFrom(...PLACES), asOfSecond, fc.integer({ min: 1000, max: 90000 }), fc.nat(12))
  .chain(([[jurisdiction, timeZone, currency], asOf, instalment, rows]) => {
    const zone = findZone(timeZone) as Zone
    const place: Place = { zone, asOf, today: localDay(zone, asOf) }
    return fc
      .record({
        product: fc.constantFrom(
          'instalment' as const,
          'revolving' as const,
          'single' as const,
          'microfinance' as const,
        ),
        overdueInstalments: fc.integer({ min: 0, max: 5 }),
        remaining: fc.integer({ min: 1, max: 40 }),
        daysPastDue: fc.oneof(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 400 })),
        annualRate: chance(fc.constantFrom(0, 0.12, 0.3)),
        nextDue: chance(fc.integer({ min: 1, max: 30 })),
        period: chance(fc.constantFrom('week' as const, 'fortnight' as const, 'month' as const)),
        limitation: rare(fc.integer({ min: -3, max: 4 })),
        stage: rare(fc.constantFrom('open' as const, 'accelerated' as const, 'chargedOff' as const)),
        actor: chance(fc.constantFrom('lender' as const, 'agency' as const)),
        area: chance(fc.constant('d1')),
        repayments: fc.tuple(
          ...Array.from({ length: rows }, (_, i) => repayment(place, instalment, rows - i)),
        ),
        profile: chance(fc.constantFrom('000', '0?1-2', '9')),
        contacts: fc.oneof(
          { weight: 4, arbitrary: fc.array(contact(place, instalment), { maxLength: 10 }) },
          { weight: 1, arbitrary: vainAttempts(place) },
        ),
        contactPoints: rare(contactPoint),
        circumstances: fc.oneof(fc.constant([]), fc.array(circumstance(place), { maxLength: 2 })),
        preferences: rare(preferences(place)),
        arrangements: rare(fc.array(arrangement(place, instalment), { maxLength: 2 })),
        budget: chance(
          fc.record({
            income: fc.integer({ min: 0, max: instalment * 10 }),
            essentialSpending: fc.integer({ min: 0, max: instalment * 8 }),
            otherDebtPayments: fc.nat(instalment),
            evidence: fc.constantFrom('documented' as const, 'stated' as const, 'estimated' as const),
            on: fc.nat(250).map((ago) => formatDay(place.today - ago)),
          }),
        ),
      })
      .map((drawn) => {
        const overdue = drawn.overdueInstalments * instalment
        const loan: Loan = {
          product: drawn.product,
          outstanding: overdue + drawn.remaining * instalment,
          overdue,
          instalment,
          ...(overdue > 0 ? { daysPastDue: drawn.daysPastDue } : {}),
          remainingInstalments: drawn.remaining,
          ...(drawn.annualRate === undefined ? {} : { annualRate: drawn.annualRate }),
          ...(drawn.nextDue === undefined ? {} : { nextDueDay: formatDay(place.today + drawn.nextDue) }),
          ...(drawn.period === undefined ? {} : { period: drawn.period }),
          ...(drawn.stage === undefined ? {} : { stage: drawn.stage }),
          ...(drawn.limitation === undefined
            ? {}
            : { limitationUntil: formatDay(place.today + drawn.limitation) }),
          ...(drawn.product === 'revolving' ? { creditLimit: instalment * 40 } : {}),
        }
        return {
          asOf: formatInstant(asOf, 0),
          case: plain({
            id: 'b-1',
            borrower: 'p-1',
            currency,
            timeZone,
            jurisdiction,
            area: drawn.area,
            actor: drawn.actor,
            loan,
            repayments: drawn.repayments,
            paymentProfile: drawn.profile,
            contacts: drawn.contacts,
            contactPoints: drawn.contactPoints,
            circumstances: drawn.circumstances,
            preferences: drawn.preferences,
            arrangements: drawn.arrangements,
            budget: drawn.budget,
          } as BorrowerCase),
        }
      })
  })
