import { between, chance, fraction, type SeededRandom, wholeBetween } from '../numbers/seededRandom.ts'
import type { EpochDay } from '../time/civilDay.ts'
import type { LoanTerms } from './terms.ts'
import { instalmentsLeft, type Traits } from './traits.ts'
import { isDuring, paysNothing, type Trouble } from './trouble.ts'

/** One payment against one due day. */
export interface Paid {
  /** Place of the due day it counts against. */
  readonly row: number
  readonly on: EpochDay
  readonly amount: number
  /** A debit that came back. */
  readonly reversedOn?: EpochDay
}

/** What was paid, before today and in the month after it. */
export interface RepaymentPath {
  /** Ascending by day. */
  readonly paid: readonly Paid[]
  /** Of each due day when it was fully paid; `NEVER` if it was not. */
  readonly cleared: readonly EpochDay[]
}

export const NEVER: EpochDay = 1_000_000

/** Invented. A debit fails now and then, for the borrower no less than for the lender a surprise. */
const DEBIT_FAILS = 0.004
/** From so many payments behind on, some no longer begin. */
const DISHEARTENING = 3.5
const FORGETS = { always: 0.03, careless: 0.45 } as const

/**
 * Lives through the due days one by one: what is left over is saved up to a little, what is saved is paid with if the
 * borrower thinks of it and means to, and the oldest debt comes first.
 */
export function repay(
  random: SeededRandom,
  traits: Traits,
  trouble: Trouble,
  terms: LoanTerms,
  today: EpochDay,
): RepaymentPath {
  const { dues, amounts, instalment, onset, periodDays } = terms
  const account = openLedger(today)
  const most = instalment * (0.4 + 1.8 * traits.ability)
  const usual = instalment * instalmentsLeft(traits)
  const careless = 1 - traits.punctuality
  const forgets = FORGETS.always + FORGETS.careless * careless * careless
  const afterPayDay = wholeBetween(random, 0, Math.floor(periodDays * 0.6))
  let saved = most * fraction(random)
  for (let i = 0; i < dues.length; i++) {
    const due = dues[i] as EpochDay
    const amount = amounts[i] as number
    const troubled = isDuring(trouble, due)
    if (troubled && i === onset) saved *= 0.3 * fraction(random)
    saved += usual * between(random, 0.6, 1.4) * (troubled ? trouble.left : 1)
    saved = Math.max(0, Math.min(saved, most + account.owed() + amount))
    const behind = account.owed() > 0
    account.fallsDue(amount)
    if (account.owed() === 0 || (troubled && paysNothing(trouble))) continue
    let pays = 0
    let on = due - wholeBetween(random, 0, 2)
    if (!behind && saved >= amount) {
      pays = amount
      if (i === onset && !troubled) on = stillForgotten(random, due, today, periodDays)
      else if (chance(random, forgets)) on = due + 1 + Math.floor((periodDays - 4) * skewed(random))
      else if (chance(random, DEBIT_FAILS) && due + 3 <= today) {
        account.debitFails(i, due, amount)
        on = due + Math.min(periodDays - 3, wholeBetween(random, 4, 20))
      }
    } else {
      on = due + (behind ? afterPayDay : Math.floor(afterPayDay / 2))
      pays = arrearsPayment(random, saved, account.owed(), Math.max(amount, instalment), traits.willingness)
    }
    if (pays === 0) continue
    account.pay(i, Math.max(on, account.lastPaidOn()), pays)
    saved -= pays
  }
  return account.path(dues.length)
}

/** Small ones are likelier. */
const skewed = (random: SeededRandom): number => fraction(random) * fraction(random)

/** Those who have forgotten so far remember within the period. */
function stillForgotten(random: SeededRandom, due: EpochDay, today: EpochDay, periodDays: number): EpochDay {
  const last = Math.max(today + 1, due + periodDays - 3)
  return today + 1 + Math.floor((last - today) * skewed(random))
}

/** What someone behind pays of what is owed: all, one payment, a part, or nothing. */
function arrearsPayment(
  random: SeededRandom,
  saved: number,
  owed: number,
  instalment: number,
  willingness: number,
): number {
  const disheartened = owed > DISHEARTENING * instalment ? 0.65 : 1
  if (!chance(random, (0.55 + 0.6 * willingness) * disheartened)) return 0
  const spare = saved * (0.75 + 0.25 * willingness)
  if (spare >= owed) return owed
  if (spare >= instalment) return instalment
  if (spare < 0.25 * instalment || !chance(random, 0.4)) return 0
  return Math.floor((spare / instalment) * 10) * Math.floor(instalment / 10)
}

/** Takes money in, oldest debt first. */
function openLedger(today: EpochDay) {
  const paid: Paid[] = []
  const left: number[] = []
  const cleared: EpochDay[] = []
  let open = 0
  let owed = 0
  let last: EpochDay = 0
  return {
    owed: () => owed,
    lastPaidOn: () => last,
    fallsDue(amount: number) {
      left.push(amount)
      owed += amount
      cleared.push(NEVER)
    },
    debitFails(row: number, on: EpochDay, amount: number) {
      paid.push({ row, on, amount, reversedOn: on + 3 })
    },
    pay(newest: number, day: EpochDay, amount: number) {
      // The day of asOf has only begun: what is paid on it is not known yet.
      const on = day === today ? today + 1 : day
      last = on
      owed -= amount
      let rest = amount
      for (; open <= newest; open++) {
        const part = Math.min(rest, left[open] as number)
        if (part > 0) paid.push({ row: open, on, amount: part })
        rest -= part
        left[open] = (left[open] as number) - part
        if ((left[open] as number) > 0) return
        cleared[open] = on
      }
    },
    path: (rows: number): RepaymentPath => ({ paid, cleared: cleared.slice(0, rows) }),
  }
}

/** Age on a day of the oldest amount then unpaid; 0 when nothing is past due. */
export function daysPastDueOn(
  { dues, amounts }: LoanTerms,
  { cleared }: RepaymentPath,
  day: EpochDay,
): number {
  for (let i = 0; i < dues.length; i++) {
    const due = dues[i] as EpochDay
    if (due >= day) return 0
    if ((amounts[i] as number) > 0 && (cleared[i] as EpochDay) > day) return day - due
  }
  return 0
}
