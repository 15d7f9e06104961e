import type { Permission } from '../compliance/permissions.ts'
import type { Policy } from '../input/policy.ts'
import type { PausePlan, RestructurePlan } from '../plan/planOptions.ts'
import {
  ACTION_TABLE,
  type ActionKind,
  type ContactKind,
  hasMinutes,
  type ReliefKind,
} from '../words/actions.ts'
import type { Channel } from '../words/channels.ts'
import type { Purpose } from '../words/purposes.ts'
import type { Because } from '../words/reason.ts'
import type { UnitUse } from '../words/units.ts'
import type { ChoiceParams } from './choiceReasons.ts'
import type { Futures, Gain } from './futures.ts'

/** One of all kinds as this case could have it, before they are ranked. */
export interface Candidate {
  readonly kind: ActionKind
  readonly status: 'eligible' | 'blocked' | 'unsuitable'
  /** Expected gain over waiting after cost, minor units, unrounded; 0 unless eligible. */
  readonly worth: number
  /** Of a contact, what its worth is made of. */
  readonly gain: Gain | undefined
  readonly cost: number
  readonly use: UnitUse | undefined
  /** The contact it takes; absent for wait and for a pause the lender grants on its own. */
  readonly purpose: Purpose | undefined
  readonly channel: Channel | undefined
  readonly permission: Permission | undefined
  readonly plan: RestructurePlan | PausePlan | undefined
  /** Why it is what it is: for an eligible one why it suits, else why not. */
  readonly because: readonly Because<ChoiceParams>[]
}

/** What an action takes of its unit, and what that costs; a currency without costs counts as nothing. */
export function useAndCost(
  kind: ContactKind | ReliefKind,
  { minutes }: Policy,
  { costs }: Futures,
): Pick<Candidate, 'use' | 'cost'> {
  const unit = ACTION_TABLE[kind].unit
  const amount = hasMinutes(kind) ? minutes[kind] : 1
  return { use: { [unit]: amount }, cost: amount * (costs?.[unit] ?? 0) }
}

/** A kind that is not possible, with the reasons. */
export const notPossible = (
  kind: ActionKind,
  status: 'blocked' | 'unsuitable',
  because: readonly Because<ChoiceParams>[],
  permission?: Permission,
): Candidate => ({
  kind,
  status,
  worth: 0,
  gain: undefined,
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
