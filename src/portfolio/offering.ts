import type { Capacity } from '../input/capacityFile.ts'
import { type EpochDay, formatDay, parseDay } from '../time/civilDay.ts'
import { parseInstant } from '../time/instant.ts'
import { failure } from '../words/failure.ts'
import { currencyExponent } from '../words/money.ts'
import { type Pool, type Serving, servingOf } from '../words/pool.ts'
import { because, type PortfolioParams } from '../words/portfolioReasons.ts'
import type { Because } from '../words/reason.ts'
import type { DecisionRow, RowAlternative } from './decisionRow.ts'

/** Whether something is on offer that could be placed: what the decision chose or found eligible, but waiting. */
export const isOffered = ({ status, kind }: RowAlternative): boolean =>
  (status === 'chosen' || status === 'eligible') && kind !== 'wait'

/** What the decision chose. */
export const chosenOf = (alternatives: DecisionRow['alternatives']): RowAlternative | undefined =>
  alternatives.find(({ status }) => status === 'chosen') ?? alternatives[0]

/** The pools something takes from, or what stands in its way. */
export type Offering = (
  one: RowAlternative,
  area: string | undefined,
) => readonly Serving[] | Because<PortfolioParams>

export const isServed = (found: readonly Serving[] | Because<PortfolioParams>): found is readonly Serving[] =>
  Array.isArray(found)

/**
 * Prepares to say of what is on offer which pools it takes from: it has to be worth something, and to be possible where
 * the borrower is, on a planned day within its window.
 */
export function offering(capacity: Capacity): Offering {
  const { pools } = capacity
  const servings = servingOf(pools)
  const last = lastDay(capacity)
  const ownDays = pools.some(({ day }) => day !== undefined)
  return (one, area) => {
    const { kind, channel, value = 0, window } = one
    if (!(value > 0)) return because('value.notPositive', { kind, value })
    let served = servings(kind, channel, area)
    if (served === undefined) return because('capacity.notHere', { kind })
    if (ownDays && served.some((serving) => poolDay(serving, pools) !== undefined)) {
      const found = onTheirDays(served, pools, one)
      if (!isServed(found)) return found
      served = found
    } else if (window !== undefined) {
      // Where it opens says enough of nearly all: reading both ends of a million windows would take its time.
      if (window.from < capacity.day && isBeforeDay(window.to, capacity.day))
        return because('window.over', { kind, to: window.to })
      if (opensAfter(window.from, last)) return because('window.later', { kind, from: window.from })
    }
    return served
  }
}

/** What there is of each pool: on all planned days, or on its own. */
export const plannedAmounts = ({ pools, days = 1 }: Capacity): Float64Array =>
  Float64Array.from(pools, ({ available, day }) => (day === undefined ? available * days : available))

/** The last planned day, as decisions write days. */
const lastDay = ({ day, days = 1 }: Capacity): string => formatDay((parseDay(day) as EpochDay) + days - 1)

/** Compares as text: cutting a day out of a million instants would take its time. */
const opensAfter = (instant: string, day: string): boolean => instant > day && !instant.startsWith(day)

/** Before a day both where the borrower is and at Greenwich: callers on the other side of the earth begin it early. */
const isBeforeDay = (instant: string, day: string): boolean =>
  instant < day && (parseInstant(instant) ?? 0) <= (parseDay(day) as EpochDay) * 86_400

const poolDay = ({ pool }: Serving, pools: readonly Pool[]): string | undefined => pools[pool]?.day

/** Of each unit the first pool that has no day of its own, or one within the window; of every unit there has to be one. */
function onTheirDays(
  served: readonly Serving[],
  pools: readonly Pool[],
  { kind, window }: RowAlternative,
): readonly Serving[] | Because<PortfolioParams> {
  const isOpen = (day: string | undefined): boolean =>
    day === undefined ||
    window === undefined ||
    !(isBeforeDay(window.to, day) || opensAfter(window.from, day))
  const found: Serving[] = []
  for (const serving of served)
    if (isOpen(poolDay(serving, pools)) && !found.some(({ unit }) => unit === serving.unit))
      found.push(serving)
  if (window === undefined || served.every(({ unit }) => found.some((one) => one.unit === unit))) return found
  const days = served.map((serving) => poolDay(serving, pools)).filter((day) => day !== undefined)
  const isLate = days.every((day) => opensAfter(window.from, day))
  return isLate
    ? because('window.later', { kind, from: window.from })
    : because('window.over', { kind, to: window.to })
}

/** Minor units of the capacity's currency for one of another, as far as it gives rates: they are between major units. */
export function ratesOf({ currency, rates = {} }: Capacity): ReadonlyMap<string, number> {
  const known = new Map([[currency, 1]])
  for (const [from, rate] of Object.entries(rates)) {
    if (from === currency) continue
    known.set(from, rate * 10 ** ((currencyExponent(currency) ?? 2) - (currencyExponent(from) ?? 2)))
  }
  return known
}

/**
 * The same as a function.
 *
 * @throws a Failure with code `currency.mixed` when the capacity gives no rate.
 * @example
 * exchangeOf({ currency: 'CNY', day: '2026-11-25', rates: { JPY: 0.05 }, pools: [] })('JPY') // => 5
 */
export function exchangeOf(capacity: Capacity): (from: string) => number {
  const known = ratesOf(capacity)
  return (from) => {
    const factor = known.get(from)
    if (factor !== undefined) return factor
    throw failure(
      'currency.mixed',
      `a decision is in ${currencyTold(from)}, the capacity in ${capacity.currency}, and rates give no rate`,
    )
  }
}

/** A currency in a message. Only what has the shape of one is repeated: the rest may be anything. */
export const currencyTold = (currency: string): string =>
  /^[A-Z]{3}$/.test(currency) ? currency : 'another currency'
