import type { ReasonCode } from './reasonCodes.ts'

/**
 * The reasons a borrower may read, each in words of its own: what they told us, what they were promised and what they
 * can pay. Whatever else decided, a rule, a figure or a person's safety, is not for them.
 */
const BORROWER_REASONS = {
  'promise.open': true,
  'promise.broken': true,
  'arrangement.running': true,
  'payment.claimed': true,
  'arrears.none': true,
  'capacity.unable': true,
  'capacity.stretched': true,
  'hardship.known': true,
  'relief.ownPause': true,
  'plan.fits': true,
  'plan.pauseFits': true,
  'visit.appointment': true,
} as const satisfies Partial<Record<ReasonCode, true>>

export type BorrowerReason = keyof typeof BORROWER_REASONS

export const isForBorrower = (code: ReasonCode): code is BorrowerReason => Object.hasOwn(BORROWER_REASONS, code)
