import type { Model } from '../../input/model.ts'
import { round6 } from '../../numbers/maths.ts'
import { ACTION_ORDER, type ActionKind, byKind, KIND_PLACE } from '../../words/actions.ts'
import { drawsOf, type Estimate, estimate, type Resampling, resampled } from './bootstrap.ts'
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

/** What is known of a row of a group. */
export interface GroupRow {
  readonly points: number
  readonly probability: number
  readonly action: ActionKind
}

/** How a group fares. */
export interface GroupFigures {
  /** Of its points. */
  readonly mean: number
  readonly variance: number
  /** Share with a favourable probability. */
  readonly favourable: number
  /** Share of each action. */
  readonly actions: Readonly<Record<ActionKind, number>>
}

/** Rows by what counts of them, so that figures can be worked out again and again from counts alone. */
interface CountedGroup {
  /** Of each row, one of `kinds` numbers: the same points and action have the same one, in the order of points. */
  readonly codes: Int32Array
  readonly kinds: number
  readonly of: (counts: Float64Array) => GroupFigures
}

/** `favourable`: the probability from which on a score counts as that. */
function groupFigures(rows: readonly GroupRow[], favourable: number): CountedGroup {
  const nameOf = ({ points, action }: GroupRow): string => `${points} ${action}`
  const kinds = [...new Map(rows.map((row) => [nameOf(row), row])).values()].sort(
    (a, b) => a.points - b.points || KIND_PLACE[a.action] - KIND_PLACE[b.action],
  )
  const placeOf = new Map(kinds.map((kind, place) => [nameOf(kind), place]))
  return {
    codes: Int32Array.from(rows, (row) => placeOf.get(nameOf(row)) as number),
    kinds: kinds.length,
    of: (counts) => figuresOf(kinds, counts, favourable),
  }
}

function figuresOf(kinds: readonly GroupRow[], counts: Float64Array, favourable: number): GroupFigures {
  let rows = 0
  let sum = 0
  let good = 0
  const actions = byKind(() => 0)
  for (const [place, { points, probability, action }] of kinds.entries()) {
    const count = counts[place] as number
    rows += count
    sum += count * points
    if (probability >= favourable) good += count
    actions[action] += count
  }
  const mean = sum / rows
  const squares = kinds.reduce(
    (all, { points }, place) => all + (counts[place] as number) * (points - mean) ** 2,
    0,
  )
  for (const kind of ACTION_ORDER) actions[kind] /= rows
  return { mean, variance: rows > 1 ? squares / (rows - 1) : 0, favourable: good / rows, actions }
}
