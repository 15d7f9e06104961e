import type { ReadContact } from '../input/readCase.ts'
import { CHANNELS, channelBit, isLive, meaningOf } from '../words/channels.ts'
import { COUNTS_AS } from '../words/countsAs.ts'
import { impliedCircumstance, OUTCOMES, outcomeMeaning } from '../words/outcomes.ts'
import type { ContactLedger } from './measured.ts'

/** What the table of outcomes says of one, as bits; the last three are turned into others contact by contact. */
interface OutcomeCounts {
  readonly always: number
  /** Only where the contact is outbound. */
  readonly outbound: number
  readonly attempt: boolean
  readonly conversation: boolean
  readonly notTheBorrower: boolean
  readonly closesTalk: boolean
  readonly noRequest: boolean
  readonly technical: boolean
}

const bitWhen = (holds: boolean | undefined, bit: number): number => (holds === true ? bit : 0)

/** By the outcome's place in the table. */
const BY_OUTCOME: readonly OutcomeCounts[] = OUTCOMES.map((outcome) => {
  const meaning = outcomeMeaning(outcome)
  return {
    always:
      bitWhen(meaning.contactMade, COUNTS_AS.contactMade) |
      bitWhen(meaning.refusesToPay, COUNTS_AS.refusesToPay) |
      bitWhen(meaning.saysPaid, COUNTS_AS.saysPaid) |
      bitWhen(meaning.technical, COUNTS_AS.technical) |
      bitWhen(meaning.implies === 'channelOptOut', COUNTS_AS.channelOptOut) |
      bitWhen(meaning.implies === 'visitRefused', COUNTS_AS.visitRefused) |
      bitWhen(meaning.implies === 'hardshipDeclared', COUNTS_AS.hardship) |
      bitWhen(impliedCircumstance(outcome) !== undefined, COUNTS_AS.implies),
    outbound: bitWhen(meaning.unanswered, COUNTS_AS.unanswered),
    attempt: meaning.attempt,
    conversation: meaning.conversation,
    notTheBorrower: meaning.notTheBorrower === true,
    closesTalk: meaning.closesTalk === true,
    noRequest: meaning.noRequest === true,
    technical: meaning.technical === true,
  }
})

/** By the channel's place in the table. */
const BY_CHANNEL = CHANNELS.map((channel) => {
  const { isReminder, isVisit } = meaningOf(channel)
  const live = isLive(channel)
  return {
    live,
    bit: channelBit(channel),
    always: bitWhen(live, COUNTS_AS.live) | bitWhen(isVisit, COUNTS_AS.visit),
    outbound: bitWhen(isReminder, COUNTS_AS.reminder),
  }
})
type ChannelCounts = (typeof BY_CHANNEL)[number]

/** What one contact counts as. */
function countsOf(contact: ReadContact, channel: ChannelCounts): number {
  const { party, inbound } = contact
  const outcome = BY_OUTCOME[contact.outcomePlace] as OutcomeCounts
  const { live } = channel
  const borrower = party === 'borrower' || party === 'unknown'
  const third = party === 'thirdParty'
  const self = !outcome.notTheBorrower
  let counts = outcome.always | channel.always
  if (contact.own) counts |= COUNTS_AS.own
  if (!inbound && outcome.attempt) {
    counts |= COUNTS_AS.attempt | channel.outbound | outcome.outbound
    if (borrower) counts |= COUNTS_AS.attemptOnBorrower
  }
  if (party === 'borrower') counts |= COUNTS_AS.rightParty
  if (!third) counts |= COUNTS_AS.notThirdParty
  if (contact.promise !== undefined) counts |= COUNTS_AS.promises
  if (live && outcome.conversation) {
    counts |= COUNTS_AS.conversation
    if (self && borrower) counts |= COUNTS_AS.talked | COUNTS_AS.heard
  }
  const onTheirSide = self && !third && party !== 'guarantor'
  if (!onTheirSide) return counts
  if (inbound) counts |= outcome.noRequest ? COUNTS_AS.heard : COUNTS_AS.heard | COUNTS_AS.asks
  const answered = outcome.technical ? live : outcome.conversation
  if ((inbound || answered) && !outcome.closesTalk) counts |= COUNTS_AS.twoWay
  return counts
}

/** Works out what each contact counts as, once a case. */
export function readLedger(contacts: readonly ReadContact[]): ContactLedger {
  const counts: number[] = []
  const channels: number[] = []
  let anyBits = 0
  for (const contact of contacts) {
    const channel = BY_CHANNEL[contact.channelPlace] as ChannelCounts
    const countsAs = countsOf(contact, channel)
    counts.push(countsAs)
    channels.push(channel.bit)
    anyBits |= countsAs
  }
  return { contacts, counts, channels, anyBits }
}
