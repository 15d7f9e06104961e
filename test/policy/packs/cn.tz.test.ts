import { describe, expect, test } from 'vitest'
import type { BorrowerCase, Contact, Product } from '../../../src/input/borrowerCase.ts'
import type { PolicyInput } from '../../../src/input/policy.ts'
import type { Channel } from '../../../src/words/channels.ts'
import { holdsOf, testEdges } from '../../helpers/edges.ts'
import { contact, minimalCase } from '../../helpers/minimalCase.ts'
import { permissionsOf } from '../../helpers/permissionsOf.ts'

// 2026-11-25 is a Wednesday.
const CN: Partial<BorrowerCase> = { jurisdiction: 'CN', currency: 'CNY', timeZone: 'Asia/Shanghai' }
const afternoon = '2026-11-25T15:00:00+08:00'
const product = (kind: Product): Partial<BorrowerCase> => ({ loan: { ...minimalCase().loan, product: kind } })

describe('both packs: quiet hours 22:00–08:00', () => {
  testEdges(CN, [
    {
      what: 'a second before eight',
      at: '2026-11-25T07:59:59+08:00',
      channel: 'call',
      may: false,
      by: 'cn-online.quietHours',
      opens: '2026-11-25T00:00:00+00:00',
    },
    {
      what: 'the same by the bank guideline',
      at: '2026-11-25T07:59:59+08:00',
      channel: 'call',
      may: false,
      by: 'cn-bank.quietHours',
    },
    { what: 'eight sharp', at: '2026-11-25T08:00:00+08:00', channel: 'call', may: true },
    {
      what: 'a second before ten in the evening',
      at: '2026-11-25T21:59:59+08:00',
      channel: 'call',
      may: true,
    },
    {
      what: 'ten in the evening sharp',
      at: '2026-11-25T22:00:00+08:00',
      channel: 'call',
      may: false,
      by: 'cn-online.quietHours',
      opens: '2026-11-26T00:00:00+00:00',
    },
    {
      what: 'Sunday morning: the law binds the hours, the house is silent',
      at: '2026-11-29T10:00:00+08:00',
      channel: 'call',
      may: true,
    },
    ...(['sms', 'app', 'messaging'] as const satisfies Channel[]).map((channel) => ({
      what: `${channel} at night`,
      at: '2026-11-25T23:00:00+08:00',
      channel,
      may: false,
      by: 'cn-online.quietHours',
    })),
    { what: 'an e-mail at night', at: '2026-11-25T23:00:00+08:00', channel: 'email', may: true },
    { what: 'a letter at night', at: '2026-11-25T23:00:00+08:00', channel: 'letter', may: true },
    {
      what: 'an agency is bound as well',
      at: '2026-11-25T22:00:00+08:00',
      channel: 'call',
      may: false,
      by: 'cn-online.quietHours',
      given: { actor: 'agency' },
    },
    {
      what: 'at an hour agreed with the debtor',
      at: '2026-11-25T22:30:00+08:00',
      channel: 'call',
      may: true,
      given: { preferences: { agreedHours: [{ days: ['wed'], from: '22:00', to: '23:00' }] } },
    },
    {
      what: 'with consent to hours in general, which the standard does not know',
      at: '2026-11-25T22:30:00+08:00',
      channel: 'call',
      may: false,
      by: 'cn-online.quietHours',
      given: { preferences: { consents: [{ to: 'hours', at: '2026-11-20T10:00:00+08:00' }] } },
    },
    {
      what: 'before the standard, by the house',
      at: '2025-02-27T21:00:00+08:00',
      channel: 'call',
      may: false,
      by: 'house.hours',
    },
    { what: 'on the standard’s first day', at: '2025-02-28T21:00:00+08:00', channel: 'call', may: true },
  ])
})

describe('cn-online: three conversations by voice a day', () => {
  const spoke = (hour: number, changes: Partial<Contact> = {}) =>
    contact(`2026-11-25T${hour < 10 ? '0' : ''}${hour}:00:00+08:00`, 'call', 'spoke', changes)
  const two = [spoke(9), spoke(10, { agent: 'automated' })]
  testEdges(CN, [
    { what: 'the third', at: afternoon, channel: 'call', may: true, given: { contacts: two } },
    {
      what: 'the fourth',
      at: afternoon,
      channel: 'call',
      may: false,
      by: 'cn-online.voiceCalls',
      opens: '2026-11-26T00:00:00+00:00',
      given: { contacts: [...two, spoke(11)] },
    },
    {
      what: 'the fourth, one of them by an automated voice about another account',
      at: afternoon,
      channel: 'call',
      may: false,
      by: 'cn-online.voiceCalls',
      given: { contacts: [...two, spoke(11, { account: 't-2', agent: 'automated' })] },
    },
    {
      what: 'after two of ours and one call by the debtor',
      at: afternoon,
      channel: 'call',
      may: true,
      given: { contacts: [...two, spoke(11, { direction: 'inbound' })] },
    },
    {
      what: 'after two conversations and a voicemail',
      at: afternoon,
      channel: 'call',
      may: true,
      given: { contacts: [...two, contact('2026-11-25T11:00:00+08:00', 'call', 'voicemail')] },
    },
    {
      what: 'after two conversations by phone and one at the door',
      at: afternoon,
      channel: 'call',
      may: true,
      given: { contacts: [...two, contact('2026-11-25T11:00:00+08:00', 'visit', 'spoke')] },
    },
    {
      what: 'three yesterday',
      at: '2026-11-26T08:00:00+08:00',
      channel: 'call',
      may: true,
      given: { contacts: [...two, spoke(21)] },
    },
  ])
})

describe('cn-bank: six unanswered attempts a day to one number', () => {
  const points: Partial<BorrowerCase> = { contactPoints: [{ key: 'n1', channel: 'call', kind: 'mobile' }] }
  const tried = (count: number, point = 'n1', day = '25') =>
    ['08', '09', '10', '11', '12', '13']
      .slice(0, count)
      .map((hour) => contact(`2026-11-${day}T${hour}:30:00+08:00`, 'call', 'noAnswer', { point }))
  const consented = {
    preferences: { consents: [{ to: 'frequency', channel: 'call', at: '2026-11-01T10:00:00+08:00' }] },
  } as const
  testEdges({ ...CN, ...points }, [
    { what: 'the sixth', at: afternoon, channel: 'call', may: true, given: { contacts: tried(5) } },
    {
      what: 'the seventh',
      at: afternoon,
      channel: 'call',
      may: false,
      by: 'cn-bank.unanswered',
      opens: '2026-11-26T00:00:00+00:00',
      given: { contacts: tried(6) },
    },
    {
      what: 'the seventh of the day, the sixth unanswered',
      at: afternoon,
      channel: 'call',
      may: true,
      given: {
        contacts: [...tried(5), contact('2026-11-25T14:00:00+08:00', 'call', 'spoke', { point: 'n1' })],
      },
    },
    {
      what: 'the seventh, as agreed',
      at: afternoon,
      channel: 'call',
      may: true,
      given: { contacts: tried(6), ...consented },
    },
    {
      what: 'six yesterday',
      at: afternoon,
      channel: 'call',
      may: true,
      given: { contacts: tried(6, 'n1', '24') },
    },
    {
      what: 'the seventh about a loan of another kind',
      at: afternoon,
      channel: 'call',
      may: true,
      given: { contacts: tried(6), ...product('microfinance') },
    },
    {
      what: 'the seventh about a card',
      at: afternoon,
      channel: 'call',
      may: false,
      by: 'cn-bank.unanswered',
      given: { contacts: tried(6), ...product('revolving') },
    },
  ])
  test('another number may still be called', () => {
    const two = [...points.contactPoints!, { key: 'n2', channel: 'call', kind: 'home' } as const]
    const { call } = permissionsOf(
      minimalCase({ ...CN, contactPoints: two, contacts: tried(6) }),
      afternoon,
    ).demand
    expect([call.status, call.point]).toEqual(['open', 'n2'])
  })
})

describe('cn-bank alone, named by a policy', () => {
  // No jurisdiction, so that cn-online stays out, and no house hours, which an added pack would not silence.
  const policy: PolicyInput = { id: 'bank', version: '1', packs: ['cn-bank'], house: { rules: [] } }
  const consent = (at: string): Partial<BorrowerCase> => ({
    preferences: { consents: [{ to: 'hours', at }] },
  })
  const night = '2026-11-25T22:30:00+08:00'
  testEdges({ currency: 'CNY', timeZone: 'Asia/Shanghai' }, [
    { what: 'at night', at: night, channel: 'call', may: false, by: 'cn-bank.quietHours', policy },
    {
      what: 'at night with a consent of three weeks ago',
      at: night,
      channel: 'call',
      may: true,
      policy,
      given: consent('2026-11-04T10:00:00+08:00'),
    },
    {
      what: 'at night with a consent of over a year ago',
      at: night,
      channel: 'call',
      may: false,
      by: 'cn-bank.quietHours',
      policy,
      given: consent('2025-11-24T10:00:00+08:00'),
    },
    {
      what: 'at night as agreed',
      at: night,
      channel: 'call',
      may: true,
      policy,
      given: { preferences: { agreedHours: [{ days: ['wed'], from: '22:00', to: '23:00' }] } },
    },
  ])
})

test('cn-bank: two collectors go together, and ask before they enter', () => {
  const { prerequisites } = permissionsOf(minimalCase(CN), afternoon).demand.visit
  expect(prerequisites).toContainEqual(expect.objectContaining({ code: 'visit.staff', params: { staff: 2 } }))
  expect(prerequisites.map(({ code }) => code)).toContain('visit.consentToEnter')
})

test.each([
  ['revolving', 'dispute cn-bank.dispute'],
  ['instalment', 'dispute house.dispute'],
] as const)('a disputed %s debt is held: %s', (kind, hold) => {
  const circumstances = [{ kind: 'dispute', since: '2026-11-10' } as const]
  const permissions = permissionsOf(minimalCase({ ...CN, ...product(kind), circumstances }), afternoon)
  expect(holdsOf(permissions)).toEqual([hold])
  expect(permissions.demand.call.status).toBe('blocked')
})

describe('cn-bank alone: every channel, product and edge', () => {
  // No jurisdiction, so that cn-online stays out, and no house hours, which an added pack would not silence.
  const policy: PolicyInput = { id: 'bank', version: '1', packs: ['cn-bank'], house: { rules: [] } }
  const bank = (
    what: string,
    time: string,
    channel: Channel,
    may: boolean,
    given: Partial<BorrowerCase> = {},
  ) => ({
    what: `${what}: ${channel} at ${time}`,
    at: `2026-11-25T${time}+08:00`,
    channel,
    may,
    policy,
    given,
    ...(may ? {} : { by: 'cn-bank.quietHours' }),
  })
  const consent = (at: string): Partial<BorrowerCase> => ({
    preferences: { consents: [{ to: 'hours', at }] },
  })
  const bound = ['sms', 'app', 'messaging', 'call', 'visit'] as const
  testEdges({ currency: 'CNY', timeZone: 'Asia/Shanghai' }, [
    ...bound.map((channel) => bank('night', '22:00:00', channel, false)),
    ...(['email', 'letter'] as const).map((channel) => bank('night', '22:00:00', channel, true)),
    bank('before eight', '07:59:59', 'call', false),
    bank('eight', '08:00:00', 'call', true),
    bank('before ten', '21:59:59', 'call', true),
    ...(['revolving', 'instalment', 'single'] as const).map((kind) =>
      bank(kind, '22:00:00', 'call', false, product(kind)),
    ),
    bank('microfinance, which the rule does not bind', '22:00:00', 'call', true, product('microfinance')),
    bank('consent of 364 days ago', '22:30:00', 'call', true, consent('2025-11-26T22:30:00+08:00')),
    bank('consent of 366 days ago', '22:30:00', 'call', false, consent('2025-11-24T22:30:00+08:00')),
  ])
})

describe('cn-bank: a consent to more attempts lasts 365 days', () => {
  const contacts = ['08', '09', '10', '11', '12', '13'].map((hour) =>
    contact(`2026-11-25T${hour}:30:00+08:00`, 'call', 'noAnswer', { point: 'n1' }),
  )
  const given = (at: string): Partial<BorrowerCase> => ({
    contacts,
    contactPoints: [{ key: 'n1', channel: 'call', kind: 'mobile' }],
    preferences: { consents: [{ to: 'frequency', channel: 'call', at }] },
  })
  testEdges(CN, [
    {
      what: 'given 364 days ago',
      at: afternoon,
      channel: 'call',
      may: true,
      given: given('2025-11-26T15:00:00+08:00'),
    },
    {
      what: 'given 366 days ago',
      at: afternoon,
      channel: 'call',
      may: false,
      by: 'cn-bank.unanswered',
      given: given('2025-11-24T15:00:00+08:00'),
    },
  ])
})

describe('cn-online: every channel', () => {
  const bound = ['sms', 'app', 'messaging', 'call', 'visit'] as const
  testEdges(
    { ...CN, ...product('microfinance') },
    bound.map((channel) => ({
      what: `${channel} at ten in the evening`,
      at: '2026-11-25T22:00:00+08:00',
      channel,
      may: false,
      by: 'cn-online.quietHours',
    })),
  )
})
