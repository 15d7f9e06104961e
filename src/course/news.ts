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

/** When the newest thing happened that ends a wait which began before it; minus infinity where nothing did. */
export interface NewestEvents {
  /** Ends any wait: word from the borrower, new figures of their means, a promise broken, a payment
   * that bounced, a plan or pause that ended. */
  readonly word: EpochSecond
  /** Ends a wait for help alone: a circumstance that calls for it, a hold that ended. */
  readonly care: EpochSecond
}

/** A payment or a kept promise is no event: it closes what waits for it and never brings a contact. */
export const newestEvents = (facts: Facts, promise: Pick<PromisePolicy, 'toleranceDays'>): NewestEvents => ({
  word: wordAt(facts, promise),
  care: careAt(facts),
})

function wordAt(facts: Facts, promise: Pick<PromisePolicy, 'toleranceDays'>): EpochSecond {
  const { asOf, view, today, callbackAsked } = facts
  const times = [newestWord(facts), callbackAsked?.at ?? Number.NEGATIVE_INFINITY]
  for (const { status, by } of facts.promises) {
    if (status === 'broken' || status === 'partlyKept')
      times.push(startOfDay(view.zone, by + promise.toleranceDays + 1))
  }
  for (const { until } of view.arrangements) {
    if (until !== undefined && until < today) times.push(startOfDay(view.zone, until + 1))
  }
  for (const { paid } of view.repayments) {
    for (const { reversedOn } of paid) {
      if (reversedOn !== undefined && reversedOn <= today) times.push(startOfDay(view.zone, reversedOn))
    }
  }
  // Figures taken in a talk are known after it, at the latest when that day ends.
  const { budgetOn } = view
  if (budgetOn !== undefined && budgetOn <= today)
    times.push(Math.min(asOf, startOfDay(view.zone, budgetOn) + SECONDS_PER_DAY - 1))
  return newestUpTo(asOf, times)
}

function careAt({ asOf, circumstances }: Facts): EpochSecond {
  const times: EpochSecond[] = []
  for (const { kind, from, to } of circumstances) {
    const of = classOf(kind)
    if (of === 'hold') times.push(to)
    else if (of !== 'safety') times.push(from)
  }
  return newestUpTo(asOf, times)
}

function newestUpTo(asOf: EpochSecond, times: readonly EpochSecond[]): EpochSecond {
  let newest = Number.NEGATIVE_INFINITY
  for (const at of times) if (at <= asOf && at > newest) newest = at
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
