import type { ActionKind } from './actions.ts'
import { becauseOf, type NoParams } from './reason.ts'

/** Why a decision is where it is in a plan, where its own reasons do not say it. Money in the capacity's minor units. */
export interface PortfolioParams {
  /** It is served as the decision recommends. */
  'choice.kept': NoParams
  /** Another account of the same borrower is on a worklist; `by` is its id. */
  'borrower.served': { readonly by: string }
  /** The pool was needed more elsewhere; at prices also what a unit costs, and how many it would take. */
  'capacity.short': {
    readonly kind: ActionKind
    readonly pool: string
    readonly price?: number
    readonly use?: number
  }
  /** It would take more than the whole of a pool. */
  'capacity.tooSmall': {
    readonly kind: ActionKind
    readonly pool: string
    readonly use: number
    readonly available: number
  }
  /** Pools serve what could be done, but none of them by this channel and in this area. */
  'capacity.notHere': { readonly kind: ActionKind }
  /** What could be done opens, at the instant `from`, after the last planned day. */
  'window.later': { readonly kind: ActionKind; readonly from: string }
  /** What could be done had to be done, by the instant `to`, before the first planned day. */
  'window.over': { readonly kind: ActionKind; readonly to: string }
  /** What could be done is worth nothing. */
  'value.notPositive': { readonly kind: ActionKind; readonly value: number }
  /** At prices: nothing else brings more beyond what it takes of the pools. */
  'price.highest': { readonly net: number }
  /** At prices: something else brings more beyond what it takes, or as much and is gentler. */
  'price.lower': { readonly by: number }
  /** At prices: the capacity gives no rate for this currency. */
  'currency.noRate': { readonly currency: string }
}

export type PortfolioCode = keyof PortfolioParams

export const because = becauseOf<PortfolioParams>()
