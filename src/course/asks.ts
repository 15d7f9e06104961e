import type { Policy } from '../input/policy.ts'
import type { ReadContact } from '../input/readCase.ts'
import type { EpochDay } from '../time/civilDay.ts'
import { COUNTS_AS } from '../words/countsAs.ts'
import { contactPointer } from '../words/pointer.ts'
import { asksForMoney } from '../words/purposes.ts'
import type { Commitment } from './commitments.ts'
import type { CountedContacts } from './pace.ts'

/** An ask older than this is past, whatever it said: nobody is given longer than a year to answer. */
const LONGEST_DAYS = 366

/**
 * The newest amount asked for on this account, until the day after its `by`. Where a contact does not say what it asked
 * for, a message asked for payment within `askDays`; a call or a visit asked only in a conversation.
 */
export function askCommitment(
  { contacts, counts }: CountedContacts,
  today: EpochDay,
  policy: Pick<Policy, 'askDays'>,
): Commitment | undefined {
  for (let i = contacts.length - 1; i >= 0; i--) {
    const contact = contacts[i] as ReadContact
    if (today - contact.day > LONGEST_DAYS) return undefined
    const by = askedBy(contact, counts[i] as number, policy.askDays)
    if (by === undefined) continue
    if (by < today) return undefined
    return {
      kind: 'ask',
      at: contact.at,
      since: contact.day,
      nextOn: by + 1,
      evidence: [contactPointer(contact.index)],
      holdsContact: true,
    }
  }
  return undefined
}

const OF_THIS_ACCOUNT = COUNTS_AS.own | COUNTS_AS.attemptOnBorrower

function askedBy(contact: ReadContact, countsAs: number, askDays: number): EpochDay | undefined {
  if ((countsAs & OF_THIS_ACCOUNT) !== OF_THIS_ACCOUNT || (countsAs & COUNTS_AS.unanswered) !== 0)
    return undefined
  if (contact.purpose !== undefined && !asksForMoney(contact.purpose)) return undefined
  const message = (countsAs & COUNTS_AS.live) === 0
  if (message) return contact.ask?.by ?? contact.day + askDays
  return (countsAs & COUNTS_AS.conversation) === 0 ? undefined : contact.ask?.by
}
