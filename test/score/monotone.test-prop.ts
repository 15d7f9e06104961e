import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BorrowerCase, Payment, Repayment } from '../../src/input/borrowerCase.ts'
import { addMonths, formatDay, parseDay } from '../../src/time/civilDay.ts'
import { scoreOf } from '../helpers/scoreOf.ts'

// Law 3 for the built-in model, through parsing and history.

const AS_OF = '2026-07-01T12:00:00Z'
const TODAY = parseDay('2026-07-01')!

/** Days before today. */
const ago = (days: number) => formatDay(TODAY - days)

const payment = fc.record(
  { on: fc.integer({ min: 1, max: 420 }).map(ago), amount: fc.integer({ min: 1, max: 120000 }) },
  { requiredKeys: ['on', 'amount'] },
)
const row = fc.record(
  {
    amount: fc.constantFrom(0, 1, 30000, 50000, 50000),
    paid: fc.array(payment, { maxLength: 2 }),
    balance: fc.integer({ min: 0, max: 900000 }),
    behind: fc.integer({ min: 0, max: 4 }),
  },
  { requiredKeys: ['amount'] },
)

const record = fc
  .record({
    rows: fc.array(row, { maxLength: 14 }),
    firstDueAgo: fc.integer({ min: -20, max: 40 }),
    product: fc.constantFrom('instalment' as const, 'revolving' as const, 'single' as const),
    outstanding: fc.integer({ min: 50000, max: 900000 }),
    overdue: fc.constantFrom(0, 1, 50000),
    daysPastDue: fc.integer({ min: 0, max: 400 }),
    creditLimit: fc.integer({ min: 0, max: 900000 }),
    paymentProfile: fc.option(fc.stringMatching(/^[0-9?-]{0,15}$/), { nil: undefined }),
  })
  .map(
    ({
      rows,
      firstDueAgo,
      product,
      outstanding,
      overdue,
      daysPastDue,
      creditLimit,
      paymentProfile,
    }): BorrowerCase => {
      const repayments = rows.map(
        (one, i): Repayment => ({ ...one, due: formatDay(addMonths(TODAY - firstDueAgo, -i)) }),
      )
      return {
        id: 'm-1',
        currency: 'USD',
        timeZone: 'UTC',
        loan: { product, outstanding, overdue, daysPastDue: overdue === 0 ? 0 : daysPastDue, creditLimit },
        repayments,
        ...(paymentProfile === undefined ? {} : { paymentProfile }),
      }
    },
  )

const probability = (given: BorrowerCase) => scoreOf(given, AS_OF).probability

test('more days past due never raise the probability', () => {
  fc.assert(
    fc.property(record, fc.integer({ min: 1, max: 200 }), (given, more) => {
      const overdue = { ...given, loan: { ...given.loan, overdue: Math.max(1, given.loan.overdue) } }
      const { loan } = overdue
      const later = { ...overdue, loan: { ...loan, daysPastDue: (loan.daysPastDue ?? 0) + more } }
      expect(probability(later)).toBeLessThanOrEqual(probability(overdue))
    }),
    { numRuns: 300 },
  )
})

/** The case with its newest payment changed; undefined where nothing was paid. */
function withNewest(given: BorrowerCase, change: (payment: Payment) => Payment): BorrowerCase | undefined {
  const days = (given.repayments ?? []).flatMap((one) => (one.paid ?? []).map((paid) => paid.on))
  const newest = days.sort().at(-1)
  if (newest === undefined) return undefined
  let changed = false
  const repayments = (given.repayments ?? []).map((one) => ({
    ...one,
    ...(one.paid && {
      paid: one.paid.map((paid) => {
        if (changed || paid.on !== newest) return paid
        changed = true
        return change(paid)
      }),
    }),
  }))
  return { ...given, repayments }
}

test('the newest payment made earlier, larger or both never lowers it', () => {
  fc.assert(
    fc.property(
      record,
      fc.integer({ min: 0, max: 90 }),
      fc.integer({ min: 0, max: 100000 }),
      (given, days, more) => {
        const better = withNewest(given, ({ on, amount }) => ({
          on: formatDay(parseDay(on)! - days),
          amount: amount + more,
        }))
        fc.pre(better !== undefined)
        expect(probability(better)).toBeGreaterThanOrEqual(probability(given))
      },
    ),
    { numRuns: 500 },
  )
})
