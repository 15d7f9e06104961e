import { describe, expect, test } from 'vitest'
import type { BorrowerCase, Circumstance, Contact } from '../../src/input/borrowerCase.ts'
import type { HoldRule } from '../../src/input/rulePack.ts'
import { formatInstant } from '../../src/time/instant.ts'
import { channelsWhere } from '../../src/words/channels.ts'
import { type BareRule, contact, permitted, type Setting, short } from './given.ts'

/** Channels by which the borrower of these cases can be reached: no contact point is listed. */
const CHANNELS = channelsWhere(({ withoutPoint }) => withoutPoint !== 'never')

const NOON = '2026-11-25T12:00:00Z'
const inbound = { direction: 'inbound' } as const
/** Asks to be called back, after every hold of these cases has begun. */
const asking: Contact = contact('2026-11-25T08:00:00Z', 'messaging', 'callbackRequested', inbound)
/** The same before any of them began. */
const askedBefore: Contact = contact('2026-11-20T12:00:00Z', 'messaging', 'callbackRequested', inbound)
const appointment = { visitAppointment: { from: '2026-11-26T14:00:00Z', to: '2026-11-26T16:00:00Z' } }
const withHold = (
  kind: Circumstance['kind'] | 'timeBarred',
  more: Partial<Circumstance> = {},
): Partial<BorrowerCase> =>
  kind === 'timeBarred'
    ? {
        loan: {
          product: 'instalment',
          outstanding: 500000,
          overdue: 100000,
          daysPastDue: 40,
          limitationUntil: '2026-11-24',
        },
      }
    : { circumstances: [{ kind, since: '2026-11-23', ...more }] }

const hold = (circumstance: HoldRule['circumstance'], more: Partial<HoldRule> = {}): BareRule => ({
  id: circumstance,
  kind: 'hold',
  circumstance,
  ...more,
})
const setting = (...rules: BareRule[]): Setting => ({ asOf: NOON, packs: { XA: rules } })

// The table of holds, row by row: what is offered, whether a pause may be granted without contact, where to.
type Row = readonly [HoldRule['circumstance'], 'no' | 'ifAsked' | 'yes' | 'via', boolean, string | undefined]
const TABLE: readonly Row[] = [
  ['deceased', 'no', false, 'estate'],
  ['insolvency', 'no', false, 'legal'],
  ['notTheBorrower', 'no', false, 'disputes'],
  ['fraudClaim', 'no', false, 'disputes'],
  ['minor', 'no', false, 'legal'],
  ['limitedCapacity', 'no', false, 'legal'],
  ['dispute', 'ifAsked', true, 'disputes'],
  ['litigation', 'ifAsked', true, 'legal'],
  ['complaint', 'ifAsked', true, 'complaints'],
  ['moratorium', 'ifAsked', true, 'debtAdviser'],
  ['mentalHealthCrisis', 'ifAsked', true, 'debtAdviser'],
  ['ceaseRequest', 'ifAsked', true, 'legal'],
  ['represented', 'via', true, undefined],
  ['adviserEngaged', 'via', true, 'debtAdviser'],
  ['hardshipApplication', 'yes', true, 'hardshipTeam'],
  ['timeBarred', 'ifAsked', false, 'legal'],
]

describe.each(TABLE)('%s', (kind, relief, ownPause, referTo) => {
  test('no demand by any channel, asked or not', () => {
    for (const contacts of [[], [asking]]) {
      const { demand } = permitted({ ...withHold(kind), contacts, preferences: appointment }, setting())
      for (const channel of CHANNELS) {
        expect(demand[channel].status).toBe('blocked')
        expect(demand[channel].because[0]?.params).toMatchObject({ hold: kind })
      }
    }
  })
  test('relief as the table says', () => {
    for (const contacts of [[], [asking]]) {
      const open = relief === 'yes' || relief === 'via' || (relief === 'ifAsked' && contacts.length > 0)
      const { relief: table } = permitted({ ...withHold(kind), contacts }, setting())
      for (const channel of CHANNELS) {
        const expected = open && channel !== 'visit' ? 'open' : 'blocked'
        // A hardship application asks by itself; the table offers relief under it anyway.
        expect([channel, table[channel].status]).toEqual([channel, expected])
        expect(table[channel].to).toBe(
          relief === 'via' && channel !== 'visit' ? 'representative' : 'borrower',
        )
      }
    }
  })
  test('what was asked before it began opens nothing', () => {
    const bare = permitted(withHold(kind), setting()).relief
    const { relief: table } = permitted({ ...withHold(kind), contacts: [askedBefore] }, setting())
    for (const channel of CHANNELS) expect(table[channel].status).toBe(bare[channel].status)
  })
  test('it says since when it has held, and what it leaves possible', () => {
    const [state] = permitted({ ...withHold(kind), contacts: [asking] }, setting()).holds
    expect(state?.since).toBe(Date.parse(kind === 'timeBarred' ? '2026-11-25' : '2026-11-23') / 86_400_000)
    const left = new Set(state?.allows)
    expect(left.has('relief')).toBe(relief !== 'no')
    expect(left.has('ownPause')).toBe(ownPause)
    expect(left.has('estate')).toBe(kind === 'deceased')
    expect(permitted(withHold(kind), setting()).holds[0]?.allows.includes('relief')).toBe(
      relief === 'yes' || relief === 'via',
    )
  })
  test('a visit only at an appointment of the borrower’s, and only for relief that may be offered in person', () => {
    const given = { ...withHold(kind), contacts: [asking], preferences: appointment }
    const { visit } = permitted(given, setting()).relief
    if (relief === 'ifAsked' || relief === 'yes')
      expect(short(visit)).toBe('open 2026-11-26T14:00:00+00:00 – 2026-11-26T16:00:00+00:00 (wish.hours)')
    else expect(visit.status).toBe('blocked')
  })
  test('a pause without contact, and who takes the case over', () => {
    const { ownPause: pause, holds } = permitted(withHold(kind), setting())
    expect(pause.allowed).toBe(ownPause)
    expect(pause.because.map(({ params }) => params)).toEqual(
      ownPause ? [] : [expect.objectContaining({ hold: kind })],
    )
    expect(holds.map((one) => [one.kind, one.referTo])).toEqual([[kind, referTo]])
  })
  test('a rule that allows nothing leaves nothing', () => {
    const {
      demand,
      relief: table,
      ownPause: pause,
    } = permitted(
      { ...withHold(kind), contacts: [asking], preferences: appointment },
      setting(hold(kind, { allows: [] })),
    )
    for (const channel of CHANNELS)
      expect([demand[channel].status, table[channel].status]).toEqual(['blocked', 'blocked'])
    expect(pause.allowed).toBe(false)
  })
  test('a rule that allows everything widens nothing', () => {
    const all = hold(kind, { allows: ['relief', 'reliefIfAsked', 'ownPause', 'contactRepresentative'] })
    for (const contacts of [[], [asking]]) {
      const given = { ...withHold(kind), contacts }
      const bare = permitted(given, setting())
      const ruled = permitted(given, setting(all))
      for (const channel of CHANNELS) expect(ruled.relief[channel].status).toBe(bare.relief[channel].status)
      expect(ruled.ownPause.allowed).toBe(bare.ownPause.allowed)
    }
  })
})

describe('narrowing', () => {
  const sms = (given: Partial<BorrowerCase>, ...rules: BareRule[]) =>
    permitted(given, setting(...rules)).relief.sms
  test('relief to relief if asked', () => {
    const rule = hold('hardshipApplication', { allows: ['reliefIfAsked'] })
    // The application itself asks.
    expect(sms(withHold('hardshipApplication'), rule).status).toBe('open')
  })
  test('to the representative only', () => {
    const rule = hold('represented', { allows: ['contactRepresentative'] })
    expect(sms(withHold('represented'), rule)).toMatchObject({ status: 'open', to: 'representative' })
    expect(permitted(withHold('represented'), setting(rule)).ownPause.allowed).toBe(false)
  })
  test('to the representative only if asked', () => {
    const rule = hold('represented', { allows: ['contactRepresentative', 'reliefIfAsked'] })
    expect(sms(withHold('represented'), rule).status).toBe('blocked')
    expect(sms({ ...withHold('represented'), contacts: [asking] }, rule).status).toBe('open')
  })
  test('a house rule is silent where a pack has one for the same hold, the table never is', () => {
    const strict = hold('hardshipApplication', { allows: [] })
    const given = withHold('hardshipApplication')
    const both = (tighten: boolean) =>
      permitted(given, { ...setting(hold('hardshipApplication')), house: [strict], tighten }).relief.sms
        .status
    expect([both(false), both(true)]).toEqual(['open', 'blocked'])
    expect(permitted(given, { ...setting(hold('dispute')), house: [strict] }).relief.sms.status).toBe(
      'blocked',
    )
    expect(permitted(given, { asOf: NOON }).demand.sms.status).toBe('blocked')
  })
  test('its reason names the law before the house', () => {
    const { holds } = permitted(withHold('dispute'), {
      ...setting(hold('dispute')),
      house: [hold('dispute', { id: 'mine' })],
      tighten: true,
    })
    expect(holds[0]?.because.rule).toMatchObject({ pack: 'xa', id: 'dispute' })
  })
})

describe('several at once: the strictest of each', () => {
  const two = (a: Circumstance['kind'], b: Circumstance['kind'], contacts: Contact[] = []) =>
    permitted({ circumstances: [a, b].map((kind) => ({ kind, since: '2026-11-23' })), contacts }, setting())
  test('represented and disputed: the representative, and only if asked', () => {
    expect(two('represented', 'dispute').relief.call).toMatchObject({
      status: 'blocked',
      to: 'representative',
    })
    expect(two('represented', 'dispute', [asking]).relief.call).toMatchObject({
      status: 'open',
      to: 'representative',
    })
  })
  test('represented and asked to stop: nobody', () => {
    expect(two('represented', 'ceaseRequest', [asking]).relief.call.status).toBe('blocked')
  })
  test('hardship application of a borrower who died: nobody', () => {
    expect(two('hardshipApplication', 'deceased', [asking]).relief.call.status).toBe('blocked')
  })
  test('the strictest is named first, each once, with all its evidence', () => {
    const { holds } = permitted(
      {
        circumstances: [
          { kind: 'dispute', since: '2026-11-20', until: '2026-12-01' },
          { kind: 'dispute', since: '2026-11-21', until: '2026-12-31' },
          { kind: 'insolvency', since: '2026-11-21' },
        ],
      },
      setting(),
    )
    expect(holds.map(({ kind, pointer, because }) => [kind, pointer, because.evidence])).toEqual([
      ['insolvency', '/circumstances/2', ['/circumstances/2']],
      ['dispute', '/circumstances/1', ['/circumstances/1', '/circumstances/0']],
    ])
    expect(holds.map(({ endsAt }) => endsAt && formatInstant(endsAt, 0))).toEqual([
      undefined,
      '2027-01-01T00:00:00+00:00',
    ])
  })
})

describe('in time', () => {
  const sms = (
    asOf: string,
    more: Partial<Circumstance>,
    kind: Circumstance['kind'] = 'dispute',
    ...rules: BareRule[]
  ) =>
    short(
      permitted({ ...withHold(kind, more), timeZone: 'Asia/Shanghai' }, { ...setting(...rules), asOf }).demand
        .sms,
    )
  test('it lifts at local midnight after its last day; until then it blocks, though the horizon reaches further', () => {
    expect(sms('2026-11-25T12:00:00Z', { until: '2026-11-25' })).toBe(
      'blocked until 2026-11-26T00:00:00+08:00 (rule.hold)',
    )
    expect(sms('2026-11-25T16:00:00Z', { until: '2026-11-25' })).toContain('open 2026-11-26T00:00:00+08:00')
  })
  test('a mental health crisis 30 days later', () => {
    expect(sms('2026-11-25T12:00:00Z', { until: '2026-11-24' }, 'mentalHealthCrisis')).toBe(
      'blocked until 2026-12-25T00:00:00+08:00 (rule.hold)',
    )
  })
  test('or later still where a rule says so', () => {
    const rule = hold('mentalHealthCrisis', { tailDays: 60 })
    expect(sms('2026-11-25T12:00:00Z', { until: '2026-11-24' }, 'mentalHealthCrisis', rule)).toContain(
      'until 2027-01-24T00:00:00+08:00',
    )
    expect(
      sms('2026-11-25T12:00:00Z', { until: '2026-11-24' }, 'dispute', hold('dispute', { tailDays: 1 })),
    ).toContain('blocked until 2026-11-26T00:00:00+08:00')
  })
  test('and begins with its first second', () => {
    const begins = (asOf: string) => {
      const { demand, holds } = permitted(withHold('dispute'), { ...setting(), asOf })
      return [demand.sms.status, holds.length]
    }
    expect(begins('2026-11-22T23:59:59Z')).toEqual(['open', 0])
    expect(begins('2026-11-23T00:00:00Z')).toEqual(['blocked', 1])
  })
  test('an announced one cuts the window at its start', () => {
    const given = { circumstances: [{ kind: 'insolvency' as const, since: '2026-11-26' }] }
    const { demand, relief, holds } = permitted(given, setting())
    expect(short(demand.sms)).toBe('open 2026-11-25T12:00:00+00:00 – 2026-11-26T00:00:00+00:00')
    expect(short(relief.sms)).toBe('open 2026-11-25T12:00:00+00:00 – 2026-11-26T00:00:00+00:00')
    expect(holds).toEqual([])
  })
  test('a debt time-barred tomorrow is not asked for over midnight', () => {
    const loan = { product: 'instalment', outstanding: 500000, overdue: 100000, daysPastDue: 40 } as const
    const barred = (limitationUntil: string) => permitted({ loan: { ...loan, limitationUntil } }, setting())
    expect(short(barred('2026-11-25').demand.sms)).toBe(
      'open 2026-11-25T12:00:00+00:00 – 2026-11-26T00:00:00+00:00',
    )
    expect(barred('2026-11-25').holds).toEqual([])
    expect(short(barred('2026-11-24').demand.sms)).toBe('blocked until ? (rule.hold)')
    expect(barred('2026-11-24').holds[0]).toMatchObject({
      kind: 'timeBarred',
      pointer: '/loan/limitationUntil',
      endsAt: undefined,
    })
  })
  test('the reason says until when', () => {
    const [now] = permitted(withHold('dispute', { until: '2026-12-01' }), setting()).holds
    expect(now?.because).toMatchObject({
      code: 'rule.hold',
      params: { hold: 'dispute', until: '2026-12-01' },
      evidence: ['/circumstances/0'],
    })
    expect(permitted(withHold('dispute'), setting()).holds[0]?.because.params).toEqual({ hold: 'dispute' })
  })
  test('an answer is due so many days after it began', () => {
    const rule = hold('hardshipApplication', { answerDays: 21 })
    const due = (more: Partial<Circumstance>) =>
      permitted({ circumstances: [{ kind: 'hardshipApplication', ...more }] }, setting(rule)).holds[0]
        ?.reviewBy
    const day = (text: string) => Date.parse(text) / 86400_000
    expect(due({ since: '2026-11-10' })).toBe(day('2026-12-01'))
    // Nobody knows since when: it may be due already.
    expect(due({})).toBe(day('2026-11-25'))
  })
  test('asking long ago is not asking', () => {
    const asked = (at: string) =>
      permitted(
        { ...withHold('dispute', { since: '2026-10-01' }), contacts: [{ ...asking, at }] },
        { ...setting(), policy: { recentDays: { twoWayContact: 14, claimedPaid: 7, asked: 30 } } },
      ).relief.sms.status
    expect([asked('2026-10-26T23:00:00Z'), asked('2026-10-25T23:00:00Z')]).toEqual(['open', 'blocked'])
  })
})

describe('a wish to be left alone', () => {
  const status = (outcome: Contact['outcome'], channel: Contact['channel'] = 'messaging') =>
    permitted(
      {
        ...withHold('ceaseRequest'),
        contacts: [contact('2026-11-24T12:00:00Z', channel, outcome, inbound)],
      },
      setting(),
    ).relief.sms.status
  test('is lifted by a request for contact, not by any other word', () => {
    expect(status('callbackRequested', 'call')).toBe('open')
    expect([status('delivered', 'email'), status('hardshipReported', 'email')]).toEqual([
      'blocked',
      'blocked',
    ])
  })
})

describe('who speaks for the borrower', () => {
  const given = (contactPoints: BorrowerCase['contactPoints'], more: Partial<Circumstance> = {}) => ({
    ...withHold('represented', more),
    ...(contactPoints && { contactPoints }),
  })
  const mine = { key: 'mine', channel: 'call', kind: 'mobile' } as const
  const theirs = { key: 'theirs', channel: 'call', party: 'representative' } as const
  test('is reached at their own numbers only', () => {
    const { call, sms } = permitted(given([mine, theirs]), setting()).relief
    expect(call).toMatchObject({ status: 'open', to: 'representative', point: 'theirs' })
    expect(sms).toMatchObject({ status: 'unreachable', to: 'representative' })
    expect(sms.because[0]?.code).toBe('contact.noPoint')
  })
  test('and the borrower’s again once that ends', () => {
    const { call } = permitted(given([mine], { until: '2026-11-25' }), setting()).relief
    expect(short(call)).toBe('unreachable until 2026-11-26T00:00:00+00:00 (contact.noPoint)')
    const later = permitted(given([mine], { until: '2026-12-25' }), setting()).relief.call
    expect(short(later)).toContain('unreachable until 2026-12-26T00:00:00')
  })
  test('not beyond the day it ends', () => {
    const { call } = permitted(given([theirs, mine], { until: '2026-11-25' }), setting()).relief
    expect(short(call)).toBe('open 2026-11-25T12:00:00+00:00 – 2026-11-26T00:00:00+00:00')
  })
  test('nobody in the days a rule adds to it', () => {
    const { call } = permitted(
      given([theirs, mine], { until: '2026-11-24' }),
      setting(hold('represented', { tailDays: 5 })),
    ).relief
    expect(short(call)).toBe('blocked until 2026-11-30T00:00:00+00:00 (rule.hold)')
  })
  test('one announced for tomorrow ends the borrower’s window', () => {
    const { call } = permitted(given([mine, theirs], { since: '2026-11-26' }), setting()).relief
    expect(call).toMatchObject({ status: 'open', to: 'borrower', point: 'mine' })
    expect(short(call)).toContain('– 2026-11-26T00:00:00')
  })
})

describe('held and unheld', () => {
  test('without holds both classes share their answer', () => {
    const { demand, relief, ownPause } = permitted({}, setting())
    expect(relief).toBe(demand)
    expect(ownPause).toEqual({ allowed: true, because: [] })
  })
  test('a fact only a contact tells of holds just as well', () => {
    const contacts = [contact('2026-11-24T12:00:00Z', 'call', 'disputeRaised')]
    const { demand, holds } = permitted({ contacts }, setting())
    expect(demand.sms.status).toBe('blocked')
    expect(holds[0]?.pointer).toBe('/contacts/0')
  })
})
