import { expect, test } from 'vitest'
import { createContext, decide, parseCase } from '../../src/entry/index.ts'
import type { BorrowerCase } from '../../src/input/borrowerCase.ts'

const context = createContext({ asOf: '2026-11-25T10:00:00-05:00' })
const points = (firstPaid: boolean): number => {
  const repayments = Array.from({ length: 8 }, (_, i) => ({
    due: `2026-0${i + 1}-10`,
    amount: 52000,
    behind: i === 7 ? 1 : 0,
    ...(firstPaid && i === 0 ? { paid: [{ on: '2026-01-10', amount: 52000 }] } : {}),
  }))
  const record: BorrowerCase = {
    id: 'a',
    currency: 'USD',
    timeZone: 'America/New_York',
    loan: {
      product: 'instalment',
      outstanding: 520000,
      overdue: 104000,
      daysPastDue: 107,
      instalment: 52000,
    },
    repayments,
  }
  const parsed = parseCase(record, context)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return decide(parsed.value, context).score.points
}

// A listed payment once turned rows that the lender itself called paid into rows without any payment.
test('a payment listed for one row costs no points where the lender says the others were paid', () => {
  expect(points(true)).toBeGreaterThanOrEqual(points(false))
})
