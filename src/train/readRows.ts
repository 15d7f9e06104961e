import type { Facts } from '../history/facts.ts'
import { readFacts } from '../history/readFacts.ts'
import { asOfIssues, parseAsOf, viewAsOf } from '../input/asOf.ts'
import type { Context } from '../input/context.ts'
import { parseCase } from '../input/parseCase.ts'
import { readOf } from '../input/parsedCase.ts'
import type { ReadCase } from '../input/readCase.ts'
import { BUCKETS } from '../kernel/bucket.ts'
import { failure } from '../kernel/failure.ts'
import type { EpochSecond } from '../kernel/instant.ts'
import { type RawValue, tableBuilder, type Wanted } from './tableBuilder.ts'
import type { TrainingTable } from './trainingTable.ts'

/** One past case with what became of it. */
export interface TrainingRow {
  /** A record as JSON, or what `parseCase` made of it. */
  readonly case: unknown
  /** The instant as of which it is seen. */
  readonly asOf: string
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
  const ids = new Set<string>()
  const instants = new Map<string, EpochSecond>()
  let count = 0
  for (const row of rows) {
    count++
    if (typeof row !== 'object' || row === null || (row.bad !== 0 && row.bad !== 1))
      throw failure('train.row', `row ${count} must be { case, asOf, bad } with bad 0 or 1`)
    let second = instants.get(row.asOf)
    if (second === undefined) {
      const asOf = parseAsOf(row.asOf)
      if (!asOf.ok) throw failure('train.row', `row ${count}: ${asOf.issues[0]?.message ?? ''}`, asOf.issues)
      second = asOf.value.asOfSecond
      instants.set(row.asOf, second)
    }
    const then: Context = { ...context, asOf: row.asOf, asOfSecond: second }
    const view = viewOf(row.case, then, count)
    const { id } = view.source
    if (ids.has(id))
      throw failure('train.duplicateId', `row ${count} has an id that stands already; give every case once`)
    ids.add(id)
    const facts = readFacts(view, then)
    builder.add(
      wanted.map(({ feature }) => ownOrKnown(facts, feature)),
      row.bad,
      BUCKETS.indexOf(facts.bucket),
    )
  }
  if (count === 0) throw failure('train.noRows', 'there are no rows to learn from')
  const sorted = [...instants].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1)).map(([text]) => text)
  return { table: builder.build(), from: sorted[0] as string, to: sorted.at(-1) as string }
}

function viewOf(record: unknown, context: Context, count: number): ReadCase {
  const parsed = readOf(record) === undefined ? parseCase(record, context) : undefined
  const issues = parsed !== undefined && !parsed.ok ? parsed.issues : []
  const read = readOf(parsed?.ok === true ? parsed.value : record)
  const all = read === undefined ? issues : asOfIssues(read, context)
  if (read === undefined || all.length > 0)
    throw failure(
      'train.caseRefused',
      `row ${count} is refused: ${all[0]?.path ?? ''} ${all[0]?.message ?? ''} Mend it or leave it out; later: "ignore" sees cases as they stood then`,
      all,
    )
  return viewAsOf(read, context)
}

/** As scoring reads it: the history table first, then the case's own features. */
function ownOrKnown(facts: Facts, feature: string): RawValue {
  if (Object.hasOwn(facts.features, feature)) return facts.features[feature as keyof Facts['features']]
  const own = facts.view.source.features
  return own !== undefined && Object.hasOwn(own, feature) ? (own[feature] ?? null) : null
}
