import type { Loan, LoanStage } from '../input/borrowerCase.ts'
import { between, chance, type SeededRandom, wholeBetween } from '../numbers/seededRandom.ts'
import { type EpochDay, formatDay } from '../time/civilDay.ts'
import type { LedgerRow } from './ledger.ts'
import { FEE_SHARE } from './rates.ts'
import type { LoanTerms } from './terms.ts'
import type { SampleDay } from './when.ts'

/** From this age on most lenders have called the whole loan in. */
const CALLED_IN_DAYS = 150
/** A minimum payment is this part of a card's balance. */
const BALANCE_PER_MINIMUM = 20
/** Yearly rates by product, low to high. Invented, within what is usual and lawful. */
const RATES = {
  instalment: [0.06, 0.24],
  revolving: [0.15, 0.24],
  single: [0.12, 0.36],
  microfinance: [0.18, 0.26],
} as const

export interface Account {
  readonly loan: Loan
  /** As on record: with one more where the whole loan was called in. */
  readonly rows: readonly LedgerRow[]
}

/** The account today, from its rows: what is overdue is what they leave unpaid, but for a few with fees. */
export function loanOf(
  random: SeededRandom,
  terms: LoanTerms,
  rows: readonly LedgerRow[],
  { today }: SampleDay,
  planRuns: boolean,
): Account {
  const { product, period } = terms
  const oldest = rows.find(({ unpaid }) => unpaid > 0)
  const age = oldest === undefined ? 0 : today - oldest.due
  const annualRate = Math.round(between(random, RATES[product][0], RATES[product][1]) * 200) / 200
  const instalment = usualPayment(terms, today)
  const later = stillToCome(random, terms, instalment, annualRate, today)
  const stage = planRuns ? undefined : stageOf(random, product, age)
  const called =
    stage === undefined || oldest === undefined ? rows : calledIn(random, rows, oldest, later.sum, age)
  const unpaid = called.reduce((sum, row) => sum + row.unpaid, 0)
  const fee =
    age > 10 && chance(random, FEE_SHARE) ? Math.round((instalment * wholeBetween(random, 2, 6)) / 100) : 0
  const overdue = unpaid + fee
  const outstanding = stage === undefined ? overdue + later.sum : overdue
  const next =
    stage === undefined ? terms.dues.find((due, i) => due >= today && terms.amounts[i] !== 0) : undefined
  return {
    rows: called,
    loan: {
      product,
      outstanding,
      ...(fee > 0 ? composition(outstanding, fee, annualRate, age) : {}),
      overdue,
      ...agedBy(random, oldest, age),
      instalment,
      ...(period === 'month' ? {} : { period }),
      ...(stage !== undefined || product === 'revolving'
        ? {}
        : { remainingInstalments: later.count + rows.filter((row) => row.unpaid > 0).length }),
      annualRate,
      ...(next === undefined ? {} : { nextDueDay: formatDay(next) }),
      ...(product === 'revolving' ? { creditLimit: limitOf(random, outstanding) } : {}),
      opened: formatDay((terms.dues[0] as EpochDay) - terms.periodDays - wholeBetween(random, 0, 9)),
      ...(stage === undefined ? {} : { stage }),
      ...(stage !== undefined && oldest !== undefined && chance(random, 0.15)
        ? { limitationUntil: formatDay(oldest.due + LIMITATION_DAYS) }
        : {}),
    },
  }
}

/** Three years; some of the oldest debts are just past it, as on real books. */
const LIMITATION_DAYS = 1096

/** Half of lenders say since when, the others how long. */
const agedBy = (random: SeededRandom, oldest: LedgerRow | undefined, age: number) =>
  oldest === undefined
    ? {}
    : chance(random, 0.7)
      ? { overdueSince: formatDay(oldest.due) }
      : { daysPastDue: age }

function stageOf(random: SeededRandom, product: LoanTerms['product'], age: number): LoanStage | undefined {
  if (age <= CALLED_IN_DAYS || product === 'single' || chance(random, 0.2)) return undefined
  if (age > 400 && chance(random, 0.1)) return 'judgment'
  return age > 300 && chance(random, 0.6) ? 'chargedOff' : 'accelerated'
}

/** What falls due each time; of a card the newest minimum payment, for it moves with the balance. */
function usualPayment({ product, instalment, dues, amounts }: LoanTerms, today: EpochDay): number {
  if (product !== 'revolving') return instalment
  const next = dues.findIndex((due) => due >= today)
  return amounts[Math.max(0, next - 1)] ?? instalment
}

/** What is not due yet: so many payments, without the interest in them that is not earned yet. */
function stillToCome(
  random: SeededRandom,
  { product, period, dues, amounts }: LoanTerms,
  instalment: number,
  annualRate: number,
  today: EpochDay,
): { count: number; sum: number } {
  if (product === 'single') {
    const current = dues.findIndex((due, i) => due >= today && (amounts[i] as number) > 0)
    return current < 0 ? { count: 0, sum: 0 } : { count: 1, sum: amounts[current] as number }
  }
  if (product === 'revolving') return { count: 0, sum: instalment * (BALANCE_PER_MINIMUM - 1) }
  const count = wholeBetween(random, 2, period === 'month' ? 30 : 40)
  const years = count / (period === 'week' ? 52 : period === 'fortnight' ? 26 : 12)
  return { count, sum: Math.round(count * instalment * (1 - (annualRate * years) / 2.4)) }
}

/** The rows up to the day the loan was called in, and one for all the rest on that day. */
function calledIn(
  random: SeededRandom,
  rows: readonly LedgerRow[],
  oldest: LedgerRow,
  rest: number,
  age: number,
): readonly LedgerRow[] {
  const touched = rows.filter(({ paid }) => paid.length > 0).at(-1)
  const day = Math.max(
    oldest.due + wholeBetween(random, 90, Math.min(age - 1, CALLED_IN_DAYS)),
    (touched?.due ?? 0) + 1,
  )
  return [...rows.filter(({ due }) => due < day), { due: day, amount: rest, paid: [], unpaid: rest }]
}

function composition(outstanding: number, charges: number, annualRate: number, age: number) {
  const accruedInterest = Math.min(
    outstanding - charges,
    Math.round((outstanding * annualRate * Math.min(age, 180)) / 365),
  )
  return { principal: outstanding - charges - accruedInterest, accruedInterest, charges }
}

const limitOf = (random: SeededRandom, outstanding: number): number =>
  Math.ceil((outstanding * between(random, 0.95, 2.2)) / 100_000) * 100_000
