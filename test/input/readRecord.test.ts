import { expect, test } from 'vitest'
import { parseCase } from '../../src/input/parseCase.ts'
import { readOf } from '../../src/input/parsedCase.ts'
import type { ReadCase } from '../../src/input/readCase.ts'
import { CHANNELS } from '../../src/words/channels.ts'
import { changed, exampleCase } from './exampleCase.ts'

const read = (value: unknown): ReadCase => {
  const parsed = parseCase(value)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return readOf(parsed.value) as ReadCase
}
/** Days and seconds by the host's own calendar, the witness here. */
const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000
const second = (text: string) => Date.parse(text) / 1000

test('every date is read', () => {
  const { source, zone, contactPoints, ...rest } = read(exampleCase())
  expect(source).toEqual(exampleCase())
  expect(zone.name).toBe('Asia/Shanghai')
  expect(contactPoints.map(({ zone: at, ...point }) => ({ ...point, zone: at.name }))).toEqual([
    {
      index: 0,
      key: 'n1',
      channel: 'call',
      kind: 'mobile',
      status: 'verified',
      party: 'borrower',
      zone: 'Asia/Urumqi',
    },
  ])
  expect(rest).toEqual({
    borrower: 'p-77',
    actor: 'lender',
    overdueSince: day('2026-09-24'),
    nextDueDay: day('2026-12-24'),
    opened: day('2025-03-01'),
    limitationUntil: day('2029-09-24'),
    repayments: [
      {
        index: 0,
        due: day('2026-09-24'),
        amount: 52000,
        balance: 520000,
        behind: 1,
        paid: [
          {
            on: day('2026-10-02'),
            amount: 10000,
            postedOn: day('2026-10-05'),
            reversedOn: day('2026-10-09'),
          },
        ],
      },
      { index: 1, due: day('2026-10-24'), amount: 52000, balance: undefined, behind: undefined, paid: [] },
    ],
    contacts: [
      {
        index: 0,
        at: second('2026-11-20T10:02:00+08:00'),
        day: day('2026-11-20'),
        channel: 'call',
        channelPlace: CHANNELS.indexOf('call'),
        inbound: false,
        party: 'borrower',
        outcome: 'promise',
        outcomePlace: 11,
        promise: { amount: 52000, by: day('2026-11-25') },
        point: 'n1',
        own: true,
        by: 'lender',
        automated: false,
        purpose: undefined,
        ask: undefined,
        proposed: undefined,
      },
    ],
    notices: [{ index: 0, kind: 'visit', at: second('2026-11-23T09:00:00+08:00') }],
    budgetOn: day('2026-11-01'),
    circumstances: [
      {
        index: 1,
        kind: 'vulnerable',
        since: undefined,
        until: undefined,
        evidence: undefined,
        recorded: undefined,
      },
      {
        index: 0,
        kind: 'jobLoss',
        since: day('2026-10-15'),
        until: day('2027-01-15'),
        evidence: 'stated',
        recorded: second('2026-10-20T00:00:00+08:00'),
      },
    ],
    consents: [{ index: 0, to: 'frequency', channel: 'call', at: second('2026-11-24T10:00:00+08:00') }],
    contactHours: [{ days: 0b0011111, from: 18 * 3600, to: 20 * 3600 }],
    avoidHours: [{ days: 0b1000000, from: 0, to: 24 * 3600 }],
    agreedHours: [{ days: 0b0100000, from: 21 * 3600, to: 22.5 * 3600 }],
    appointment: {
      from: second('2026-11-27T14:00:00+08:00'),
      to: second('2026-11-27T16:00:00+08:00'),
      recorded: second('2026-11-20T10:02:00+08:00'),
    },
    arrangements: [
      {
        index: 0,
        kind: 'restructure',
        from: day('2026-10-01'),
        until: day('2027-04-01'),
        instalment: 30000,
        status: 'active',
        recorded: second('2026-10-01T09:00:00+08:00'),
      },
    ],
    latestDay: day('2026-11-01'),
    latestSecond: second('2026-11-24T10:00:00+08:00'),
  })
})

test('what is not said is filled in', () => {
  const bare = read({
    id: 'a-1',
    currency: 'USD',
    timeZone: 'America/New_York',
    actor: 'agency',
    loan: { product: 'single', outstanding: 5, overdue: 0 },
    repayments: [{ due: '2026-01-01', amount: 5, paid: [{ on: '2026-01-03', amount: 5 }] }],
    contacts: [
      { at: '2026-01-05T04:59:59Z', channel: 'sms', outcome: 'delivered' },
      { at: '2026-01-05T05:00:00Z', channel: 'sms', outcome: 'delivered', account: 'a-1' },
      { at: '2026-01-06T05:00:00Z', channel: 'sms', outcome: 'delivered', account: 'a-2', by: 'lender' },
    ],
    contactPoints: [{ key: 'k', channel: 'sms' }],
    preferences: { contactHours: [] },
  })
  expect(bare).toMatchObject({
    borrower: 'a-1',
    actor: 'agency',
    notices: [],
    circumstances: [],
    arrangements: [],
  })
  expect(bare).toMatchObject({ contactHours: undefined, appointment: undefined, budgetOn: undefined })
  expect(bare.repayments[0]?.paid).toEqual([
    { on: day('2026-01-03'), amount: 5, postedOn: day('2026-01-03'), reversedOn: undefined },
  ])
  expect(
    bare.contacts.map(({ own, by, party, inbound, automated, day: on }) => [
      own,
      by,
      party,
      inbound,
      automated,
      on,
    ]),
  ).toEqual([
    // A second before midnight in New York it is still the 4th there.
    [true, 'agency', 'unknown', false, false, day('2026-01-04')],
    [true, 'agency', 'unknown', false, false, day('2026-01-05')],
    [false, 'lender', 'unknown', false, false, day('2026-01-06')],
  ])
  expect(bare.contactPoints[0]).toMatchObject({ status: 'unverified', party: 'borrower', kind: undefined })
  expect(bare.contactPoints[0]?.zone).toBe(bare.zone)
})

test('lists come in order of time', () => {
  const { repayments, contacts, circumstances } = read({
    ...exampleCase(),
    repayments: [
      { due: '2026-10-24', amount: 1 },
      {
        due: '2026-09-24',
        amount: 2,
        paid: [
          { on: '2026-10-03', amount: 1 },
          { on: '2026-10-02', amount: 9 },
          { on: '2026-10-02', amount: 4 },
        ],
      },
      { due: '2026-09-24', amount: 1 },
    ],
    contacts: [
      { at: '2026-11-20T12:00:00+08:00', channel: 'sms', outcome: 'delivered' },
      // An hour earlier, though its text is greater.
      { at: '2026-11-20T12:30:00+09:30', channel: 'call', outcome: 'noAnswer' },
      { at: '2026-11-20T04:00:00Z', channel: 'call', outcome: 'noAnswer' },
    ],
    circumstances: [
      { kind: 'illness', since: '2026-02-01' },
      { kind: 'dispute' },
      { kind: 'caring', since: '2026-01-01' },
    ],
  })
  expect(repayments.map(({ index }) => index)).toEqual([2, 1, 0])
  expect(repayments[1]?.paid.map(({ amount }) => amount)).toEqual([4, 9, 1])
  expect(contacts.map(({ index }) => index)).toEqual([1, 2, 0])
  expect(circumstances.map(({ kind }) => kind)).toEqual(['dispute', 'caring', 'illness'])
})

test('the record is a copy: what the caller does later changes nothing', () => {
  const given = structuredClone(exampleCase()) as unknown as {
    loan: { overdue: number }
    metadata: { anything: { goes: unknown } }
  }
  const { source } = read(given)
  given.loan.overdue = 7
  given.metadata.anything.goes = 'away'
  expect(source).toEqual(exampleCase())
})

test('a parsed case is opaque, frozen and known by a symbol that every build shares', () => {
  const parsed = parseCase(changed())
  if (!parsed.ok) throw new Error('the example is valid')
  expect(Object.isFrozen(parsed.value)).toBe(true)
  expect(JSON.stringify(parsed.value)).toBe('{}')
  expect(Object.getOwnPropertySymbols(parsed.value)).toEqual([Symbol.for('arrears.parsedCase')])
  for (const other of [
    undefined,
    null,
    5,
    'x',
    {},
    [],
    exampleCase(),
    structuredClone(parsed.value),
    new Proxy({}, { get: thrower }),
  ])
    expect(readOf(other)).toBeUndefined()
})

function thrower(): never {
  throw new Error('refused')
}
