import type { Capacity } from '../input/capacityFile.ts'
import { exchangeOf } from '../portfolio/exchange.ts'
import type { PolicySide } from '../portfolio/policyComparison.ts'
import { orStop } from './orStop.ts'

/** Values of several currencies as one, by the rates of a capacity. */
export interface Exchange {
  readonly currency: string
  /** @throws a Stop where there is no rate for a currency. */
  readonly require: (currency: string) => void
  /** With one value for all of its currencies, in whole minor units of this one. */
  readonly inAll: (side: PolicySide) => PolicySide
}

export function exchangeTo(capacity: Capacity): Exchange {
  const rateOf = exchangeOf(capacity)
  return {
    currency: capacity.currency,
    require(currency) {
      orStop(() => rateOf(currency))
    },
    inAll(side) {
      const parts = Object.entries(side.valueByCurrency).map(([currency, value]) => rateOf(currency) * value)
      return { ...side, value: Math.round(parts.reduce((sum, part) => sum + part, 0)) }
    },
  }
}
