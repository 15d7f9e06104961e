import type { Bucket } from '../kernel/bucket.ts'
import type { Resampling } from './bootstrap.ts'
import type { GroupReport } from './groupReports.ts'
import type { OutOfTime } from './outOfTimeReport.ts'
import type { SampleReport } from './sampleFigures.ts'

/** What a scorecard does on past cases with their outcomes: plain data, numbers to six decimals. */
export interface ValidationReport {
  /** `id@version#sha256:…`, as decisions name it. */
  readonly model: string
  readonly event: string
  /** First and last instant. */
  readonly from: string
  readonly to: string
  /** Intervals are those 95 % of resamples fall into. */
  readonly bootstrap: Resampling
  readonly all: SampleReport
  /** Everybody with something overdue: whom the score is for. */
  readonly inArrears: SampleReport
  /** By age of the arrears; all six. */
  readonly buckets: Readonly<Record<Bucket, SampleReport>>
  /** Cases seen from an instant on against those before, with how far scores and characteristics have moved. */
  readonly outOfTime: OutOfTime | null
  /** Where rows carry a group. Rows without one are in none. */
  readonly groups: GroupsReport | null
}

interface GroupsReport {
  readonly reference: string
  /** Probability from which on a score counts as favourable. */
  readonly favourableFrom: number
  readonly groups: readonly GroupReport[]
}
