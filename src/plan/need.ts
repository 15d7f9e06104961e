import type { Facts } from '../history/facts.ts'
import type { Policy } from '../input/policy.ts'
import type { Hardship } from './hardship.ts'
import type { PaymentCapacity } from './planOptions.ts'

/** What relief is judged on. */
export interface Need {
  readonly facts: Facts
  readonly policy: Policy
  readonly capacity: PaymentCapacity
  /** In force now. */
  readonly hardships: readonly Hardship[]
}
