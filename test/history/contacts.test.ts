import { describe, expect, test } from 'vitest'
import type { BorrowerCase, Contact } from '../../src/input/borrowerCase.ts'
import type { ContactOutcome } from '../../src/words/outcomes.ts'
import { factsOf, instant } from './given.ts'

const call = (outcome: ContactOutcome, at: string, more: Partial<Contact> = {}): Contact => ({
  at,
  channel: 'call',
  party: 'borrower',
  outcome,
  ...more,
})
const facts = (contacts: Contact[], changes: Partial<BorrowerCase> = {}) => factsOf({ contacts, ...changes })

test('attempts and contacts made count by the borrower’s days, today being one', () => {
  const { features } = facts([
    call('noAnswer', '2026-11-25T00:00:00+08:00'),
    call('voicemail', '2026-11-24T23:59:59+08:00'),
    call('delivered', '2026-11-19T08:00:00+08:00', { channel: 'sms' }),
    call('spoke', '2026-11-18T08:00:00+08:00'),
    call('spoke', '2026-10-27T08:00:00+08:00'),
    call('spoke', '2026-10-26T08:00:00+08:00'),
    call('spoke', '2026-11-25T08:00:00+08:00', { direction: 'inbound' }),
    call('noAnswer', '2026-11-25T08:00:00+08:00', { account: 'other' }),
  ])
  // The 19th is the seventh day back, 27 October the thirtieth.
  expect(features).toMatchObject({ attempts1: 1, attempts7: 3, attempts30: 5, contactsMade30: 4 })
})

test('technical failures of 90 days stand apart', () => {
  const { features } = facts([
    call('technicalFailure', '2026-08-28T10:00:00+08:00', { channel: 'app' }),
    call('technicalFailure', '2026-08-27T10:00:00+08:00', { channel: 'app' }),
  ])
  // August has 4 days left from the 28th, then 30 + 31 + 25: ninety.
  expect(features.technicalFailures90).toBe(1)
})

describe('the last conversation', () => {
  const at = '2026-11-20T10:00:00+08:00'
  test.each<[string, Contact, boolean]>([
    ['spoken with the borrower', call('spoke', at), true],
    ['spoken with nobody knows whom', { at, channel: 'visit', outcome: 'spoke' }, true],
    ['the borrower called', call('spoke', at, { direction: 'inbound' }), true],
    ['by message', call('spoke', at, { channel: 'sms' }), false],
    ['with a guarantor', call('spoke', at, { party: 'guarantor' }), false],
    ['not reached', call('voicemail', at), false],
    ['with another person', call('wrongPerson', at), false],
    ['on another account', call('spoke', at, { account: 'other' }), true],
  ])('%s: %#', (_, contact, counts) => {
    expect(facts([contact]).features.daysSinceConversation).toBe(counts ? 5 : null)
  })
})

describe('two-way contact', () => {
  const at = '2026-11-20T10:00:00+08:00'
  test.each<[Contact, boolean]>([
    [call('spoke', at, { channel: 'sms' }), true],
    [call('noAnswer', at, { direction: 'inbound' }), true],
    [call('hardshipReported', at, { party: 'representative' }), true],
    [call('technicalFailure', at, { channel: 'app' }), false],
    [call('technicalFailure', at), true],
    [call('refused', at), false],
    [call('visitRefused', at, { direction: 'inbound' }), false],
    [call('hostile', at), false],
    [call('ceaseRequested', at), false],
    [call('read', at, { channel: 'sms' }), false],
    [call('spoke', at, { party: 'guarantor' }), false],
    [call('spoke', at, { account: 'other' }), false],
    [call('contactRefusedByThirdParty', at, { party: 'unknown' }), false],
  ])('%j: %s', (contact, counts) => {
    expect(facts([contact]).lastTwoWay).toEqual(
      counts ? { at: instant(at), evidence: '/contacts/0' } : undefined,
    )
  })
})

describe('asked', () => {
  const at = '2026-11-20T10:00:00+08:00'
  const inbound = (outcome: ContactOutcome, more: Partial<Contact> = {}) =>
    call(outcome, at, { direction: 'inbound', ...more })
  test.each<[string, Contact, boolean]>([
    ['an inbound call', inbound('spoke'), true],
    ['by the representative', inbound('spoke', { party: 'representative' }), true],
    ['by a guarantor', inbound('spoke', { party: 'guarantor' }), false],
    ['an outbound one', call('spoke', at), false],
    ['a quarter ago', { ...inbound('spoke'), at: '2026-08-27T10:00:00+08:00' }, true], // 90 days
    ['longer ago', { ...inbound('spoke'), at: '2026-08-26T10:00:00+08:00' }, false],
    ['about another account', inbound('spoke', { account: 'other' }), false],
    ...(
      [
        'refused',
        'visitRefused',
        'hostile',
        'ceaseRequested',
        'channelOptOut',
        'disputeRaised',
        'complaint',
        'deceasedReported',
      ] as const
    ).map((outcome): [string, Contact, boolean] => [`to say ${outcome}`, inbound(outcome), false]),
  ])('%s', (_, contact, asked) => {
    expect(facts([contact]).lastAsked !== undefined).toBe(asked)
  })

  test('hardship reported in any direction, as long as it is taken for true', () => {
    const reported = (day: string) => facts([call('hardshipReported', `${day}T10:00:00+08:00`)]).lastAsked
    // 90 days before 25 November is 27 August.
    expect(reported('2026-08-27')).toMatchObject({ evidence: '/contacts/0' })
    expect(reported('2026-08-26')).toBeUndefined()
  })

  test('a declaration, an application, an arrangement', () => {
    expect(facts([], { circumstances: [{ kind: 'hardshipApplication' }] }).lastAsked?.evidence).toBe(
      '/circumstances/0',
    )
    expect(
      facts([], { circumstances: [{ kind: 'hardshipDeclared', until: '2026-11-24' }] }).lastAsked,
    ).toBeUndefined()
    const arrangements = [{ kind: 'settlement', from: '2026-11-01', status: 'active' }] as const
    expect(facts([], { arrangements }).lastAsked?.evidence).toBe('/arrangements/0')
  })
})

describe('a claim to have paid', () => {
  const claim = call('claimsPaid', '2026-11-20T10:00:00+08:00')
  const paid = (on: string, more = {}) => ({
    repayments: [{ due: '2026-09-24', amount: 5, paid: [{ on, amount: 5, ...more }] }],
  })

  test('stands until a payment is posted', () => {
    expect(facts([claim]).claimedPaid).toEqual({ at: instant(claim.at), evidence: '/contacts/0' })
    expect(facts([claim], paid('2026-11-19')).claimedPaid).toBeDefined()
    expect(facts([claim], paid('2026-11-19', { postedOn: '2026-11-20' })).claimedPaid).toBeUndefined()
    expect(facts([claim], paid('2026-11-21', { reversedOn: '2026-11-22' })).claimedPaid).toBeDefined()
  })

  test('is this account’s, and not a third party’s', () => {
    expect(facts([{ ...claim, account: 'other' }]).claimedPaid).toBeUndefined()
    expect(facts([{ ...claim, party: 'thirdParty' }]).claimedPaid).toBeUndefined()
  })
})

describe('a call back', () => {
  const asked = call('callbackRequested', '2026-11-20T10:00:00+08:00')
  test('is asked for until the borrower was spoken with again', () => {
    expect(facts([asked]).callbackAsked).toEqual({ at: instant(asked.at), evidence: '/contacts/0' })
    const missed = call('noAnswer', '2026-11-21T10:00:00+08:00')
    expect(facts([asked, missed]).callbackAsked).toBeDefined()
    const spoken = call('spoke', '2026-11-21T10:00:00+08:00')
    expect(facts([asked, spoken]).callbackAsked).toBeUndefined()
    expect(facts([{ ...asked, account: 'other' }]).callbackAsked).toBeUndefined()
  })
})

describe('reach', () => {
  test('the right-party rate counts the borrower noted as such, pulled to one in ten', () => {
    const contacts = [
      call('spoke', '2026-11-01T10:00:00+08:00'),
      call('spoke', '2026-11-02T10:00:00+08:00', { party: 'unknown' }),
      call('noAnswer', '2026-11-03T10:00:00+08:00'),
      call('delivered', '2026-11-04T10:00:00+08:00', { channel: 'sms' }),
      call('spoke', '2026-11-05T10:00:00+08:00', { party: 'coBorrower' }),
      call('spoke', '2026-05-01T10:00:00+08:00'),
    ]
    // One of three calls in half a year: (1 + 0.1 · 10) / (3 + 10).
    expect(facts(contacts).features.rightPartyRate).toBe(0.153846)
    expect(facts([]).features.rightPartyRate).toBeNull()
  })

  test('failures in a row end with the newest time the borrower was heard', () => {
    const failed = [
      call('noAnswer', '2026-11-03T10:00:00+08:00'),
      call('voicemail', '2026-11-04T10:00:00+08:00'),
      call('notHome', '2026-11-05T10:00:00+08:00', { channel: 'visit' }),
      call('bounced', '2026-11-06T10:00:00+08:00', { channel: 'sms' }),
    ]
    expect(facts(failed).features.consecutiveFailures).toBe(3)
    const heard = call('read', '2026-11-03T12:00:00+08:00', { direction: 'inbound', channel: 'sms' })
    expect(facts([...failed, heard]).features.consecutiveFailures).toBe(2)
  })

  test('the best hour is the local one at which the borrower was heard most often', () => {
    const heard = [
      call('spoke', '2026-11-03T18:59:59+08:00'),
      call('spoke', '2026-11-04T18:00:00+08:00'),
      call('spoke', '2026-11-05T09:00:00+08:00'),
      call('noAnswer', '2026-11-06T09:00:00+08:00'),
      call('noAnswer', '2026-11-07T09:00:00+08:00'),
    ]
    expect(facts(heard).bestHour).toEqual({ hour: 18, answered: 2 })
    // 18:59 in Shanghai is 10:59 in London, where 09:00 in Shanghai is 01:00.
    expect(facts(heard, { timeZone: 'Europe/London' }).bestHour).toEqual({ hour: 10, answered: 2 })
    expect(facts(heard.slice(3)).bestHour).toBeUndefined()
  })

  test('of equally good hours the earliest, across a change of clocks', () => {
    // New York went from −4 to −5 on 1 November 2026: both are 08:30 there, once before and once after.
    const heard = [
      call('spoke', '2026-11-05T13:30:00Z'),
      call('spoke', '2026-10-30T12:30:00Z'),
      call('spoke', '2026-11-06T15:30:00Z'),
    ]
    const given = (contacts: Contact[]) => facts(contacts, { timeZone: 'America/New_York' }).bestHour
    expect(given(heard)).toEqual({ hour: 8, answered: 2 })
    expect(given(heard.slice(1))).toEqual({ hour: 8, answered: 1 })
  })
})

test('invalid contact points are counted', () => {
  const contactPoints = [
    { key: 'a', channel: 'call', status: 'invalid' },
    { key: 'b', channel: 'call', status: 'verified' },
  ] as const
  expect(facts([], { contactPoints }).features.invalidPoints).toBe(1)
})
