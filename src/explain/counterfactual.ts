import type { Budget } from '../input/borrowerCase.ts'
import type { ReadCase, ReadRepayment } from '../input/readCase.ts'
import type { EpochDay } from '../time/civilDay.ts'
import type { ActionKind } from '../words/actions.ts'
import type { Params } from '../words/issue.ts'

/** A change a person can really make, and what would be decided then. */
export interface Counterfactual {
  readonly if: readonly { readonly code: ChangeCode; readonly params: Params }[]
  readonly then: { readonly kind: ActionKind }
}

/**
 * `pay` [amount, by], `keepPromise` [amount, by], `giveIncomeEvidence` [income: a month, documented],
 * `waitUntil` [until]. What nobody can change — the past, a hold, a law — is never among them.
 */
export type ChangeCode = 'pay' | 'keepPromise' | 'giveIncomeEvidence' | 'waitUntil'

/** The rows due before `today` that are not fully paid, oldest first. */
export function unpaidRows(view: ReadCase, today: EpochDay): { row: ReadRepayment; rest: number }[] {
  const open: { row: ReadRepayment; rest: number }[] = []
  for (const row of view.repayments) {
    if (row.due >= today) continue
    const rest = row.behind === 0 ? 0 : row.amount - paidOf(row, today)
    if (rest > 0) open.push({ row, rest })
  }
  return open
}

function paidOf(row: ReadRepayment, today: EpochDay): number {
  let sum = 0
  for (const payment of row.paid) {
    if (payment.postedOn <= today && (payment.reversedOn === undefined || payment.reversedOn > today))
      sum += payment.amount
  }
  return sum
}

/**
 * The case as it would be had `amount` been paid on `today`: oldest row first, overdue and outstanding fall by it, and
 * the age is that of the next unpaid row; without rows the age falls in proportion to what stays overdue.
 */
export function withPayment(view: ReadCase, amount: number, today: EpochDay, daysPastDue: number): ReadCase {
  const loan = view.source.loan
  const overdue = Math.max(0, loan.overdue - amount)
  const open = unpaidRows(view, today)
  let left = amount
  let oldest: EpochDay | undefined
  const paid = new Map<ReadRepayment, number>()
  for (const { row, rest } of open) {
    const part = Math.min(rest, left)
    left -= part
    if (part > 0) paid.set(row, part)
    if (part < rest) oldest ??= row.due
  }
  const scaled = loan.overdue > 0 ? Math.ceil((daysPastDue * overdue) / loan.overdue) : 0
  const age = overdue === 0 ? 0 : Math.min(daysPastDue, oldest === undefined ? scaled : today - oldest)
  const { overdueSince: _since, principal: _p, accruedInterest: _i, charges: _c, ...rest } = loan
  return {
    ...view,
    overdueSince: undefined,
    source: {
      ...view.source,
      loan: { ...rest, outstanding: Math.max(0, loan.outstanding - amount), overdue, daysPastDue: age },
    },
    repayments: view.repayments.map((row) => withPart(row, paid.get(row) ?? 0, today)),
  }
}

function withPart(row: ReadRepayment, amount: number, today: EpochDay): ReadRepayment {
  if (amount === 0) return row
  return { ...row, paid: [...row.paid, { on: today, amount, postedOn: today, reversedOn: undefined }] }
}

/** The case with a documented budget of today and this monthly income; the spending stays as it was given. */
export function withIncome(view: ReadCase, budget: Budget, income: number, today: EpochDay): ReadCase {
  const { on: _on, ...rest } = budget
  return {
    ...view,
    budgetOn: today,
    source: { ...view.source, budget: { ...rest, income, evidence: 'documented' } },
  }
}

/** The case as it would be at `daysPastDue` days, nothing else having happened. */
export function withAge(view: ReadCase, daysPastDue: number): ReadCase {
  const { overdueSince: _since, ...rest } = view.source.loan
  return { ...view, overdueSince: undefined, source: { ...view.source, loan: { ...rest, daysPastDue } } }
}
