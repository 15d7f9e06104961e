import { describe, expect, test } from 'vitest'
import type { BorrowerCase, Contact, Repayment } from '../../src/input/borrowerCase.ts'
import { factsOf } from './given.ts'

/** Rows of 100 due on the 10th of the months up to October 2026, oldest first, paid on their due day. */
const rows = (...paid: number[]): Repayment[] =>
  paid.map((amount, i) => {
    const due = `2026-${String(10 - (paid.length - 1 - i)).padStart(2, '0')}-10`
    return { due, amount: 100, paid: amount === 0 ? [] : [{ on: due, amount }] }
  })
const signsOf = (changes: Partial<BorrowerCase>) => factsOf(changes).trouble
const spoke = (at: string): Contact => ({ at, channel: 'call', party: 'borrower', outcome: 'spoke' })

describe('a long payer gone silent', () => {
  const silent = rows(100, 100, 100, 100, 100, 100, 0, 0)

  test('is a sign, shown by the unpaid rows', () => {
    expect(signsOf({ repayments: silent })).toEqual([
      { sign: 'silentPayer', evidence: ['/repayments/6', '/repayments/7'] },
    ])
  })

  test.each<[string, Partial<BorrowerCase>]>([
    ['only five rows were paid before', { repayments: silent.slice(1) }],
    ['two were late before', { repayments: rows(50, 50, 100, 100, 100, 100, 0) }],
    ['something was paid', { repayments: rows(100, 100, 100, 100, 100, 100, 95) }],
    ['the silence is long', { repayments: rows(100, 100, 100, 100, 100, 100, 0, 0, 0, 0) }],
    ['they were heard since', { repayments: silent, contacts: [spoke('2026-09-10T10:00:00+08:00')] }],
    [
      'nothing is overdue',
      { repayments: silent, loan: { product: 'instalment', outstanding: 500, overdue: 0 } },
    ],
  ])('is none when %s', (_, changes) => {
    expect(signsOf(changes)).toEqual([])
  })

  test('one late row before is forgiven, and so is an earlier talk', () => {
    const repayments = rows(50, 100, 100, 100, 100, 100, 0)
    expect(signsOf({ repayments, contacts: [spoke('2026-10-09T10:00:00+08:00')] })).toHaveLength(1)
  })
})

test('partial payments on the newest three rows', () => {
  expect(signsOf({ repayments: rows(10, 100, 0, 89, 90) })).toEqual([
    { sign: 'partialPayments', evidence: ['/repayments/3'] },
  ])
})

test('technical failures of thirty days on this account', () => {
  const failure = (at: string, more: Partial<Contact> = {}): Contact => ({
    at,
    channel: 'app',
    outcome: 'technicalFailure',
    ...more,
  })
  const contacts = [
    failure('2026-10-26T10:00:00+08:00'),
    failure('2026-10-27T10:00:00+08:00'),
    failure('2026-11-20T10:00:00+08:00', { account: 'other' }),
  ]
  // 27 October is the thirtieth day back, today being the first.
  expect(signsOf({ contacts })).toEqual([{ sign: 'technicalFailures', evidence: ['/contacts/1'] }])
})

test('hardship and vulnerability in force', () => {
  expect(
    signsOf({
      circumstances: [
        { kind: 'economicAbuse' },
        { kind: 'jobLoss', until: '2026-11-24' },
        { kind: 'illness', since: '2026-11-01' },
        { kind: 'dispute' },
      ],
    }),
  ).toEqual([
    { sign: 'hardshipKnown', evidence: ['/circumstances/2'] },
    { sign: 'vulnerable', evidence: ['/circumstances/0'] },
  ])
})
