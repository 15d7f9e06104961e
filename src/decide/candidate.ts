import type { Permission } from '../compliance/permissions.ts'
import type { ActionKind, Purpose } from '../kernel/actionKind.ts'
import type { Channel } from '../kernel/contactOutcome.ts'
import type { Because } from '../kernel/reason.ts'
import type { PausePlan, RestructurePlan } from '../plan/planOptions.ts'
import type { ChoiceCode, Use } from './decision.ts'

/** One of the six kinds as this case could have it, before they are ranked. */
export interface Candidate {
  readonly kind: ActionKind
  readonly status: 'eligible' | 'blocked' | 'unsuitable'
  /** Expected gain over waiting after cost, minor units, unrounded; 0 unless eligible. */
  readonly worth: number
  readonly cost: number
  readonly use: Use | undefined
  /** The contact it takes; absent for wait and for a pause the lender grants on its own. */
  readonly purpose: Purpose | undefined
  readonly channel: Channel | undefined
  readonly permission: Permission | undefined
  readonly plan: RestructurePlan | PausePlan | undefined
  /** Why it is what it is: for an eligible one why it suits, else why not. */
  readonly because: readonly Because<ChoiceCode>[]
}

/** A kind that is not possible, with the reasons. */
export const notPossible = (
  kind: ActionKind,
  status: 'blocked' | 'unsuitable',
  because: readonly Because<ChoiceCode>[],
  permission?: Permission,
): Candidate => ({
  kind,
  status,
  worth: 0,
  cost: 0,
  use: undefined,
  purpose: undefined,
  channel: undefined,
  permission,
  plan: undefined,
  because,
})

/** Blocked by a rule, or no contact point to use: which of the two a permission that is not open means. */
export const refusedBy = (kind: ActionKind, permission: Permission): Candidate =>
  notPossible(
    kind,
    permission.status === 'blocked' ? 'blocked' : 'unsuitable',
    permission.because,
    permission,
  )
