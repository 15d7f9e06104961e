import type { Effect, Policy } from '../input/policy.ts'
import { byContactKind, type ContactKind } from '../words/actions.ts'
import type { Bucket } from '../words/buckets.ts'

/** The policy's rows by what they are looked up by. */
export interface PolicyTables {
  readonly effects: Readonly<Record<ContactKind, readonly Effect[]>>
  readonly cure: Readonly<Partial<Record<Bucket, number>>>
  readonly recovered: Readonly<Partial<Record<Bucket, number>>>
}

/** Sorts a policy's rows out: prepared once for each policy. */
export function policyTables({ effects, cure, recovery }: Policy): PolicyTables {
  return {
    effects: byContactKind((kind) => effects.filter(({ action }) => action === kind)),
    cure: Object.fromEntries(cure.map(({ bucket, rate }) => [bucket, rate])),
    recovered: Object.fromEntries(recovery.map(({ bucket, share }) => [bucket, share])),
  }
}
