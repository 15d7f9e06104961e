import { describe, expect, test } from 'vitest'
import type { Actor, BorrowerCase } from '../../../src/input/borrowerCase.ts'
import type { CircumstanceKind } from '../../../src/words/circumstances.ts'
import { testEdges } from '../../helpers/edges.ts'
import { contact, minimalCase } from '../../helpers/minimalCase.ts'
import { permissionsOf } from '../../helpers/permissionsOf.ts'

// 2026-12-31 is a Thursday.
const IN: Partial<BorrowerCase> = { jurisdiction: 'IN', currency: 'INR', timeZone: 'Asia/Kolkata' }
const MICRO: Partial<BorrowerCase> = { ...IN, loan: { ...minimalCase().loan, product: 'microfinance' } }
const agreed = (from: string, to: string): Partial<BorrowerCase> => ({
  preferences: { agreedHours: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from, to }] },
})

describe('until 2026-12-31: 08:00–19:00', () => {
  testEdges(IN, [
    {
      what: 'a second before eight',
      at: '2026-12-31T07:59:59+05:30',
      channel: 'call',
      may: false,
      by: 'in.hoursUntil2026',
      opens: '2026-12-31T02:30:00+00:00',
    },
    { what: 'eight sharp', at: '2026-12-31T08:00:00+05:30', channel: 'call', may: true },
    {
      what: 'a second before seven in the evening',
      at: '2026-12-31T18:59:59+05:30',
      channel: 'call',
      may: true,
    },
    {
      what: 'seven in the evening sharp',
      at: '2026-12-31T19:00:00+05:30',
      channel: 'call',
      may: false,
      by: 'in.hoursUntil2026',
      opens: '2027-01-01T02:30:00+00:00',
    },
    {
      what: 'a text at seven',
      at: '2026-12-31T19:00:00+05:30',
      channel: 'sms',
      may: false,
      by: 'in.hoursUntil2026',
    },
    { what: 'an e-mail at seven', at: '2026-12-31T19:00:00+05:30', channel: 'email', may: true },
    {
      what: 'at an hour agreed to, which the old rule does not know',
      at: '2026-12-31T19:30:00+05:30',
      channel: 'call',
      may: false,
      by: 'in.hoursUntil2026',
      given: agreed('19:00', '20:00'),
    },
    {
      what: 'before the circular, by the house',
      at: '2022-08-11T19:30:00+05:30',
      channel: 'call',
      may: true,
    },
    {
      what: 'on the day of the circular',
      at: '2022-08-12T19:30:00+05:30',
      channel: 'call',
      may: false,
      by: 'in.hoursUntil2026',
    },
  ])
})

describe('until 2026-12-31, microfinance: 09:00–18:00', () => {
  testEdges(MICRO, [
    {
      what: 'the circular left microfinance out, and the directions of 2025 were still to come',
      at: '2025-11-27T19:30:00+05:30',
      channel: 'call',
      may: true,
    },
    {
      what: 'on the day of the directions',
      at: '2025-11-28T18:00:00+05:30',
      channel: 'call',
      may: false,
      by: 'in.microfinanceHoursUntil2026',
    },
    {
      what: 'a second before nine',
      at: '2026-12-31T08:59:59+05:30',
      channel: 'call',
      may: false,
      by: 'in.microfinanceHoursUntil2026',
      opens: '2026-12-31T03:30:00+00:00',
    },
    { what: 'nine sharp', at: '2026-12-31T09:00:00+05:30', channel: 'call', may: true },
    { what: 'a second before six', at: '2026-12-31T17:59:59+05:30', channel: 'call', may: true },
    {
      what: 'six sharp: the next hour is by the new rule',
      at: '2026-12-31T18:00:00+05:30',
      channel: 'call',
      may: false,
      by: 'in.microfinanceHoursUntil2026',
      opens: '2027-01-01T02:30:00+00:00',
    },
  ])
})

describe('from 2027-01-01: calls and visits 08:00–19:00, microfinance included', () => {
  testEdges(MICRO, [
    {
      what: 'a second before eight',
      at: '2027-01-01T07:59:59+05:30',
      channel: 'call',
      may: false,
      by: 'in.hours',
    },
    { what: 'eight sharp', at: '2027-01-01T08:00:00+05:30', channel: 'call', may: true },
    {
      what: 'a second before seven in the evening',
      at: '2027-01-01T18:59:59+05:30',
      channel: 'call',
      may: true,
    },
    {
      what: 'seven in the evening sharp',
      at: '2027-01-01T19:00:00+05:30',
      channel: 'call',
      may: false,
      by: 'in.hours',
    },
    { what: 'Sunday', at: '2027-01-03T12:00:00+05:30', channel: 'call', may: true },
    {
      what: 'on express request',
      at: '2027-01-01T19:30:00+05:30',
      channel: 'call',
      may: true,
      given: agreed('19:00', '20:00'),
    },
    {
      what: 'a text at seven: no longer named, so by the house',
      at: '2027-01-01T19:00:00+05:30',
      channel: 'sms',
      may: true,
    },
    {
      what: 'a text at eight in the evening',
      at: '2027-01-01T20:00:00+05:30',
      channel: 'sms',
      may: false,
      by: 'house.hours',
    },
    {
      what: 'a visit at seven',
      at: '2027-01-01T19:00:00+05:30',
      channel: 'visit',
      may: false,
      by: 'in.hours',
    },
  ])
})

describe('from 2027-01-01: occasions on which nobody calls or visits', () => {
  const during = (kind: CircumstanceKind, until: string): Partial<BorrowerCase> => ({
    circumstances: [{ kind, since: '2026-12-20', until }],
    notices: [{ kind: 'visit', at: '2026-12-28T09:00:00+05:30' }],
  })
  const noon = '2027-01-05T12:00:00+05:30'
  testEdges(IN, [
    {
      what: 'a call in bereavement',
      at: noon,
      channel: 'call',
      may: false,
      by: 'in.noCallsOnOccasions',
      opens: '2027-01-06T02:30:00+00:00',
      given: during('bereavement', '2027-01-05'),
    },
    {
      what: 'a call the day after',
      at: '2027-01-06T08:00:00+05:30',
      channel: 'call',
      may: true,
      given: during('bereavement', '2027-01-05'),
    },
    {
      what: 'a call in an illness',
      at: noon,
      channel: 'call',
      may: false,
      by: 'in.noCallsOnOccasions',
      given: during('illness', '2027-01-05'),
    },
    {
      what: 'a call in a calamity',
      at: noon,
      channel: 'call',
      may: false,
      by: 'in.noCallsOnOccasions',
      given: during('disaster', '2027-01-05'),
    },
    {
      what: 'a call after a job was lost',
      at: noon,
      channel: 'call',
      may: true,
      given: during('jobLoss', '2027-01-05'),
    },
    {
      what: 'a call asked for in bereavement',
      at: noon,
      channel: 'call',
      may: true,
      given: { ...during('bereavement', '2027-01-05'), ...agreed('11:00', '13:00') },
    },
    {
      what: 'a letter in bereavement',
      at: noon,
      channel: 'letter',
      may: true,
      given: during('bereavement', '2027-01-05'),
    },
    {
      what: 'a visit in bereavement',
      at: noon,
      channel: 'visit',
      may: false,
      by: 'in.noVisitsOnOccasions',
      given: during('bereavement', '2027-01-05'),
    },
    {
      what: 'a call in bereavement before the rule',
      at: '2026-12-28T12:00:00+05:30',
      channel: 'call',
      may: true,
      given: { circumstances: [{ kind: 'bereavement', since: '2026-12-20', until: '2027-01-05' }] },
    },
  ])
})

describe('visits', () => {
  const needed = (asOf: string, changes: Partial<BorrowerCase>) =>
    permissionsOf(minimalCase({ ...IN, ...changes }), asOf).demand.visit.prerequisites.map(({ code }) => code)

  test.each<[string, Actor, boolean]>([
    ['2026-12-24T12:00:00+05:30', 'agency', false],
    ['2027-01-05T12:00:00+05:30', 'agency', true],
    ['2027-01-05T12:00:00+05:30', 'lender', false],
  ])('on %s, %s: the agency’s details go ahead of the first visit: %s', (asOf, actor, must) => {
    expect(needed(asOf, { actor }).includes('visit.agencyDetails')).toBe(must)
  })

  test('they were sent, or an agency has been there before', () => {
    const asOf = '2027-02-15T12:00:00+05:30'
    const notices = [{ kind: 'agencyDetails', at: '2027-02-10T09:00:00+05:30' } as const]
    const contacts = [contact('2027-01-05T12:00:00+05:30', 'visit', 'notHome')]
    expect(needed(asOf, { actor: 'agency', notices })).not.toContain('visit.agencyDetails')
    expect(needed(asOf, { actor: 'agency', contacts })).not.toContain('visit.agencyDetails')
  })

  test.each<[number, boolean]>([
    [0, true],
    [1, true],
    [2, false],
  ])('after %s visits in a row that met nobody the place is the borrower’s choice: %s', (noShows, choice) => {
    const contacts = ['2027-01-05', '2027-02-06']
      .slice(0, noShows)
      .map((day) => contact(`${day}T12:00:00+05:30`, 'visit', 'notHome'))
    expect(needed('2027-03-15T12:00:00+05:30', { contacts }).includes('visit.placeOfChoice')).toBe(choice)
  })
})

describe('every channel, product and occasion', () => {
  const all = ['sms', 'app', 'messaging', 'call', 'visit'] as const
  const noon = '2027-01-05T12:00:00+05:30'
  testEdges(IN, [
    ...all.flatMap((channel) => [
      {
        what: `${channel} at seven in the evening in 2026`,
        at: '2026-12-31T19:00:00+05:30',
        channel,
        may: false,
        by: 'in.hoursUntil2026',
      },
      {
        what: `microfinance, ${channel} at six in the evening in 2026`,
        at: '2026-12-31T18:00:00+05:30',
        channel,
        may: false,
        by: 'in.microfinanceHoursUntil2026',
        given: MICRO,
      },
    ]),
    ...(['instalment', 'revolving', 'single'] as const).map((product) => ({
      what: `${product} at seven in the evening in 2026`,
      at: '2026-12-31T19:00:00+05:30',
      channel: 'call' as const,
      may: false,
      by: 'in.hoursUntil2026',
      given: { loan: { ...minimalCase().loan, product } },
    })),
    ...(['email', 'letter'] as const).map((channel) => ({
      what: `${channel} at night`,
      at: '2027-01-05T23:00:00+05:30',
      channel,
      may: true,
    })),
    ...(['bereavement', 'illness', 'disaster'] as const).map((kind) => ({
      what: `a visit in ${kind}`,
      at: noon,
      channel: 'visit' as const,
      may: false,
      by: 'in.noVisitsOnOccasions',
      given: {
        circumstances: [{ kind, since: '2027-01-01', until: '2027-01-31' }],
        notices: [{ kind: 'visit' as const, at: '2026-12-27T09:00:00+05:30' }],
      },
    })),
    {
      what: 'a visit with the agency’s details sent yesterday',
      at: noon,
      channel: 'visit',
      may: true,
      given: {
        actor: 'agency',
        notices: [
          { kind: 'visit', at: '2026-12-28T09:00:00+05:30' },
          { kind: 'agencyDetails', at: '2027-01-04T09:00:00+05:30' },
        ],
      },
    },
    {
      what: 'a visit with the agency’s details sent this morning',
      at: noon,
      channel: 'visit',
      may: false,
      by: 'in.agencyDetails',
      opens: '2027-01-06T02:30:00+00:00',
      given: {
        actor: 'agency',
        notices: [
          { kind: 'visit', at: '2026-12-28T09:00:00+05:30' },
          { kind: 'agencyDetails', at: '2027-01-05T09:00:00+05:30' },
        ],
      },
    },
  ])
})
