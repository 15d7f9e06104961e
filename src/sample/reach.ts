import type { ContactPoint } from '../input/borrowerCase.ts'
import { chance, pickWeighted, type SeededRandom } from '../numbers/seededRandom.ts'
import type { Channel } from '../words/channels.ts'
import type { ContactOutcome } from '../words/outcomes.ts'
import type { Person } from './life.ts'
import { REACH } from './rates.ts'

/** How a borrower can be reached: which of the numbers on file work, and how often one is answered. */
export interface Reach {
  /** Undefined where the lender keeps none apart from an area. */
  readonly points: readonly ContactPoint[] | undefined
  readonly phoneWorks: boolean
  readonly secondPhone: boolean
  readonly emailWorks: boolean
  /** Chance that a call to a number that works reaches the borrower. */
  readonly perCall: number
}

/** Borrowers who are hard to reach have an old number more often than others. */
export function drawReach(random: SeededRandom, { traits, place }: Person): Reach {
  const { contactability, willingness } = traits
  const phoneWorks = chance(random, contactability < 0.1 ? 0.72 : 0.96)
  const secondPhone = chance(random, 0.3)
  const emailWorks = chance(random, 0.9)
  const listed = chance(random, 0.7)
  const points: ContactPoint[] = [{ key: 'n1', channel: 'call', kind: 'mobile' }]
  if (secondPhone) points.push({ key: 'n2', channel: 'call', kind: chance(random, 0.5) ? 'home' : 'work' })
  for (const [channel] of place.messages) {
    if (channel === 'email') points.push({ key: 'e1', channel, kind: 'email' })
    if (channel === 'app' || channel === 'messaging')
      points.push({ key: channel === 'app' ? 'a1' : 'm1', channel, kind: 'app' })
    // Where nobody makes visits, an address is for letters only.
    if (channel === 'letter')
      points.push({ key: 'l1', channel, ...(place.visits ? { kind: 'address' } : {}) })
  }
  if (place.visits && chance(random, 0.8)) points.push({ key: 'v1', channel: 'visit', kind: 'address' })
  return {
    points: listed ? points : undefined,
    phoneWorks,
    secondPhone,
    emailWorks,
    perCall: REACH.never + REACH.contactability * contactability + REACH.willingness * willingness,
  }
}

/** What becomes of a call that does not reach the borrower. */
export function missedCall(random: SeededRandom, voicemail: boolean): ContactOutcome {
  const outcome = pickWeighted(random, MISSED)
  return outcome === 'voicemail' && !voicemail ? 'noAnswer' : outcome
}
const MISSED: readonly (readonly [ContactOutcome, number])[] = [
  ['noAnswer', 62],
  ['busy', 14],
  ['voicemail', 20],
  ['wrongPerson', 4],
]

/** What becomes of a message, by channel; `read` where there is someone to read it. */
export function messageOutcome(
  random: SeededRandom,
  channel: Channel,
  works: boolean,
  read: boolean,
): ContactOutcome {
  if (!works) return 'bounced'
  if (!read || channel === 'letter' || channel === 'sms') return 'delivered'
  return pickWeighted(random, SEEN_MESSAGES)
}
const SEEN_MESSAGES: readonly (readonly [ContactOutcome, number])[] = [
  ['delivered', 62],
  ['read', 30],
  ['linkOpened', 8],
]
