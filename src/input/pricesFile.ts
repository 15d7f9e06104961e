import type { Capacity } from './capacityFile.ts'

/** Prices of everything scarce: what `arrears prioritise --prices-out` writes and `arrears decide --prices` reads. */
export interface Prices {
  /** The pools that have the prices: what they serve is read, what there is of them is only told. */
  readonly capacity: Capacity
  /** One for every pool of the capacity. */
  readonly prices: readonly PoolPrice[]
}

export interface PoolPrice {
  /** Its id. */
  readonly pool: string
  /** Of one unit: minor units of the capacity's currency. */
  readonly price: number
}
