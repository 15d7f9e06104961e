import { describe, expect, test } from 'vitest'
import type { BorrowerCase, HoursOfDays, Preferences } from '../../src/input/borrowerCase.ts'
import { CHANNELS } from '../../src/words/channels.ts'
import { type BareRule, permitted, type Setting, short } from './given.ts'

const ALL_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const daily = (from: string, to: string): HoursOfDays => ({ days: ALL_DAYS, from, to })
const RULE: BareRule = {
  id: 'hours',
  kind: 'hours',
  open: [{ days: ['*'], from: '08:00', to: '21:00' }],
  overrides: ['agreement'],
}
const setting = (asOf: string): Setting => ({ asOf, packs: { XA: [RULE] } })
const wished = (asOf: string, preferences: Preferences, changes: Partial<BorrowerCase> = {}) =>
  permitted({ preferences, ...changes }, setting(asOf)).demand

describe('the borrower’s hours', () => {
  test('narrow those of the rules', () => {
    expect(short(wished('2026-11-25T09:00:00Z', { contactHours: [daily('18:00', '23:00')] }).call)).toBe(
      'open 2026-11-25T18:00:00+00:00 – 2026-11-25T21:00:00+00:00 (wish.hours)',
    )
    expect(short(wished('2026-11-25T09:00:00Z', { avoidHours: [daily('08:00', '12:00')] }).call)).toBe(
      'open 2026-11-25T12:00:00+00:00 – 2026-11-25T21:00:00+00:00 (wish.hours)',
    )
  })
  test('bind what disturbs at an hour, not letters and email', () => {
    const demand = wished('2026-11-25T09:00:00Z', { avoidHours: [daily('00:00', '24:00')] })
    expect(CHANNELS.filter((channel) => demand[channel].status === 'blocked')).toEqual([
      'sms',
      'app',
      'messaging',
      'call',
      'visit',
    ])
    expect(demand.call.opensAt).toBeUndefined()
  })
  test('avoided hours beat agreed ones', () => {
    const preferences = { agreedHours: [daily('21:00', '22:30')], avoidHours: [daily('22:00', '24:00')] }
    expect(short(wished('2026-11-25T21:00:00Z', preferences).call)).toBe(
      'open 2026-11-25T21:00:00+00:00 – 2026-11-25T22:00:00+00:00',
    )
    // Email has no wishes, but neither does an agreement withdrawn by avoiding those hours lift its rule.
    expect(short(wished('2026-11-25T22:00:00Z', preferences).email)).toContain('open 2026-11-26T08:00:00')
  })
  test('agreed hours widen the hours wished, and are no wish by themselves', () => {
    const preferences = { contactHours: [daily('18:00', '19:00')], agreedHours: [daily('21:30', '22:00')] }
    expect(short(wished('2026-11-25T19:00:00Z', preferences).call)).toBe(
      'open 2026-11-25T21:30:00+00:00 – 2026-11-25T22:00:00+00:00 (wish.hours)',
    )
    expect(short(wished('2026-11-25T09:00:00Z', { agreedHours: [daily('21:30', '22:00')] }).call)).toContain(
      'open 2026-11-25T09:00',
    )
  })
  test('hang on the borrower’s clock, wherever the number is', () => {
    const changes = {
      timeZone: 'Asia/Shanghai',
      contactPoints: [{ key: 'n', channel: 'call', timeZone: 'Asia/Kolkata' }],
    } as const
    // 18:00 to 20:00 in Shanghai is 15:30 to 17:30 in Kolkata.
    expect(
      short(wished('2026-11-25T04:00:00Z', { contactHours: [daily('18:00', '20:00')] }, changes).call),
    ).toBe('open 2026-11-25T15:30:00+05:30 – 2026-11-25T17:30:00+05:30 (wish.hours)')
  })
  test('no hour left is no hour, and the reason names what was said', () => {
    const { call } = wished('2026-11-25T09:00:00Z', {
      contactHours: [daily('22:00', '23:00')],
      avoidHours: [daily('22:00', '24:00')],
    })
    expect(short(call)).toBe('blocked until ? (wish.hours)')
    expect(call.because[0]?.evidence).toEqual(['/preferences/contactHours', '/preferences/avoidHours'])
  })
  test('wishes that never meet the rules leave nothing', () => {
    const none = wished('2026-11-25T09:00:00Z', { contactHours: [daily('21:00', '23:00')] }).call
    expect(short(none)).toBe('blocked until ? (wish.hours rule.hours)')
  })
})

describe('a channel closed by the borrower', () => {
  const closed = { channelsOptedOut: ['sms'] } as const
  test('stays closed, by whichever rule says so', () => {
    const rule: BareRule = { id: 'optOut', kind: 'optOut', channels: ['*'] }
    const { demand } = permitted(
      { preferences: closed },
      { asOf: '2026-11-25T09:00:00Z', packs: { XA: [RULE, rule] } },
    )
    expect(short(demand.sms)).toBe('blocked until ? (rule.optOut)')
    expect(demand.sms.because[0]).toMatchObject({
      params: { channel: 'sms' },
      evidence: ['/preferences/channelsOptedOut/0'],
      rule: { pack: 'xa', id: 'optOut' },
    })
    expect(demand.email.status).toBe('open')
  })
  test('even where no rule does', () => {
    const { sms } = wished('2026-11-25T09:00:00Z', closed)
    expect(short(sms)).toBe('blocked until ? (rule.optOut)')
    expect(sms.because[0]?.rule).toBeUndefined()
  })
})
