import type { Channel } from '../kernel/contactOutcome.ts'
import type { ActionKind } from './policy.ts'

/** What a portfolio may use on its planned days. */
export interface Capacity {
  readonly currency: string
  readonly day: string
  readonly days?: number
  /** Capacity currency per unit of another, both in major units. */
  readonly rates?: Readonly<Record<string, number>>
  readonly pools: readonly Pool[]
}

export interface Pool {
  readonly id: string
  readonly unit: 'minute' | 'visit' | 'message' | 'money'
  readonly available: number
  readonly serves: readonly PoolService[]
  /** Districts served; `"*"` is all. Default all. */
  readonly areas?: readonly string[]
}

export interface PoolService {
  readonly action: ActionKind
  readonly channel?: Channel
  readonly use?: number
}
