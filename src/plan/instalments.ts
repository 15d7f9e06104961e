import { clamp } from '../numbers/maths.ts'
import { PERIODS_PER_YEAR, type Period } from '../words/money.ts'
import { type Discounting, discounted, interestUnits } from './discounting.ts'

/**
 * The mathematics of equal payments, the last one smaller (an annuity with actual/365 interest up to its first due day
 * and the yearly rate by periods a year after it), in closed form. Payments are counted from the first due day on, so
 * with D the balance on that day and w = 1 ÷ (1 + rate a period), n payments A repay D = A (1 − wⁿ) ÷ (1 − w).
 */
export interface InstalmentTerms {
  /** Repaid, minor units. */
  readonly balance: number
  /** Yearly; 0 where none runs or is known. */
  readonly rate: number
  readonly period: Period
  /** Days from today to the first due day. */
  readonly daysToFirst: number
  /** D: the balance on the first due day, unrounded. */
  readonly dueAtFirst: number
  /** w */
  readonly shrink: number
}

const DAYS_PER_YEAR = 365
/** How far above a whole number of payments still counts as that number. */
const COUNT_SLACK = 1e-9
const TOO_FAINT = 1e-6

export function termsOf(balance: number, rate: number, period: Period, daysToFirst: number): InstalmentTerms {
  const dueAtFirst = balance + interestOfDays(balance, rate, daysToFirst)
  return { balance, rate, period, daysToFirst, dueAtFirst, shrink: 1 / (1 + rate / PERIODS_PER_YEAR[period]) }
}

/** Interest of some days on a balance, unrounded. */
export const interestOfDays = (balance: number, rate: number, days: number): number =>
  (balance * rate * days) / DAYS_PER_YEAR

/** xⁿ for a whole n, by squaring: fewer steps than the general power, and the same on every engine. */
function power(x: number, n: number): number {
  let result = 1
  for (let base = x, left = n; left > 0; base *= base, left = Math.floor(left / 2))
    if (left % 2 === 1) result *= base
  return result
}

/** 1 + x + … + xⁿ⁻¹, given xⁿ. */
const series = (x: number, n: number, xn: number): number => (x === 1 ? n : (1 - xn) / (1 - x))

/** The payment that repays the balance in `count` equal parts, unrounded. */
export const paymentOver = ({ dueAtFirst, shrink }: InstalmentTerms, count: number): number =>
  dueAtFirst / series(shrink, count, power(shrink, count))

/** How many payments of `payment` repay the balance, the last one smaller; `longest` where they never do by then. */
export function paymentsNeeded(
  { dueAtFirst, shrink }: InstalmentTerms,
  payment: number,
  longest: number,
): number {
  const ratio = dueAtFirst / payment
  const periods = shrink === 1 ? ratio : Math.log(1 - ratio * (1 - shrink)) / Math.log(shrink)
  // Below the interest itself the logarithm is of a negative number, and nothing is ever repaid.
  return periods >= 0 ? clamp(Math.ceil(periods - COUNT_SLACK), 1, longest) : longest
}

/** The last of `count` payments that repay the balance, the others being `payment`, unrounded. */
export function lastPayment({ dueAtFirst, shrink }: InstalmentTerms, payment: number, count: number): number {
  const worth = power(shrink, count - 1)
  // So far off, at such interest, a difference of two large figures would be noise.
  if (worth < TOO_FAINT) return payment
  return clamp((dueAtFirst - payment * series(shrink, count - 1, worth)) / worth, 0, payment)
}

/** Worth today of `count` payments, the last one differing: by days to the first due day, by periods after it. */
export function presentValue(
  { period, daysToFirst }: InstalmentTerms,
  payment: number,
  count: number,
  last: number,
  discounting: Discounting,
): number {
  const v = discounting.perPeriod[period]
  const lastWorth = power(v, count - 1)
  return (payment * series(v, count - 1, lastWorth) + last * lastWorth) * discounted(daysToFirst, discounting)
}

/** Interest of the line `index` (0 the first) of a schedule on the balance before it, in whole units. */
export function lineInterest(
  { rate, period, daysToFirst }: InstalmentTerms,
  index: number,
  balance: number,
): number {
  if (rate === 0) return 0
  return interestUnits(
    index === 0 ? interestOfDays(balance, rate, daysToFirst) : (balance * rate) / PERIODS_PER_YEAR[period],
  )
}

/** What a schedule of whole units adds up to. */
export interface PlanTotals {
  readonly count: number
  readonly interest: number
  /** Amount of the last line. */
  readonly last: number
}

/** Runs the schedule line by line; undefined where `longest` lines do not repay the balance. */
export function totalsOf(
  terms: InstalmentTerms,
  instalment: number,
  longest: number,
): PlanTotals | undefined {
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
