import type { ReadContact } from '../input/readCase.ts'
import { CHANNELS, type Channel } from '../words/channels.ts'
import { CONTACT_OUTCOMES, type ContactOutcome, isConversation } from '../words/outcomes.ts'

/**
 * What a contact counts as, one bit each. A rule counts a contact that has one of the
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

const OUTBOUND_ONLY = MARK.attempt | MARK.contactMade | MARK.conversation | MARK.reminder | MARK.unanswered

/** The marks of an outbound contact about another account. */
function marksFor(channel: Channel, outcome: ContactOutcome): number {
  return (
    channelBit(channel) |
    MARK.anyContact |
    MARK.attempt |
    (channel === 'visit' ? 0 : MARK.reminder) |
    (CONTACT_OUTCOMES[outcome].contactMade ? MARK.contactMade | MARK.anyContactMade : 0) |
    (isConversation(outcome, channel) ? MARK.conversation | MARK.anyConversation : 0) |
    (UNANSWERED.includes(outcome) ? MARK.unanswered : 0)
  )
}

const OUTCOMES = Object.keys(CONTACT_OUTCOMES) as ContactOutcome[]
/** These marks by the channel's place, then the outcome's. */
const MARKS: readonly (readonly number[])[] = CHANNELS.map((channel) =>
  OUTCOMES.map((outcome) => marksFor(channel, outcome)),
)

/** The marks of a contact, its channel's bit among them. */
export function marksOf({ channelPlace, outcomePlace, own, inbound }: ReadContact): number {
  const marks = ((MARKS[channelPlace] as readonly number[])[outcomePlace] as number) | (own ? MARK.own : 0)
  return inbound ? marks & ~OUTBOUND_ONLY : marks
}
