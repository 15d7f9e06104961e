import type { Product } from '../input/borrowerCase.ts'
import { between, chance, pickWeighted, type SeededRandom, wholeBetween } from '../numbers/seededRandom.ts'
import { addMonths, type EpochDay } from '../time/civilDay.ts'
import type { Period } from '../words/money.ts'
import type { HomePlace } from './places.ts'

/** What was agreed: when how much falls due, from before the record begins until after the outcome is known. */
export interface LoanTerms {
  readonly product: Product
  readonly period: Period
  readonly periodDays: number
  /** Ascending. Of a single repayment these are its earlier loans too; after the last one come months with nothing due. */
  readonly dues: readonly EpochDay[]
  readonly amounts: readonly number[]
  /** The usual payment. */
  readonly instalment: number
  /** The due day on which something goes wrong, by its place; -1 for none. */
  readonly onset: number
}

const PERIOD_DAYS = { week: 7, fortnight: 14, month: 30 } as const
/** The outcome is known 30 days on; one due day after that closes the last period. */
const OUTLOOK_DAYS = 31
/** Share of a month's income that one payment takes, by product and for a month's worth. */
const BURDEN: Readonly<Record<Product, readonly [number, number]>> = {
  instalment: [0.05, 0.2],
  revolving: [0.02, 0.08],
  single: [0.1, 0.35],
  microfinance: [0.05, 0.16],
}

/** @param age days past due wanted today if nothing is paid from the onset on; 0 for no onset */
export function drawTerms(
  random: SeededRandom,
  place: HomePlace,
  product: Product,
  monthlyIncome: number,
  today: EpochDay,
  age: number,
): LoanTerms {
  const period = product === 'microfinance' ? pickWeighted(random, SHORT_PERIODS) : 'month'
  const periodDays = PERIOD_DAYS[period]
  const [low, high] = BURDEN[product]
  const share = between(random, low, high) * (periodDays / 30)
  const instalment = roundedTo(monthlyIncome * share, place.roundTo)
  if (product === 'single') return singleTerms(random, place, instalment, today, age)
  const anchor = age > 0 ? today - age : today - wholeBetween(random, 0, periodDays - 1)
  // Borrowers who fell behind and caught up in part did so some periods before the oldest unpaid day.
  const earlier = age > 7 && chance(random, 0.3) ? wholeBetween(random, 1, 3) : 0
  const before = earlier + Math.min(14, wholeBetween(random, 3, period === 'month' ? 12 : 14))
  const after = Math.floor((Math.max(age, 0) + OUTLOOK_DAYS) / periodDays) + 1
  const drift = product === 'revolving' ? between(random, -0.02, 0.03) : 0
  const dues: EpochDay[] = []
  const amounts: number[] = []
  for (let i = -before; i <= after; i++) {
    dues.push(period === 'month' ? addMonths(anchor, i) : anchor + i * periodDays)
    amounts.push(drift === 0 ? instalment : roundedTo(instalment * (1 + drift * i), place.roundTo))
  }
  return { product, period, periodDays, dues, amounts, instalment, onset: age > 0 ? before - earlier : -1 }
}

const SHORT_PERIODS = [
  ['week', 5],
  ['fortnight', 3],
  ['month', 4],
] as const

/** Loans repaid at once, one after another; the newest is the account's. */
function singleTerms(
  random: SeededRandom,
  place: HomePlace,
  amount: number,
  today: EpochDay,
  age: number,
): LoanTerms {
  const newest = age > 0 ? today - age : today + wholeBetween(random, 1, 25)
  const dues = [newest]
  const amounts = [amount]
  for (let earlier = wholeBetween(random, 0, 5), due = newest; earlier > 0; earlier--) {
    due -= wholeBetween(random, 40, 70)
    dues.unshift(due)
    amounts.unshift(roundedTo(amount * between(random, 0.4, 1), place.roundTo))
  }
  const onset = age > 0 ? dues.length - 1 : -1
  for (let due = newest + 30; due <= today + OUTLOOK_DAYS; due += 30) {
    dues.push(due)
    amounts.push(0)
  }
  return { product: 'single', period: 'month', periodDays: 30, dues, amounts, instalment: amount, onset }
}

const roundedTo = (amount: number, to: number): number => Math.max(to, Math.round(amount / to) * to)
