import type { ReadContact } from '../input/readCase.ts'
import { CHANNELS, type Channel, CONTACT_OUTCOMES, type ContactOutcome } from '../kernel/contactOutcome.ts'

/**
 * What a contact counts as, one bit each: contract.md section 1.1. A rule counts a contact that has one of the
 * rule's channel bits and all of its other bits.
 */
export const MARK = {
  own: 1 << 7,
  /** Ours: outbound. */
  attempt: 1 << 8,
  contactMade: 1 << 9,
  conversation: 1 << 10,
  reminder: 1 << 11,
  unanswered: 1 << 12,
  /** The same whoever began. */
  anyContact: 1 << 13,
  anyContactMade: 1 << 14,
  anyConversation: 1 << 15,
} as const

const CHANNEL_BITS = Object.fromEntries(CHANNELS.map((channel, index) => [channel, 1 << index])) as Record<
  Channel,
  number
>

/** The bit of a channel, by its place in `CHANNELS`. */
export const channelBit = (channel: Channel): number => CHANNEL_BITS[channel]

const UNANSWERED: readonly ContactOutcome[] = ['noAnswer', 'busy', 'invalidNumber', 'bounced', 'notHome']

const OUTCOME_BITS = new Map<ContactOutcome, number>(
  (Object.keys(CONTACT_OUTCOMES) as ContactOutcome[]).map((outcome) => {
    const { contactMade, conversation } = CONTACT_OUTCOMES[outcome]
    return [
      outcome,
      (contactMade ? MARK.contactMade | MARK.anyContactMade : 0) |
        (conversation ? MARK.conversation | MARK.anyConversation : 0) |
        (UNANSWERED.includes(outcome) ? MARK.unanswered : 0),
    ]
  }),
)

const OUTBOUND_ONLY = MARK.attempt | MARK.contactMade | MARK.conversation | MARK.reminder | MARK.unanswered
const CONVERSATIONS = MARK.conversation | MARK.anyConversation

/** The marks of a contact, its channel's bit among them. */
export function marksOf(contact: ReadContact): number {
  const { channel } = contact
  let marks =
    channelBit(channel) |
    (OUTCOME_BITS.get(contact.outcome) as number) |
    MARK.anyContact |
    MARK.attempt |
    (contact.own ? MARK.own : 0)
  if (channel !== 'call' && channel !== 'visit') marks &= ~CONVERSATIONS
  if (channel !== 'visit') marks |= MARK.reminder
  return contact.inbound ? marks & ~OUTBOUND_ONLY : marks
}
