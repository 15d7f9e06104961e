import type { Facts } from '../history/facts.ts'
import type { PromisePolicy } from '../input/policy.ts'
import type { ReadContact } from '../input/readCase.ts'
import { type EpochSecond, SECONDS_PER_DAY } from '../time/instant.ts'
import { startOfDay } from '../time/timeZone.ts'
import { classOf } from '../words/circumstances.ts'
import { COUNTS_AS } from '../words/countsAs.ts'

/** Said by the borrower's side of its own accord; a promise and a claim to have paid begin a wait of their own. */
const WORD = COUNTS_AS.own | COUNTS_AS.asks
const NO_NEWS = COUNTS_AS.promises | COUNTS_AS.saysPaid

/**
 * The newest thing that ends a wait which began before it: word from the borrower, a circumstance that calls for help
 * or care, new figures of their means, a hold, a plan or a pause that ended, a promise broken, a payment that bounced. A payment or a
 * kept promise is none: it closes what waits for it and never brings a contact.
 */
export function newestEvent(facts: Facts, promise: Pick<PromisePolicy, 'toleranceDays'>): EpochSecond {
  const { asOf, view, today, callbackAsked } = facts
  let newest = Math.max(newestWord(facts), callbackAsked?.at ?? Number.NEGATIVE_INFINITY)
  const take = (at: EpochSecond): void => {
    if (at <= asOf && at > newest) newest = at
  }
  for (const { kind, from, to } of facts.circumstances) {
    const of = classOf(kind)
    if (of === 'hold') take(to)
    else if (of !== 'safety') take(from)
  }
  for (const { status, by } of facts.promises) {
    if (status === 'broken' || status === 'partlyKept')
      take(startOfDay(view.zone, by + promise.toleranceDays + 1))
  }
  for (const { until } of view.arrangements) {
    if (until !== undefined && until < today) take(startOfDay(view.zone, until + 1))
  }
  for (const { paid } of view.repayments) {
    for (const { reversedOn } of paid) {
      if (reversedOn !== undefined && reversedOn <= today) take(startOfDay(view.zone, reversedOn))
    }
  }
  // Figures taken in a talk are known after it, at the latest when that day ends.
  const { budgetOn } = view
  if (budgetOn !== undefined && budgetOn <= today)
    take(Math.min(asOf, startOfDay(view.zone, budgetOn) + SECONDS_PER_DAY - 1))
  return newest
}

function newestWord({ ledger: { contacts, counts, anyBits } }: Facts): EpochSecond {
  if ((anyBits & WORD) !== WORD) return Number.NEGATIVE_INFINITY
  for (let i = contacts.length - 1; i >= 0; i--) {
    const countsAs = counts[i] as number
    if ((countsAs & WORD) === WORD && (countsAs & NO_NEWS) === 0) return (contacts[i] as ReadContact).at
  }
  return Number.NEGATIVE_INFINITY
}
