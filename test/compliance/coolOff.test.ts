import { describe, expect, test } from 'vitest'
import type { Contact } from '../../src/input/borrowerCase.ts'
import { type BareRule, contact, permitted, short } from './given.ts'

type CoolOff = Extract<BareRule, { kind: 'coolOff' }>
const rule: CoolOff = {
  id: 'after',
  kind: 'coolOff',
  after: 'conversation',
  channels: ['call'],
  window: { type: 'calendar', days: 7 },
}
const call = (asOf: string, contacts: Contact[], changes: Partial<CoolOff> = {}, preferences = {}) =>
  permitted(
    { contacts, timeZone: 'America/New_York', preferences },
    { asOf, packs: { XA: [{ ...rule, ...changes }] } },
  ).demand.call

const spoke = (at: string, changes: Partial<Contact> = {}) => contact(at, 'call', 'spoke', changes)

describe('seven days after a conversation, its day the first', () => {
  // 20 November in New York, 23:30; seven days are the 20th to the 26th.
  const late = spoke('2026-11-21T04:30:00Z')
  test('the seventh day is closed to its last second', () => {
    expect(short(call('2026-11-27T04:59:59Z', [late]))).toContain('open 2026-11-27T00:00:00-05:00')
    expect(short(call('2026-11-25T04:59:59Z', [late]))).toBe(
      'blocked until 2026-11-27T00:00:00-05:00 (rule.coolOff)',
    )
  })
  test('the eighth is open', () => {
    expect(call('2026-11-27T05:00:00Z', [late]).because).toEqual([])
  })
  test('it says after which contact', () => {
    expect(call('2026-11-25T05:00:00Z', [late]).because[0]).toMatchObject({
      code: 'rule.coolOff',
      params: { channel: 'call', days: 7 },
      evidence: ['/contacts/0'],
    })
  })
})

describe('what starts it', () => {
  const at = '2026-11-25T12:00:00Z'
  const starts = (one: Contact, changes: Partial<CoolOff> = {}) =>
    call(at, [one], changes).status === 'blocked'
  test.each([
    ['a conversation', spoke('2026-11-24T12:00:00Z'), {}, true],
    ['a voicemail is none', contact('2026-11-24T12:00:00Z', 'call', 'voicemail'), {}, false],
    ['one on another channel does not', contact('2026-11-24T12:00:00Z', 'visit', 'spoke'), {}, false],
    ['one about another account does not', spoke('2026-11-24T12:00:00Z', { account: 'other' }), {}, false],
    [
      'but where the rule is over the person',
      spoke('2026-11-24T12:00:00Z', { account: 'other' }),
      { over: 'borrower' },
      true,
    ],
    ['one the borrower began does not', spoke('2026-11-24T12:00:00Z', { direction: 'inbound' }), {}, false],
    [
      'but where the rule says so',
      spoke('2026-11-24T12:00:00Z', { direction: 'inbound' }),
      { inboundStarts: true },
      true,
    ],
    [
      'any contact made',
      contact('2026-11-24T12:00:00Z', 'call', 'voicemail'),
      { after: 'contactMade' },
      true,
    ],
    ['any attempt', contact('2026-11-24T12:00:00Z', 'call', 'busy'), { after: 'attempt' }, true],
  ] as const)('%s', (_, one, changes, expected) => {
    expect(starts(one, changes)).toBe(expected)
  })
})

test('the newest conversation counts', () => {
  expect(
    short(call('2026-11-25T12:00:00Z', [spoke('2026-11-19T12:00:00Z'), spoke('2026-11-23T12:00:00Z')])),
  ).toContain('blocked until 2026-11-30T00:00:00-05:00')
})

test('consent to calls in between lifts it, for as long as the rule says', () => {
  const consents = [{ to: 'coolOff', channel: 'call', at: '2026-11-24T12:00:00Z' }]
  const lifted = { overrides: ['consent'], consentDays: 7 } as const
  expect(
    short(call('2026-11-25T12:00:00Z', [spoke('2026-11-24T11:00:00Z')], lifted, { consents })),
  ).toContain('open 2026-11-25T07:00:00-05:00')
  expect(call('2026-11-25T12:00:00Z', [spoke('2026-11-24T11:00:00Z')], {}, { consents }).status).toBe(
    'blocked',
  )
})
