import type { ReasonCode } from './reasonCodes.ts'

/**
 * The reasons a borrower may read, each in words of its own, and where it stands: before what we ask or offer, with
 * the plan, or after all. They are what they told us, what was agreed and what they can pay. Whatever else decided, a rule, a figure or a
 * person's safety, is not for them.
 */
const BORROWER_REASONS = {
  'promise.open': 'before',
  'promise.broken': 'before',
  'arrangement.running': 'before',
  'arrangement.missed': 'before',
  'payment.claimed': 'before',
  'arrears.none': 'before',
  'hardship.known': 'before',
  'capacity.unable': 'before',
  'capacity.stretched': 'before',
  'plan.fits': 'plan',
  'plan.pauseFits': 'plan',
  'contact.callbackAsked': 'before',
  'visit.appointment': 'after',
} as const satisfies Partial<Record<ReasonCode, Place>>

export type Place = 'before' | 'plan' | 'after'
export type BorrowerReason = keyof typeof BORROWER_REASONS

const isForBorrower = (code: ReasonCode): code is BorrowerReason => Object.hasOwn(BORROWER_REASONS, code)

/** The phrase of a reason that stands at this place of a borrower's text; undefined for all others. */
export const borrowerReason = (code: ReasonCode, place: Place): `you.${BorrowerReason}` | undefined =>
  isForBorrower(code) && BORROWER_REASONS[code] === place ? `you.${code}` : undefined
