import type { Pool } from '../words/pool.ts'

/** What a portfolio may use on its planned days. */
export interface Capacity {
  /** Where the JSON Schema of this file stands: for editors; nothing else reads it. */
  readonly $schema?: string
  readonly currency: string
  /** The first planned day. */
  readonly day: string
  /** How many days are planned; each pool has its amount on each of them. Default 1. */
  readonly days?: number
  /** Capacity currency per unit of another, both in major units. */
  readonly rates?: Readonly<Record<string, number>>
  readonly pools: readonly Pool[]
  /**
   * Share of the borrowers of every bucket, and of every area, who are served from a pool first, as far as the pools
   * reach: the best of them, so that nobody's arrears are too small or too far away for ever. Default none.
   */
  readonly floors?: Floors
}

/** Shares from 0 to 1, of those for whom an action that takes from a pool is worth something. */
export interface Floors {
  readonly bucket?: number
  readonly area?: number
}
