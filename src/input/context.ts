import type { EpochSecond } from '../time/instant.ts'
import type { Model } from './model.ts'
import type { Policy } from './policy.ts'
import type { RulePack } from './rulePack.ts'

/**
 * Everything a decision depends on besides the case. Plain frozen data: it can be sent to a worker, which
 * freezes its copy again, and one made by the CommonJS build works in the ESM one. Made by `createContext` only.
 */
export interface Context {
  /** Marks and versions the shape. */
  readonly arrears: 1
  /** As given. */
  readonly asOf: string
  /** In whole seconds. */
  readonly asOfSecond: EpochSecond
  /** What to do with list entries later than `asOf`: refuse the case, or see the lists as they stood then. */
  readonly later: 'reject' | 'ignore'
  readonly policy: Policy
  /** Every pack in reach, `house` first: built in, and those the policy brings. */
  readonly packs: readonly RulePack[]
  /** Ids of the packs applied to every case besides its jurisdiction's. */
  readonly addedPacks: readonly string[]
  readonly model: Model
  readonly versions: { readonly engine: string; readonly policy: string; readonly model: string }
}
