import type { ReadContact } from '../input/readCase.ts'
import type { EpochDay } from '../time/civilDay.ts'
import { byContactKind, type ContactKind } from '../words/actions.ts'
import { meaningOf } from '../words/channels.ts'
import { COUNTS_AS } from '../words/countsAs.ts'
import type { ContactLedger } from './measured.ts'

/** How often a kind of contact was tried on this person and reached them, on whichever account. */
export interface ReachRecord {
  /** Not always whole: a message that only arrived counts in part. */
  readonly tried: number
  readonly met: number
}

/** A message that was only delivered says little: most channels never tell that it was read. */
const DELIVERED_SAYS = 0.25
/** Older attempts say little about today's numbers and habits. */
const REACH_DAYS = 180

/**
 * Calls and visits that became a conversation with the borrower, and messages that were read or answered: one that was
 * only delivered reached nobody yet. Who calls or writes on their own counts as reached once more by that kind.
 */
export function readReach(
  { contacts, counts }: ContactLedger,
  today: EpochDay,
): Readonly<Record<ContactKind, ReachRecord>> {
  const found = byContactKind(() => ({ tried: 0, met: 0 }))
  for (let i = contacts.length - 1; i >= 0; i--) {
    const { day, channel, inbound, outcome } = contacts[i] as ReadContact
    if (today - day >= REACH_DAYS) break
    const countsAs = counts[i] as number
    const record = found[meaningOf(channel).action]
    if (inbound) {
      if ((countsAs & COUNTS_AS.heard) === 0) continue
      record.tried++
      record.met++
    } else if ((countsAs & COUNTS_AS.attemptOnBorrower) !== 0) {
      const live = (countsAs & COUNTS_AS.live) !== 0
      const read = outcome === 'read' || outcome === 'linkOpened' || (countsAs & COUNTS_AS.twoWay) !== 0
      if (live ? (countsAs & COUNTS_AS.talked) !== 0 : read) record.met++
      record.tried += !live && !read && (countsAs & COUNTS_AS.contactMade) !== 0 ? DELIVERED_SAYS : 1
    }
  }
  return found
}

/** Conversations with the borrower since the last payment: each has said what the next would say. */
export function conversationsSince(
  { contacts, counts }: ContactLedger,
  lastPayment: EpochDay | undefined,
): number {
  let talks = 0
  for (let i = contacts.length - 1; i >= 0; i--) {
    if (lastPayment !== undefined && (contacts[i] as ReadContact).day <= lastPayment) break
    const wanted = COUNTS_AS.own | COUNTS_AS.attempt | COUNTS_AS.talked
    if (((counts[i] as number) & wanted) === wanted) talks++
  }
  return talks
}
