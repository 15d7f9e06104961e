import type { PacePolicy } from '../input/policy.ts'
import type { ReadArrangement, ReadContact } from '../input/readCase.ts'
import type { EpochDay } from '../time/civilDay.ts'
import { COUNTS_AS } from '../words/countsAs.ts'
import { contactPointer } from '../words/pointer.ts'
import type { Commitment } from './commitments.ts'
import type { CountedContacts } from './pace.ts'

const OF_THIS_ACCOUNT = COUNTS_AS.own | COUNTS_AS.attempt

/** Whether a contact put a plan or a pause to the borrower: they heard or received it. */
function isOffer(contact: ReadContact, countsAs: number): boolean {
  if ((countsAs & OF_THIS_ACCOUNT) !== OF_THIS_ACCOUNT || (countsAs & COUNTS_AS.contactMade) === 0)
    return false
  if (contact.proposed === undefined) return false
  return (countsAs & COUNTS_AS.live) === 0 || (countsAs & COUNTS_AS.conversation) !== 0
}

/**
 * The offer that nobody has answered yet: followed up once after `pace.offer` days, then open until `pace.offerOpen`
 * days after it was first made, when it lapses, which is no refusal. An arrangement since then, or a refusal, ends it.
 */
export function offerCommitment(
  { contacts, counts }: CountedContacts,
  arrangements: readonly ReadArrangement[],
  today: EpochDay,
  pace: PacePolicy,
): Commitment | undefined {
  let first: ReadContact | undefined
  let times = 0
  for (let i = contacts.length - 1; i >= 0; i--) {
    const contact = contacts[i] as ReadContact
    if (today - contact.day >= pace.offerOpen) break
    const countsAs = counts[i] as number
    if ((countsAs & COUNTS_AS.own) !== 0 && (countsAs & COUNTS_AS.refusesToPay) !== 0) break
    if (!isOffer(contact, countsAs)) continue
    first = contact
    times++
  }
  if (first === undefined) return undefined
  const { at, day, index } = first
  if (arrangements.some(({ from, recorded }) => (recorded ?? Number.NEGATIVE_INFINITY) >= at || from > day))
    return undefined
  return {
    kind: 'offer',
    at,
    since: day,
    nextOn: day + (times === 1 ? pace.offer : pace.offerOpen),
    evidence: [contactPointer(index)],
    holdsContact: true,
  }
}
