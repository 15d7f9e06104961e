import { clamp } from '../kernel/maths.ts'
import { PERIODS_PER_YEAR, type Period } from '../kernel/money.ts'
import { interestUnits } from './rounding.ts'

/**
 * The mathematics of equal payments, the last one smaller (an annuity with actual/365 interest up to its first due day
 * and the yearly rate by periods a year after it), in closed form. Payments are counted from the first due day on, so
 * with D the balance on that day and w = 1 ÷ (1 + rate a period), n payments A repay D = A (1 − wⁿ) ÷ (1 − w).
 */
export interface Terms {
  /** Repaid, minor units. */
  readonly balance: number
  /** Yearly; 0 where none runs or is known. */
  readonly rate: number
  readonly period: Period
  /** Days from today to the first due day. */
  readonly daysToFirst: number
}

const DAYS_PER_YEAR = 365
/** How far above a whole number of payments still counts as that number. */
const COUNT_SLACK = 1e-9
const TOO_FAINT = 1e-6

/** Worth today of 1 in some days, at a yearly rate. `discounted(365, 0.1)` is 1 ÷ 1.1. */
export const discounted = (days: number, yearly: number): number => (1 + yearly) ** (-days / DAYS_PER_YEAR)

/** Interest of some days on a balance, unrounded. */
export const interestOfDays = (balance: number, rate: number, days: number): number =>
  (balance * rate * days) / DAYS_PER_YEAR

/** The balance on the first due day, unrounded. */
const dueAtFirst = ({ balance, rate, daysToFirst }: Terms): number =>
  balance + interestOfDays(balance, rate, daysToFirst)

const shrink = ({ rate, period }: Terms): number => 1 / (1 + rate / PERIODS_PER_YEAR[period])

/** 1 + x + … + xⁿ⁻¹ */
const series = (x: number, n: number): number => (x === 1 ? n : (1 - x ** n) / (1 - x))

/** The payment that repays the balance in `count` equal parts, unrounded. */
export const paymentOver = (terms: Terms, count: number): number =>
  dueAtFirst(terms) / series(shrink(terms), count)

/** How many payments of `payment` repay the balance, the last one smaller; `longest` where they never do by then. */
export function paymentsNeeded(terms: Terms, payment: number, longest: number): number {
  const due = dueAtFirst(terms)
  const w = shrink(terms)
  const periods = w === 1 ? due / payment : Math.log(1 - (due / payment) * (1 - w)) / Math.log(w)
  // Below the interest itself the logarithm is of a negative number, and nothing is ever repaid.
  return periods >= 0 ? clamp(Math.ceil(periods - COUNT_SLACK), 1, longest) : longest
}

/** The last of `count` payments that repay the balance, the others being `payment`, unrounded. */
export function lastPayment(terms: Terms, payment: number, count: number): number {
  const w = shrink(terms)
  const worthAtFirst = w ** (count - 1)
  // So far off, at such interest, a difference of two large figures would be noise.
  if (worthAtFirst < TOO_FAINT) return payment
  return clamp((dueAtFirst(terms) - payment * series(w, count - 1)) / worthAtFirst, 0, payment)
}

/** Worth today of `count` payments, the last one differing: by days to the first due day, by periods after it. */
export function presentValue(
  terms: Terms,
  payment: number,
  count: number,
  last: number,
  yearly: number,
): number {
  const v = (1 + yearly) ** (-1 / PERIODS_PER_YEAR[terms.period])
  const onFirst = payment * series(v, count - 1) + last * v ** (count - 1)
  return onFirst * discounted(terms.daysToFirst, yearly)
}

/** Interest of the line `index` (0 the first) of a schedule on the balance before it, in whole units. */
export const lineInterest = (terms: Terms, index: number, balance: number): number =>
  terms.rate === 0
    ? 0
    : interestUnits(
        index === 0
          ? interestOfDays(balance, terms.rate, terms.daysToFirst)
          : (balance * terms.rate) / PERIODS_PER_YEAR[terms.period],
      )

/** What a schedule of whole units adds up to. */
export interface Totals {
  readonly count: number
  readonly interest: number
  /** Amount of the last line. */
  readonly last: number
}

/** Runs the schedule line by line; undefined where `longest` lines do not repay the balance. */
export function totalsOf(terms: Terms, instalment: number, longest: number): Totals | undefined {
  if (terms.rate === 0) {
    const count = Math.ceil(terms.balance / instalment)
    return count > longest
      ? undefined
      : { count, interest: 0, last: terms.balance - (count - 1) * instalment }
  }
  let balance = terms.balance
  let interest = 0
  for (let index = 0; index < longest; index++) {
    const charged = lineInterest(terms, index, balance)
    interest += charged
    if (balance + charged <= instalment) return { count: index + 1, interest, last: balance + charged }
    balance += charged - instalment
  }
  return undefined
}
