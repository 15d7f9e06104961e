import { contextAt } from '../../entry/contextAt.ts'
import { type Decided, decideOne } from '../../entry/decide.ts'
import type { Context } from '../../input/context.ts'
import { told } from '../../input/issueLimit.ts'
import { issueOf, kindOf, shownValue } from '../../input/issueOf.ts'
import { parseCase } from '../../input/parseCase.ts'
import { parseInstant } from '../../time/instant.ts'
import type { Issue, Parsed } from '../../words/issue.ts'
import { EXIT, stop, whereabouts } from '../stop.ts'
import type { Settings } from './settings.ts'

/**
 * Decides the value of one line as the library does; with `asOfRecord` as of the record's own instant.
 *
 * @throws a Stop when the library fails on it, which only a defect can cause: it names the line, not what is on it.
 */
export function decideRecord(line: number, value: unknown, { context, asOfRecord }: Settings): Decided {
  try {
    if (!asOfRecord) return decideOne(value, context)
    const own = contextOfRecord(value, context)
    return own.ok
      ? decideOne(value, own.value)
      : { ok: false, issues: told([...issuesOf(value), ...own.issues]) }
  } catch (error) {
    throw stop(EXIT.defect, `a defect stopped the run at line ${line}: ${whereabouts(error)}`)
  }
}

/** The context at the record's `metadata.asOf`. */
export function contextOfRecord(value: unknown, context: Context): Parsed<Context> {
  const asOf = property(property(value, 'metadata'), 'asOf')
  if (typeof asOf === 'string' && parseInstant(asOf) !== undefined)
    return { ok: true, value: contextAt(context, asOf) }
  return { ok: false, issues: [asOfIssue(asOf)] }
}

function asOfIssue(asOf: unknown): Issue {
  const path = '/metadata/asOf'
  const expected = 'the instant to decide as of, such as "2026-11-25T02:00:00+08:00"'
  if (asOf === undefined) return issueOf('field.missing', path, expected, 'nothing')
  if (typeof asOf !== 'string') return issueOf('type.wrong', path, expected, kindOf(asOf))
  return issueOf('instant.invalid', path, expected, shownValue(asOf))
}

/** Everything else that is wrong with it, so that it is mended in one go. */
function issuesOf(value: unknown): readonly Issue[] {
  const parsed = parseCase(value)
  return parsed.ok ? [] : parsed.issues
}

function property(value: unknown, key: string): unknown {
  const has = typeof value === 'object' && value !== null && Object.hasOwn(value, key)
  return has ? (value as Record<string, unknown>)[key] : undefined
}
