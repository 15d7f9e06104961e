import fc from 'fast-check'
import type { Permissions } from '../../src/compliance/permissions.ts'
import type {
  BorrowerCase,
  Circumstance,
  Contact,
  ContactPoint,
  HoursOfDays,
  Preferences,
} from '../../src/input/borrowerCase.ts'
import type { Context } from '../../src/input/context.ts'
import { CHANNELS, type Channel } from '../../src/words/channels.ts'
import type { ContactOutcome } from '../../src/words/outcomes.ts'
import { type BareRule, contextOf, factsOfCase } from '../compliance/given.ts'
import { permissionsIn } from '../helpers/prepared.ts'
import type { World } from './naiveChecker.ts'
import { plusDays, wall } from './naiveClock.ts'

/** A case and the rules it falls under, both made to meet at the edges: what laws 6 and 7 are tried on. */
export interface AnyWorld {
  readonly asOf: string
  readonly case: BorrowerCase
  readonly house: readonly BareRule[]
  readonly law: readonly BareRule[]
  readonly added: readonly BareRule[] | undefined
  readonly tighten: boolean
  readonly holidays: Readonly<Record<string, readonly string[]>>
}

/** Zones with the nights on which their clocks do something, or rules change; instants of their local evening before. */
const NIGHTS: readonly (readonly [string, string])[] = [
  ['America/New_York', '2026-03-08T02:00:00Z'],
  ['America/New_York', '2026-11-01T02:00:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T10:00:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T10:00:00Z'],
  ['Asia/Beirut', '2026-03-28T18:00:00Z'], // midnight itself is skipped
  ['Asia/Beirut', '2026-10-24T17:00:00Z'], // and repeated
  ['Pacific/Apia', '2011-12-30T04:00:00Z'], // a day is skipped
  ['Asia/Kathmandu', '2026-11-25T14:00:00Z'],
  ['Asia/Kolkata', '2026-12-31T14:00:00Z'],
  ['Pacific/Kiritimati', '2026-12-31T04:00:00Z'],
  ['UTC', '2026-11-30T18:00:00Z'],
]

export const contextOfWorld = ({ asOf, house, law, added, tighten, holidays }: AnyWorld): Context =>
  contextOf({
    asOf,
    house,
    tighten,
    packs: { XA: law },
    ...(added && { added }),
    policy: { holidays },
  })

/** What both sides of law 7 are told. */
export function worldOf(
  drawn: AnyWorld,
  context: Context = contextOfWorld(drawn),
): { world: World; permissions: Permissions } {
  const facts = factsOfCase(drawn.case, context)
  const world: World = {
    case: drawn.case,
    asOf: context.asOfSecond,
    packs: context.packs,
    addedPacks: context.addedPacks,
    policy: context.policy,
    askedAt: facts.lastAsked?.at,
    contactRequestedAt: facts.lastContactRequest?.at,
  }
  return { world, permissions: permissionsIn(facts, context) }
}

const seconds = (text: string): number => Date.parse(text) / 1000
const written = (at: number): string => new Date(at * 1000).toISOString().replace('.000Z', 'Z')
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
const maybe = <T>(arbitrary: fc.Arbitrary<T>, weight = 1): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight, arbitrary })

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const CLOCK = [
  '00:00',
  '01:30',
  '02:10',
  '02:30',
  '07:30',
  '08:00',
  '09:17',
  '12:00',
  '17:00',
  '19:00',
  '21:00',
  '22:45',
  '24:00',
]

const stretch: fc.Arbitrary<{ from: string; to: string }> = fc
  .tuple(fc.nat(CLOCK.length - 2), fc.nat(CLOCK.length - 1))
  .map(([from, more]) => ({
    from: CLOCK[from] as string,
    to: CLOCK[Math.min(CLOCK.length - 1, from + 1 + more)] as string,
  }))
const days = fc.oneof(
  { weight: 2, arbitrary: fc.constant([...DAYS]) },
  { weight: 1, arbitrary: fc.subarray([...DAYS], { minLength: 1 }) },
)
const hoursOfDays: fc.Arbitrary<HoursOfDays> = fc
  .tuple(days, stretch)
  .map(([on, times]) => ({ days: on, ...times }))

const channels: fc.Arbitrary<readonly (Channel | '*')[] | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.constant(['*'] as const),
  fc.subarray([...CHANNELS], { minLength: 1 }),
)
const window = fc.oneof(
  fc.record({
    type: fc.constantFrom('calendar' as const, 'rolling' as const),
    days: fc.integer({ min: 1, max: 9 }),
  }),
  fc.constantFrom({ type: 'week' } as const, { type: 'month' } as const),
)
const OUTCOMES: readonly ContactOutcome[] = [
  'noAnswer',
  'busy',
  'voicemail',
  'delivered',
  'spoke',
  'wrongPerson',
  'notHome',
]

/** A rule of any kind that bears on the days around `today`. */
export const anyRule = (today: string): fc.Arbitrary<BareRule> => {
  const day = fc.integer({ min: -3, max: 5 }).map((shift) => plusDays(today, shift))
  const head = {
    binds: maybe(fc.constantFrom(['lender'] as const, ['agency'] as const)),
    products: maybe(fc.constantFrom(['instalment'] as const, ['revolving'] as const)),
    effectiveFrom: maybe(day),
    effectiveUntil: maybe(day),
  }
  const consent = {
    overrides: maybe(fc.constant(['consent'] as const)),
    consentDays: maybe(fc.integer({ min: 1, max: 4 })),
  }
  const kinds = [
    fc.record({
      kind: fc.constant('hours' as const),
      ...head,
      channels,
      open: fc.array(
        fc
          .tuple(fc.oneof(fc.constant(['*'] as const), days), stretch)
          .map(([on, times]) => ({ days: on, ...times })),
        { minLength: 1, maxLength: 2 },
      ),
      holidays: maybe(fc.constant('closed' as const)),
      pointKinds: maybe(fc.constant(['work'] as const)),
      during: maybe(fc.constant(['illness', 'bereavement'] as const)),
      overrides: maybe(fc.subarray(['agreement', 'consent'] as const, { minLength: 1 })),
      consentDays: consent.consentDays,
    }),
    fc.record({
      kind: fc.constant('frequency' as const),
      ...head,
      ...consent,
      count: fc.constantFrom('attempt', 'contactMade', 'conversation', 'reminder', 'unanswered' as const),
      exceptOutcomes: maybe(fc.constant(['busy'] as const)),
      channels,
      over: fc.constantFrom('account', 'borrower', 'point' as const),
      window,
      max: fc.integer({ min: 1, max: 3 }),
    }),
    fc.record({
      kind: fc.constant('coolOff' as const),
      ...head,
      ...consent,
      after: fc.constantFrom('conversation', 'contactMade', 'attempt' as const),
      channels,
      over: maybe(fc.constantFrom('account', 'borrower' as const)),
      window,
      inboundStarts: maybe(fc.boolean()),
    }),
    fc.record({
      kind: fc.constant('hold' as const),
      ...head,
      circumstance: fc.constantFrom(
        'dispute',
        'represented',
        'hardshipApplication',
        'mentalHealthCrisis',
        'ceaseRequest' as const,
      ),
      allows: maybe(fc.subarray(['reliefIfAsked', 'relief', 'ownPause', 'contactRepresentative'] as const)),
      tailDays: maybe(fc.nat(3)),
    }),
    fc.record({
      kind: fc.constant('visit' as const),
      ...head,
      staff: maybe(fc.integer({ min: 1, max: 3 })),
      noticeDays: maybe(fc.nat(3)),
      notice: maybe(fc.constantFrom('visit', 'agencyDetails' as const)),
      firstOnly: maybe(fc.boolean()),
      consent: maybe(fc.constantFrom('toVisit', 'toEnter' as const)),
      notWhen: maybe(fc.subarray(['vulnerable', 'hardship', 'hostile'] as const, { minLength: 1 })),
    }),
    fc.record({ kind: fc.constant('optOut' as const), ...head, channels }),
  ] as unknown as fc.Arbitrary<BareRule>[]
  return fc.oneof(
    ...kinds.map((arbitrary, index) => ({ arbitrary: arbitrary.map(plain), weight: index === 0 ? 3 : 2 })),
  )
}

const rules = (today: string, prefix: string, maxLength: number): fc.Arbitrary<BareRule[]> =>
  fc
    .array(anyRule(today), { maxLength })
    .map((list) => list.map((each, index) => plain({ ...each, id: `${prefix}${index}` })))

const contact = (asOf: number): fc.Arbitrary<Contact> =>
  fc
    .record({
      ago: fc.oneof(
        fc.nat(86400),
        fc.nat(9 * 86400),
        fc.integer({ min: 0, max: 9 }).map((n) => n * 86400),
      ),
      channel: fc.constantFrom(...CHANNELS),
      direction: maybe(fc.constant('inbound' as const)),
      outcome: fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...OUTCOMES) },
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            'hardshipReported',
            'complaint',
            'represented',
            'visitRefused' as ContactOutcome,
          ),
        },
      ),
      point: maybe(fc.constantFrom('n1', 'w1')),
      account: maybe(fc.constant('other')),
      by: maybe(fc.constantFrom('agency' as const, 'lender' as const)),
    })
    .map(({ ago, ...rest }) => plain({ at: written(asOf - ago), party: 'borrower', ...rest }) as Contact)

const POINTS: readonly ContactPoint[] = [
  { key: 'n1', channel: 'call', kind: 'mobile', status: 'verified' },
  { key: 'w1', channel: 'call', kind: 'work', timeZone: 'America/Los_Angeles' },
  { key: 'e1', channel: 'email', kind: 'email', timeZone: 'Asia/Tokyo' },
  { key: 'a1', channel: 'visit', kind: 'address', status: 'verified' },
  { key: 'a2', channel: 'visit', kind: 'work', status: 'verified' },
  { key: 'm1', channel: 'messaging', status: 'invalid' },
  { key: 'r1', channel: 'call', kind: 'mobile', party: 'representative' },
]

const circumstance = (today: string): fc.Arbitrary<Circumstance> =>
  fc
    .tuple(
      fc.constantFrom(
        'dispute',
        'represented',
        'hardshipApplication',
        'mentalHealthCrisis',
        'ceaseRequest',
        'insolvency',
        'vulnerable',
        'illness',
        'workplaceContactBanned' as const,
      ),
      fc.integer({ min: -6, max: 3 }),
      maybe(fc.nat(6)),
    )
    .map(([kind, since, length]) =>
      plain({
        kind,
        since: plusDays(today, since),
        until: length === undefined ? undefined : plusDays(today, since + length),
      } as Circumstance),
    )

const preferences = (asOf: number): fc.Arbitrary<Preferences> =>
  fc
    .record({
      channelsOptedOut: maybe(fc.subarray([...CHANNELS], { maxLength: 2 })),
      contactHours: maybe(fc.array(hoursOfDays, { minLength: 1, maxLength: 2 })),
      avoidHours: maybe(fc.array(hoursOfDays, { minLength: 1, maxLength: 2 })),
      agreedHours: maybe(fc.array(hoursOfDays, { minLength: 1, maxLength: 2 })),
      consents: maybe(
        fc.array(
          fc.record({
            to: fc.constantFrom('hours', 'frequency', 'coolOff', 'visit' as const),
            channel: maybe(fc.constantFrom(...CHANNELS)),
            at: fc.nat(3 * 86400).map((ago) => written(asOf - ago)),
          }),
          { maxLength: 3 },
        ),
      ),
      visit: maybe(fc.constantFrom('agreed' as const, 'refused' as const)),
      visitAppointment: maybe(
        fc.tuple(fc.integer({ min: -4, max: 90 }), fc.integer({ min: 1, max: 6 })).map(([from, length]) => ({
          from: written(asOf + from * 3600),
          to: written(asOf + (from + length) * 3600),
        })),
      ),
    })
    .map((drawn) => plain(drawn) as Preferences)

export const anyWorld: fc.Arbitrary<AnyWorld> = fc
  .tuple(
    fc.constantFrom(...NIGHTS),
    fc.oneof(
      fc.integer({ min: -36000, max: 50400 }),
      fc.integer({ min: -20, max: 28 }).map((n) => n * 1800),
    ),
  )
  .chain(([[timeZone, evening], shift]) => {
    const asOf = seconds(evening) + shift
    const today = wall(timeZone, asOf).day
    return fc
      .record({
        jurisdiction: fc.constantFrom('XA', 'XA', 'XA-N', 'ZZ'),
        actor: maybe(fc.constantFrom('lender' as const, 'agency' as const)),
        product: fc.constantFrom('instalment' as const, 'revolving' as const),
        area: fc.constantFrom('x', undefined),
        limitation: maybe(fc.integer({ min: -1, max: 2 })),
        contacts: fc.array(contact(asOf), { maxLength: 8 }),
        contactPoints: maybe(fc.subarray([...POINTS]), 2),
        notices: fc.array(
          fc
            .tuple(fc.constantFrom('visit' as const, 'agencyDetails' as const), fc.nat(33 * 24))
            .map(([kind, hours]) => ({ kind, at: written(asOf - hours * 3600) })),
          { maxLength: 2 },
        ),
        circumstances: maybe(fc.array(circumstance(today), { maxLength: 2 })),
        preferences: maybe(preferences(asOf), 2),
        house: rules(today, 'h', 4),
        law: rules(today, 'l', 4),
        added: maybe(rules(today, 'a', 2)),
        tighten: fc.boolean(),
        holidays: fc.constantFrom({}, { XA: [plusDays(today, 1)] }, { 'XA-N': [today] }),
      })
      .map(({ house, law, added, tighten, holidays, limitation, product, ...given }) => ({
        asOf: written(asOf),
        case: plain({
          id: 'a-1',
          currency: 'EUR',
          timeZone,
          loan: {
            product,
            outstanding: 500000,
            overdue: 100000,
            daysPastDue: 40,
            ...(limitation === undefined ? {} : { limitationUntil: plusDays(today, limitation) }),
          },
          ...given,
        }) as BorrowerCase,
        house,
        law,
        added,
        tighten,
        holidays,
      }))
  })
