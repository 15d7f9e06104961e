import type { ReadContact } from '../input/readCase.ts'
import type { EpochDay } from '../kernel/civilDay.ts'
import { round6, shrunkShare } from '../kernel/maths.ts'
import { ATTEMPT, HEARD, type MarkedContacts, RIGHT_PARTY, SPOKEN, TALKED } from './marks.ts'
import { contactPointer } from './pointers.ts'

/** How easily the person is reached by voice or face to face, on whichever account. */
export interface Reachability {
  readonly rightPartyRate: number | null
  readonly consecutiveFailures: number
  /** The newest time the borrower was heard. */
  readonly lastHeard: ReadContact | undefined
  readonly lastConversation: ReadContact | undefined
  /** Calls and visits of the last half year: tried, and met the borrower for certain. */
  readonly tried: number
  readonly met: number
  /** The newest attempts since that failed, at most three. */
  readonly newestFailures: readonly string[]
}

/** Older attempts say little about today's numbers and habits. */
const REACH_DAYS = 180
/**
 * Share of calls and visits that meet the borrower before any is known, and its weight in attempts. Collections of
 * purchased debts reach the client in 5.6 % of calls, younger arrears more often: one in ten, worth ten attempts.
 */
export const RIGHT_PARTY_PRIOR = { share: 0.1, weight: 10 } as const
const FAILURES_SHOWN = 3

const NONE: readonly string[] = []

export function readReachability({ contacts, marks }: MarkedContacts, today: EpochDay): Reachability {
  let tried = 0
  let met = 0
  let failures = 0
  let lastHeard: ReadContact | undefined
  let lastConversation: ReadContact | undefined
  let newestFailures: string[] | undefined
  for (let i = contacts.length - 1; i >= 0; i--) {
    const contact = contacts[i] as ReadContact
    const mark = marks[i] as number
    const recent = today - contact.day < REACH_DAYS
    if (!recent && lastConversation !== undefined) break
    const talked = (mark & TALKED) !== 0
    if (talked) lastConversation ??= contact
    if ((mark & HEARD) !== 0) lastHeard ??= contact
    if ((mark & (SPOKEN | ATTEMPT)) !== (SPOKEN | ATTEMPT)) continue
    if (recent) {
      tried++
      if (talked && (mark & RIGHT_PARTY) !== 0) met++
    }
    if (lastHeard !== undefined) continue
    failures++
    newestFailures ??= []
    if (newestFailures.length < FAILURES_SHOWN) newestFailures.push(contactPointer(contact.index))
  }
  return {
    rightPartyRate:
      tried === 0 ? null : round6(shrunkShare(met, tried, RIGHT_PARTY_PRIOR.share, RIGHT_PARTY_PRIOR.weight)),
    consecutiveFailures: failures,
    lastHeard,
    lastConversation,
    tried,
    met,
    newestFailures: newestFailures ?? NONE,
  }
}
