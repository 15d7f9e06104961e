import type { PortfolioCode, PortfolioParams } from '../words/portfolioReasons.ts'
import type { Because } from '../words/reason.ts'
import type { ActionTerms, RowAlternative } from './decisionRow.ts'

export type { PortfolioCode }

/** Reasons as they stand in a decision, or of this room. */
export type PlaceBecause = readonly ({ readonly code: string } | Because<PortfolioParams>)[]

/** A borrower to be served: the account's id, the place in the calling order from 1, and what to do. */
export interface WorklistItem {
  readonly id: string
  readonly rank: number
  /**
   * What it brings for each unit it takes of the worklist's pool, and as a whole where it takes none: minor units of the
   * capacity's currency, to 6 decimals. Ranks are in its falling order.
   */
  readonly perUnit: number
  readonly alternative: RowAlternative
  /** Whether this is what the decision recommends; where not, why that is not done. */
  readonly because: PlaceBecause
  /** What to ask for and by when, whether a person has to approve, how long it holds: where the decision said, and was kept. */
  readonly ask?: ActionTerms['ask']
  readonly approval?: ActionTerms['approval']
  readonly validUntil?: ActionTerms['validUntil']
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
  /**
   * What one more unit would bring if actions could be served in part: minor units of the capacity's currency, to 6
   * decimals. Actions are whole, so a single unit brings it only where it completes one.
   */
  readonly shadowPrice: number
}

/** What a floor came to for a bucket or an area. */
export interface FloorUse {
  readonly by: 'bucket' | 'area'
  /** The bucket or the area; empty for those without one. */
  readonly name: string
  /** Borrowers for whom an action that takes from a pool is worth something. */
  readonly borrowers: number
  /** How many of them the floor asks for, and how many are served; fewer where the pools do not reach. */
  readonly asked: number
  readonly served: number
}

/** Who comes first. Every decision is in exactly one item or in `left`. */
export interface Prioritised {
  /** Pools in the order of the file, areas within, `unlimited` last. */
  readonly worklists: readonly Worklist[]
  /** In the order of the decisions. */
  readonly left: readonly { readonly id: string; readonly because: PlaceBecause }[]
  readonly pools: readonly PoolUse[]
  /** Only where the capacity has floors: buckets from the oldest, then areas by code units. */
  readonly floors?: readonly FloorUse[]
  /** What all that is placed brings, minor units of the capacity's currency. */
  readonly value: number
  /** What no plan can exceed: the optimum of the linear relaxation, without floors. */
  readonly bound: number
  /** (bound − value) ÷ bound, to 6 decimals; 0 when the bound is 0. */
  readonly gap: number
}
