import type { Model } from '../input/model.ts'
import { ACTION_ORDER, type ActionKind } from '../kernel/actionKind.ts'
import { round6 } from '../kernel/maths.ts'
import type { Resampling } from './bootstrap.ts'
import { type SampleReport, sampleReport } from './sampleFigures.ts'
import { scoreCells } from './scoreCells.ts'

/** A scored row that belongs to a group, with what would be done about it. */
export interface GroupedRow {
  readonly group: string
  readonly points: number
  readonly probability: number
  readonly bad: 0 | 1
  readonly action: ActionKind
}

/** How a group fares beside the reference group. */
export interface GroupReport extends SampleReport {
  readonly group: string
  readonly meanPoints: number
  /** Difference of mean points from the reference group's, over the root of the mean of both variances. */
  readonly standardisedDifference: number | null
  /** Share with a favourable probability. */
  readonly favourable: number
  /** That share over the reference group's; below 0.8 is usually looked into (29 CFR 1607.4(D), the four-fifths rule). */
  readonly adverseImpactRatio: number | null
  /** Share of each action, and over the reference group's. */
  readonly actions: Readonly<Record<ActionKind, { readonly share: number; readonly ratio: number | null }>>
}

/** Settings of a comparison by group. */
export interface GroupSettings extends Resampling {
  /** Probability of the good event from which on a score counts as favourable. */
  readonly favourable: number
  /** The group the others are compared with; undefined: the largest, of equally large ones the first by name. */
  readonly reference: string | undefined
}

/** Groups in code-unit order of their names. `least`: fewest good and bad rows for figures within a group. */
export function groupReports(
  rows: readonly GroupedRow[],
  model: Model,
  settings: GroupSettings,
  least: number,
): { readonly reference: string; readonly groups: GroupReport[] } {
  const byGroup = new Map<string, GroupedRow[]>()
  for (const row of rows) {
    const members = byGroup.get(row.group)
    if (members === undefined) byGroup.set(row.group, [row])
    else members.push(row)
  }
  const names = [...byGroup.keys()].sort()
  const size = (name: string) => byGroup.get(name)?.length ?? 0
  const largest = names.reduce((best, name) => (size(name) > size(best) ? name : best), names[0] as string)
  const reference = settings.reference ?? largest
  const base = summaryOf(byGroup.get(reference) ?? [], settings.favourable)
  const groups = names.map((group, k): GroupReport => {
    const members = byGroup.get(group) as GroupedRow[]
    const own = summaryOf(members, settings.favourable)
    const cells = scoreCells(
      members.map(({ points }) => points),
      members.map(({ bad }) => bad),
      model,
    )
    return {
      group,
      ...sampleReport(cells, settings, FIRST_PLACE + k, least),
      meanPoints: round6(own.mean),
      standardisedDifference: ratio(own.mean - base.mean, Math.sqrt((own.variance + base.variance) / 2)),
      favourable: round6(own.favourable),
      adverseImpactRatio: ratio(own.favourable, base.favourable),
      actions: Object.fromEntries(
        ACTION_ORDER.map((kind) => [
          kind,
          { share: round6(own.actions[kind]), ratio: ratio(own.actions[kind], base.actions[kind]) },
        ]),
      ) as GroupReport['actions'],
    }
  })
  return { reference, groups }
}

/** Streams of random numbers before this one belong to samples that are no groups. */
const FIRST_PLACE = 100

function summaryOf(rows: readonly GroupedRow[], favourable: number) {
  const count = rows.length
  const mean = rows.reduce((sum, { points }) => sum + points, 0) / count
  const squares = rows.reduce((sum, { points }) => sum + (points - mean) ** 2, 0)
  const share = (counts: (row: GroupedRow) => boolean): number => rows.filter(counts).length / count
  return {
    mean,
    variance: count > 1 ? squares / (count - 1) : 0,
    favourable: share(({ probability }) => probability >= favourable),
    actions: Object.fromEntries(
      ACTION_ORDER.map((kind) => [kind, share(({ action }) => action === kind)]),
    ) as Record<ActionKind, number>,
  }
}

const ratio = (of: number, to: number): number | null =>
  to > 0 && Number.isFinite(of / to) ? round6(of / to) : null
