import type { Facts } from '../history/facts.ts'
import type { Budget } from '../input/borrowerCase.ts'
import type { CapacityPolicy } from '../input/policy.ts'
import { clamp, round6 } from '../numbers/maths.ts'
import { MONTHS_PER_PERIOD, roundHalfEven } from '../words/money.ts'
import { reaches, unitsToCover, wholeUnits } from './discounting.ts'
import { beganAfter, type Hardship } from './hardship.ts'
import type { PaymentCapacity } from './planOptions.ts'

const BUDGET: readonly string[] = Object.freeze(['/budget'])
const NOTHING: readonly string[] = Object.freeze([])
/** Rows that `sustainedPayment3` looks at. */
const SUSTAINED_ROWS = 3

/**
 * What the borrower can pay a loan period, and whether that is enough.
 *
 * A budget is used if it is at most `staleDays` old and no hardship in force began after the day it describes, for
 * then it tells of a life that has changed. Without such a budget what was paid in every one of the last three
 * periods is a floor, never a ceiling, and only while no hardship is known: it may show that someone is able, else
 * the verdict stays unknown.
 */
export function capacityOf(
  facts: Facts,
  hardships: readonly Hardship[],
  policy: CapacityPolicy,
): PaymentCapacity {
  const needed = neededEachPeriod(facts, policy.arrearsShare)
  const { budget } = facts.view.source
  if (budget === undefined) return hardships.length === 0 ? inferred(facts, needed) : unknown(needed, NOTHING)
  const since = supersededBy(facts, hardships)
  if (since !== undefined) return unknown(needed, ['/budget', since.pointer])
  if (isStale(facts, policy.staleDays))
    return hardships.length === 0 ? inferred(facts, needed) : unknown(needed, BUDGET)
  return fromBudget(facts, budget, needed, policy)
}

/** A day after `today` describes a time that has not come and is not used either. */
function isStale(facts: Facts, staleDays: number): boolean {
  const age = facts.today - (facts.view.budgetOn ?? facts.today)
  return age < 0 || age > staleDays
}

function supersededBy(facts: Facts, hardships: readonly Hardship[]): Hardship | undefined {
  const day = facts.view.budgetOn ?? facts.today
  return hardships.find((hardship) => beganAfter(facts, hardship, day))
}

function fromBudget(facts: Facts, budget: Budget, needed: number, policy: CapacityPolicy): PaymentCapacity {
  const { currency, loan } = facts.view.source
  const { income, essentialSpending, otherDebtPayments = 0, dependants = 0, evidence } = budget
  const least = policy.livingMinimum[currency]
  const minimum = least === undefined ? 0 : least.adult + least.dependant * dependants
  const monthly = income - Math.max(essentialSpending, minimum) - otherDebtPayments
  const surplus = monthly * MONTHS_PER_PERIOD[loan.period ?? 'month']
  const sustainable = surplus > 0 ? surplus * (1 - policy.margin[evidence]) : 0
  return {
    surplus: roundHalfEven(surplus),
    sustainablePayment: wholeUnits(sustainable),
    basis: evidence,
    verdict: sustainable <= 0 ? 'unable' : reaches(sustainable, needed) ? 'able' : 'stretched',
    needed: unitsToCover(needed),
    ability: abilityOf(sustainable, needed),
    evidence: BUDGET,
  }
}

/** Share of what is needed that can be paid. */
const abilityOf = (sustainable: number, needed: number): number =>
  sustainable <= 0 ? 0 : needed <= 0 ? 1 : round6(clamp(sustainable / needed, 0, 1))

function inferred(facts: Facts, needed: number): PaymentCapacity {
  const sustained = facts.features.sustainedPayment3 ?? 0
  const stale = facts.view.source.budget === undefined ? NOTHING : BUDGET
  if (sustained <= 0) return unknown(needed, stale)
  const able = reaches(sustained, needed)
  return {
    surplus: null,
    sustainablePayment: sustained,
    basis: 'inferred',
    verdict: able ? 'able' : 'unknown',
    needed: unitsToCover(needed),
    ability: able ? 1 : null,
    evidence: newestRows(facts),
  }
}

const newestRows = ({ rows }: Facts): readonly string[] =>
  rows
    .filter((row) => row.fallen)
    .slice(-SUSTAINED_ROWS)
    .map((row) => row.pointer)

const unknown = (needed: number, evidence: readonly string[]): PaymentCapacity => ({
  surplus: null,
  sustainablePayment: null,
  basis: 'unknown',
  verdict: 'unknown',
  needed: unitsToCover(needed),
  ability: null,
  evidence,
})

/**
 * Periods within which a debt that is due in one sum counts as payable. A loan of one repayment falls due whole and
 * its term is seldom longer, so the tenth a period that arrears of an instalment loan are given would call a borrower
 * able who needs ten times the term; three leave room for a pay day or two and no more.
 */
const PERIODS_TO_CLEAR = 3

/**
 * Whether the contract asks for one sum instead of instalments: a loan of one repayment, or one called in.
 */
export const isDueWhole = ({ view }: Facts): boolean => {
  const { product, stage } = view.source.loan
  return product === 'single' || (stage !== undefined && stage !== 'open')
}

/**
 * What a borrower must be able to pay a loan period for the verdict `able`, in minor units, unrounded and never more
 * than is outstanding:
 * - instalment, revolving and microfinance loans: the instalment and `arrearsShare` of what is overdue;
 * - where no instalment is known: what is not yet due, spread over the remaining instalments, in its place; where these
 *   are not known either, a third of what is overdue, the one thing the record says is to be paid;
 * - due in one sum (`single`, or a stage other than `open`): a third of what is outstanding.
 */
function neededEachPeriod(facts: Facts, arrearsShare: number): number {
  const { outstanding, overdue, instalment } = facts
  if (isDueWhole(facts)) return outstanding / PERIODS_TO_CLEAR
  const remaining = facts.view.source.loan.remainingInstalments ?? 0
  const each = instalment ?? (remaining > 0 ? (outstanding - overdue) / remaining : undefined)
  if (each === undefined) return overdue / PERIODS_TO_CLEAR
  return Math.min(outstanding, each + arrearsShare * overdue)
}
