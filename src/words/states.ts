/** Where a borrower can have come to that more of the same will not move. */
export const STATE_KINDS = [
  'contactLost',
  'cannotPay',
  'willNotPay',
  'strangersNumber',
  'optedOut',
  'unanswered',
] as const
export type StateKind = (typeof STATE_KINDS)[number]

/** What a collector can find out that would change the next decision. */
export const GAPS = [
  'budget',
  'cause',
  'expectedEnd',
  'payday',
  'anotherNumber',
  'whetherVisitSuits',
  'whoElseIsLiable',
] as const
export type Gap = (typeof GAPS)[number]
