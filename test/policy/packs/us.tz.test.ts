import { describe, expect, test } from 'vitest'
import type { Actor, BorrowerCase, Contact } from '../../../src/input/borrowerCase.ts'
import type { CircumstanceKind } from '../../../src/words/circumstances.ts'
import { holdsOf, rulesOf, testEdges } from '../../helpers/edges.ts'
import { contact, minimalCase } from '../../helpers/minimalCase.ts'
import { permissionsOf } from '../../helpers/permissionsOf.ts'

// 2026-11-25 is a Wednesday; New York is at −05:00.
const LENDER: Partial<BorrowerCase> = { jurisdiction: 'US', timeZone: 'America/New_York' }
const AGENCY: Partial<BorrowerCase> = { ...LENDER, actor: 'agency' }
const noon = '2026-11-25T12:00:00-05:00'
const noAnswer = (at: string, changes: Partial<Contact> = {}) => contact(at, 'call', 'noAnswer', changes)

describe('an agency: 08:00–21:00 by any medium that arrives when it is sent', () => {
  testEdges(AGENCY, [
    {
      what: 'a second before eight',
      at: '2026-11-25T07:59:59-05:00',
      channel: 'call',
      may: false,
      by: 'us.hours',
      opens: '2026-11-25T13:00:00+00:00',
    },
    { what: 'eight sharp', at: '2026-11-25T08:00:00-05:00', channel: 'call', may: true },
    {
      what: 'a second before nine in the evening',
      at: '2026-11-25T20:59:59-05:00',
      channel: 'call',
      may: true,
    },
    {
      what: 'nine in the evening sharp',
      at: '2026-11-25T21:00:00-05:00',
      channel: 'call',
      may: false,
      by: 'us.hours',
      opens: '2026-11-26T13:00:00+00:00',
    },
    { what: 'on Sunday', at: '2026-11-29T10:00:00-05:00', channel: 'call', may: true },
    { what: 'a text on Sunday', at: '2026-11-29T20:30:00-05:00', channel: 'sms', may: true },
    {
      what: 'an e-mail at night',
      at: '2026-11-25T21:00:00-05:00',
      channel: 'email',
      may: false,
      by: 'us.hours',
    },
    { what: 'a letter at night', at: '2026-11-25T21:00:00-05:00', channel: 'letter', may: true },
    {
      what: 'at an hour agreed to',
      at: '2026-11-25T21:30:00-05:00',
      channel: 'call',
      may: true,
      given: { preferences: { agreedHours: [{ days: ['wed'], from: '21:00', to: '22:00' }] } },
    },
    {
      what: 'by the consumer’s clock, not the lender’s',
      at: '2026-11-25T08:00:00-05:00',
      channel: 'call',
      may: false,
      by: 'us.hours',
      opens: '2026-11-25T16:00:00+00:00',
      given: { timeZone: 'America/Los_Angeles' },
    },
  ])
})

describe('a lender in its own name: the house hours', () => {
  testEdges(LENDER, [
    {
      what: 'a second before eight in the evening',
      at: '2026-11-25T19:59:59-05:00',
      channel: 'call',
      may: true,
    },
    {
      what: 'eight in the evening sharp',
      at: '2026-11-25T20:00:00-05:00',
      channel: 'call',
      may: false,
      by: 'house.hours',
    },
    { what: 'on Sunday', at: '2026-11-29T10:00:00-05:00', channel: 'call', may: false, by: 'house.hours' },
    { what: 'an e-mail at night', at: '2026-11-25T21:00:00-05:00', channel: 'email', may: true },
  ])
})

describe('an agency: more than seven calls within seven days', () => {
  const calls = (...times: string[]) => times.map((at) => noAnswer(`2026-11-${at}-05:00`))
  const six = calls('19T09:00:00', '20T09:00:00', '21T09:00:00', '22T09:00:00', '23T09:00:00', '24T09:00:00')
  const first = (at: string, changes: Partial<Contact> = {}) => [
    noAnswer(`2026-11-${at}-05:00`, changes),
    ...six,
  ]
  const consent = (at: string): Partial<BorrowerCase> => ({
    preferences: { consents: [{ to: 'frequency', channel: 'call', at: `2026-11-${at}-05:00` }] },
  })
  testEdges(AGENCY, [
    { what: 'the seventh', at: noon, channel: 'call', may: true, given: { contacts: six } },
    {
      what: 'the eighth',
      at: noon,
      channel: 'call',
      may: false,
      by: 'us.sevenInSeven',
      given: { contacts: first('18T12:00:01') },
      opens: '2026-11-25T17:00:01+00:00',
    },
    {
      what: 'the eighth, the first of seven exactly seven times 24 hours ago',
      at: noon,
      channel: 'call',
      may: true,
      given: { contacts: first('18T12:00:00') },
    },
    {
      what: 'the eighth, all on one day',
      at: noon,
      channel: 'call',
      may: false,
      by: 'us.sevenInSeven',
      given: {
        contacts: calls(
          '24T09:00:00',
          '24T10:00:00',
          '24T11:00:00',
          '24T12:00:00',
          '24T13:00:00',
          '24T14:00:00',
          '24T15:00:00',
        ),
      },
    },
    {
      what: 'the eighth, one of them a voicemail',
      at: noon,
      channel: 'call',
      may: false,
      by: 'us.sevenInSeven',
      given: { contacts: [contact('2026-11-24T15:00:00-05:00', 'call', 'voicemail'), ...six] },
    },
    {
      what: 'the eighth, one of them to a number not in service',
      at: noon,
      channel: 'call',
      may: true,
      given: { contacts: [contact('2026-11-24T15:00:00-05:00', 'call', 'invalidNumber'), ...six] },
    },
    {
      what: 'the eighth, one of them the consumer’s',
      at: noon,
      channel: 'call',
      may: true,
      given: { contacts: [noAnswer('2026-11-24T15:00:00-05:00', { direction: 'inbound' }), ...six] },
    },
    {
      what: 'the eighth to the person, the seventh about this debt',
      at: noon,
      channel: 'call',
      may: true,
      given: { contacts: [noAnswer('2026-11-24T15:00:00-05:00', { account: 't-2' }), ...six] },
    },
    {
      what: 'the eighth, with consent of six days ago',
      at: noon,
      channel: 'call',
      may: true,
      given: { contacts: first('24T15:00:00'), ...consent('19T13:00:00') },
    },
    {
      what: 'the eighth, with consent of eight days ago',
      at: noon,
      channel: 'call',
      may: false,
      by: 'us.sevenInSeven',
      given: { contacts: first('24T15:00:00'), ...consent('17T11:00:00') },
    },
    {
      what: 'a text after seven calls',
      at: noon,
      channel: 'sms',
      may: true,
      given: { contacts: first('24T15:00:00') },
    },
    {
      what: 'a lender is not bound; its house stops it at seven all the same',
      at: noon,
      channel: 'call',
      may: false,
      by: 'house.callsWeekly',
      given: { actor: 'lender', contacts: first('24T15:00:00') },
    },
  ])
})

describe('an agency: no call within seven days of a conversation, its day being the first', () => {
  // Wednesday the 18th is day 1, Tuesday the 24th day 7.
  const spoke = (changes: Partial<Contact> = {}): Partial<BorrowerCase> => ({
    contacts: [contact('2026-11-18T20:00:00-05:00', 'call', 'spoke', changes)],
  })
  const consent: Partial<BorrowerCase> = {
    ...spoke(),
    preferences: { consents: [{ to: 'coolOff', channel: 'call', at: '2026-11-18T20:00:00-05:00' }] },
  }
  testEdges(AGENCY, [
    {
      what: 'day 7',
      at: '2026-11-24T12:00:00-05:00',
      channel: 'call',
      may: false,
      by: 'us.afterConversation',
      opens: '2026-11-25T13:00:00+00:00',
      given: spoke(),
    },
    { what: 'day 8', at: '2026-11-25T08:00:00-05:00', channel: 'call', may: true, given: spoke() },
    {
      what: 'day 7 of a conversation the consumer began',
      at: '2026-11-24T12:00:00-05:00',
      channel: 'call',
      may: false,
      by: 'us.afterConversation',
      given: spoke({ direction: 'inbound' }),
    },
    { what: 'a text on day 2', at: '2026-11-19T12:00:00-05:00', channel: 'sms', may: true, given: spoke() },
    {
      what: 'day 7 of a conversation about another debt',
      at: '2026-11-24T12:00:00-05:00',
      channel: 'call',
      may: true,
      given: spoke({ account: 't-2' }),
    },
    {
      what: 'day 7 with consent',
      at: '2026-11-24T12:00:00-05:00',
      channel: 'call',
      may: true,
      given: consent,
    },
    {
      what: 'day 7 after a voicemail',
      at: '2026-11-24T12:00:00-05:00',
      channel: 'call',
      may: true,
      given: { contacts: [contact('2026-11-18T20:00:00-05:00', 'call', 'voicemail')] },
    },
    {
      what: 'a lender is not bound',
      at: '2026-11-24T12:00:00-05:00',
      channel: 'call',
      may: true,
      given: { ...spoke(), actor: 'lender' },
    },
  ])
})

describe('holds', () => {
  const held = (kind: CircumstanceKind, actor: Actor) =>
    permissionsOf(minimalCase({ ...LENDER, actor, circumstances: [{ kind, since: '2026-11-10' }] }), noon)

  test.each([
    ['ceaseRequest', 'agency', 'us.ceaseRequest'],
    ['ceaseRequest', 'lender', 'house.ceaseRequest'],
    ['represented', 'agency', 'us.represented'],
    ['represented', 'lender', 'house.represented'],
    ['dispute', 'agency', 'us.dispute'],
    ['dispute', 'lender', 'house.dispute'],
    ['deceased', 'agency', 'us.deceased'],
    ['deceased', 'lender', 'house.deceased'],
    ['insolvency', 'agency', 'us.automaticStay'],
    ['insolvency', 'lender', 'us.automaticStay'],
    ['litigation', 'agency', 'house.litigation'],
  ] as const)('%s, %s: by %s', (kind, actor, rule) => {
    const permissions = held(kind, actor)
    expect(holdsOf(permissions)).toEqual([`${kind} ${rule}`])
    expect(permissions.demand.call.status).toBe('blocked')
    expect(permissions.demand.email.status).toBe('blocked')
  })

  test('where an attorney acts, an offer goes to the attorney only', () => {
    const { email } = held('represented', 'agency').relief
    expect([email.to, email.status]).toEqual(['representative', 'open'])
  })

  test('the automatic stay leaves no contact and no pause', () => {
    const permissions = held('insolvency', 'lender')
    expect([permissions.relief.email.status, permissions.ownPause.allowed]).toEqual(['blocked', false])
  })
})

test.each([
  ['agency', 'us.mediumOptOut'],
  ['lender', 'house.optOut'],
] as const)('%s: a medium the borrower closed is closed by %s', (actor, rule) => {
  const { demand } = permissionsOf(
    minimalCase({ ...LENDER, actor, preferences: { channelsOptedOut: ['sms'] } }),
    noon,
  )
  expect([demand.sms.status, rulesOf(demand.sms), demand.call.status]).toEqual(['blocked', [rule], 'open'])
})

test('messages have no number in the law: the house counts them, for an agency too', () => {
  const contacts = [contact('2026-11-25T09:00:00-05:00', 'sms', 'delivered')]
  const { sms } = permissionsOf(minimalCase({ ...AGENCY, contacts }), noon).demand
  expect(rulesOf(sms)[0]).toBe('house.messagesDaily')
})

describe('an agency: every channel, and consent to the hour', () => {
  const bound = ['sms', 'app', 'messaging', 'email', 'call', 'visit'] as const
  const six = ['19', '20', '21', '22', '23', '24'].map((day) => noAnswer(`2026-11-${day}T09:00:00-05:00`))
  const consent = (to: 'frequency' | 'coolOff', at: string, contacts: Contact[]): Partial<BorrowerCase> => ({
    contacts,
    preferences: { consents: [{ to, channel: 'call', at }] },
  })
  const spoke = [contact('2026-11-18T20:00:00-05:00', 'call', 'spoke')]
  const seven = [...six, noAnswer('2026-11-24T15:00:00-05:00')]
  const day7 = '2026-11-24T12:00:00-05:00'
  testEdges(AGENCY, [
    ...bound.map((channel) => ({
      what: `${channel} at nine in the evening`,
      at: '2026-11-25T21:00:00-05:00',
      channel,
      may: false,
      by: 'us.hours',
    })),
    {
      what: 'the eighth call, consent an hour short of seven days old',
      at: noon,
      channel: 'call',
      may: true,
      given: consent('frequency', '2026-11-18T13:00:00-05:00', seven),
    },
    {
      what: 'the eighth call, consent an hour over seven days old',
      at: noon,
      channel: 'call',
      may: false,
      by: 'us.sevenInSeven',
      given: consent('frequency', '2026-11-18T11:00:00-05:00', seven),
    },
    {
      what: 'day 7, consent an hour short of seven days old',
      at: day7,
      channel: 'call',
      may: true,
      given: consent('coolOff', '2026-11-17T13:00:00-05:00', spoke),
    },
    {
      what: 'day 7, consent an hour over seven days old',
      at: day7,
      channel: 'call',
      may: false,
      by: 'us.afterConversation',
      given: consent('coolOff', '2026-11-17T11:00:00-05:00', spoke),
    },
    {
      what: 'day 2 after a conversation at the door',
      at: '2026-11-19T12:00:00-05:00',
      channel: 'call',
      may: true,
      given: { contacts: [contact('2026-11-18T12:00:00-05:00', 'visit', 'spoke')] },
    },
  ])
  test('a represented consumer’s account may be paused without contact', () => {
    const circumstances = [{ kind: 'represented', since: '2026-11-10' } as const]
    const permissions = permissionsOf(minimalCase({ ...AGENCY, circumstances }), noon)
    expect([permissions.ownPause.allowed, permissions.relief.call.to]).toEqual([true, 'representative'])
  })
})
