import { describe, expect, test } from 'vitest'
import type { BorrowerCase } from '../../../src/input/borrowerCase.ts'
import type { CircumstanceKind } from '../../../src/words/circumstances.ts'
import { holdsOf, rulesOf, testEdges } from '../../helpers/edges.ts'
import { contact, minimalCase } from '../../helpers/minimalCase.ts'
import { permissionsOf } from '../../helpers/permissionsOf.ts'

// 2026-11-25 is a Wednesday.
const GB: Partial<BorrowerCase> = { jurisdiction: 'GB', currency: 'GBP', timeZone: 'Europe/London' }
const noon = '2026-11-25T12:00:00Z'

describe('no hours and no counts of its own: the house supplies them', () => {
  testEdges(GB, [
    { what: 'a second before eight in the evening', at: '2026-11-25T19:59:59Z', channel: 'call', may: true },
    {
      what: 'eight in the evening',
      at: '2026-11-25T20:00:00Z',
      channel: 'call',
      may: false,
      by: 'house.hours',
    },
    {
      what: 'eight in the morning in summer, by the clock there',
      at: '2026-07-01T07:00:00Z',
      channel: 'call',
      may: true,
    },
    {
      what: 'spoken to today',
      at: noon,
      channel: 'call',
      may: false,
      by: 'house.conversationsDaily',
      given: { contacts: [contact('2026-11-25T09:00:00Z', 'call', 'spoke')] },
    },
  ])
})

describe('visits', () => {
  const announced: Partial<BorrowerCase> = { ...GB, notices: [{ kind: 'visit', at: '2026-11-18T09:00:00Z' }] }
  testEdges(announced, [
    { what: 'to a borrower not known to be vulnerable', at: noon, channel: 'visit', may: true },
    {
      what: 'to a vulnerable person',
      at: noon,
      channel: 'visit',
      may: false,
      by: 'gb.visit',
      given: { circumstances: [{ kind: 'vulnerable', since: '2026-11-01' }] },
    },
    {
      what: 'to a person vulnerable until yesterday',
      at: noon,
      channel: 'visit',
      may: true,
      given: { circumstances: [{ kind: 'vulnerable', since: '2026-11-01', until: '2026-11-24' }] },
    },
    {
      what: 'where there is economic abuse',
      at: noon,
      channel: 'visit',
      may: false,
      by: 'gb.visit',
      given: { circumstances: [{ kind: 'economicAbuse', since: '2026-11-01' }] },
    },
    {
      what: 'a vulnerable person may be written to',
      at: noon,
      channel: 'email',
      may: true,
      given: { circumstances: [{ kind: 'vulnerable', since: '2026-11-01' }] },
    },
    {
      what: 'after a vulnerability disclosed by phone',
      at: noon,
      channel: 'visit',
      may: false,
      by: 'gb.visit',
      given: { contacts: [contact('2026-11-20T09:00:00Z', 'call', 'vulnerabilityDisclosed')] },
    },
  ])
  test('notice by the house’s day, consent to enter by the sourcebook', () => {
    const { prerequisites } = permissionsOf(minimalCase(GB), noon).demand.visit
    expect(prerequisites.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['visit.notice', 'visit.consentToEnter']),
    )
  })
})

describe('holds', () => {
  const held = (kind: CircumstanceKind, since: string, until?: string): Partial<BorrowerCase> => ({
    ...GB,
    circumstances: [{ kind, since, ...(until === undefined ? {} : { until }) }],
  })

  test.each([
    ['moratorium', 'gb.breathingSpace'],
    ['mentalHealthCrisis', 'gb.mentalHealthCrisis'],
    ['adviserEngaged', 'gb.adviserEngaged'],
    ['represented', 'gb.represented'],
    ['dispute', 'gb.dispute'],
    ['notTheBorrower', 'gb.wrongPerson'],
    ['ceaseRequest', 'house.ceaseRequest'],
    ['insolvency', 'house.insolvency'],
  ] as const)('%s by %s', (kind, rule) => {
    const permissions = permissionsOf(minimalCase(held(kind, '2026-11-10')), noon)
    expect(holdsOf(permissions)).toEqual([`${kind} ${rule}`])
    expect(permissions.demand.email.status).toBe('blocked')
  })

  // Breathing Space from 1 October: 60 days, and no longer.
  testEdges(held('moratorium', '2026-10-01'), [
    {
      what: 'in the eighth week of Breathing Space',
      at: '2026-11-24T12:00:00Z',
      channel: 'email',
      may: false,
      by: 'gb.breathingSpace',
    },
    { what: 'in the tenth week', at: '2026-12-08T12:00:00Z', channel: 'email', may: true },
  ])
  // A debt adviser engaged on 1 November: 30 days unless extended.
  testEdges(held('adviserEngaged', '2026-11-01'), [
    {
      what: 'four weeks after the adviser began',
      at: '2026-11-28T12:00:00Z',
      channel: 'email',
      may: false,
      by: 'gb.adviserEngaged',
    },
    { what: 'five weeks after', at: '2026-12-05T12:00:00Z', channel: 'email', may: true },
    {
      what: 'five weeks after, extended to Christmas',
      at: '2026-12-05T12:00:00Z',
      channel: 'email',
      may: false,
      by: 'gb.adviserEngaged',
      given: held('adviserEngaged', '2026-11-01', '2026-12-24'),
    },
  ])
  // Crisis treatment to 31 October, then 30 days: through 30 November.
  testEdges(held('mentalHealthCrisis', '2026-09-01', '2026-10-31'), [
    {
      what: 'the last second of the 30 days after crisis treatment',
      at: '2026-11-30T23:59:59Z',
      channel: 'email',
      may: false,
      by: 'gb.mentalHealthCrisis',
      opens: '2026-12-01T00:00:00+00:00',
    },
    { what: 'the first second after them', at: '2026-12-01T00:00:00Z', channel: 'email', may: true },
  ])
})

test('a closed channel is a reasonable request', () => {
  const { sms } = permissionsOf(
    minimalCase({ ...GB, preferences: { channelsOptedOut: ['sms'] } }),
    noon,
  ).demand
  expect(rulesOf(sms)).toEqual(['gb.requests'])
})
