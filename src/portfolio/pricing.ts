import type { Prices } from '../input/pricesFile.ts'
import { KIND_PLACE, takenFrom } from '../kernel/pool.ts'
import type { Because } from '../kernel/reason.ts'
import type { DecisionRow, RowAlternative } from './decisionRow.ts'
import { isOffered, isServed, offering } from './offering.ts'
import type { PortfolioCode } from './prioritised.ts'

/** What an alternative takes of a pool, by its place in the file, and the price of one unit. */
interface Take {
  readonly pool: number
  readonly taken: number
  readonly price: number
}

/** Something on offer at prices: what it brings and takes, and what is left when that is paid for. */
export interface Priced {
  readonly one: RowAlternative
  readonly worth: number
  /** Of each unit the first pool that serves it, in the order of the file. */
  readonly takes: readonly Take[]
  readonly net: number
}

/** Something on offer that cannot be placed, and why. */
export interface Obstructed {
  readonly one: RowAlternative
  readonly obstacle: Because<PortfolioCode>
}

/** Prepares to price what a decision has on offer; `rate` is the capacity's currency per unit of the decision's. */
export function pricing(given: Prices) {
  const prices = pricesInOrder(given)
  const servedBy = offering(given.capacity)
  return ({ alternatives, area }: DecisionRow, rate: number): readonly (Priced | Obstructed)[] =>
    alternatives.filter(isOffered).map((one): Priced | Obstructed => {
      const served = servedBy(one, area)
      if (!isServed(served)) return { one, obstacle: served }
      const worth = (one.value as number) * rate
      const takes = served.map((serving): Take => {
        const taken = takenFrom(serving, one.use, (one.cost ?? 0) * rate)
        return { pool: serving.pool, taken, price: prices[serving.pool] as number }
      })
      const net = takes.reduce((rest, { taken, price }) => (taken > 0 ? rest - price * taken : rest), worth)
      return { one, worth, takes, net }
    })
}

/** Prices are found to within a few millionths: less than this share of what something brings is no gain. */
const NOISE = 1e-6

/** The highest net value, of equal ones the gentler; undefined when none is above nothing. */
export function bestOf(options: readonly Priced[]): Priced | undefined {
  let best: Priced | undefined
  for (const option of options) {
    if (option.net <= NOISE * option.worth) continue
    const more = option.net - (best?.net ?? 0)
    const gentler = best !== undefined && KIND_PLACE[option.one.kind] < KIND_PLACE[best.one.kind]
    if (more > 0 || (more === 0 && gentler)) best = option
  }
  return best
}

/** Prices as numbers, in the order of the pools. */
function pricesInOrder({ capacity, prices }: Prices): readonly number[] {
  const known = new Map(prices.map(({ pool, price }) => [pool, price]))
  return capacity.pools.map(({ id }) => known.get(id) as number)
}
