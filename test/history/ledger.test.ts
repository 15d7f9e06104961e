import { describe, expect, test } from 'vitest'
import { readLedger } from '../../src/history/ledger.ts'
import type { ReadContact } from '../../src/input/readCase.ts'
import { CHANNELS, type Channel, channelBit } from '../../src/words/channels.ts'
import { COUNTS_AS } from '../../src/words/countsAs.ts'
import { type ContactOutcome, outcomePlace } from '../../src/words/outcomes.ts'

const contact = (
  channel: Channel,
  outcome: ContactOutcome,
  rest: Partial<ReadContact> = {},
): ReadContact => ({
  index: 0,
  at: 0,
  day: 0,
  channel,
  channelPlace: CHANNELS.indexOf(channel),
  inbound: false,
  party: 'unknown',
  outcome,
  outcomePlace: outcomePlace(outcome),
  promise: undefined,
  point: undefined,
  own: true,
  by: 'lender',
  automated: false,
  purpose: undefined,
  ask: undefined,
  proposed: undefined,
  ...rest,
})

/** The words a contact counts as. */
function words(...args: Parameters<typeof contact>): string[] {
  const [counts = 0] = readLedger([contact(...args)]).counts
  return Object.entries(COUNTS_AS)
    .filter(([, bit]) => (counts & bit) !== 0)
    .map(([word]) => word)
}

describe('the contact ledger', () => {
  test('an inbound contact is never an attempt, nor a reminder', () => {
    for (const channel of CHANNELS)
      for (const word of ['attempt', 'attemptOnBorrower', 'reminder', 'unanswered'])
        expect(words(channel, 'spoke', { inbound: true })).not.toContain(word)
  })

  test('every outbound contact is an attempt, but only some were meant for the borrower', () => {
    for (const party of ['borrower', 'unknown'] as const)
      expect(words('call', 'busy', { party })).toEqual(
        expect.arrayContaining(['attempt', 'attemptOnBorrower', 'unanswered']),
      )
    for (const party of ['coBorrower', 'guarantor', 'representative', 'thirdParty'] as const) {
      expect(words('call', 'spoke', { party })).toContain('attempt')
      expect(words('call', 'spoke', { party })).not.toContain('attemptOnBorrower')
    }
  })

  test('a visit is no reminder, everything else outbound is', () => {
    for (const channel of CHANNELS)
      expect(words(channel, 'delivered').includes('reminder')).toBe(channel !== 'visit')
  })

  test('a conversation is by voice or face to face', () => {
    for (const channel of CHANNELS)
      expect(words(channel, 'spoke').includes('conversation')).toBe(['call', 'visit'].includes(channel))
  })

  test('news of a death is a conversation, but not one with the borrower', () => {
    const told = words('call', 'deceasedReported', { party: 'borrower' })
    expect(told).toContain('conversation')
    expect(told).not.toContain('talked')
  })

  test('a wrong person was not reached, but another person answered', () => {
    expect(words('call', 'wrongPerson')).not.toContain('contactMade')
    expect(words('call', 'wrongPerson')).not.toContain('unanswered')
  })

  test('no channel has the bit of a word: they are kept apart', () => {
    const { counts, channels, anyBits } = readLedger(
      CHANNELS.map((channel) => contact(channel, 'busy', { own: false })),
    )
    expect(channels).toEqual(CHANNELS.map(channelBit))
    for (const bits of [...counts, anyBits]) expect(bits & COUNTS_AS.own).toBe(0)
  })
})
