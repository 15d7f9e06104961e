import fc from 'fast-check'
import type {
  Arrangement,
  BorrowerCase,
  Circumstance,
  Contact,
  Payment,
  Repayment,
} from '../../src/input/borrowerCase.ts'
import { formatDay } from '../../src/time/civilDay.ts'
import { formatInstant } from '../../src/time/instant.ts'
import { CHANNELS } from '../../src/words/channels.ts'
import { CIRCUMSTANCE_KINDS } from '../../src/words/circumstances.ts'
import { type ContactOutcome, OUTCOME_TABLE } from '../../src/words/outcomes.ts'
import { day, instant, NOON } from './given.ts'

/** Records of every kind, as of `NOON`: what is generated lies within two years of it. */

const TODAY = day('2026-11-25')
const NOW = instant(NOON)
const dayBetween = (from: number, to: number) =>
  fc.integer({ min: TODAY + from, max: TODAY + to }).map(formatDay)
const pastInstant = fc.integer({ min: 0, max: 700 * 86400 }).map((ago) => formatInstant(NOW - ago, 0))

/** A record without its optional parts that are undefined: `exactOptionalPropertyTypes` and JSON have none. */
const given = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined })

const somePayment: fc.Arbitrary<Payment> = fc
  .record({
    on: dayBetween(-500, 0),
    amount: fc.integer({ min: 0, max: 120 }),
    lag: fc.nat(20),
    reversed: maybe(fc.nat(40)),
  })
  .map(({ on, amount, lag, reversed }) => ({
    on,
    amount: amount * 100,
    ...(lag < 10 ? {} : { postedOn: formatDay(day(on) + lag) }),
    ...(reversed === undefined ? {} : { reversedOn: formatDay(day(on) + reversed) }),
  }))

const someRow: fc.Arbitrary<Repayment> = fc
  .record({
    due: dayBetween(-450, 40),
    amount: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(5000, 10000) },
      { weight: 1, arbitrary: fc.constant(0) },
    ),
    paid: fc.array(somePayment, { maxLength: 3 }),
    balance: maybe(fc.integer({ min: 0, max: 9 }).map((n) => n * 20000)),
    behind: maybe(fc.nat(4)),
  })
  .map(given) as fc.Arbitrary<Repayment>

const someContact: fc.Arbitrary<Contact> = fc
  .record({
    at: pastInstant,
    channel: fc.constantFrom(...CHANNELS),
    direction: maybe(fc.constantFrom('outbound' as const, 'inbound' as const)),
    party: maybe(
      fc.constantFrom('borrower', 'coBorrower', 'guarantor', 'representative', 'thirdParty', 'unknown'),
    ),
    outcome: fc.constantFrom(
      ...(Object.keys(OUTCOME_TABLE) as ContactOutcome[]),
      'promise',
      'promise',
      'promise',
    ),
    terms: fc.record({ amount: fc.integer({ min: 1, max: 100 }).map((n) => n * 100), days: fc.nat(30) }),
    account: maybe(fc.constantFrom('b-1', 'other')),
  })
  .map(({ terms, ...contact }) => {
    const promises = contact.outcome === 'promise' || contact.outcome === 'partialPromise'
    const by = formatDay(Math.floor(instant(contact.at) / 86400) + terms.days)
    return given({ ...contact, promise: promises ? { amount: terms.amount, by } : undefined }) as Contact
  })

const someCircumstance = fc
  .record({
    kind: fc.constantFrom(...CIRCUMSTANCE_KINDS),
    since: maybe(dayBetween(-400, 30)),
    until: maybe(dayBetween(30, 400)),
    recorded: maybe(pastInstant),
  })
  .map(given) as fc.Arbitrary<Circumstance>

const someArrangement = fc
  .record({
    kind: fc.constantFrom('restructure', 'hardshipPause', 'settlement'),
    from: dayBetween(-400, 30),
    until: maybe(dayBetween(30, 400)),
    instalment: fc.constant(5000),
    status: fc.constantFrom('active', 'kept', 'broken', 'cancelled'),
  })
  .map(given) as fc.Arbitrary<Arrangement>

/** Whole records; about half of them revolving. */
export const someRecord: fc.Arbitrary<BorrowerCase> = fc
  .record({
    id: fc.constant('b-1'),
    currency: fc.constant('CNY'),
    timeZone: fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Pacific/Apia', 'Australia/Lord_Howe'),
    loan: fc
      .record({
        product: fc.constantFrom('instalment' as const, 'revolving' as const),
        outstanding: fc.integer({ min: 10000, max: 900000 }),
        overdue: fc.constantFrom(0, 5000, 10000),
        daysPastDue: fc.nat(300),
        instalment: maybe(fc.constant(10000)),
        creditLimit: maybe(fc.constantFrom(0, 300000)),
      })
      .map(given),
    repayments: fc.array(someRow, { maxLength: 15 }),
    paymentProfile: maybe(fc.string({ unit: fc.constantFrom(...'000001239-?'), maxLength: 15 })),
    contacts: fc.array(someContact, { maxLength: 10 }),
    circumstances: fc.array(someCircumstance, { maxLength: 3 }),
    arrangements: fc.array(someArrangement, { maxLength: 2 }),
    preferences: fc
      .record({
        channelsOptedOut: maybe(fc.uniqueArray(fc.constantFrom(...CHANNELS), { maxLength: 3 })),
        visit: maybe(fc.constantFrom('agreed' as const, 'refused' as const)),
      })
      .map(given),
  })
  .map(given) as fc.Arbitrary<BorrowerCase>
