import type { PolicyComparison } from '../portfolio/policyComparison.ts'
import type { countIssues } from './countIssues.ts'
import type { Settings } from './settings.ts'
import type { Met } from './threshold.ts'

/** What the command reports: the library's comparison, what it was made of, and how thresholds were met. */
export interface ComparisonReport extends PolicyComparison {
  /** Records: `decided` under both + `rejected`. */
  readonly read: number
  readonly decided: number
  /** Of those decided, how many get another action. */
  readonly moved: number
  /** The currency of both values, where a capacity gives its rates; else they are in the cases' own. */
  readonly currency?: string
  readonly rejects: ReturnType<ReturnType<typeof countIssues>['byCode']>
  readonly thresholds: readonly Met[]
  /** The instant decided as of, or `record`. */
  readonly asOf: string
  readonly versions: {
    readonly a: Settings['context']['versions']
    readonly b: Settings['context']['versions']
  }
}
