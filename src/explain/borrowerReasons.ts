import type { ReasonCode } from './reasonCodes.ts'

/**
 * The reasons a borrower may read, each in words of its own, and whether it leads to what we ask or offer or follows
 * it. They are what they told us, what was agreed and what they can pay. Whatever else decided, a rule, a figure or a
 * person's safety, is not for them.
 */
const BORROWER_REASONS = {
  'promise.open': 'before',
  'promise.broken': 'before',
  'arrangement.running': 'before',
  'payment.claimed': 'before',
  'arrears.none': 'before',
  'hardship.known': 'before',
  'capacity.unable': 'before',
  'capacity.stretched': 'before',
  'plan.fits': 'after',
  'plan.pauseFits': 'after',
  'visit.appointment': 'after',
} as const satisfies Partial<Record<ReasonCode, 'before' | 'after'>>

export type BorrowerReason = keyof typeof BORROWER_REASONS

const isForBorrower = (code: ReasonCode): code is BorrowerReason => Object.hasOwn(BORROWER_REASONS, code)

/** The phrase of a reason that stands at this place of a borrower's text; undefined for all others. */
export const borrowerReason = (
  code: ReasonCode,
  place: 'before' | 'after',
): `you.${BorrowerReason}` | undefined =>
  isForBorrower(code) && BORROWER_REASONS[code] === place ? `you.${code}` : undefined
