import type { ReadContact } from '../input/readCase.ts'
import { CONTACT_OUTCOMES, type ContactOutcome, type OutcomeMeaning } from '../words/outcomes.ts'

/**
 * What each contact counts as, worked out once in whole numbers of which every bit is a yes or no: a dozen measures
 * ask the same questions of the same contacts.
 *
 * Who was reached: a contact on which nobody noted the party counts as the borrower's, but for the right-party rate.
 * What the outcome itself says goes first: a wrong person, a third party refusing to be contacted and the news of a
 * death are never the borrower. The borrower's side are the borrower, a co-borrower and a representative.
 */

/** Concerns this account. */
export const OWN = 1
/** Outbound and meant for the borrower, whoever answered. */
export const ATTEMPT = 1 << 1
/** Outbound. */
export const OUTBOUND = 1 << 2
/** By voice or face to face. */
export const SPOKEN = 1 << 3
/** Arrived, left or reached somebody. */
export const MADE = 1 << 4
/** A conversation with the borrower, whoever began it. */
export const TALKED = 1 << 5
/** The borrower was heard: a conversation with them, or an inbound contact of any kind from their side. */
export const HEARD = 1 << 6
/** The borrower himself or herself, noted as such. */
export const RIGHT_PARTY = 1 << 7
/**
 * Two-way contact on which an offer of relief can build: heard or answered on any channel by the borrower's side, but
 * not to refuse, to threaten or to end contact. A debit that bounced is nobody's answer unless it came up in talk.
 */
export const TWO_WAY = 1 << 8
/** Inbound from the borrower's side, and not to refuse, to close a way of contact or to raise a hold. */
export const ASKS = 1 << 9
/** Not by a third party, so that wishes, claims and promises in it are the borrower's or of those who owe as well. */
export const NOT_THIRD = 1 << 10
/** Outcomes. */
export const REFUSED = 1 << 11
export const CLAIMS_PAID = 1 << 12
export const TECHNICAL = 1 << 13
export const HARDSHIP = 1 << 14
export const THIRD_PARTY_REFUSED = 1 << 15
export const CHANNEL_OPT_OUT = 1 << 16
export const VISIT_REFUSED = 1 << 17
/** Implies a circumstance. */
export const IMPLIES = 1 << 18
/** Carries a promise. */
export const PROMISES = 1 << 19

// Only of outcomes, and turned into the above contact by contact.
const CONVERSATION = 1 << 20
const SOMEBODY_ELSE = 1 << 21
const NO_OFFER = 1 << 22
const NO_REQUEST = 1 << 23

const SPECIAL: Readonly<Partial<Record<ContactOutcome, number>>> = {
  wrongPerson: SOMEBODY_ELSE,
  deceasedReported: SOMEBODY_ELSE,
  contactRefusedByThirdParty: SOMEBODY_ELSE | THIRD_PARTY_REFUSED,
  refused: REFUSED | NO_OFFER | NO_REQUEST,
  visitRefused: VISIT_REFUSED | NO_OFFER | NO_REQUEST,
  hostile: NO_OFFER | NO_REQUEST,
  ceaseRequested: NO_OFFER | NO_REQUEST,
  channelOptOut: CHANNEL_OPT_OUT | NO_REQUEST,
  disputeRaised: NO_REQUEST,
  complaint: NO_REQUEST,
  paid: CLAIMS_PAID,
  claimsPaid: CLAIMS_PAID,
  technicalFailure: TECHNICAL,
  hardshipReported: HARDSHIP,
}

function outcomeBits(outcome: ContactOutcome): number {
  const { contactMade, conversation, implies }: OutcomeMeaning = CONTACT_OUTCOMES[outcome]
  const circumstance = implies !== undefined && implies !== 'channelOptOut' && implies !== 'visitRefused'
  return (
    (contactMade ? MADE : 0) |
    (conversation ? CONVERSATION : 0) |
    (circumstance ? IMPLIES : 0) |
    (SPECIAL[outcome] ?? 0)
  )
}

/** By the outcome's place in the table. */
const OUTCOME_BITS: readonly number[] = (Object.keys(CONTACT_OUTCOMES) as ContactOutcome[]).map(outcomeBits)

const KEPT =
  MADE |
  REFUSED |
  CLAIMS_PAID |
  TECHNICAL |
  HARDSHIP |
  THIRD_PARTY_REFUSED |
  CHANNEL_OPT_OUT |
  VISIT_REFUSED |
  IMPLIES

/** The bits of one contact. */
function markOf(contact: ReadContact): number {
  const { party, channel, inbound } = contact
  const outcome = OUTCOME_BITS[contact.outcomePlace] as number
  const spoken = channel === 'call' || channel === 'visit'
  const borrower = party === 'borrower' || party === 'unknown'
  const third = party === 'thirdParty'
  const self = (outcome & SOMEBODY_ELSE) === 0
  const onTheirSide = self && !third && party !== 'guarantor'
  const conversation = (outcome & CONVERSATION) !== 0
  let mark = outcome & KEPT
  if (contact.own) mark |= OWN
  if (spoken) mark |= SPOKEN
  if (!inbound) mark |= borrower ? OUTBOUND | ATTEMPT : OUTBOUND
  if (party === 'borrower') mark |= RIGHT_PARTY
  if (!third) mark |= NOT_THIRD
  if (contact.promise !== undefined) mark |= PROMISES
  if (spoken && conversation && self && borrower) mark |= TALKED | HEARD
  if (!onTheirSide) return mark
  if (inbound) mark |= (outcome & NO_REQUEST) === 0 ? HEARD | ASKS : HEARD
  const answered = (outcome & TECHNICAL) === 0 ? conversation : spoken
  if ((inbound || answered) && (outcome & NO_OFFER) === 0) mark |= TWO_WAY
  return mark
}

/** The contacts with what each counts as, and what occurs among them at all. */
export interface MarkedContacts {
  readonly contacts: readonly ReadContact[]
  /** Of each contact its bits. */
  readonly marks: readonly number[]
  /** Bits that some contact has. */
  readonly some: number
}

export function markContacts(contacts: readonly ReadContact[]): MarkedContacts {
  const marks: number[] = []
  let some = 0
  for (const contact of contacts) {
    const mark = markOf(contact)
    marks.push(mark)
    some |= mark
  }
  return { contacts, marks, some }
}
