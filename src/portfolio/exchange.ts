import type { Capacity } from '../input/capacityFile.ts'
import { failure } from '../kernel/failure.ts'
import { currencyExponent } from '../kernel/money.ts'

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
