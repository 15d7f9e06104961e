import type { Facts } from '../history/facts.ts'

/**
 * Periods within which a debt that is due in one sum counts as payable. A loan of one repayment falls due whole and
 * its term is seldom longer, so the tenth a period that arrears of an instalment loan are given would call a borrower
 * able who needs ten times the term; three leave room for a pay day or two and no more.
 */
const PERIODS_TO_CLEAR = 3

/**
 * Whether the contract asks for one sum instead of instalments: a loan of one repayment, or one called in.
 */
export const isDueWhole = ({ view }: Facts): boolean => {
  const { product, stage } = view.source.loan
  return product === 'single' || (stage !== undefined && stage !== 'open')
}

/**
 * What a borrower must be able to pay a loan period for the verdict `able`, in minor units, unrounded and never more
 * than is outstanding:
 * - instalment, revolving and microfinance loans: the instalment and `arrearsShare` of what is overdue;
 * - where no instalment is known: what is not yet due, spread over the remaining instalments, in its place; where these
 *   are not known either, a third of what is overdue, the one thing the record says is to be paid;
 * - due in one sum (`single`, or a stage other than `open`): a third of what is outstanding.
 */
export function neededEachPeriod(facts: Facts, arrearsShare: number): number {
  const { outstanding, overdue, instalment } = facts
  if (isDueWhole(facts)) return outstanding / PERIODS_TO_CLEAR
  const remaining = facts.view.source.loan.remainingInstalments ?? 0
  const each = instalment ?? (remaining > 0 ? (outstanding - overdue) / remaining : undefined)
  if (each === undefined) return overdue / PERIODS_TO_CLEAR
  return Math.min(outstanding, each + arrearsShare * overdue)
}
