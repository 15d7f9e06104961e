import { describe, expect, test } from 'vitest'
import type { Contact, Preferences } from '../../src/input/borrowerCase.ts'
import { factsOf, instant } from './given.ts'

const said = (outcome: Contact['outcome'], at: string, more: Partial<Contact> = {}): Contact => ({
  at,
  channel: 'sms',
  outcome,
  ...more,
})
const wishesOf = (preferences: Preferences, contacts: Contact[] = []) => factsOf({ preferences, contacts })

describe('opt-outs', () => {
  test('written and said, by channel', () => {
    const contacts = [
      said('channelOptOut', '2026-01-01T10:00:00Z'),
      said('channelOptOut', '2026-02-01T10:00:00Z'),
    ]
    expect(wishesOf({ channelsOptedOut: ['call', 'email'] }, contacts).optedOut).toEqual([
      { channel: 'sms', evidence: '/contacts/0' },
      { channel: 'email', evidence: '/preferences/channelsOptedOut/1' },
      { channel: 'call', evidence: '/preferences/channelsOptedOut/0' },
    ])
  })

  test('one written far down a list with repeats is found', () => {
    const channelsOptedOut = [...Array<'sms'>(9).fill('sms'), 'letter' as const]
    expect(wishesOf({ channelsOptedOut }).optedOut).toContainEqual({
      channel: 'letter',
      evidence: '/preferences/channelsOptedOut/9',
    })
  })

  test('said on another account counts, said by a third party not', () => {
    const at = '2026-01-01T10:00:00Z'
    expect(wishesOf({}, [said('channelOptOut', at, { account: 'other' })]).optedOut).toHaveLength(1)
    expect(wishesOf({}, [said('channelOptOut', at, { party: 'thirdParty' })]).optedOut).toEqual([])
  })
})

describe('visits', () => {
  const refusal = said('visitRefused', '2026-11-20T10:00:00+08:00', { channel: 'call' })
  const visitAppointment = { from: '2026-11-27T14:00:00+08:00', to: '2026-11-27T16:00:00+08:00' }

  test('as written, unknown without', () => {
    expect(wishesOf({ visit: 'agreed' }).visitWish).toEqual({
      wish: 'agreed',
      evidence: '/preferences/visit',
    })
    expect(wishesOf({}).visitWish).toBeUndefined()
  })

  test('a refusal on record stands against a written agreement', () => {
    expect(wishesOf({ visit: 'agreed' }, [refusal]).visitWish).toEqual({
      wish: 'refused',
      evidence: '/contacts/0',
    })
  })

  test.each([
    ['no record of when', undefined, false],
    ['made before', '2026-11-20T09:59:59+08:00', false],
    ['made at the same instant', '2026-11-20T10:00:00+08:00', false],
    ['made after', '2026-11-20T10:00:01+08:00', true],
  ])('an appointment with %s', (_, recorded, lifts) => {
    const facts = wishesOf({ visitAppointment: { ...visitAppointment, ...(recorded && { recorded }) } }, [
      refusal,
    ])
    expect(facts.visitWish?.wish).toBe(lifts ? undefined : 'refused')
    const given = { from: instant(visitAppointment.from), to: instant(visitAppointment.to) }
    expect(facts.appointment).toEqual(lifts ? given : undefined)
  })

  test('an appointment without any refusal stands', () => {
    expect(wishesOf({ visitAppointment }).appointment).toBeDefined()
  })
})
