import type { Effect, Policy } from '../input/policy.ts'
import type { Bucket } from '../words/buckets.ts'

/** The policy's rows by what they are looked up by. */
export interface PolicyTables {
  readonly effects: Readonly<Record<Effect['action'], readonly Effect[]>>
  readonly cure: Readonly<Partial<Record<Bucket, number>>>
  readonly recovered: Readonly<Partial<Record<Bucket, number>>>
}

/** Sorts a policy's rows out: prepared once for each policy. */
export function policyTables({ effects, cure, recovery }: Policy): PolicyTables {
  const of = (action: Effect['action']): readonly Effect[] => effects.filter((row) => row.action === action)
  return {
    effects: { reminder: of('reminder'), call: of('call'), visit: of('visit') },
    cure: Object.fromEntries(cure.map(({ bucket, rate }) => [bucket, rate])),
    recovered: Object.fromEntries(recovery.map(({ bucket, share }) => [bucket, share])),
  }
}
