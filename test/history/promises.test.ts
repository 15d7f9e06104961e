import { describe, expect, test } from 'vitest'
import type { BorrowerCase, Contact, Payment } from '../../src/input/borrowerCase.ts'
import { factsOf, NOON } from './given.ts'

const promise = (on: string, amount: number, by: string, more: Partial<Contact> = {}): Contact => ({
  at: `${on}T10:00:00+08:00`,
  channel: 'call',
  party: 'borrower',
  outcome: 'promise',
  promise: { amount, by },
  ...more,
})
const given = (contacts: Contact[], paid: Payment[], changes: Partial<BorrowerCase> = {}, asOf = NOON) =>
  factsOf({ contacts, repayments: [{ due: '2026-09-24', amount: 100000, paid }], ...changes }, asOf)
const statuses = (...args: Parameters<typeof given>) => given(...args).promises.map(({ status }) => status)

// The default policy: 2 days of tolerance, 0.9 of the amount.
describe('a promise', () => {
  const november = promise('2026-11-10', 1000, '2026-11-20')

  test.each([
    ['on the day it was made', '2026-11-10', 900, 'kept'],
    ['on the last day of tolerance', '2026-11-22', 900, 'kept'],
    ['a day too late', '2026-11-23', 1000, 'broken'],
    ['the day before it was made', '2026-11-09', 1000, 'broken'],
    ['less than the tolerated share', '2026-11-15', 899, 'partlyKept'],
  ])('paid %s', (_, on, amount, status) => {
    expect(statuses([november], [{ on, amount }])).toEqual([status])
  })

  test('adds up payments of its time', () => {
    const facts = given(
      [november],
      [
        { on: '2026-11-09', amount: 500 },
        { on: '2026-11-12', amount: 450 },
        { on: '2026-11-21', amount: 450 },
      ],
    )
    expect(facts.promises).toMatchObject([
      { status: 'kept', paid: 900, pointer: '/contacts/0', amount: 1000 },
    ])
  })

  test('is open to the end of its tolerance, then broken', () => {
    const at = (day: string) => given([november], [], {}, `${day}T23:59:59+08:00`)
    expect(at('2026-11-22')).toMatchObject({ openPromise: { status: 'open' }, brokenSincePayment: 0 })
    expect(at('2026-11-23')).toMatchObject({ openPromise: undefined, brokenSincePayment: 1 })
    expect(at('2026-11-23').features).toMatchObject({ promisesMade: 1, promisesBroken: 1 })
  })

  test('is not kept by a payment taken back or not yet known', () => {
    const paid = { on: '2026-11-15', amount: 1000 }
    expect(statuses([november], [{ ...paid, reversedOn: '2026-11-24' }])).toEqual(['broken'])
    expect(statuses([november], [{ ...paid, postedOn: '2026-11-26' }])).toEqual(['broken'])
    expect(statuses([november], [{ ...paid, postedOn: '2026-11-25' }])).toEqual(['kept'])
  })

  test('counts payments on whatever row', () => {
    const repayments = [
      { due: '2026-09-24', amount: 500, paid: [{ on: '2026-11-20', amount: 500 }] },
      { due: '2026-10-24', amount: 500, paid: [{ on: '2026-11-12', amount: 500 }] },
    ]
    expect(factsOf({ contacts: [november], repayments }).promises).toMatchObject([
      { status: 'kept', paid: 1000 },
    ])
  })

  test.each(['refused', 'visitRefused', 'hostile', 'ceaseRequested'] as const)(
    'is not ended by %s',
    (outcome) => {
      const later: Contact = { at: '2026-11-21T10:00:00+08:00', channel: 'call', party: 'borrower', outcome }
      expect(statuses([november, later], [], {}, '2026-11-22T12:00:00+08:00')).toEqual(['open'])
    },
  )

  test('is not a third party’s to give, nor another account’s', () => {
    expect(statuses([{ ...november, party: 'thirdParty' }], [])).toEqual([])
    expect(statuses([{ ...november, account: 'other' }], [])).toEqual([])
    expect(statuses([{ ...november, party: 'coBorrower', outcome: 'partialPromise' }], [])).toEqual([
      'broken',
    ])
  })
})

describe('a newer promise', () => {
  const first = promise('2026-11-10', 1000, '2026-11-20')
  const second = promise('2026-11-15', 800, '2026-11-24')

  test('replaces an open one', () => {
    const facts = given([second, first], [])
    expect(facts.promises.map(({ status }) => status)).toEqual(['replaced', 'open'])
    expect(facts.openPromise?.amount).toBe(800)
    expect(facts.features.keptRate).toBeNull()
  })

  test('replaces it to the last day of its tolerance', () => {
    expect(statuses([first, promise('2026-11-22', 800, '2026-11-24')], [])).toEqual(['replaced', 'open'])
  })

  test('leaves one that was kept or broken before it', () => {
    expect(statuses([first, second], [{ on: '2026-11-14', amount: 1000 }])).toEqual(['kept', 'open'])
    const after = promise('2026-11-23', 800, '2026-11-24')
    expect(statuses([first, after], [])).toEqual(['broken', 'open'])
  })

  test('is not kept by the payment of its own day that kept the older one', () => {
    const paid = { on: '2026-11-15', amount: 1000 }
    expect(statuses([first, second], [paid])).toEqual(['kept', 'open'])
    expect(statuses([first, second], [paid, { on: '2026-11-16', amount: 800 }])).toEqual(['kept', 'kept'])
  })
})

describe('broken since the last payment', () => {
  const broken = [promise('2026-10-01', 1000, '2026-10-05'), promise('2026-11-01', 1000, '2026-11-05')]

  test.each([
    ['nothing was ever paid', [], 2],
    ['the payment came before both', [{ on: '2026-09-30', amount: 1 }], 2],
    // The first ended with its tolerance on 7 October.
    ['the payment came between', [{ on: '2026-10-08', amount: 1 }], 1],
    ['the payment came after both', [{ on: '2026-11-08', amount: 1 }], 0],
  ])('%s', (_, paid, count) => {
    expect(given(broken, paid).brokenSincePayment).toBe(count)
  })
})

test('the kept rate is pulled to the policy’s prior', () => {
  const contacts = [promise('2026-10-01', 1000, '2026-10-05'), promise('2026-11-01', 1000, '2026-11-05')]
  // One kept, one broken, and a prior of 0.5 worth four promises: (1 + 2) / (2 + 4).
  expect(given(contacts, [{ on: '2026-10-03', amount: 1000 }]).features).toMatchObject({
    promisesKept: 1,
    promisesBroken: 1,
    keptRate: 0.5,
  })
  // One partly kept of one: (0 + 2) / (1 + 4).
  expect(given(contacts.slice(0, 1), [{ on: '2026-10-03', amount: 10 }]).features).toMatchObject({
    promisesPartlyKept: 1,
    keptRate: 0.4,
  })
})
