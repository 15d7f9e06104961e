import type { PacePolicy } from '../input/policy.ts'
import type { ReadContact } from '../input/readCase.ts'
import type { EpochDay } from '../time/civilDay.ts'
import { COUNTS_AS } from '../words/countsAs.ts'
import { contactPointer } from '../words/pointer.ts'
import type { Commitment } from './commitments.ts'

/** Contacts of one borrower with what each counts as, oldest first, as `history/` keeps them. */
export interface CountedContacts {
  readonly contacts: readonly ReadContact[]
  readonly counts: readonly number[]
}

const WEEK_DAYS = 7
const MONTH_DAYS = 30
/** No pace looks further back. */
const LONGEST_DAYS = 366

/** Outcomes with a day of their own: a promise and a claim to have paid are waited for, whatever the pace says. */
const HAS_ITS_OWN_DAY = COUNTS_AS.promises | COUNTS_AS.saysPaid

/**
 * What attempts ask for in patience: after each its own days, by what came of it; of a week and of thirty days a most;
 * and after many that reached nobody a slower step. Attempts on all accounts count, for it is one person who is
 * contacted. Newest first.
 */
export function paceCommitments(
  { contacts, counts }: CountedContacts,
  today: EpochDay,
  daysPastDue: number,
  pace: PacePolicy,
): readonly Commitment[] {
  const found: Commitment[] = []
  const attempts: ReadContact[] = []
  let fruitless = 0
  let heard = false
  for (let i = contacts.length - 1; i >= 0; i--) {
    const contact = contacts[i] as ReadContact
    const countsAs = counts[i] as number
    const age = today - contact.day
    if (age >= LONGEST_DAYS || (heard && age > MONTH_DAYS)) break
    if ((countsAs & COUNTS_AS.heard) !== 0) heard = true
    if ((countsAs & COUNTS_AS.attempt) === 0) continue
    if (!heard && (countsAs & COUNTS_AS.attemptOnBorrower) !== 0) fruitless++
    if (age <= MONTH_DAYS) attempts.push(contact)
    const days = patienceDays(countsAs, pace)
    if (age < days && (countsAs & HAS_ITS_OWN_DAY) === 0) found.push(waitAfter(contact, contact.day + days))
  }
  const newest = attempts[0]
  if (newest === undefined) return found
  const most = mostDay(attempts, today, daysPastDue, pace)
  if (most > today) found.unshift(waitAfter(newest, most))
  const slow = fruitlessDays(fruitless, pace)
  if (slow > 0 && newest.day + slow > today) found.unshift(waitAfter(newest, newest.day + slow))
  return found
}

const waitAfter = ({ at, day, index }: ReadContact, nextOn: EpochDay): Commitment => ({
  kind: 'contact',
  at,
  since: day,
  nextOn,
  evidence: [contactPointer(index)],
  holdsContact: true,
})

/** Days of patience after one attempt. */
function patienceDays(countsAs: number, pace: PacePolicy): number {
  if ((countsAs & COUNTS_AS.visit) !== 0) return pace.visit
  if ((countsAs & COUNTS_AS.live) === 0) return pace.message
  return (countsAs & (COUNTS_AS.conversation | COUNTS_AS.twoWay)) === 0 ? pace.call : pace.conversation
}

/** First day on which the most of a week and of thirty days leave room for one more attempt. */
function mostDay(
  attempts: readonly ReadContact[],
  today: EpochDay,
  daysPastDue: number,
  { perWeek, perWeekLater, per30Days }: PacePolicy,
): EpochDay {
  const later = roomFrom(attempts, perWeekLater, WEEK_DAYS)
  const monthly = roomFrom(attempts, per30Days, MONTH_DAYS)
  if (daysPastDue > MONTH_DAYS) return Math.max(later, monthly)
  // From its second month on, arrears may be followed more closely: on that day this most becomes the other.
  const secondMonth = today + MONTH_DAYS + 1 - daysPastDue
  const first = Math.min(roomFrom(attempts, perWeek, WEEK_DAYS), Math.max(later, secondMonth))
  return Math.max(first, monthly)
}

/** The day on which fewer than `most` of the attempts, newest first, lie within so many days. */
function roomFrom(attempts: readonly ReadContact[], most: number, days: number): EpochDay {
  if (most === 0) return Number.POSITIVE_INFINITY
  const oldest = attempts[most - 1]
  return oldest === undefined ? Number.NEGATIVE_INFINITY : oldest.day + days
}

/** Days between attempts once so many in a row reached nobody; 0 where the usual pace stands. */
function fruitlessDays(
  fruitless: number,
  { slowAfter, slowDays, slowestAfter, slowestDays }: PacePolicy,
): number {
  if (fruitless >= slowestAfter) return slowestDays
  return fruitless >= slowAfter ? slowDays : 0
}
