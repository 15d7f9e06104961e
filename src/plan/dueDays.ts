import type { Facts } from '../history/facts.ts'
import { formatDay, parseDay } from '../time/civilDay.ts'
import { cycleFrom, type DueCycle, dueDay, firstIndexFrom } from '../words/dueCycle.ts'
import { lineInterest, termsOf } from './instalments.ts'
import type { RestructurePlan, ScheduleLine } from './planOptions.ts'

/**
 * The loan's own cycle: its next due day, else the newest repayment row's, else the day it has been overdue since,
 * else today's.
 */
export function cycleOf({ view, rows, today }: Facts): DueCycle {
  const anchor = view.nextDueDay ?? rows.at(-1)?.due ?? view.overdueSince ?? today
  return { anchor, period: view.source.loan.period ?? 'month' }
}

/**
 * The plan line by line: interest on the balance before each line, the last amount what is left. The principal adds up
 * to `plan.repays`, the amounts to `plan.total`, and there are `plan.count` lines.
 *
 * A plan of 3 000 in instalments of 1 200 without interest gives 1 200, 1 200, 600.
 */
export function schedule(plan: RestructurePlan, facts: Facts): ScheduleLine[] {
  const first = parseDay(plan.firstDue) ?? facts.today
  // A plan on the loan's own cycle keeps that cycle's day of the month, which its first due day may have clamped.
  const own = cycleOf(facts)
  const ownIndex = firstIndexFrom(own, first)
  const onOwn = dueDay(own, ownIndex) === first
  const cycle = onOwn ? own : cycleFrom(first, plan.period)
  const start = onOwn ? ownIndex : 0
  const rate = plan.interest === 0 ? 0 : (facts.view.source.loan.annualRate ?? 0)
  const terms = termsOf(plan.repays, rate, plan.period, first - facts.today)
  const lines: ScheduleLine[] = []
  let balance = plan.repays
  for (let index = 0; index < plan.count; index++) {
    const interest = lineInterest(terms, index, balance)
    const amount = Math.min(plan.instalment, balance + interest)
    const principal = amount - interest
    balance -= principal
    lines.push({ due: formatDay(dueDay(cycle, start + index)), amount, principal, interest, balance })
  }
  return lines
}
