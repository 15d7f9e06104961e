import { describe, expect, test } from 'vitest'
import type { BorrowerCase } from '../../src/input/borrowerCase.ts'
import { type BareRule, permitted, type Setting, short } from './given.ts'

const open = (from: string, to: string, days: readonly '*'[] = ['*']) => ({ days, from, to })
const hours = (from: string, to: string, more: Partial<BareRule> = {}): BareRule =>
  ({ id: 'hours', kind: 'hours', open: [open(from, to)], ...more }) as BareRule
const law = (asOf: string, ...rules: BareRule[]): Setting => ({ asOf, packs: { XA: rules } })
const call = (timeZone: string, setting: Setting, changes: Partial<BorrowerCase> = {}) =>
  short(permitted({ timeZone, ...changes }, setting).demand.call)

describe('opening and closing to the second, [08:00, 21:00)', () => {
  const rule = hours('08:00', '21:00')
  test.each([
    ['2026-11-25T07:59:59Z', 'open 2026-11-25T08:00:00+00:00 – 2026-11-25T21:00:00+00:00 (rule.hours)'],
    ['2026-11-25T08:00:00Z', 'open 2026-11-25T08:00:00+00:00 – 2026-11-25T21:00:00+00:00'],
    ['2026-11-25T20:59:59Z', 'open 2026-11-25T20:59:59+00:00 – 2026-11-25T21:00:00+00:00'],
    ['2026-11-25T21:00:00Z', 'open 2026-11-26T08:00:00+00:00 – 2026-11-26T21:00:00+00:00 (rule.hours)'],
  ])('%s', (asOf, expected) => {
    expect(call('UTC', law(asOf, rule))).toBe(expected)
  })
})

describe('on the wall clock of the zone', () => {
  // Clocks in New York went from 02:00 to 03:00 on 2026-03-08 and back from 02:00 to 01:00 on 2026-11-01;
  // on Lord Howe half an hour forward at 02:00 on 2026-10-04 and back at 02:00 on 2026-04-05.
  test.each([
    [
      'an odd offset',
      'Asia/Kathmandu',
      '2026-11-25T02:14:59Z',
      '08:00',
      '21:00',
      'open 2026-11-25T08:00:00+05:45 – 2026-11-25T21:00:00+05:45 (rule.hours)',
    ],
    [
      'the night before clocks go forward',
      'America/New_York',
      '2026-03-08T03:00:00Z',
      '08:00',
      '21:00',
      'open 2026-03-08T08:00:00-04:00 – 2026-03-08T21:00:00-04:00 (rule.hours)',
    ],
    [
      'an opening in the skipped hour begins after it',
      'America/New_York',
      '2026-03-08T05:00:00Z',
      '02:30',
      '05:00',
      'open 2026-03-08T03:00:00-04:00 – 2026-03-08T05:00:00-04:00 (rule.hours)',
    ],
    [
      'hours that lie in the gap altogether wait for the next day',
      'America/New_York',
      '2026-03-08T06:55:00Z',
      '02:10',
      '02:50',
      'open 2026-03-09T02:10:00-04:00 – 2026-03-09T02:50:00-04:00 (rule.hours)',
    ],
    [
      'a closing in the skipped hour comes at the jump',
      'America/New_York',
      '2026-03-08T06:30:00Z',
      '01:00',
      '02:30',
      'open 2026-03-08T01:30:00-05:00 – 2026-03-08T03:00:00-04:00',
    ],
    [
      'a closing in the repeated hour comes at its first pass',
      'America/New_York',
      '2026-11-01T05:00:00Z',
      '00:30',
      '01:30',
      'open 2026-11-01T01:00:00-04:00 – 2026-11-01T01:30:00-04:00',
    ],
    [
      'and the second pass opens it again',
      'America/New_York',
      '2026-11-01T05:45:00Z',
      '00:30',
      '01:30',
      'open 2026-11-01T01:00:00-05:00 – 2026-11-01T01:30:00-05:00 (rule.hours)',
    ],
    [
      'an opening in the repeated hour comes at its first pass and closes where the clock goes back',
      'America/New_York',
      '2026-11-01T05:00:00Z',
      '01:30',
      '03:00',
      'open 2026-11-01T01:30:00-04:00 – 2026-11-01T01:00:00-05:00 (rule.hours)',
    ],
    [
      'a whole repeated hour inside is one stretch',
      'America/New_York',
      '2026-11-01T04:30:00Z',
      '00:00',
      '12:00',
      'open 2026-11-01T00:30:00-04:00 – 2026-11-01T12:00:00-05:00',
    ],
    [
      'half an hour forward',
      'Australia/Lord_Howe',
      '2026-10-03T14:00:00Z',
      '02:10',
      '02:40',
      'open 2026-10-04T02:30:00+11:00 – 2026-10-04T02:40:00+11:00 (rule.hours)',
    ],
    [
      'half an hour back',
      'Australia/Lord_Howe',
      '2026-04-04T14:00:00Z',
      '01:45',
      '02:30',
      'open 2026-04-05T01:45:00+11:00 – 2026-04-05T01:30:00+10:30 (rule.hours)',
    ],
    [
      'a day that never was',
      'Pacific/Apia',
      '2011-12-30T08:00:00Z',
      '08:00',
      '21:00',
      'open 2011-12-31T08:00:00+14:00 – 2011-12-31T21:00:00+14:00 (rule.hours)',
    ],
  ])('%s', (_, zone, asOf, from, to, expected) => {
    expect(call(zone, law(asOf, hours(from, to)))).toBe(expected)
  })
  test('a stretch over midnight is one window', () => {
    const rule: BareRule = {
      id: 'night',
      kind: 'hours',
      open: [open('20:00', '24:00'), open('00:00', '02:00')],
    }
    expect(call('UTC', law('2026-11-25T12:00:00Z', rule))).toBe(
      'open 2026-11-25T20:00:00+00:00 – 2026-11-26T02:00:00+00:00 (rule.hours)',
    )
  })
  test('hours that touch are one window', () => {
    const rule: BareRule = {
      id: 'noon',
      kind: 'hours',
      open: [open('12:00', '20:00'), open('08:00', '12:00')],
    }
    expect(call('UTC', law('2026-11-25T09:00:00Z', rule))).toBe(
      'open 2026-11-25T09:00:00+00:00 – 2026-11-25T20:00:00+00:00',
    )
  })
  test('the zone of the contact point goes before the borrower’s', () => {
    const points = { contactPoints: [{ key: 'n', channel: 'call', timeZone: 'America/New_York' }] as const }
    expect(call('UTC', law('2026-11-25T12:00:00Z', hours('08:00', '21:00')), points)).toBe(
      'open 2026-11-25T08:00:00-05:00 – 2026-11-25T21:00:00-05:00 (rule.hours)',
    )
  })
})

describe('which days', () => {
  const weekdays = hours('09:00', '17:00', {
    open: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '17:00' }],
  })
  test('over the weekend it stays closed, and beyond the horizon it says when', () => {
    // 2026-11-27 is a Friday.
    expect(call('UTC', law('2026-11-27T18:00:00Z', weekdays))).toBe(
      'blocked until 2026-11-30T09:00:00+00:00 (rule.hours)',
    )
  })
  test('a window is cut at the horizon, a day away', () => {
    expect(call('UTC', law('2026-11-25T12:00:00Z', hours('00:00', '24:00')))).toBe(
      'open 2026-11-25T12:00:00+00:00 – 2026-11-26T12:00:00+00:00',
    )
  })
  test('opening just at the horizon is too late', () => {
    expect(call('UTC', law('2026-11-25T09:00:00Z', weekdays))).toContain('open 2026-11-25T09:00:00+00:00')
    const once = hours('09:00', '17:00', { open: [{ days: ['thu'], from: '09:00', to: '17:00' }] })
    expect(call('UTC', law('2026-11-25T09:00:00Z', once))).toBe(
      'blocked until 2026-11-26T09:00:00+00:00 (rule.hours)',
    )
    expect(call('UTC', law('2026-11-25T09:00:01Z', once))).toContain('open 2026-11-26T09:00:00')
  })
  test('a rule that is never open names no instant', () => {
    expect(call('UTC', law('2026-11-25T09:00:00Z', hours('09:00', '17:00', { open: [] })))).toBe(
      'blocked until ? (rule.hours)',
    )
  })
})

describe('holidays', () => {
  const holidays = { XA: ['2026-11-25'], 'XA-N': ['2026-11-26'] }
  const setting = (asOf: string, more: Partial<BareRule>): Setting => ({
    ...law(asOf, hours('08:00', '20:00', more)),
    policy: { holidays },
  })
  test('close the rules that say so', () => {
    expect(call('UTC', setting('2026-11-25T09:00:00Z', { holidays: 'closed' }))).toContain(
      'open 2026-11-26T08:00:00',
    )
    expect(call('UTC', setting('2026-11-25T09:00:00Z', {}))).toContain('open 2026-11-25T09:00:00')
  })
  test('of the country and of its part', () => {
    const changes = { jurisdiction: 'XA-N' }
    expect(call('UTC', setting('2026-11-25T09:00:00Z', { holidays: 'closed' }), changes)).toBe(
      'blocked until 2026-11-27T08:00:00+00:00 (rule.hours)',
    )
  })
})

describe('a rule that begins or ends', () => {
  const until = hours('08:00', '20:00', { id: 'old', effectiveUntil: '2026-12-31' })
  const from = hours('10:00', '18:00', { id: 'new', effectiveFrom: '2027-01-01' })
  test('each instant obeys the rules in force on its day', () => {
    expect(call('UTC', law('2026-12-31T19:00:00Z', until, from))).toContain(
      'open 2026-12-31T19:00:00+00:00 – 2026-12-31T20:00:00',
    )
    expect(call('UTC', law('2026-12-31T20:00:00Z', until, from))).toContain(
      'open 2027-01-01T10:00:00+00:00 – 2027-01-01T18:00:00',
    )
  })
  test('on the day of the borrower, not of UTC', () => {
    // 14:00 UTC on 31 December is 04:00 on 1 January in Kiritimati.
    expect(call('Pacific/Kiritimati', law('2026-12-31T14:00:00Z', until, from))).toContain(
      'open 2027-01-01T10:00:00+14:00',
    )
    expect(call('Pacific/Kiritimati', law('2026-12-31T05:30:00Z', until, from))).toContain(
      '– 2026-12-31T20:00:00+14:00',
    )
  })
  test('west of UTC it is still the last day', () => {
    // 02:00 UTC on 1 January is 21:00 on 31 December in New York; 08:00 is 22:00 the day before in Honolulu.
    const late = hours('08:00', '22:00', { id: 'old', effectiveUntil: '2026-12-31' })
    expect(call('America/New_York', law('2027-01-01T02:00:00Z', late, from))).toContain(
      'open 2026-12-31T21:00:00-05:00 – 2026-12-31T22:00:00-05:00',
    )
    expect(call('Pacific/Honolulu', law('2027-01-01T08:00:00Z', late, from))).toContain(
      'open 2027-01-01T10:00:00-10:00 – 2027-01-01T18:00:00-10:00',
    )
  })
  test('a window open around midnight is cut where the rule begins', () => {
    expect(call('UTC', law('2026-12-31T22:00:00Z', { ...from, open: [] } as BareRule))).toBe(
      'open 2026-12-31T22:00:00+00:00 – 2027-01-01T00:00:00+00:00',
    )
  })
  test('and goes on where one ends', () => {
    expect(call('UTC', law('2026-12-31T22:00:00Z', until))).toBe(
      'open 2027-01-01T00:00:00+00:00 – 2027-01-01T22:00:00+00:00 (rule.hours)',
    )
  })
})

describe('overrides', () => {
  const agreedHours = [{ days: ['wed'], from: '21:00', to: '22:30' }] as const
  const preferences = { agreedHours }
  test('agreed hours reopen a rule that lets them', () => {
    const rule = hours('08:00', '21:00', { overrides: ['agreement'] })
    expect(call('UTC', law('2026-11-25T20:00:00Z', rule), { preferences })).toContain(
      '20:00:00+00:00 – 2026-11-25T22:30:00',
    )
    expect(call('UTC', law('2026-11-25T22:30:00Z', rule), { preferences })).toContain(
      'open 2026-11-26T08:00:00',
    )
  })
  test('and no other', () => {
    expect(call('UTC', law('2026-11-25T21:00:00Z', hours('08:00', '21:00')), { preferences })).toContain(
      'open 2026-11-26T08:00',
    )
  })
  test('nor one that begins or ends', () => {
    const rule = hours('08:00', '21:00', { effectiveUntil: '2026-12-31' })
    expect(call('UTC', law('2026-11-25T21:00:00Z', rule), { preferences })).toContain('open 2026-11-26T08:00')
  })
  test('what lies between the hours of a rule makes them one', () => {
    const rule: BareRule = {
      ...hours('08:00', '21:00', { overrides: ['agreement'] }),
      open: [open('08:00', '21:00'), open('22:30', '24:00')],
    } as BareRule
    expect(call('UTC', law('2026-11-25T20:00:00Z', rule), { preferences })).toContain(
      '20:00:00+00:00 – 2026-11-26T00:00:00',
    )
  })
  test('they hang on the borrower’s clock, the rule on the point’s', () => {
    const rule = hours('08:00', '21:00', { overrides: ['agreement'] })
    const contactPoints = [{ key: 'n', channel: 'call', timeZone: 'Asia/Shanghai' }] as const
    // 21:00 UTC is 05:00 in Shanghai: closed there, agreed here.
    expect(call('UTC', law('2026-11-25T20:00:00Z', rule), { preferences, contactPoints })).toContain(
      'open 2026-11-26T05:00:00+08:00 – 2026-11-26T06:30:00+08:00',
    )
  })
  const consented = (at: string, channel?: 'call' | 'sms') => ({
    preferences: { consents: [{ to: 'hours' as const, at, ...(channel && { channel }) }] },
  })
  const lifted = hours('08:00', '21:00', { overrides: ['consent'], consentDays: 1 })
  test('consent lifts it for as long as the rule says, to the second', () => {
    expect(call('UTC', law('2026-11-25T23:00:00Z', lifted), consented('2026-11-25T02:00:00Z'))).toBe(
      'open 2026-11-25T23:00:00+00:00 – 2026-11-26T02:00:00+00:00',
    )
    expect(call('UTC', law('2026-11-26T01:59:59Z', lifted), consented('2026-11-25T02:00:00Z'))).toContain(
      '01:59:59+00:00 – 2026-11-26T02:00:00',
    )
    expect(call('UTC', law('2026-11-26T02:00:00Z', lifted), consented('2026-11-25T02:00:00Z'))).toContain(
      'open 2026-11-26T08:00:00',
    )
  })
  test('for the channel it was given for, or all', () => {
    expect(
      call('UTC', law('2026-11-25T23:00:00Z', lifted), consented('2026-11-25T02:00:00Z', 'call')),
    ).toContain('open 2026-11-25T23')
    expect(
      call('UTC', law('2026-11-25T23:00:00Z', lifted), consented('2026-11-25T02:00:00Z', 'sms')),
    ).toContain('open 2026-11-26T08')
  })
  test('without days in the rule it lasts; without the override it lifts nothing; other consents do not either', () => {
    const given = consented('2020-01-01T00:00:00Z')
    expect(
      call('UTC', law('2026-11-25T23:00:00Z', hours('08:00', '21:00', { overrides: ['consent'] })), given),
    ).toContain('open 2026-11-25T23')
    expect(call('UTC', law('2026-11-25T23:00:00Z', hours('08:00', '21:00')), given)).toContain(
      'open 2026-11-26T08',
    )
    const other = { preferences: { consents: [{ to: 'frequency' as const, at: '2026-11-25T02:00:00Z' }] } }
    expect(call('UTC', law('2026-11-25T23:00:00Z', lifted), other)).toContain('open 2026-11-26T08')
  })
})

describe('for some points and times only', () => {
  const workplace = hours('09:00', '17:00', { id: 'work', pointKinds: ['work'] })
  const at = (kind: 'work' | 'home') => ({ contactPoints: [{ key: 'n', channel: 'call' as const, kind }] })
  test('a rule for the workplace leaves other numbers alone', () => {
    const setting = law('2026-11-25T08:00:00Z', hours('07:00', '21:00'), workplace)
    expect(call('UTC', setting, at('work'))).toContain('open 2026-11-25T09:00:00+00:00 – 2026-11-25T17:00:00')
    expect(call('UTC', setting, at('home'))).toContain('open 2026-11-25T08:00:00+00:00 – 2026-11-25T21:00:00')
  })
  test('and leaves the house its hours there', () => {
    const setting = { ...law('2026-11-25T06:00:00Z', workplace), house: [hours('08:00', '20:00')] }
    expect(call('UTC', setting, at('work'))).toContain('open 2026-11-25T09:00:00+00:00 – 2026-11-25T17:00:00')
    expect(call('UTC', setting, at('home'))).toContain('open 2026-11-25T08:00:00+00:00 – 2026-11-25T20:00:00')
  })
  test('a rule for a circumstance closes while it lasts, says why, and leaves the house its hours', () => {
    const bereaved = hours('00:00', '24:00', { id: 'grief', open: [], during: ['bereavement'] })
    const setting = { ...law('2026-11-25T06:00:00Z', bereaved), house: [hours('08:00', '20:00')] }
    const circumstances = [{ kind: 'bereavement' as const, since: '2026-11-20', until: '2026-11-25' }]
    expect(call('UTC', setting)).toContain('open 2026-11-25T08:00:00')
    const permission = permitted({ circumstances }, { ...setting, asOf: '2026-11-25T21:00:00Z' }).demand.call
    expect(short(permission)).toContain('open 2026-11-26T08:00:00')
    // The house closes until 08:00, the occasion only until midnight.
    expect(permission.because.map(({ rule, evidence }) => [rule?.id, evidence])).toEqual([
      ['hours', []],
      ['grief', ['/circumstances/0']],
    ])
  })
})

test('its reason names the rule and nothing else', () => {
  const { because } = permitted({}, law('2026-11-25T07:00:00Z', hours('08:00', '21:00'))).demand.sms
  expect(because).toEqual([
    {
      code: 'rule.hours',
      about: 'action',
      params: {},
      evidence: [],
      rule: { pack: 'xa', id: 'hours', source: 'source of hours', force: 'rule' },
    },
  ])
})

test('letters have hours only where a rule covers them', () => {
  const { demand } = permitted(
    {},
    law('2026-11-25T07:00:00Z', hours('08:00', '21:00', { channels: ['call', 'sms'] })),
  )
  expect(short(demand.letter)).toContain('open 2026-11-25T07:00:00')
  expect(short(demand.sms)).toContain('open 2026-11-25T08:00:00')
})
