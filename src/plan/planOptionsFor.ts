import type { Facts } from '../history/facts.ts'
import type { Policy } from '../input/policy.ts'
import { clamp } from '../numbers/maths.ts'
import { dueDay, firstIndexFrom } from '../words/dueCycle.ts'
import { capacityOf, isDueWhole } from './capacity.ts'
import { type Discounting, discounted } from './discounting.ts'
import { cycleOf } from './dueDays.ts'
import { hardshipsNow, type Need } from './hardship.ts'
import {
  type InstalmentTerms,
  interestOfDays,
  lastPayment,
  paymentOver,
  paymentsNeeded,
  presentValue,
  termsOf,
} from './instalments.ts'
import { pausedValueOf, pauseOption } from './pause.ts'
import type { PlanOptions } from './planOptions.ts'
import { restructureOption } from './restructure.ts'

/**
 * What the borrower can pay, and whether a restructure or a pause would do. Schedules are made on
 * demand by `schedule`. Without a pause `pausedValue` is `contractValue`.
 */
export function planOptionsFor(facts: Facts, policy: Policy, discounting: Discounting): PlanOptions {
  const hardships = hardshipsNow(facts)
  const capacity = capacityOf(facts, hardships, policy.capacity)
  const need: Need = { facts, policy, discounting, capacity, hardships }
  const restructure = restructureOption(need)
  const { option, withoutProspect, pause } = pauseOption(need, restructure)
  const contractValue = contractValueOf(facts, policy, discounting)
  return {
    capacity,
    restructure,
    pause: option,
    withoutProspect,
    contractValue,
    pausedValue:
      pause === undefined ? contractValue : pausedValueOf(facts, discounting, contractValue, pause),
  }
}

/** A record whose payments to come are this many times what is not yet due is at fault in their number or rate. */
const MOST_OF_BALANCE = 2

/**
 * Worth today of what the contract promises on the whole balance: what is overdue now, and the rest as it falls due,
 * with the interest it will bear. In minor units, unrounded, above 0 and at most outstanding + future interest.
 *
 * The rest is paid in the loan's instalments until it is repaid, within the remaining instalments (not known: within
 * the longest term of a plan); where that takes more than the instalment, in as much as it takes. Without a rate, what
 * the remaining instalments add up to above the balance is its interest. A loan called in is due whole today, a loan
 * of one repayment on its due day.
 */
export function contractValueOf(facts: Facts, policy: Policy, discounting: Discounting): number {
  const { outstanding, overdue, today, view } = facts
  const { loan } = view.source
  const later = outstanding - overdue
  if (later <= 0 || (loan.stage !== undefined && loan.stage !== 'open')) return outstanding
  const cycle = cycleOf(facts)
  const rate = loan.annualRate ?? 0
  const daysToFirst = dueDay(cycle, firstIndexFrom(cycle, today + 1)) - today
  if (isDueWhole(facts)) {
    const dueThen = later + interestOfDays(later, rate, daysToFirst)
    return overdue + dueThen * discounted(daysToFirst, discounting)
  }
  const remaining = loan.remainingInstalments ?? 0
  const longest = remaining > 0 ? remaining : policy.relief.maxInstalments
  // Paid in equal parts where the parts are all that is known of the interest.
  const inParts = loan.annualRate === undefined && remaining > 0 ? (facts.instalment ?? 0) * remaining : 0
  const balance = clamp(inParts, later, MOST_OF_BALANCE * later)
  const instalment = balance > later ? 0 : (facts.instalment ?? 0)
  const terms = termsOf(balance, rate, cycle.period, daysToFirst)
  const worth = worthOfInstalments(terms, instalment, longest, discounting)
  return overdue + Math.min(worth, MOST_OF_BALANCE * later)
}

/** Equal parts over the longest term where the instalment takes longer, or as long; else the instalment until repaid. */
function worthOfInstalments(
  terms: InstalmentTerms,
  instalment: number,
  longest: number,
  discounting: Discounting,
): number {
  const least = paymentOver(terms, longest)
  if (instalment <= least) return presentValue(terms, least, longest, least, discounting)
  const count = paymentsNeeded(terms, instalment, longest)
  return presentValue(terms, instalment, count, lastPayment(terms, instalment, count), discounting)
}
