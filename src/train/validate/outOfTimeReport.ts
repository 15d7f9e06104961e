import type { EpochSecond } from '../../time/instant.ts'
import type { Bucket } from '../../words/buckets.ts'
import { DRIFT_THRESHOLDS, driftOfBins, driftOfPoints } from '../monitor/drift.ts'
import { type Watched, watched } from '../monitor/monitorReport.ts'
import type { Resampling } from './bootstrap.ts'
import type { GroupReport } from './groupReports.ts'
import type { SampleReport } from './sampleFigures.ts'
import type { ScoredRow } from './scoreCells.ts'

/** Rows seen from an instant on against those before. Every row is in one of the three samples. */
export interface OutOfTime {
  readonly from: string
  readonly before: SampleReport
  /** Of people who do not stand before as well: the ones that tell how the score does on others. */
  readonly after: SampleReport
  /** From then on, of people who stand before as well: accounts of the same borrowers, and copies. */
  readonly returning: SampleReport
  /** How far scores have moved from those before to all from then on. */
  readonly score: Watched
  /** The same for the values of each characteristic, over the scorecard's bins. */
  readonly characteristics: readonly (Watched & { readonly feature: string })[]
}

/** A scored row with when it was seen. */
export interface TimedRow extends ScoredRow {
  readonly second: EpochSecond
  /** The bin of each characteristic, in the scorecard's order. */
  readonly bins: readonly string[]
}

/** `report` makes the figures of some rows; undefined where one side of the instant is empty. */
export function outOfTimeReport<Row extends TimedRow>(
  rows: readonly Row[],
  { text, second }: { readonly text: string; readonly second: EpochSecond },
  scorecard: readonly { readonly feature: string; readonly labels: readonly string[] }[],
  report: (of: readonly Row[], place: number) => SampleReport,
): OutOfTime | undefined {
  const before = rows.filter((row) => row.second < second)
  const later = rows.filter((row) => row.second >= second)
  if (before.length === 0 || later.length === 0) return undefined
  const known = new Set(before.map(({ kin }) => kin))
  const sizes = [known.size, new Set(later.map(({ kin }) => kin)).size] as const
  const pointsOf = (of: readonly Row[]) => of.map(({ points }) => points)
  return {
    from: text,
    before: report(before, 2),
    after: report(
      later.filter(({ kin }) => !known.has(kin)),
      3,
    ),
    returning: report(
      later.filter(({ kin }) => known.has(kin)),
      4,
    ),
    score: watched(driftOfPoints(pointsOf(before), pointsOf(later)), sizes, DRIFT_THRESHOLDS.stability),
    characteristics: scorecard.map(({ feature, labels }, k) => {
      const bins = (of: readonly Row[]) => of.map((row) => row.bins[k] ?? '')
      return {
        feature,
        ...watched(driftOfBins(labels, bins(before), bins(later)), sizes, DRIFT_THRESHOLDS.stability),
      }
    }),
  }
}

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
  /** All with something overdue: those the score is for. */
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
