import type { Life } from './life.ts'
import { daysPastDueOn } from './repay.ts'
import type { When } from './when.ts'

/** What no record shows: the borrower as they are, and what comes of the account if everything goes on as it did. */
export interface Truth {
  readonly id: string
  readonly ability: number
  readonly willingness: number
  readonly contactability: number
  /** What keeps the borrower from paying, known or not; `none`, `gap`, `refusal`, or a circumstance. */
  readonly trouble: string
  /** As the rows have it, on the day of asOf and 30 days later. */
  readonly daysPastDue: number
  readonly daysPastDueAfter: number
  /**
   * 1: not current within 30 days. Of an account in arrears, on none of these days nothing was past due; of one that
   * was not, something was on the thirtieth.
   */
  readonly bad: 0 | 1
}

const HORIZON_DAYS = 30

/** @param bound what is paid neither clears the arrears nor makes new ones: the whole loan was called in, or a plan runs */
export function truthOf(
  id: string,
  { person, terms, path }: Life,
  { today }: When,
  daysPastDue: number,
  bound: boolean,
): Truth {
  const { ability, willingness, contactability } = person.traits
  const lived = daysPastDueOn(terms, path, today + HORIZON_DAYS)
  const after = bound ? (daysPastDue > 0 ? daysPastDue + HORIZON_DAYS : 0) : lived
  const bad = bound || daysPastDue === 0 ? after > 0 : !isCuredWithin(terms, path, today)
  return {
    id,
    ability,
    willingness,
    contactability,
    trouble: person.trouble.kind,
    daysPastDue,
    daysPastDueAfter: after,
    bad: bad ? 1 : 0,
  }
}

function isCuredWithin(terms: Life['terms'], path: Life['path'], today: number): boolean {
  for (let day = today + 1; day <= today + HORIZON_DAYS; day++)
    if (daysPastDueOn(terms, path, day) === 0) return true
  return false
}
