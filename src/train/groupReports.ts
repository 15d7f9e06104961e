import type { Model } from '../input/model.ts'
import { ACTION_ORDER, type ActionKind } from '../kernel/actionKind.ts'
import { round6 } from '../kernel/maths.ts'
import { type Estimate, estimate, type Resampling, resampled } from './bootstrap.ts'
import { drawsOf } from './draws.ts'
import { type GroupFigures, type GroupRow, groupFigures } from './groupFigures.ts'
import { type SampleReport, sampleReport } from './sampleFigures.ts'
import { type ScoredRow, scoredSample } from './scoreCells.ts'

/** A scored row that belongs to a group, with what would be done about it. */
export interface GroupedRow extends ScoredRow, GroupRow {
  readonly group: string
}

/** How a group fares beside the reference group. */
export interface GroupReport extends SampleReport {
  readonly group: string
  readonly meanPoints: number
  /** Difference of mean points from the reference group's, over the root of the mean of both variances (Cohen 1988). */
  readonly standardisedDifference: Estimate
  /** Share with a favourable probability. */
  readonly favourable: number
  /** That share over the reference group's; below 0.8 is usually looked into (29 CFR 1607.4(D), the four-fifths rule). */
  readonly adverseImpactRatio: Estimate
  readonly actions: Readonly<Record<ActionKind, GroupAction>>
}

/** How often an action is chosen in a group, beside the reference group. */
interface GroupAction {
  readonly share: number
  /** That share over the reference group's. */
  readonly ratio: Estimate
  /** Difference of the shares over the root of the mean of both variances p · (1 − p) (Austin 2009). */
  readonly standardisedDifference: Estimate
}

/** Settings of a comparison by group. */
export interface GroupSettings extends Resampling {
  /** Probability of the good event from which on a score counts as favourable. */
  readonly favourable: number
  /** The group the others are compared with; undefined: the largest, of equally large ones the first by name. */
  readonly reference: string | undefined
}

/** Streams of random numbers before this one belong to samples that are no groups, from the second on to comparisons. */
const FIRST_PLACE = 100
const FIRST_COMPARISON = 1_000_000

/**
 * Groups in code-unit order of their names, each with the reference group drawn again beside it. `least`: fewest good
 * and bad rows for figures within a group.
 */
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
  const drawn = names.map((name, k) => drawnFigures(byGroup.get(name) as GroupedRow[], settings, k))
  const base = drawn[names.indexOf(reference)] as DrawnFigures
  const groups = names.map((group, k): GroupReport => {
    const own = drawn[k] as DrawnFigures
    const beside = comparison(own, base)
    return {
      group,
      ...sampleReport(
        scoredSample(byGroup.get(group) as GroupedRow[], model),
        settings,
        FIRST_PLACE + k,
        least,
      ),
      meanPoints: round6(own.figures.mean),
      standardisedDifference: beside(differenceOfMeans),
      favourable: round6(own.figures.favourable),
      adverseImpactRatio: beside((a, b) => a.favourable / b.favourable),
      actions: Object.fromEntries(
        ACTION_ORDER.map((kind): [ActionKind, GroupAction] => [
          kind,
          {
            share: round6(own.figures.actions[kind]),
            ratio: beside((a, b) => a.actions[kind] / b.actions[kind]),
            standardisedDifference: beside((a, b) => differenceOfShares(a.actions[kind], b.actions[kind])),
          },
        ]),
      ) as GroupReport['actions'],
    }
  })
  return { reference, groups }
}

interface DrawnFigures {
  readonly figures: GroupFigures
  /** What each resample makes of them. */
  readonly drawn: readonly GroupFigures[]
}

function drawnFigures(rows: readonly GroupedRow[], settings: GroupSettings, place: number): DrawnFigures {
  const { codes, kinds, of } = groupFigures(rows, settings.favourable)
  const draws = drawsOf(
    codes,
    rows.map(({ kin }) => kin),
  )
  const counts = new Float64Array(kinds)
  for (const code of codes) counts[code] = (counts[code] as number) + 1
  return { figures: of(counts), drawn: resampled(draws, kinds, of, settings, FIRST_COMPARISON + place) }
}

/** A figure of a group and the reference group, with its interval; of the reference group itself it never moves. */
const comparison =
  (own: DrawnFigures, base: DrawnFigures) =>
  (figure: (of: GroupFigures, to: GroupFigures) => number): Estimate =>
    estimate(
      figure(own.figures, base.figures),
      own.drawn.map((drawn, k) => figure(drawn, base.drawn[k] as GroupFigures)),
    )

const differenceOfMeans = (of: GroupFigures, to: GroupFigures): number =>
  standardised(of.mean - to.mean, of.variance, to.variance)

const differenceOfShares = (of: number, to: number): number =>
  standardised(of - to, of * (1 - of), to * (1 - to))

/** 0 where nothing differs, though nothing varies either. */
const standardised = (difference: number, one: number, other: number): number =>
  difference === 0 ? 0 : difference / Math.sqrt((one + other) / 2)
