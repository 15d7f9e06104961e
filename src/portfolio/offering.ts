import type { Capacity } from '../input/capacityFile.ts'
import { type EpochDay, formatDay, parseDay } from '../kernel/civilDay.ts'
import { type Serving, servingOf } from '../kernel/pool.ts'
import { type Because, because } from '../kernel/reason.ts'
import type { DecisionRow, RowAlternative } from './decisionRow.ts'
import type { LeftBecause, PortfolioCode } from './prioritised.ts'
import { NO_OPTION } from './problem.ts'

/** Whether something is on offer that could be placed: what the decision chose or found eligible, but waiting. */
export const isOffered = ({ status, kind }: RowAlternative): boolean =>
  (status === 'chosen' || status === 'eligible') && kind !== 'wait'

/** The last planned day, as decisions write days. */
const lastDay = ({ day, days = 1 }: Capacity): string => formatDay((parseDay(day) as EpochDay) + days - 1)

/** Compares as text: cutting a day out of a million instants would take its time. */
const opensAfter = (instant: string, day: string): boolean => instant > day && !instant.startsWith(day)

/**
 * Prepares to say of what is on offer which pools it takes from, or what stands in its way: one of `NO_OPTION`.
 * `worth` is its value in the capacity's currency.
 */
export function offering(capacity: Capacity) {
  const last = lastDay(capacity)
  const servings = servingOf(capacity.pools)
  return (one: RowAlternative, area: string | undefined, worth: number): readonly Serving[] | number => {
    if (!(worth > 0)) return NO_OPTION.worthless
    if (one.window !== undefined && opensAfter(one.window.from, last)) return NO_OPTION.later
    return servings(one.kind, one.channel, area) ?? NO_OPTION.notHere
  }
}

/** Why a row has no option, from the nearest it came to having one. */
export function whyWithout([first]: DecisionRow['alternatives'], obstacle: number): number {
  // Somebody who should wait waits for the decision's own reasons, whatever else was worth nothing.
  const waits = first?.kind === 'wait' && first.status === 'chosen'
  return obstacle === NO_OPTION.worthless && waits ? NO_OPTION.own : obstacle
}

/** The same in reasons. */
export function withoutOptions({ alternatives }: DecisionRow, why: number, capacity: Capacity): LeftBecause {
  const chosen = chosenOf(alternatives)
  return why === NO_OPTION.own ? (chosen?.because ?? []) : [obstacleTo(chosen, why, capacity)]
}

/** What stands in the way of something, as a reason. */
export function obstacleTo(
  one: RowAlternative | undefined,
  obstacle: number,
  { day }: Capacity,
): Because<PortfolioCode> {
  if (obstacle === NO_OPTION.notHere) return because('capacity.notHere', { kind: one?.kind ?? 'wait' })
  if (obstacle === NO_OPTION.later) return because('window.later', { from: one?.window?.from ?? day })
  return because('value.notPositive', { value: one?.value ?? 0 })
}

/** What the decision chose. */
export const chosenOf = (alternatives: DecisionRow['alternatives']): RowAlternative | undefined =>
  alternatives.find(({ status }) => status === 'chosen') ?? alternatives[0]
