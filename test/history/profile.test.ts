import { describe, expect, test } from 'vitest'
import type { BorrowerCase, Contact } from '../../src/input/borrowerCase.ts'
import type { ContactOutcome } from '../../src/words/outcomes.ts'
import { factsOf } from './given.ts'

const call = (outcome: ContactOutcome, on: string, more: Partial<Contact> = {}): Contact => ({
  at: `${on}T10:00:00+08:00`,
  channel: 'call',
  party: 'borrower',
  outcome,
  ...more,
})
const promise = (on: string, by: string): Contact => call('promise', on, { promise: { amount: 100, by } })
const paid = (...on: string[]): Partial<BorrowerCase> => ({
  repayments: [{ due: '2026-06-24', amount: 10000, paid: on.map((day) => ({ on: day, amount: 100 })) }],
})
const profileOf = (contacts: Contact[], changes: Partial<BorrowerCase> = {}) =>
  factsOf({ contacts, ...changes }).profile

describe('willingness', () => {
  test('is unknown where nothing tells of it', () => {
    expect(profileOf([]).willingness).toBeNull()
    expect(profileOf([call('noAnswer', '2026-11-20'), call('hostile', '2026-11-20')]).willingness).toBeNull()
  })

  test('is a share of promises kept and answers given, pulled to the policy’s prior', () => {
    // One kept promise, which was an answer too: (1 + 0.25 + 0.5 · 4) / (1 + 0.25 + 4) = 3.25 / 5.25.
    const profile = profileOf([promise('2026-11-01', '2026-11-05')], paid('2026-11-03'))
    expect(profile).toMatchObject({ willingness: 0.619048, willingnessEvidence: ['/contacts/0'] })
    // Refused once: 2 / 5.
    expect(profileOf([call('refused', '2026-11-01')])).toMatchObject({
      willingness: 0.4,
      willingnessEvidence: ['/contacts/0'],
    })
  })

  const history = [promise('2026-10-01', '2026-10-05'), call('spoke', '2026-10-20')]
  const before = profileOf(history).willingness as number

  test('rises with a promise kept, falls with one broken', () => {
    const next = promise('2026-11-01', '2026-11-05')
    expect(profileOf([...history, next], paid('2026-11-03')).willingness).toBeGreaterThan(before)
    expect(profileOf([...history, next]).willingness).toBeLessThan(before)
  })

  test('falls with a refusal to pay, not with one of visits or of contact', () => {
    expect(profileOf([...history, call('refused', '2026-11-01')]).willingness).toBeLessThan(before)
    for (const outcome of ['visitRefused', 'ceaseRequested', 'hostile', 'channelOptOut'] as const) {
      expect(profileOf([...history, call(outcome, '2026-11-01')]).willingness).toBeGreaterThanOrEqual(before)
    }
  })

  test('forgets refusals of half a year ago', () => {
    // 30 May to 25 November are 179 days.
    expect(profileOf([call('refused', '2026-05-30')]).willingness).toBe(0.4)
    expect(profileOf([call('refused', '2026-05-29')]).willingness).toBeNull()
  })

  test('rises with answers, but for more than four', () => {
    const answers = Array.from({ length: 5 }, (_, i) => call('spoke', `2026-11-0${i + 1}`))
    const willingAfter = (count: number) =>
      profileOf([...history, ...answers.slice(0, count)]).willingness as number
    expect(willingAfter(1)).toBeGreaterThan(before)
    expect(willingAfter(5)).toBe(willingAfter(2)) // two answers are in the history
  })
})

describe('contactability', () => {
  test('is unknown where nobody tried and nobody was heard', () => {
    expect(profileOf([]).contactability).toBeNull()
    expect(profileOf([call('delivered', '2026-11-20', { channel: 'sms' })]).contactability).toBeNull()
  })

  test('joins the right-party rate and how recently they were heard', () => {
    // Heard today on the one call: rate (1 + 1) / (1 + 10), fresh 0.8: 1 − 9/11 · 0.2.
    expect(profileOf([call('spoke', '2026-11-25')]).contactability).toBe(0.836364)
    // Thirty days ago 0.8 has halved: 1 − 9/11 · 0.6.
    expect(profileOf([call('spoke', '2026-10-26')]).contactability).toBe(0.509091)
    // Five calls without an answer: 1 / 15.
    const failures = ['01', '02', '03', '04', '05'].map((day) => call('noAnswer', `2026-11-${day}`))
    expect(profileOf(failures)).toMatchObject({
      contactability: 0.066667,
      contactabilityEvidence: ['/contacts/4', '/contacts/3', '/contacts/2'],
    })
  })

  test('rises with an inbound contact, falls with another failure', () => {
    const history = [call('spoke', '2026-11-01'), call('noAnswer', '2026-11-10')]
    const before = profileOf(history).contactability as number
    const inbound = call('spoke', '2026-11-12', { direction: 'inbound', channel: 'sms' })
    expect(profileOf([...history, inbound]).contactability).toBeGreaterThan(before)
    expect(profileOf([...history, call('noAnswer', '2026-11-12')]).contactability).toBeLessThan(before)
  })
})
