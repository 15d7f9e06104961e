import type { Because } from '../kernel/reason.ts'
import type { RowAlternative } from './decisionRow.ts'

/** Why a decision is on no worklist, where its own reasons do not say it. Params in brackets. */
export type PortfolioCode =
  /** Another account of the same borrower is on a worklist [by: its id]. */
  | 'borrower.served'
  /** The pool was needed more elsewhere [pool]; at prices also what a unit costs and what it would take [price, use]. */
  | 'capacity.short'
  /** Pools serve what could be done, but none of them by this channel and in this area [kind]. */
  | 'capacity.notHere'
  /** What could be done opens after the last planned day [from]. */
  | 'window.later'
  /** What could be done is worth nothing [value]. */
  | 'value.notPositive'
  /** At prices: nothing else brings more beyond what it takes of the pools [net]. */
  | 'price.highest'
  /** At prices: something else brings more beyond what it takes, or as much and is gentler [by]. */
  | 'price.lower'
  /** At prices: the capacity gives no rate for this currency [currency]. */
  | 'currency.noRate'

/** The worklist of what no pool serves. */
export const UNLIMITED = 'unlimited'

/** Reasons as they stand in a decision, or of this room. */
export type LeftBecause = readonly ({ readonly code: string } | Because<PortfolioCode>)[]

/** A borrower to be served: the account's id, the place in the calling order from 1, and what to do. */
export interface WorklistItem {
  readonly id: string
  readonly rank: number
  readonly alternative: RowAlternative
}

export interface Worklist {
  /** The first pool in the file that its actions take from; `unlimited` where no pool serves them. */
  readonly pool: string
  /** Absent where the records have none. */
  readonly area?: string
  /** In calling order: the highest value for each unit of the pool first. */
  readonly items: readonly WorklistItem[]
}

export interface PoolUse {
  readonly id: string
  readonly used: number
  /** On all planned days together. */
  readonly available: number
  /** What one more unit would bring: minor units of the capacity's currency, to 6 decimals. */
  readonly shadowPrice: number
}

/** Who comes first. Every decision is in exactly one item or in `left`. */
export interface Prioritised {
  /** Pools in the order of the file, areas within, `unlimited` last. */
  readonly worklists: readonly Worklist[]
  /** In the order of the decisions. */
  readonly left: readonly { readonly id: string; readonly because: LeftBecause }[]
  readonly pools: readonly PoolUse[]
  /** What all that is placed brings, minor units of the capacity's currency. */
  readonly value: number
  /** What no plan can exceed: the optimum of the linear relaxation, without floors. */
  readonly bound: number
  /** (bound − value) ÷ bound, to 6 decimals; 0 when the bound is 0. */
  readonly gap: number
}
