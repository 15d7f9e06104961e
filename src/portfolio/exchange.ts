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
    // Only what has the shape of a currency is repeated: the rest may be anything.
    const name = /^[A-Z]{3}$/.test(from) ? from : 'another currency'
    throw failure(
      'currency.mixed',
      `a decision is in ${name}, the capacity in ${capacity.currency}, and rates give no rate`,
    )
  }
}
