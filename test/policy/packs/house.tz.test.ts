import { describe, expect, test } from 'vitest'
import type { BorrowerCase, Contact } from '../../../src/input/borrowerCase.ts'
import type { PolicyInput } from '../../../src/input/policy.ts'
import { channelsWhere } from '../../../src/words/channels.ts'
import type { CircumstanceKind } from '../../../src/words/circumstances.ts'
import { holdsOf, rulesOf, testEdges } from '../../helpers/edges.ts'
import { contact, minimalCase } from '../../helpers/minimalCase.ts'
import { permissionsOf } from '../../helpers/permissionsOf.ts'

/** Channels by which the borrower of these cases can be reached: no contact point is listed. */
const CHANNELS = channelsWhere(({ withoutPoint }) => withoutPoint !== 'never')

// No jurisdiction: the house alone. 2026-11-25 is a Wednesday.
const noon = '2026-11-25T12:00:00Z'
const contacts = (...list: Contact[]): Partial<BorrowerCase> => ({ contacts: list })
const noAnswer = (at: string, changes: Partial<Contact> = {}) => contact(at, 'call', 'noAnswer', changes)

describe('hours: Monday to Saturday 08:00–20:00', () => {
  testEdges({}, [
    {
      what: 'a second before eight',
      at: '2026-11-25T07:59:59Z',
      channel: 'call',
      may: false,
      by: 'house.hours',
      opens: '2026-11-25T08:00:00+00:00',
    },
    { what: 'eight sharp', at: '2026-11-25T08:00:00Z', channel: 'call', may: true },
    { what: 'a second before eight in the evening', at: '2026-11-25T19:59:59Z', channel: 'call', may: true },
    {
      what: 'eight in the evening sharp',
      at: '2026-11-25T20:00:00Z',
      channel: 'call',
      may: false,
      by: 'house.hours',
      opens: '2026-11-26T08:00:00+00:00',
    },
    {
      what: 'Saturday evening, after hours: Sunday is closed',
      at: '2026-11-28T20:00:00Z',
      channel: 'call',
      may: false,
      by: 'house.hours',
      opens: '2026-11-30T08:00:00+00:00',
    },
    { what: 'a text on Sunday', at: '2026-11-29T12:00:00Z', channel: 'sms', may: false, by: 'house.hours' },
    {
      what: 'a notification in the app at night',
      at: '2026-11-25T03:00:00Z',
      channel: 'app',
      may: false,
      by: 'house.hours',
    },
    {
      what: 'a chat message at night',
      at: '2026-11-25T03:00:00Z',
      channel: 'messaging',
      may: false,
      by: 'house.hours',
    },
    { what: 'an e-mail at night', at: '2026-11-25T03:00:00Z', channel: 'email', may: true },
    { what: 'a letter on Sunday', at: '2026-11-29T03:00:00Z', channel: 'letter', may: true },
    {
      what: 'late on Saturday, as agreed',
      at: '2026-11-28T21:30:00Z',
      channel: 'call',
      may: true,
      given: { preferences: { agreedHours: [{ days: ['sat'], from: '21:00', to: '22:30' }] } },
    },
  ])
})

describe('calls: one conversation and three attempts a day, seven attempts in seven days', () => {
  const three = [
    noAnswer('2026-11-25T08:10:00Z'),
    noAnswer('2026-11-25T09:10:00Z'),
    noAnswer('2026-11-25T10:10:00Z'),
  ]
  // Seven attempts, at most two a day; the first one is the one that leaves the window.
  const seven = (first: string) => [
    noAnswer(first),
    ...['19T09', '19T15', '20T09', '21T09', '23T09', '24T09'].map((at) => noAnswer(`2026-11-${at}:00:00Z`)),
  ]
  testEdges({}, [
    {
      what: 'the third attempt today',
      at: noon,
      channel: 'call',
      may: true,
      given: contacts(...three.slice(1)),
    },
    {
      what: 'the fourth attempt today',
      at: noon,
      channel: 'call',
      may: false,
      by: 'house.callsDaily',
      opens: '2026-11-26T08:00:00+00:00',
      given: contacts(...three),
    },
    {
      what: 'the fourth, one of them about another account',
      at: noon,
      channel: 'call',
      may: false,
      by: 'house.callsDaily',
      given: contacts(...three.slice(1), noAnswer('2026-11-25T08:30:00Z', { account: 't-2' })),
    },
    {
      what: 'two attempts and a call from the borrower that reached nobody',
      at: noon,
      channel: 'call',
      may: true,
      given: contacts(...three.slice(1), noAnswer('2026-11-25T08:30:00Z', { direction: 'inbound' })),
    },
    {
      what: 'spoken to today',
      at: noon,
      channel: 'call',
      may: false,
      by: 'house.conversationsDaily',
      opens: '2026-11-26T08:00:00+00:00',
      given: contacts(contact('2026-11-25T09:00:00Z', 'call', 'spoke')),
    },
    {
      what: 'spoken to today, with leave to call again',
      at: noon,
      channel: 'call',
      may: true,
      given: {
        ...contacts(contact('2026-11-25T09:00:00Z', 'call', 'callbackRequested')),
        preferences: { consents: [{ to: 'frequency', channel: 'call', at: '2026-11-25T09:00:00Z' }] },
      },
    },
    {
      what: 'spoken to yesterday',
      at: noon,
      channel: 'call',
      may: true,
      given: contacts(contact('2026-11-24T13:00:00Z', 'call', 'spoke')),
    },
    {
      what: 'the eighth attempt within seven times 24 hours',
      at: noon,
      channel: 'call',
      may: false,
      by: 'house.callsWeekly',
      given: contacts(...seven('2026-11-18T12:00:01Z')),
      opens: '2026-11-25T12:00:01+00:00',
    },
    {
      what: 'the first of seven exactly seven times 24 hours ago',
      at: noon,
      channel: 'call',
      may: true,
      given: contacts(...seven('2026-11-18T12:00:00Z')),
    },
  ])
})

describe('messages: one a day and three in seven days, whatever they travel by; letters one in seven days', () => {
  const days = (...list: string[]) =>
    list.map((day) => contact(`2026-11-${day}T12:00:00Z`, 'sms', 'delivered'))
  testEdges({}, [
    { what: 'a text after yesterday’s', at: noon, channel: 'sms', may: true, given: contacts(...days('24')) },
    {
      what: 'a second text today',
      at: noon,
      channel: 'sms',
      may: false,
      by: 'house.messagesDaily',
      opens: '2026-11-26T08:00:00+00:00',
      given: contacts(contact('2026-11-25T09:00:00Z', 'sms', 'delivered')),
    },
    {
      what: 'an e-mail after today’s text',
      at: noon,
      channel: 'email',
      may: false,
      by: 'house.messagesDaily',
      opens: '2026-11-26T00:00:00+00:00',
      given: contacts(contact('2026-11-25T09:00:00Z', 'sms', 'bounced')),
    },
    {
      what: 'a call after today’s text',
      at: noon,
      channel: 'call',
      may: true,
      given: contacts(contact('2026-11-25T09:00:00Z', 'sms', 'delivered')),
    },
    {
      what: 'the third message of the week',
      at: noon,
      channel: 'sms',
      may: true,
      given: contacts(...days('20', '22')),
    },
    {
      what: 'the fourth message of the week',
      at: noon,
      channel: 'sms',
      may: false,
      by: 'house.messagesWeekly',
      given: contacts(...days('20', '22', '24')),
      opens: '2026-11-27T12:00:00+00:00',
    },
    {
      what: 'three messages, the first exactly seven times 24 hours ago',
      at: noon,
      channel: 'sms',
      may: true,
      given: contacts(...days('18', '22', '24')),
    },
    {
      what: 'a letter within seven days of the last',
      at: noon,
      channel: 'letter',
      may: false,
      by: 'house.lettersWeekly',
      opens: '2026-11-26T12:00:00+00:00',
      given: contacts(contact('2026-11-19T12:00:00Z', 'letter', 'delivered')),
    },
    {
      what: 'a letter exactly seven days after the last',
      at: noon,
      channel: 'letter',
      may: true,
      given: contacts(contact('2026-11-18T12:00:00Z', 'letter', 'delivered')),
    },
    {
      what: 'a text on the day of a letter',
      at: noon,
      channel: 'sms',
      may: true,
      given: contacts(contact('2026-11-25T09:00:00Z', 'letter', 'delivered')),
    },
  ])
})

describe('visits: one in 31 days, two people, five days’ notice, nobody enters unasked', () => {
  const announced: Partial<BorrowerCase> = { notices: [{ kind: 'visit', at: '2026-11-18T09:00:00Z' }] }
  const visited = (at: string) => ({ ...announced, contacts: [contact(at, 'visit', 'notHome')] })
  testEdges(announced, [
    { what: 'announced a week ago', at: noon, channel: 'visit', may: true },
    {
      what: 'within 31 days of the last',
      at: noon,
      channel: 'visit',
      may: false,
      by: 'house.visitsMonthly',
      opens: '2026-11-26T10:00:00+00:00',
      given: visited('2026-10-26T10:00:00Z'),
    },
    {
      what: '31 days after the last',
      at: noon,
      channel: 'visit',
      may: true,
      given: visited('2026-10-25T12:00:00Z'),
    },
    { what: 'on Sunday', at: '2026-11-29T12:00:00Z', channel: 'visit', may: false, by: 'house.hours' },
    {
      what: 'to a vulnerable person',
      at: noon,
      channel: 'visit',
      may: false,
      by: 'house.visit',
      given: { circumstances: [{ kind: 'vulnerable', since: '2026-11-01' }] },
    },
    {
      what: 'where there is economic abuse',
      at: noon,
      channel: 'visit',
      may: false,
      by: 'house.visit',
      given: { circumstances: [{ kind: 'economicAbuse', since: '2026-11-01' }] },
    },
  ])
  test('what has to be done first', () => {
    const { prerequisites } = permissionsOf(minimalCase(), noon).demand.visit
    expect(prerequisites.map(({ code }) => code).sort()).toEqual([
      'visit.consentToEnter',
      'visit.notice',
      'visit.staff',
    ])
    expect(prerequisites).toContainEqual(
      expect.objectContaining({ code: 'visit.staff', params: { staff: 2 } }),
    )
  })
})

test('a closed channel stays closed, the others do not', () => {
  const { demand } = permissionsOf(minimalCase({ preferences: { channelsOptedOut: ['sms'] } }), noon)
  expect([demand.sms.status, rulesOf(demand.sms), demand.email.status]).toEqual([
    'blocked',
    ['house.optOut'],
    'open',
  ])
})

describe('holds', () => {
  const kinds: CircumstanceKind[] = [
    'deceased',
    'insolvency',
    'dispute',
    'represented',
    'adviserEngaged',
    'ceaseRequest',
    'moratorium',
    'mentalHealthCrisis',
    'complaint',
    'fraudClaim',
    'notTheBorrower',
    'litigation',
    'hardshipApplication',
    'minor',
    'limitedCapacity',
  ]
  test.each(kinds)('%s stops every demand, by the house where no law says so', (kind) => {
    const permissions = permissionsOf(minimalCase({ circumstances: [{ kind, since: '2026-11-10' }] }), noon)
    expect(holdsOf(permissions)).toEqual([`${kind} house.${kind}`])
    for (const channel of CHANNELS) {
      expect(permissions.demand[channel].status).toBe('blocked')
      expect(rulesOf(permissions.demand[channel])).toContain(`house.${kind}`)
    }
  })

  const loan = minimalCase().loan
  test.each([
    ['2026-11-25', []],
    ['2026-11-24', ['timeBarred house.timeBarred']],
  ])('on 2026-11-25 a debt enforceable until %s', (limitationUntil, holds) => {
    const permissions = permissionsOf(minimalCase({ loan: { ...loan, limitationUntil } }), noon)
    expect(holdsOf(permissions)).toEqual(holds)
    expect(permissions.demand.call.status).toBe(holds.length === 0 ? 'open' : 'blocked')
  })

  // Treatment to 31 October, then 30 days: through 30 November.
  const treated: Partial<BorrowerCase> = {
    circumstances: [{ kind: 'mentalHealthCrisis', since: '2026-10-01', until: '2026-10-31' }],
  }
  testEdges(treated, [
    {
      what: 'the last second of the 30 days after treatment',
      at: '2026-11-30T23:59:59Z',
      channel: 'email',
      may: false,
      by: 'house.mentalHealthCrisis',
      opens: '2026-12-01T00:00:00+00:00',
    },
    { what: 'the first second after them', at: '2026-12-01T00:00:00Z', channel: 'email', may: true },
  ])
})

describe('every day and channel of the house rules', () => {
  const messages = ['sms', 'app', 'messaging', 'email'] as const
  const week = ['23', '24', '25', '26', '27', '28', '29']
  const elsewhere = { account: 't-2' }
  const withHoliday: PolicyInput = { id: 'with-holiday', version: '1', holidays: { FR: ['2026-11-25'] } }
  const consented = (at: string): Partial<BorrowerCase> => ({
    ...contacts(contact('2026-11-25T09:00:00Z', 'call', 'spoke')),
    preferences: { consents: [{ to: 'frequency', at }] },
  })
  testEdges({}, [
    ...week.map((day, index) => ({
      what: `noon on 2026-11-${day}`,
      at: `2026-11-${day}T12:00:00Z`,
      channel: 'call' as const,
      may: index < 6,
      ...(index < 6 ? {} : { by: 'house.hours' }),
    })),
    {
      what: 'a public holiday of the place',
      at: noon,
      channel: 'call',
      may: false,
      by: 'house.hours',
      given: { jurisdiction: 'FR' },
      policy: withHoliday,
    },
    { what: 'a visit at night', at: '2026-11-25T20:00:00Z', channel: 'visit', may: false, by: 'house.hours' },
    {
      what: 'spoken to today about another account',
      at: noon,
      channel: 'call',
      may: false,
      by: 'house.conversationsDaily',
      given: contacts(contact('2026-11-25T09:00:00Z', 'call', 'spoke', elsewhere)),
    },
    {
      what: 'a voicemail left today is no conversation',
      at: noon,
      channel: 'call',
      may: true,
      given: contacts(contact('2026-11-25T09:00:00Z', 'call', 'voicemail')),
    },
    {
      what: 'leave to call again, given 23 hours ago',
      at: noon,
      channel: 'call',
      may: true,
      given: consented('2026-11-24T13:00:00Z'),
    },
    {
      what: 'leave to call again, given 25 hours ago',
      at: noon,
      channel: 'call',
      may: false,
      by: 'house.conversationsDaily',
      given: consented('2026-11-24T11:00:00Z'),
    },
    {
      what: 'seven attempts in seven days, all about another account',
      at: noon,
      channel: 'call',
      may: false,
      by: 'house.callsWeekly',
      given: contacts(
        ...['19T09', '19T15', '20T09', '20T15', '21T09', '23T09', '24T09'].map((at) =>
          noAnswer(`2026-11-${at}:00:00Z`, elsewhere),
        ),
      ),
    },
    ...messages.flatMap((sent) =>
      messages.map((channel) => ({
        what: `${channel} on the day of ${sent} about another account`,
        at: noon,
        channel,
        may: false,
        by: 'house.messagesDaily',
        given: contacts(contact('2026-11-25T09:00:00Z', sent, 'bounced', elsewhere)),
      })),
    ),
    ...messages.flatMap((sent) =>
      messages.map((channel) => ({
        what: `${channel} after three by ${sent} in the week, bounced and about another account`,
        at: noon,
        channel,
        may: false,
        by: 'house.messagesWeekly',
        given: contacts(
          ...['20', '22', '24'].map((day) => contact(`2026-11-${day}T12:00:00Z`, sent, 'bounced', elsewhere)),
        ),
      })),
    ),
    {
      what: 'a letter after one about another account that came back',
      at: noon,
      channel: 'letter',
      may: false,
      by: 'house.lettersWeekly',
      given: contacts(contact('2026-11-19T12:00:00Z', 'letter', 'bounced', elsewhere)),
    },
    {
      what: 'a visit after one about another account',
      at: noon,
      channel: 'visit',
      may: false,
      by: 'house.visitsMonthly',
      given: contacts(contact('2026-11-10T12:00:00Z', 'visit', 'notHome', elsewhere)),
    },
    {
      what: 'a visit announced five days ago',
      at: noon,
      channel: 'visit',
      may: true,
      given: { notices: [{ kind: 'visit', at: '2026-11-20T20:00:00Z' }] },
    },
    {
      what: 'a visit announced this morning',
      at: noon,
      channel: 'visit',
      may: false,
      by: 'house.visit',
      opens: '2026-11-30T08:00:00+00:00',
      given: { notices: [{ kind: 'visit', at: '2026-11-25T08:00:00Z' }] },
    },
    {
      what: 'a visit nobody announced, but the borrower made an appointment',
      at: noon,
      channel: 'visit',
      may: true,
      given: {
        preferences: { visitAppointment: { from: '2026-11-25T11:00:00Z', to: '2026-11-25T13:00:00Z' } },
      },
    },
  ])
})
