import { decideAction } from '../decide/decideAction.ts'
import type { Context } from '../input/context.ts'
import type { Model } from '../input/model.ts'
import type { PolicyInput } from '../input/policy.ts'
import { BUCKETS, type Bucket } from '../kernel/bucket.ts'
import { failure } from '../kernel/failure.ts'
import type { EpochSecond } from '../kernel/instant.ts'
import { scoreCase } from '../score/scoreCase.ts'
import { driftOfPoints } from '../train/drift.ts'
import { type GroupedRow, groupReports } from '../train/groupReports.ts'
import { firstAndLast, outcomeOf, type TrainingRow } from '../train/readRows.ts'
import { type SampleReport, sampleReport } from '../train/sampleFigures.ts'
import { scoreCells } from '../train/scoreCells.ts'
import { seenCases } from '../train/seenCases.ts'
import { type ValidateOptions, validateSettings } from '../train/validateOptions.ts'
import type { ValidationReport } from '../train/validationReport.ts'
import { createContext } from './createContext.ts'
import { findingsOf } from './pipeline.ts'

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
  const scored = scoredRows(rows, context)
  const report = (of: readonly ScoredRow[], place: number, least: number): SampleReport => {
    const cells = scoreCells(
      of.map(({ points }) => points),
      of.map(({ bad }) => bad),
      model,
    )
    return sampleReport(cells, { resamples, seed }, place, least)
  }
  requireBothOutcomes(scored)
  const grouped = scored.flatMap(({ grouped }) => grouped ?? [])
  if (reference !== undefined && !grouped.some(({ group }) => group === reference))
    throw failure('train.option', '"reference" names a group that no row is in')
  const second = outOfTime?.second ?? 0
  const [before, after] = [
    scored.filter((row) => row.second < second),
    scored.filter((row) => row.second >= second),
  ]
  if (outOfTime !== undefined && (before.length === 0 || after.length === 0))
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
    outOfTime:
      outOfTime === undefined
        ? null
        : {
            from: outOfTime.text,
            before: report(before, 2, LEAST_OF_A_PART),
            after: report(after, 3, LEAST_OF_A_PART),
            score: driftOfPoints(
              before.map(({ points }) => points),
              after.map(({ points }) => points),
            ),
          },
    groups:
      grouped.length === 0
        ? null
        : {
            favourableFrom: favourable,
            ...groupReports(grouped, model, { resamples, seed, favourable, reference }, LEAST_OF_A_PART),
          },
  }
}

interface ScoredRow {
  readonly asOf: string
  readonly second: EpochSecond
  readonly bucket: Bucket
  readonly points: number
  readonly bad: 0 | 1
  readonly grouped: GroupedRow | undefined
}

function scoredRows(rows: Iterable<TrainingRow>, context: Context): ScoredRow[] {
  const scored: ScoredRow[] = []
  for (const { row, place, view, facts, then } of seenCases(rows, context)) {
    const bad = outcomeOf(row, place)
    const { points, probability } = scoreCase(facts, then)
    const { group } = row
    if (group !== undefined && typeof group !== 'string')
      throw failure('train.row', `row ${place}: the group must be a text`)
    const grouped =
      group === undefined
        ? undefined
        : { group, points, probability, bad, action: decideAction(findingsOf(view, then)).action.kind }
    const { bucket } = facts
    scored.push({ asOf: then.asOf, second: then.asOfSecond, bucket, points, bad, grouped })
  }
  return scored
}

function requireBothOutcomes(rows: readonly ScoredRow[]): void {
  const bads = rows.filter(({ bad }) => bad === 1).length
  if (bads > 0 && bads < rows.length) return
  throw failure(
    'train.oneClass',
    `${rows.length - bads} rows are good and ${bads} bad; both are needed: check how outcomes are coded (bad is 1)`,
  )
}
