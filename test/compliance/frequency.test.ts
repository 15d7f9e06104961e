import { describe, expect, test } from 'vitest'
import type { Contact } from '../../src/input/borrowerCase.ts'
import { CHANNELS, type Channel } from '../../src/words/channels.ts'
import type { ContactOutcome } from '../../src/words/outcomes.ts'
import { type BareRule, contact, permitted, type Setting, short } from './given.ts'

type Cap = Extract<BareRule, { kind: 'frequency' }>
const cap = (changes: Partial<Cap>): Cap => ({
  id: 'cap',
  kind: 'frequency',
  count: 'attempt',
  channels: ['call'],
  over: 'account',
  window: { type: 'rolling', days: 7 },
  max: 1,
  ...changes,
})
const law = (asOf: string, ...rules: BareRule[]): Setting => ({ asOf, packs: { XA: rules } })
const calls = (...at: string[]): Contact[] => at.map((one) => contact(one, 'call', 'noAnswer'))
const call = (asOf: string, rule: Cap, contacts: Contact[], timeZone = 'UTC') =>
  short(permitted({ contacts, timeZone }, law(asOf, rule)).demand.call)

describe('rolling windows, to the second', () => {
  const seven = cap({ max: 7 })
  const week = calls(
    '2026-11-18T10:00:00Z',
    '2026-11-19T10:00:00Z',
    '2026-11-20T10:00:00Z',
    '2026-11-21T10:00:00Z',
    '2026-11-22T10:00:00Z',
    '2026-11-23T10:00:00Z',
    '2026-11-24T10:00:00Z',
  )
  test('the seventh in seven days closes until the first is seven times 24 hours old', () => {
    expect(call('2026-11-25T09:59:59Z', seven, week)).toContain('open 2026-11-25T10:00:00+00:00')
    expect(call('2026-11-25T10:00:00Z', seven, week)).toBe(
      'open 2026-11-25T10:00:00+00:00 – 2026-11-26T10:00:00+00:00',
    )
    expect(call('2026-11-24T09:59:59Z', seven, week.slice(0, 6))).toContain('open 2026-11-24T09:59:59')
  })
  test('the clock change does not shorten 24 hours', () => {
    // Midnight to midnight on 2026-11-01 lasts 25 hours in New York.
    const once = cap({ window: { type: 'rolling', days: 1 } })
    expect(call('2026-11-01T03:00:00Z', once, calls('2026-11-01T03:00:00Z'), 'America/New_York')).toBe(
      'blocked until 2026-10-31T22:00:00-05:00 (rule.frequency)'.replace('10-31', '11-01'),
    )
  })
  test('beyond the horizon it is blocked, and says until when and why', () => {
    const { call: blocked } = permitted(
      { contacts: week },
      law('2026-11-24T10:00:00Z', cap({ max: 5 })),
    ).demand
    // Of five a week the third of these seven has to leave the window: 20 November and seven days.
    expect(short(blocked)).toBe('blocked until 2026-11-27T10:00:00+00:00 (rule.frequency)')
    expect(blocked.because[0]).toMatchObject({
      params: { max: 5, done: 7, channel: 'call', days: 7 },
      evidence: [
        '/contacts/0',
        '/contacts/1',
        '/contacts/2',
        '/contacts/3',
        '/contacts/4',
        '/contacts/5',
        '/contacts/6',
      ],
    })
  })
})

describe('windows by the calendar of the borrower', () => {
  test('a day ends at local midnight', () => {
    const daily = cap({ window: { type: 'calendar', days: 1 } })
    expect(call('2026-11-25T03:00:00Z', daily, calls('2026-11-25T02:00:00Z'), 'America/New_York')).toContain(
      'open 2026-11-25T00:00:00-05:00',
    )
    expect(call('2026-11-25T05:00:00Z', daily, calls('2026-11-25T02:00:00Z'), 'America/New_York')).toContain(
      'open 2026-11-25T00:00:00-05:00 – 2026-11-26T00:00:00-05:00',
    )
  })
  test('of N days the first is the contact’s own', () => {
    const three = cap({ window: { type: 'calendar', days: 3 } })
    expect(call('2026-11-22T12:00:00Z', three, calls('2026-11-20T23:59:59Z'))).toContain(
      'open 2026-11-23T00:00:00',
    )
  })
  test('a skipped day counts as a day of the calendar', () => {
    // Samoa went from 29 to 31 December 2011.
    const two = cap({ window: { type: 'calendar', days: 2 } })
    expect(call('2011-12-30T09:59:00Z', two, calls('2011-12-30T09:00:00Z'), 'Pacific/Apia')).toContain(
      'open 2011-12-31T00:00:00+14:00',
    )
  })
  test('a week begins on Monday', () => {
    const weekly = cap({ window: { type: 'week' } })
    // 2026-11-22 is a Sunday.
    expect(call('2026-11-22T12:00:00Z', weekly, calls('2026-11-16T00:00:00Z'))).toContain(
      'open 2026-11-23T00:00:00',
    )
    expect(call('2026-11-22T12:00:00Z', weekly, calls('2026-11-15T23:59:59Z'))).toContain(
      'open 2026-11-22T12:00:00',
    )
  })
  test('a month with the first', () => {
    const monthly = cap({ window: { type: 'month' } })
    expect(call('2026-12-31T12:00:00Z', monthly, calls('2026-12-01T00:00:00Z'))).toContain(
      'open 2027-01-01T00:00:00',
    )
    expect(call('2026-12-31T12:00:00Z', monthly, calls('2026-11-30T23:59:59Z'))).toContain(
      'open 2026-12-31T12:00:00',
    )
    expect(
      permitted({ contacts: calls('2026-12-01T00:00:00Z') }, law('2026-12-15T12:00:00Z', monthly)).demand.call
        .because[0]?.params,
    ).toEqual({
      max: 1,
      done: 1,
      channel: 'call',
      window: 'month',
    })
  })
})

describe('what counts', () => {
  const outcome = (
    count: Cap['count'],
    channel: Channel,
    what: ContactOutcome,
    changes: Partial<Contact> = {},
  ) => {
    const rule = cap({ count, channels: ['*'] })
    const contacts = [contact('2026-11-25T08:00:00Z', channel, what, changes)]
    return permitted({ contacts }, law('2026-11-25T09:00:00Z', rule)).demand.letter.status === 'blocked'
  }
  test.each([
    ['attempt', 'call', 'busy', true],
    ['attempt', 'sms', 'bounced', true],
    ['contactMade', 'call', 'busy', false],
    ['contactMade', 'call', 'wrongPerson', false],
    ['contactMade', 'call', 'voicemail', true],
    ['contactMade', 'sms', 'delivered', true],
    ['contactMade', 'visit', 'notHome', false],
    ['conversation', 'call', 'voicemail', false],
    ['conversation', 'call', 'spoke', true],
    ['conversation', 'call', 'hardshipReported', true],
    ['conversation', 'visit', 'refused', true],
    ['conversation', 'messaging', 'spoke', false],
    ['reminder', 'email', 'delivered', true],
    ['reminder', 'letter', 'bounced', true],
    ['reminder', 'call', 'noAnswer', true],
    ['reminder', 'visit', 'spoke', false],
    ['unanswered', 'call', 'noAnswer', true],
    ['unanswered', 'call', 'invalidNumber', true],
    ['unanswered', 'visit', 'notHome', true],
    ['unanswered', 'sms', 'bounced', true],
    ['unanswered', 'call', 'voicemail', false],
    ['unanswered', 'call', 'wrongPerson', false],
  ] as const)('%s: %s %s %s', (count, channel, what, expected) => {
    expect(outcome(count, channel, what)).toBe(expected)
    expect(outcome(count, channel, what, { direction: 'inbound' })).toBe(false)
  })
  test('not what the rule leaves out', () => {
    const rule = cap({ exceptOutcomes: ['invalidNumber'] })
    expect(
      call('2026-11-25T09:00:00Z', rule, [contact('2026-11-25T08:00:00Z', 'call', 'invalidNumber')]),
    ).toContain('open 2026-11-25T09')
    expect(call('2026-11-25T09:00:00Z', rule, [contact('2026-11-25T08:00:00Z', 'call', 'busy')])).toContain(
      'blocked',
    )
  })
  test('no matter who was reached and who called, for or after the lender', () => {
    expect(outcome('attempt', 'call', 'spoke', { party: 'thirdParty' })).toBe(true)
    expect(outcome('attempt', 'call', 'spoke', { by: 'agency' })).toBe(true)
  })
})

describe('over whom', () => {
  const contacts = [contact('2026-11-25T08:00:00Z', 'call', 'noAnswer', { account: 'other', point: 'n1' })]
  test('the account: its own contacts; the borrower: all', () => {
    expect(call('2026-11-25T09:00:00Z', cap({ over: 'account' }), contacts)).toContain('open')
    expect(call('2026-11-25T09:00:00Z', cap({ over: 'borrower' }), contacts)).toContain('blocked')
  })
  const twoNumbers = {
    contactPoints: [
      { key: 'n1', channel: 'call', status: 'verified' },
      { key: 'n2', channel: 'call' },
    ],
  } as const
  const perPoint = law('2026-11-25T09:00:00Z', cap({ over: 'point' }))
  test('the number: the next one is used', () => {
    const { call: next } = permitted({ ...twoNumbers, contacts }, perPoint).demand
    expect([next.status, next.point]).toEqual(['open', 'n2'])
  })
  test('a call to nobody knows which number counts for each', () => {
    const unknown = [contact('2026-11-25T08:00:00Z', 'call', 'noAnswer')]
    expect(permitted({ ...twoNumbers, contacts: unknown }, perPoint).demand.call.status).toBe('blocked')
  })
  test('without known numbers all count', () => {
    expect(permitted({ contacts }, perPoint).demand.call.status).toBe('blocked')
  })
  test('the number that opens first is named', () => {
    const called = (first: string, second: string) =>
      ['2026-11-25T08:00:00Z', '2026-11-25T08:30:00Z'].map((at, i) =>
        contact(at, 'call', 'noAnswer', { point: i === 0 ? first : second }),
      )
    const named = (contacts: Contact[]) => {
      const { call: next } = permitted({ ...twoNumbers, contacts }, perPoint).demand
      return [next.point, short(next)]
    }
    const until = 'blocked until 2026-12-02T08:00:00+00:00 (rule.frequency)'
    expect(named(called('n1', 'n2'))).toEqual(['n1', until])
    expect(named(called('n2', 'n1'))).toEqual(['n2', until])
  })
  test('one rule over several channels is one reason on each', () => {
    const both = law('2026-11-25T09:00:00Z', cap({ over: 'point', channels: ['call', 'sms'] }))
    const { demand } = permitted({ contacts }, both)
    expect(demand.call.because.map(({ params }) => params)).toEqual([
      expect.objectContaining({ channel: 'call' }),
    ])
    expect(demand.sms.because.map(({ params }) => params)).toEqual([
      expect.objectContaining({ channel: 'sms' }),
    ])
  })
})

describe('which channels', () => {
  test('those counted together are capped together, and no others', () => {
    const rule = cap({ channels: ['sms', 'email'] })
    const { demand } = permitted(
      { contacts: [contact('2026-11-25T08:00:00Z', 'sms', 'delivered')] },
      law('2026-11-25T09:00:00Z', rule),
    )
    const blocked = CHANNELS.filter((channel) => demand[channel].status === 'blocked')
    expect(blocked).toEqual(['sms', 'email'])
    expect(demand.email.because[0]?.params).toEqual({ max: 1, done: 1, channel: 'email', days: 7 })
  })
})

test('none at all is none at all', () => {
  expect(call('2026-11-25T09:00:00Z', cap({ max: 0 }), [])).toBe('blocked until ? (rule.frequency)')
})

describe('dates and consent', () => {
  const contacts = calls('2026-12-31T08:00:00Z')
  test('a cap that ends is over with its last day', () => {
    expect(call('2026-12-31T09:00:00Z', cap({ effectiveUntil: '2026-12-31' }), contacts)).toContain(
      'open 2027-01-01T00:00:00',
    )
  })
  test('one that begins closes from its first day, counting what was before', () => {
    expect(call('2026-12-31T09:00:00Z', cap({ effectiveFrom: '2027-01-01' }), contacts)).toBe(
      'open 2026-12-31T09:00:00+00:00 – 2027-01-01T00:00:00+00:00',
    )
  })
  test('consent lifts it while it lasts', () => {
    const rule = cap({ overrides: ['consent'], consentDays: 1 })
    const preferences = { consents: [{ to: 'frequency', at: '2026-12-31T07:00:00Z' }] } as const
    expect(short(permitted({ contacts, preferences }, law('2026-12-31T09:00:00Z', rule)).demand.call)).toBe(
      'open 2026-12-31T09:00:00+00:00 – 2027-01-01T07:00:00+00:00',
    )
  })
})
