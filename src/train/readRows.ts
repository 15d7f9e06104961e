import type { Facts } from '../history/facts.ts'
import type { Context } from '../input/context.ts'
import { BUCKETS } from '../kernel/bucket.ts'
import { failure } from '../kernel/failure.ts'
import type { EpochSecond } from '../kernel/instant.ts'
import { kinBuilder } from './kin.ts'
import { type CaseAtInstant, seenCases } from './seenCases.ts'
import { type RawValue, tableBuilder, type Wanted } from './tableBuilder.ts'
import type { TrainingTable } from './trainingTable.ts'

/** One past case with what became of it. */
export interface TrainingRow extends CaseAtInstant {
  /** 1: the bad event came. */
  readonly bad: 0 | 1
  /** Never read in training; validation reports by it. */
  readonly group?: string
}

/** The rows as columns, and what the card tells of them. */
export interface ReadRows {
  readonly table: TrainingTable
  /** First and last instant. */
  readonly from: string
  readonly to: string
}

/**
 * Reads rows through the same history code as deciding, so that what was fitted is what is scored.
 *
 * @throws a Failure: `train.noRows`, `train.row`, `train.caseRefused`, `train.duplicateId`, `train.value`.
 */
export function readRows(rows: Iterable<TrainingRow>, wanted: readonly Wanted[], context: Context): ReadRows {
  const builder = tableBuilder(wanted)
  const kin = kinBuilder()
  const instants = new Map<string, EpochSecond>()
  for (const { row, place, view, facts, then } of seenCases(rows, context)) {
    const bad = outcomeOf(row, place)
    instants.set(then.asOf, then.asOfSecond)
    kin.add(view, bad)
    builder.add(
      wanted.map(({ feature }) => ownOrKnown(facts, feature)),
      bad,
      BUCKETS.indexOf(facts.bucket),
    )
  }
  return { table: { ...builder.build(), kin: kin.build() }, ...firstAndLast(instants) }
}

/** @throws a Failure `train.row` for an outcome that is none. */
export function outcomeOf({ bad }: { readonly bad?: unknown }, place: number): 0 | 1 {
  if (bad === 0 || bad === 1) return bad
  throw failure('train.row', `row ${place} must be { case, asOf, bad } with bad 0 or 1`)
}

/** The first and last of some instants, as they were written. */
export function firstAndLast(instants: ReadonlyMap<string, EpochSecond>): { from: string; to: string } {
  const sorted = [...instants].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1)).map(([text]) => text)
  return { from: sorted[0] as string, to: sorted.at(-1) as string }
}

/** As scoring reads it: the history table first, then the case's own features. */
function ownOrKnown(facts: Facts, feature: string): RawValue {
  if (Object.hasOwn(facts.features, feature)) return facts.features[feature as keyof Facts['features']]
  const own = facts.view.source.features
  return own !== undefined && Object.hasOwn(own, feature) ? (own[feature] ?? null) : null
}
