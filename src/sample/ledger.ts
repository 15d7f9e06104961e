import type { Payment, Repayment } from '../input/borrowerCase.ts'
import { chance, type SeededRandom, wholeBetween } from '../numbers/seededRandom.ts'
import { type EpochDay, formatDay } from '../time/civilDay.ts'
import type { Coming } from './conversation.ts'
import { NEVER, type RepaymentPath } from './repay.ts'
import type { LoanTerms } from './terms.ts'

/** A due day with what the lender knows was paid against it. */
export interface LedgerRow {
  readonly due: EpochDay
  readonly amount: number
  readonly paid: readonly Payment[]
  readonly unpaid: number
}

/** Rows on record at most, before the first that is unpaid; what came before is told by a profile of marks. */
const ROWS_BEFORE = 11

/** What the lender's books show today: the rows, and marks for those too old to be among them. */
export function readRepayments(
  random: SeededRandom,
  terms: LoanTerms,
  path: RepaymentPath,
  today: EpochDay,
): { rows: LedgerRow[]; profile: string } {
  const { dues, amounts } = terms
  const payments = dues.map((): Payment[] => [])
  for (const { row, on, amount, reversedOn } of path.paid) {
    if (on > today) break
    const posted = on + wholeBetween(random, 1, 2)
    payments[row]?.push({
      on: formatDay(on),
      amount,
      ...(chance(random, 0.03) && posted <= today ? { postedOn: formatDay(posted) } : {}),
      ...(reversedOn === undefined ? {} : { reversedOn: formatDay(reversedOn) }),
    })
  }
  const rows: LedgerRow[] = []
  let firstUnpaid = -1
  for (let i = 0; i < dues.length; i++) {
    const due = dues[i] as EpochDay
    const amount = amounts[i] as number
    if (due >= today || amount === 0) break
    const paid = payments[i] as Payment[]
    const unpaid = amount - paidSum(paid)
    if (unpaid > 0 && firstUnpaid < 0) firstUnpaid = i
    rows.push({ due, amount, paid, unpaid })
  }
  const shown = Math.max(0, (firstUnpaid < 0 ? rows.length : firstUnpaid) - ROWS_BEFORE)
  let profile = ''
  for (let i = 0; i < shown; i++) profile += Math.min(9, behindOn(terms, path, i))
  return { rows: rows.slice(shown), profile }
}

const paidSum = (paid: readonly Payment[]): number =>
  paid.reduce((total, { amount, reversedOn }) => total + (reversedOn === undefined ? amount : 0), 0)

/** How many due days, that one included, stood unpaid at the end of a due day. */
function behindOn({ dues }: LoanTerms, { cleared }: RepaymentPath, row: number): number {
  const day = dues[row] as EpochDay
  let behind = 0
  for (let i = row; i >= 0 && (cleared[i] as EpochDay) > day; i--) behind++
  return behind
}

export const repaymentOf = ({ due, amount, paid }: LedgerRow): Repayment => ({
  due: formatDay(due),
  amount,
  ...(paid.length === 0 ? {} : { paid }),
})

/** How an account stood on each day, as a collector saw it, and what was to come; asked for ascending days. */
export function standings({ dues, amounts }: LoanTerms, { paid, cleared }: RepaymentPath) {
  let open = 0
  let next = 0
  return (day: EpochDay): { daysPastDue: number; owed: number; coming: Coming | undefined } => {
    while (open < dues.length && (cleared[open] as EpochDay) <= day) open++
    const oldest = dues[open] ?? NEVER
    if (oldest >= day) return { daysPastDue: 0, owed: 0, coming: undefined }
    let owed = 0
    for (let i = open; i < dues.length && (dues[i] as EpochDay) < day; i++) owed += amounts[i] as number
    while (next < paid.length && isUndone(paid[next] as RepaymentPath['paid'][number], day)) next++
    return { daysPastDue: day - oldest, owed, coming: comingWithin(paid, next, day) }
  }
}

const isUndone = ({ on, reversedOn }: RepaymentPath['paid'][number], day: EpochDay): boolean =>
  on < day || reversedOn !== undefined

const PROMISED_AHEAD_DAYS = 12

/** All that is paid on the next day on which anything is. */
function comingWithin(paid: RepaymentPath['paid'], next: number, day: EpochDay): Coming | undefined {
  const on = paid[next]?.on ?? NEVER
  if (on > day + PROMISED_AHEAD_DAYS) return undefined
  let amount = 0
  for (let i = next; i < paid.length && paid[i]?.on === on; i++) amount += paid[i]?.amount ?? 0
  return { on, amount }
}
