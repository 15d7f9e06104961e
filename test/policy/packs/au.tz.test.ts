import { describe, expect, test } from 'vitest'
import type { BorrowerCase } from '../../../src/input/borrowerCase.ts'
import type { PolicyInput } from '../../../src/input/policy.ts'
import { formatDay } from '../../../src/time/civilDay.ts'
import type { Channel } from '../../../src/words/channels.ts'
import type { ContactOutcome } from '../../../src/words/outcomes.ts'
import { holdsOf, testEdges } from '../../helpers/edges.ts'
import { contact, minimalCase } from '../../helpers/minimalCase.ts'
import { permissionsOf } from '../../helpers/permissionsOf.ts'

// 2026-11-25 is a Wednesday; Sydney is at +11:00.
const AU: Partial<BorrowerCase> = { jurisdiction: 'AU', currency: 'AUD', timeZone: 'Australia/Sydney' }
const noon = '2026-11-25T12:00:00+11:00'
const holiday: PolicyInput = { id: 'with-holiday', version: '1', holidays: { AU: ['2026-11-25'] } }

describe('telephone: Monday to Friday 07:30–21:00, weekends 09:00–21:00, never on public holidays', () => {
  testEdges(AU, [
    {
      what: 'a second before half past seven',
      at: '2026-11-25T07:29:59+11:00',
      channel: 'call',
      may: false,
      by: 'au.telephoneHours',
      opens: '2026-11-24T20:30:00+00:00',
    },
    { what: 'half past seven sharp', at: '2026-11-25T07:30:00+11:00', channel: 'call', may: true },
    {
      what: 'a second before nine in the evening',
      at: '2026-11-25T20:59:59+11:00',
      channel: 'call',
      may: true,
    },
    {
      what: 'nine in the evening sharp',
      at: '2026-11-25T21:00:00+11:00',
      channel: 'call',
      may: false,
      by: 'au.telephoneHours',
    },
    {
      what: 'Saturday, a second before nine',
      at: '2026-11-28T08:59:59+11:00',
      channel: 'call',
      may: false,
      by: 'au.telephoneHours',
      opens: '2026-11-27T22:00:00+00:00',
    },
    { what: 'Saturday, nine sharp', at: '2026-11-28T09:00:00+11:00', channel: 'call', may: true },
    ...['23', '24', '25', '26', '27', '28', '29'].map((day, index) => ({
      what: `half past seven on 2026-11-${day}, ${index < 5 ? 'a weekday' : 'a weekend'}`,
      at: `2026-11-${day}T07:30:00+11:00`,
      channel: 'call' as const,
      may: index < 5,
      ...(index < 5 ? {} : { by: 'au.telephoneHours' }),
    })),
    {
      what: 'Saturday, a second before nine in the evening',
      at: '2026-11-28T20:59:59+11:00',
      channel: 'call',
      may: true,
    },
    {
      what: 'Saturday, nine in the evening sharp',
      at: '2026-11-28T21:00:00+11:00',
      channel: 'call',
      may: false,
      by: 'au.telephoneHours',
    },
    {
      what: 'Sunday, half past eight in the evening',
      at: '2026-11-29T20:30:00+11:00',
      channel: 'call',
      may: true,
    },
    {
      what: 'a public holiday',
      at: noon,
      channel: 'call',
      may: false,
      by: 'au.telephoneHours',
      opens: '2026-11-25T20:30:00+00:00',
      policy: holiday,
    },
    {
      what: 'at an hour the debtor asked for',
      at: '2026-11-25T21:30:00+11:00',
      channel: 'call',
      may: true,
      given: { preferences: { agreedHours: [{ days: ['wed'], from: '21:00', to: '22:00' }] } },
    },
    {
      what: 'an agency is bound alike',
      at: '2026-11-25T21:00:00+11:00',
      channel: 'call',
      may: false,
      by: 'au.telephoneHours',
      given: { actor: 'agency' },
    },
    {
      what: 'a text has no hours there: the house’s',
      at: '2026-11-25T20:00:00+11:00',
      channel: 'sms',
      may: false,
      by: 'house.hours',
    },
    {
      what: 'a text on Sunday',
      at: '2026-11-29T12:00:00+11:00',
      channel: 'sms',
      may: false,
      by: 'house.hours',
    },
  ])
})

describe('face to face: every day 09:00–21:00, never on public holidays', () => {
  const agreed: Partial<BorrowerCase> = {
    ...AU,
    notices: [{ kind: 'visit', at: '2026-11-18T09:00:00+11:00' }],
    preferences: { visit: 'agreed' },
  }
  testEdges(agreed, [
    {
      what: 'a weekday, a second before nine',
      at: '2026-11-25T08:59:59+11:00',
      channel: 'visit',
      may: false,
      by: 'au.faceToFaceHours',
      opens: '2026-11-24T22:00:00+00:00',
    },
    { what: 'a weekday, nine sharp', at: '2026-11-25T09:00:00+11:00', channel: 'visit', may: true },
    {
      what: 'Sunday, a second before nine in the evening',
      at: '2026-11-29T20:59:59+11:00',
      channel: 'visit',
      may: true,
    },
    {
      what: 'nine in the evening sharp',
      at: '2026-11-25T21:00:00+11:00',
      channel: 'visit',
      may: false,
      by: 'au.faceToFaceHours',
    },
    {
      what: 'a public holiday',
      at: noon,
      channel: 'visit',
      may: false,
      by: 'au.faceToFaceHours',
      opens: '2026-11-25T22:00:00+00:00',
      policy: holiday,
    },
    {
      what: 'at an hour the debtor asked for',
      at: '2026-11-25T21:30:00+11:00',
      channel: 'visit',
      may: true,
      given: {
        preferences: { visit: 'agreed', agreedHours: [{ days: ['wed'], from: '21:00', to: '22:00' }] },
      },
    },
    {
      what: 'a second one within 31 days, by the house',
      at: noon,
      channel: 'visit',
      may: false,
      by: 'house.visitsMonthly',
      given: { contacts: [contact('2026-11-01T10:00:00+11:00', 'visit', 'notHome')] },
    },
  ])
  test('permission is asked for', () => {
    const needed = (changes: Partial<BorrowerCase>) =>
      permissionsOf(minimalCase(changes), noon).demand.visit.prerequisites.map(({ code }) => code)
    expect(needed(AU)).toContain('visit.consent')
    expect(needed(agreed)).not.toContain('visit.consent')
  })
  test('a refusal ends it', () => {
    const refused = { ...agreed, preferences: { visit: 'refused' } as const }
    expect(permissionsOf(minimalCase(refused), noon).demand.visit.status).toBe('blocked')
  })
})

describe('workplace: weekdays 09:00–17:00', () => {
  const atWork: Partial<BorrowerCase> = {
    ...AU,
    contactPoints: [{ key: 'w', channel: 'call', kind: 'work' }],
  }
  testEdges(atWork, [
    {
      what: 'a second before nine',
      at: '2026-11-25T08:59:59+11:00',
      channel: 'call',
      may: false,
      by: 'au.workplaceHours',
    },
    { what: 'nine sharp', at: '2026-11-25T09:00:00+11:00', channel: 'call', may: true },
    { what: 'a second before five', at: '2026-11-25T16:59:59+11:00', channel: 'call', may: true },
    {
      what: 'five sharp',
      at: '2026-11-25T17:00:00+11:00',
      channel: 'call',
      may: false,
      by: 'au.workplaceHours',
    },
    {
      what: 'Saturday',
      at: '2026-11-28T12:00:00+11:00',
      channel: 'call',
      may: false,
      by: 'au.workplaceHours',
    },
    ...['23', '24', '25', '26', '27', '28', '29'].map((day, index) => ({
      what: `noon on 2026-11-${day}, ${index < 5 ? 'a weekday' : 'a weekend'}`,
      at: `2026-11-${day}T12:00:00+11:00`,
      channel: 'call' as const,
      may: index < 5,
      ...(index < 5 ? {} : { by: 'au.workplaceHours' }),
    })),
    {
      what: 'noon on a public holiday, by the rule for the workplace as well',
      at: noon,
      channel: 'call',
      may: false,
      by: 'au.workplaceHours',
      policy: holiday,
    },
    {
      what: 'after work, as asked for',
      at: '2026-11-25T17:30:00+11:00',
      channel: 'call',
      may: true,
      given: { preferences: { agreedHours: [{ days: ['wed'], from: '17:00', to: '18:00' }] } },
    },
    {
      what: 'a visit to the workplace at five sharp',
      at: '2026-11-25T17:00:00+11:00',
      channel: 'visit',
      may: false,
      by: 'au.workplaceHours',
      given: { contactPoints: [{ key: 'w', channel: 'visit', kind: 'work' }] },
    },
    {
      what: 'five sharp at home',
      at: '2026-11-25T17:00:00+11:00',
      channel: 'call',
      may: true,
      given: { contactPoints: [{ key: 'h', channel: 'call', kind: 'home' }] },
    },
  ])
})

describe('contact made: three in seven days, ten in 31, per account, visits apart', () => {
  const made = (day: string, channel: Channel = 'call', outcome: ContactOutcome = 'spoke') =>
    contact(`2026-11-${day}T12:00:00+11:00`, channel, outcome)
  const two = [made('20'), made('23', 'sms', 'delivered')]
  // Ten in 31 days, two of them in the last seven; 31 days before noon of 25 November is noon of 25 October.
  const ten = (first: string, channel: Channel = 'email') => [
    contact(first, channel, 'delivered'),
    ...[0, 2, 4, 7, 9, 11, 14].map((day) =>
      contact(`${formatDay(20753 + day)}T12:00:00+11:00`, channel, 'delivered'),
    ),
    made('20'),
    made('23'),
  ]
  const channels = ['sms', 'app', 'messaging', 'email', 'letter', 'call'] as const
  testEdges(AU, [
    { what: 'the third of the week', at: noon, channel: 'call', may: true, given: { contacts: two } },
    {
      what: 'the fourth',
      at: noon,
      channel: 'call',
      may: false,
      by: 'au.weekly',
      opens: '2026-11-27T01:00:00+00:00',
      given: { contacts: [...two, made('24', 'call', 'voicemail')] },
    },
    {
      what: 'the fourth, a text',
      at: noon,
      channel: 'sms',
      may: false,
      by: 'au.weekly',
      given: { contacts: [...two, made('24', 'email', 'delivered')] },
    },
    {
      what: 'the fourth, a letter',
      at: noon,
      channel: 'letter',
      may: false,
      by: 'au.weekly',
      given: { contacts: [...two, made('24', 'letter', 'delivered')] },
    },
    {
      what: 'after two contacts and five calls not answered',
      at: noon,
      channel: 'call',
      may: true,
      given: {
        contacts: [
          ...two,
          ...['08', '09', '10', '11', '12'].map((hour) =>
            contact(`2026-11-24T${hour}:00:00+11:00`, 'call', 'noAnswer'),
          ),
        ],
      },
    },
    {
      what: 'after two contacts and a visit',
      at: noon,
      channel: 'call',
      may: true,
      given: { contacts: [...two, made('24', 'visit', 'spoke')] },
    },
    {
      what: 'after two contacts and one about another account',
      at: noon,
      channel: 'call',
      may: true,
      given: { contacts: [...two, { ...made('24'), account: 't-2' }] },
    },
    {
      what: 'the first of three exactly seven times 24 hours ago',
      at: noon,
      channel: 'call',
      may: true,
      given: { contacts: [made('18'), ...two] },
    },
    {
      what: 'the eleventh in 31 days',
      at: noon,
      channel: 'call',
      may: false,
      by: 'au.monthly',
      opens: '2026-11-25T01:00:01+00:00',
      given: { contacts: ten('2026-10-25T12:00:01+11:00') },
    },
    ...channels.flatMap((channel) => [
      {
        what: `the fourth of the week, the third and itself by ${channel}`,
        at: noon,
        channel,
        may: false,
        by: 'au.weekly',
        given: { contacts: [...two, made('24', channel, 'delivered')] },
      },
      {
        what: `the eleventh in 31 days, most of them and itself by ${channel}`,
        at: noon,
        channel,
        may: false,
        by: 'au.monthly',
        given: { contacts: ten('2026-10-25T12:00:01+11:00', channel) },
      },
    ]),
    {
      what: 'ten in 31 days, one of them not answered',
      at: noon,
      channel: 'call',
      may: true,
      given: {
        contacts: [
          ...ten('2026-10-25T12:00:01+11:00').slice(1),
          contact('2026-11-01T12:30:00+11:00', 'call', 'noAnswer'),
        ],
      },
    },
    {
      what: 'ten in 31 days, one of them about another account',
      at: noon,
      channel: 'call',
      may: true,
      given: { contacts: [...ten('2026-10-25T12:00:01+11:00').slice(1), { ...made('02'), account: 't-2' }] },
    },
    {
      what: 'the first of ten exactly 31 times 24 hours ago',
      at: noon,
      channel: 'call',
      may: true,
      given: { contacts: ten('2026-10-25T12:00:00+11:00') },
    },
  ])
})

test('a hardship notice is answered within 21 days, and nothing is asked for until then', () => {
  const circumstances = [{ kind: 'hardshipApplication', since: '2026-11-10' } as const]
  const permissions = permissionsOf(minimalCase({ ...AU, circumstances }), noon)
  expect(holdsOf(permissions)).toEqual(['hardshipApplication au.hardshipNotice'])
  expect(permissions.demand.call.status).toBe('blocked')
  expect(permissions.relief.call.status).toBe('open')
  // 10 November + 21 days.
  expect(permissions.holds.map(({ reviewBy }) => reviewBy && formatDay(reviewBy))).toEqual(['2026-12-01'])
})
