import type { Facts } from '../history/facts.ts'
import type { PaymentCapacity } from '../plan/planOptions.ts'
import { firstDayOfBucket } from '../words/buckets.ts'

/**
 * What is asked for of arrears, minor units: at least one instalment, and at least what brings the account back one
 * bucket, but never more than is overdue; called in, what is overdue. Never above known means: nobody should pay
 * by going without.
 */
export function amountAsked(facts: Facts, { sustainablePayment }: PaymentCapacity): number {
  const { overdue, instalment } = facts
  const asked = isCalledIn(facts)
    ? overdue
    : Math.min(overdue, Math.max(instalment ?? overdue, toLowerBucket(facts)))
  if (sustainablePayment === null || sustainablePayment <= 0 || sustainablePayment >= asked) return asked
  // In whole instalments where the means reach for one: they are what the borrower knows.
  return instalment === null || instalment === 0 || sustainablePayment < instalment
    ? sustainablePayment
    : Math.floor(sustainablePayment / instalment) * instalment
}

/** The whole debt is due: accelerated, charged off or in judgment. */
export const isCalledIn = ({ view }: Facts): boolean => (view.source.loan.stage ?? 'open') !== 'open'

/** What is unpaid of the rows that are as old as the account's bucket; 0 where no row says so. */
function toLowerBucket({ rows, today, daysPastDue }: Facts): number {
  const from = firstDayOfBucket(daysPastDue)
  let unpaid = 0
  for (const row of rows) {
    if (today - row.due < from) break
    unpaid += row.unpaid
  }
  return unpaid
}
