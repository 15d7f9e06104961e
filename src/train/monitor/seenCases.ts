import type { Facts } from '../../history/facts.ts'
import { readFacts } from '../../history/readFacts.ts'
import { asOfIssues, parseAsOf, viewAsOf } from '../../input/asOf.ts'
import type { Context } from '../../input/context.ts'
import { parseCase } from '../../input/parseCase.ts'
import { readOf } from '../../input/parsedCase.ts'
import type { ReadCase } from '../../input/readCase.ts'
import type { EpochSecond } from '../../time/instant.ts'
import { failure, firstFault } from '../../words/failure.ts'

/** A case with the instant as of which it is seen. */
export interface CaseAtInstant {
  /** A record as JSON, or what `parseCase` made of it. */
  readonly case: unknown
  /** RFC 3339 with an offset. */
  readonly asOf: string
}

/** What is decided for a case as of its own instant. */
export interface SeenCase<Row> {
  readonly row: Row
  /** From 1. */
  readonly place: number
  readonly view: ReadCase
  readonly facts: Facts
  /** The context at the case's instant. */
  readonly then: Context
}

/**
 * Reads cases one by one through the same history code as deciding, each as of its own instant.
 *
 * @throws a Failure: `train.noRows`, `train.row`, `train.caseRefused`, `train.duplicateId`.
 */
export function* seenCases<Row extends CaseAtInstant>(
  rows: Iterable<Row>,
  context: Context,
): Generator<SeenCase<Row>, void, undefined> {
  const ids = new Set<string>()
  const contexts = new Map<string, Context>()
  let place = 0
  if (typeof rows?.[Symbol.iterator] !== 'function')
    throw failure('train.noRows', 'rows must be a list, or anything for…of can go through')
  for (const row of rows) {
    place++
    if (typeof row !== 'object' || row === null)
      throw failure('train.row', `row ${place} must be an object with a case and its asOf`)
    let then = contexts.get(row.asOf)
    if (then === undefined) {
      then = Object.freeze({ ...context, asOf: row.asOf, asOfSecond: secondOf(row.asOf, place) })
      contexts.set(row.asOf, then)
    }
    const view = seenView(row.case, then, place)
    const { id } = view.source
    if (ids.has(id))
      throw failure('train.duplicateId', `row ${place} has an id that stands already; give every case once`)
    ids.add(id)
    yield { row, place, view, facts: readFacts(view, then), then }
  }
  if (place === 0) throw failure('train.noRows', 'there are no rows; give at least one case')
}

function secondOf(text: string, place: number): EpochSecond {
  const asOf = parseAsOf(text)
  if (asOf.ok) return asOf.value.asOfSecond
  throw failure('train.row', `row ${place}: ${firstFault(asOf.issues)}`, asOf.issues)
}

function seenView(record: unknown, context: Context, count: number): ReadCase {
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
