import { bitsOf } from '../numbers/bits.ts'

/**
 * What a contact counts as, one bit a word; several hold of most contacts. `history/ledger.ts` works them out once a
 * case, and every count of every room reads them there, so that a word means the same everywhere.
 *
 * Contacts that were tried, in three words: every outbound contact is an `attempt`, no matter for whom, and this
 * is what rules count; an `attemptOnBorrower` was meant for the borrower, and this is what tells how well they are
 * reached; an attempt that met no person and no letter box is `unanswered`. With `own` they are about this account.
 *
 * Who was met: a contact on which nobody noted the party counts as the borrower's, but for `rightParty`. What the
 * outcome itself says goes first: a wrong person, a third party refusing to be contacted and the news of a death are
 * never the borrower. The borrower's side are the borrower, a co-borrower and a representative.
 */
export const COUNTS_AS = bitsOf([
  /** Concerns this account. */
  'own',
  /** Outbound, no matter for whom. */
  'attempt',
  /** Outbound and meant for the borrower, no matter who answered. */
  'attemptOnBorrower',
  /** An attempt that rules count as a reminder. */
  'reminder',
  /** An attempt that reached nobody at all. */
  'unanswered',
  /** By voice or face to face. */
  'live',
  /** By a channel that needs what a visit needs. */
  'visit',
  /** Arrived, was left, or reached a person. */
  'contactMade',
  /** A live conversation with any person. */
  'conversation',
  /** A conversation with the borrower, no matter who began it. */
  'talked',
  /** The borrower was heard: a conversation with them, or an inbound contact of any kind from their side. */
  'heard',
  /** The borrower himself or herself, noted as such. */
  'rightParty',
  /**
   * Two-way contact on which an offer of relief can build: heard or answered on any channel by the borrower's side, but
   * not to refuse, to threaten or to end contact. A debit that bounced is nobody's answer unless it came up in talk.
   */
  'twoWay',
  /** Inbound from the borrower's side, and not to refuse, to close a way of contact or to raise a hold. */
  'asks',
  /** Not by a third party, so that wishes, claims and promises in it are the borrower's or of those who owe as well. */
  'notThirdParty',
  /** Carries a promise. */
  'promises',
  /** Implies a circumstance. */
  'implies',
  /** Tells of hardship. */
  'hardship',
  'refusesToPay',
  'saysPaid',
  'technical',
  'channelOptOut',
  'visitRefused',
])
