import { decideAction } from '../decide/decideAction.ts'
import type { Context } from '../input/context.ts'
import type { Model } from '../input/model.ts'
import type { PolicyInput } from '../input/policy.ts'
import { scoreCase } from '../score/scoreCase.ts'
import { firstAndLast, kinBuilder, outcomeOf, type TrainingRow } from '../train/fit/readRows.ts'
import { seenCases } from '../train/monitor/seenCases.ts'
import { type GroupedRow, groupReports } from '../train/validate/groupReports.ts'
import type { ValidationReport } from '../train/validate/outOfTimeReport.ts'
import { outOfTimeReport, type TimedRow } from '../train/validate/outOfTimeReport.ts'
import { type SampleReport, sampleReport } from '../train/validate/sampleFigures.ts'
import { scoredSample } from '../train/validate/scoreCells.ts'
import { type ValidateOptions, validateSettings } from '../train/validate/validateOptions.ts'
import type { ActionKind } from '../words/actions.ts'
import { BUCKETS, type Bucket } from '../words/buckets.ts'
import { failure } from '../words/failure.ts'
import { createContext } from './createContext.ts'
import { pipelineFindings } from './pipeline.ts'
import { prepare } from './prepare.ts'

/** Fewest good and fewest bad rows for figures of a part of the rows. */
const LEAST_OF_A_PART = 30

/**
 * What a scorecard does on past cases it was not fitted on: how well it orders them, whether its probabilities come
 * true, for whom, and with what certainty. Every case is scored as `decide` scores it; where rows carry a `group` it
 * is decided as well, since actions are what a group feels. The order of rows changes nothing.
 *
 * @throws a Failure with a code `train.…`, or `context.invalid` for a model that is none.
 * @example
 * validateScorecard(model, rows).all.figures.auc // => { value: 0.781, low: 0.772, high: 0.79 }
 */
export function validateScorecard(
  model: Model,
  rows: Iterable<TrainingRow>,
  { policy, ...options }: ValidateOptions & { readonly policy?: string | PolicyInput } = {},
): ValidationReport {
  const given = policy === undefined ? {} : { policy }
  const later = options.later ?? 'reject'
  return validateIn(createContext({ asOf: '2000-01-01T00:00:00Z', later, model, ...given }), rows, options)
}

/** The same for the scorecard of a context that stands; its policy, and what it does with later entries, are used. */
export function validateIn(
  context: Context,
  rows: Iterable<TrainingRow>,
  options: ValidateOptions,
): ValidationReport {
  const { model } = context
  const settings = validateSettings(options, context.policy.bands[1] ?? 0.5)
  const { resamples, seed, outOfTime, favourable, reference } = settings
  const scored = scoredRows(rows, context, outOfTime !== undefined)
  const report = (of: readonly SeenRow[], place: number, least: number): SampleReport =>
    sampleReport(scoredSample(of, model), { resamples, seed }, place, least)
  requireBothOutcomes(scored)
  const grouped = scored.filter(isGrouped)
  if (reference !== undefined && !grouped.some(({ group }) => group === reference))
    throw failure('train.option', '"reference" names a group that no row is in')
  const split =
    outOfTime === undefined
      ? null
      : outOfTimeReport(scored, outOfTime, prepare(context).scorecard.rows, (of, place) =>
          report(of, place, LEAST_OF_A_PART),
        )
  if (split === undefined)
    throw failure(
      'train.option',
      '"outOfTime" must leave cases on both sides; each is seen as of its own asOf',
    )
  return {
    model: context.versions.model,
    event: model.event,
    ...firstAndLast(new Map(scored.map(({ asOf, second }) => [asOf, second]))),
    bootstrap: { resamples, seed },
    all: report(scored, 0, 1),
    inArrears: report(
      scored.filter(({ bucket }) => bucket !== '0'),
      1,
      LEAST_OF_A_PART,
    ),
    buckets: Object.fromEntries(
      BUCKETS.map((bucket, k) => [
        bucket,
        report(
          scored.filter((row) => row.bucket === bucket),
          10 + k,
          LEAST_OF_A_PART,
        ),
      ]),
    ) as ValidationReport['buckets'],
    outOfTime: split,
    groups:
      grouped.length === 0
        ? null
        : {
            favourableFrom: favourable,
            ...groupReports(grouped, model, { resamples, seed, favourable, reference }, LEAST_OF_A_PART),
          },
  }
}

interface SeenRow extends TimedRow {
  readonly asOf: string
  readonly bucket: Bucket
  readonly probability: number
  readonly group: string | undefined
  /** What is decided, where it is looked at. */
  readonly action: ActionKind | undefined
}

const isGrouped = (row: SeenRow): row is SeenRow & GroupedRow => row.group !== undefined

/** Bins are kept where they are looked at: there are many. */
function scoredRows(rows: Iterable<TrainingRow>, context: Context, withBins: boolean): SeenRow[] {
  const prepared = prepare(context)
  const kin = kinBuilder()
  const scored: Omit<SeenRow, 'kin'>[] = []
  for (const { row, place, view, facts, then } of seenCases(rows, context)) {
    const bad = outcomeOf(row, place)
    const { points, probability, contributions } = scoreCase(facts, prepared.scorecard, context.policy.bands)
    const { group } = row
    if (group !== undefined && typeof group !== 'string')
      throw failure('train.row', `row ${place}: the group must be a text`)
    kin.add(view, bad)
    const action =
      group === undefined ? undefined : decideAction(pipelineFindings(view, then, prepared)).action.kind
    const bins = withBins ? contributions.map(({ bin }) => bin) : []
    const { asOf, asOfSecond: second } = then
    scored.push({ asOf, second, bucket: facts.bucket, points, probability, bins, bad, group, action })
  }
  const kinOf = kin.build()
  return scored.map((row, i) => ({ ...row, kin: kinOf[i] as number }))
}

function requireBothOutcomes(rows: readonly SeenRow[]): void {
  const bads = rows.filter(({ bad }) => bad === 1).length
  if (bads > 0 && bads < rows.length) return
  throw failure(
    'train.oneClass',
    `${rows.length - bads} rows are good and ${bads} bad; both are needed: check how outcomes are coded (bad is 1)`,
  )
}
