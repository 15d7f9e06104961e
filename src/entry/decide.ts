import type { Decision } from '../explain/decision.ts'
import { asOfIssues, viewAsOf } from '../input/asOf.ts'
import type { Context } from '../input/context.ts'
import { parseCase } from '../input/parseCase.ts'
import { readOf } from '../input/parsedCase.ts'
import type { ParsedCase, ReadCase } from '../input/readCase.ts'
import { failure } from '../words/failure.ts'
import type { Issue } from '../words/issue.ts'
import { decideView, requireContext, viewOf } from './pipeline.ts'

/**
 * Decides one case: score, action, alternatives and reasons. Pure and synchronous.
 *
 * @throws a Failure with code `case.notParsed`, `case.refused` or `context.notMade`; never for what a record says.
 * @example
 * const parsed = parseCase(json, context)
 * if (parsed.ok) decide(parsed.value, context).action.kind // => 'call'
 */
export function decide(parsed: ParsedCase, context: Context): Decision {
  return decideView(viewOf(parsed, context), context)
}

/** One outcome of `decideAll`: a decision, or everything that is wrong with the record. */
export type Decided =
  | { readonly ok: true; readonly decision: Decision }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/**
 * Decides many cases, in order, one at a time: nothing of one record reaches the next. Takes records as JSON values
 * or already parsed. Duplicate ids are not looked for.
 *
 * @throws a Failure with code `context.notMade` or `cases.notIterable`, when the first result is asked for.
 */
export function* decideAll(cases: Iterable<unknown>, context: Context): Generator<Decided, void, undefined> {
  requireContext(context)
  if (typeof cases?.[Symbol.iterator] !== 'function')
    throw failure('cases.notIterable', 'decideAll takes a list of cases, or anything for…of can go through')
  for (const one of cases) yield decideOne(one, context)
}

/** One record of `decideAll`, for callers that read records one by one; the context is not checked again. */
export function decideOne(record: unknown, context: Context): Decided {
  let read = readOf(record)
  if (read === undefined) {
    const parsed = parseCase(record, context)
    if (!parsed.ok) return parsed
    read = readOf(parsed.value) as ReadCase
  }
  const issues = asOfIssues(read, context)
  if (issues.length > 0) return { ok: false, issues }
  return { ok: true, decision: decideView(viewAsOf(read, context), context) }
}
