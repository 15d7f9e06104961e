import type { Context } from '../input/context.ts'
import type { EpochSecond } from '../time/instant.ts'

/** The same context at another instant: what is prepared from its policy, packs and model is shared. */
export const contextAt = (context: Context, asOf: string, asOfSecond: EpochSecond): Context =>
  Object.freeze({ ...context, asOf, asOfSecond })
