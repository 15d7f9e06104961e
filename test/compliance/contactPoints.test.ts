import { describe, expect, test } from 'vitest'
import type { BorrowerCase, ContactPoint } from '../../src/input/borrowerCase.ts'
import { CHANNELS } from '../../src/words/channels.ts'
import { type BareRule, permitted, type Setting, short } from './given.ts'

const RULE: BareRule = { id: 'hours', kind: 'hours', open: [{ days: ['*'], from: '08:00', to: '21:00' }] }
const setting: Setting = { asOf: '2026-11-25T12:00:00Z', packs: { XA: [RULE] } }
const demand = (contactPoints: readonly ContactPoint[], changes: Partial<BorrowerCase> = {}) =>
  permitted({ contactPoints, ...changes }, setting).demand
const NO_AREA = { area: undefined as never }

describe('which points serve which channels', () => {
  test.each([
    ['its own channel', [{ key: 'a', channel: 'messaging' }], ['messaging', 'visit']],
    ['a mobile calls and texts', [{ key: 'a', channel: 'call', kind: 'mobile' }], ['sms', 'call', 'visit']],
    ['a number at home only calls', [{ key: 'a', channel: 'call', kind: 'home' }], ['call', 'visit']],
    [
      'an address letters and visits',
      [{ key: 'a', channel: 'letter', kind: 'address' }],
      ['letter', 'visit'],
    ],
    ['an invalid one nothing', [{ key: 'a', channel: 'call', kind: 'mobile', status: 'invalid' }], ['visit']],
    ['another person’s: nothing', [{ key: 'a', channel: 'call', party: 'guarantor' }], ['visit']],
    ['nobody knows whose: nothing', [{ key: 'a', channel: 'call', party: 'unknown' }], ['visit']],
  ] as const)('%s', (_, points, channels) => {
    // A visit needs an address or the district, which every one of these cases has.
    expect(CHANNELS.filter((channel) => demand(points)[channel].status === 'open')).toEqual(channels)
  })
  test('without points everything is reachable, a visit only with a district, social media never', () => {
    const open = (changes: Partial<BorrowerCase>) => {
      const table = demand([], changes)
      return CHANNELS.filter((channel) => table[channel].status === 'open')
    }
    const known = CHANNELS.filter((channel) => channel !== 'socialMedia')
    expect(open({})).toEqual(known)
    expect(open(NO_AREA)).toEqual(known.filter((channel) => channel !== 'visit'))
    expect(demand([{ key: 's', channel: 'socialMedia' }]).socialMedia).toMatchObject({
      status: 'open',
      point: 's',
    })
  })
  test('an address is enough for a visit, a number is not', () => {
    expect(demand([{ key: 'a', channel: 'visit' }], NO_AREA).visit).toMatchObject({
      status: 'open',
      point: 'a',
    })
    expect(demand([{ key: 'a', channel: 'call' }], NO_AREA).visit.status).toBe('unreachable')
  })
  test('no usable point is not a rule that forbids', () => {
    const { call } = demand([{ key: 'a', channel: 'email' }])
    expect(call).toMatchObject({
      status: 'unreachable',
      window: undefined,
      opensAt: undefined,
      point: undefined,
    })
    expect(call.because).toEqual([
      { code: 'contact.noPoint', about: 'action', params: { channel: 'call' }, evidence: [] },
    ])
  })
})

describe('which of several', () => {
  const number = (key: string, changes: Partial<ContactPoint> = {}): ContactPoint => ({
    key,
    channel: 'call',
    ...changes,
  })
  const chosen = (...points: ContactPoint[]) => {
    const forward = demand(points).call
    expect(demand([...points].reverse()).call).toEqual(forward)
    return forward.point
  }
  test('a verified one, though it opens later', () => {
    expect(chosen(number('a'), number('b', { status: 'verified', timeZone: 'Asia/Tokyo' }))).toBe('b')
  })
  test('of those the one that opens first', () => {
    // Noon in UTC is 21:00 in Tokyo, where it is closed, and 07:00 in New York.
    expect(
      chosen(number('a', { timeZone: 'Asia/Tokyo' }), number('b', { timeZone: 'America/New_York' })),
    ).toBe('b')
  })
  test('not at work', () => {
    expect(chosen(number('a', { kind: 'work' }), number('b', { kind: 'home' }))).toBe('b')
  })
  test('then by key, never by place in the list', () => {
    expect(chosen(number('b'), number('a'), number('c'))).toBe('a')
  })
})

describe('a workplace where contact is banned', () => {
  const work: ContactPoint = { key: 'w', channel: 'call', kind: 'work', status: 'verified' }
  const banned = (since: string, until?: string) => ({
    circumstances: [{ kind: 'workplaceContactBanned' as const, since, ...(until && { until }) }],
  })
  test('is not used', () => {
    const { call } = demand([work, { key: 'h', channel: 'call', kind: 'home' }], banned('2026-11-01'))
    expect([call.status, call.point]).toEqual(['open', 'h'])
  })
  test('and where there is nothing else, nobody can be reached', () => {
    const { call } = demand([work], banned('2026-11-01'))
    expect(short(call)).toBe('unreachable until ? (contact.noPoint)')
    expect(call.because[0]?.evidence).toEqual(['/circumstances/0'])
  })
  test('until it ends', () => {
    expect(short(demand([work], banned('2026-11-01', '2026-12-01')).call)).toBe(
      'unreachable until 2026-12-02T08:00:00+00:00 (contact.noPoint)',
    )
  })
  test('a ban to come cuts the window', () => {
    const late: Setting = { ...setting, packs: {} }
    const { call } = permitted({ contactPoints: [work], ...banned('2026-11-26') }, late).demand
    expect(short(call)).toBe('open 2026-11-25T12:00:00+00:00 – 2026-11-26T00:00:00+00:00')
  })
})
