import type { OutputOptions } from './openOutputs.ts'
import type { CaseOptions } from './settings.ts'

/** The options of `arrears decide`, as typed. */
export interface DecideOptions extends CaseOptions, OutputOptions {
  /** How many threads decide; 1 (default): this process itself. */
  readonly workers?: number
  /** Whether only what `prioritise` needs is written. */
  readonly slim?: boolean
  /** Whether a journal is kept, and a killed run gone on with. */
  readonly resume?: boolean
  /** A file of prices, at which each decision also says what it comes to. */
  readonly prices?: string
}
