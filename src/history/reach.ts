import type { ReadContact } from '../input/readCase.ts'
import { CONTACT_OUTCOMES, isConversation } from '../kernel/contactOutcome.ts'

/**
 * Who was reached, and how. A contact on which nobody noted the party counts as the borrower's, but for the
 * right-party rate. What an outcome itself says goes first: a wrong person, a third party refusing to be contacted
 * and the news of a death are never the borrower.
 */
export const withBorrower = ({ party, outcome }: ReadContact): boolean =>
  (party === 'borrower' || party === 'unknown') &&
  outcome !== 'wrongPerson' &&
  outcome !== 'contactRefusedByThirdParty' &&
  outcome !== 'deceasedReported'

/** With somebody who may act for the borrower or owes as well; a guarantor or third party may not. */
export const onBorrowersSide = ({ party, outcome }: ReadContact): boolean =>
  party !== 'thirdParty' &&
  party !== 'guarantor' &&
  outcome !== 'wrongPerson' &&
  outcome !== 'contactRefusedByThirdParty' &&
  outcome !== 'deceasedReported'

/** An outbound contact meant for the borrower, whoever answered: what counts as trying to reach them. */
export const isAttempt = ({ inbound, party }: ReadContact): boolean =>
  !inbound && (party === 'borrower' || party === 'unknown')

/** By voice or face to face. */
export const isSpoken = ({ channel }: ReadContact): boolean => channel === 'call' || channel === 'visit'

/** A conversation with the borrower, whoever began it. */
export const isBorrowersConversation = (contact: ReadContact): boolean =>
  isConversation(contact.outcome, contact.channel) && withBorrower(contact)

/** The borrower was heard: a conversation, or an inbound contact of any kind (decision.md 5, "reached"). */
export const isHeard = (contact: ReadContact): boolean =>
  contact.inbound ? onBorrowersSide(contact) : isBorrowersConversation(contact)

/**
 * Two-way contact on which an offer of relief can build: heard or answered on any channel, but not to refuse, to
 * threaten or to end contact (decision.md 3). A debit that bounced is nobody's answer unless it came up in talk.
 */
export function isTwoWay(contact: ReadContact): boolean {
  switch (contact.outcome) {
    case 'refused':
    case 'visitRefused':
    case 'hostile':
    case 'ceaseRequested':
      return false
    case 'technicalFailure':
      return (contact.inbound || isSpoken(contact)) && onBorrowersSide(contact)
    default:
      return (contact.inbound || CONTACT_OUTCOMES[contact.outcome].conversation) && onBorrowersSide(contact)
  }
}

/** Whether an inbound contact counts as asking for help: not to refuse, to close a way of contact or to raise a hold. */
export function isAsking(contact: ReadContact): boolean {
  if (!contact.inbound || !onBorrowersSide(contact)) return false
  switch (contact.outcome) {
    case 'refused':
    case 'visitRefused':
    case 'hostile':
    case 'ceaseRequested':
    case 'channelOptOut':
    case 'disputeRaised':
    case 'complaint':
      return false
    default:
      return true
  }
}
