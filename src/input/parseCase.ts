import { findZone } from '../time/timeZone.ts'
import { failure } from '../words/failure.ts'
import type { Issue, Parsed } from '../words/issue.ts'
import { asOfIssues, soundAsOfIssues } from './asOf.ts'
import type { BorrowerCase } from './borrowerCase.ts'
import { caseSchema } from './caseSchema.ts'
import type { Context } from './context.ts'
import { told } from './issueLimit.ts'
import { brandCase } from './parsedCase.ts'
import { check } from './parseWith.ts'
import type { ParsedCase, ReadCase } from './readCase.ts'
import type { Sound } from './sound.ts'

/**
 * Checks a record and reads its dates. Takes a value (parsed JSON), not text; whatever it is, all issues of a record
 * come at once and nothing throws. With a context, what depends on its `asOf` is checked too.
 *
 * @throws a Failure with code `context.notMade` when the context is none that createContext made.
 * @example
 * const parsed = parseCase(JSON.parse(line), context)
 * if (parsed.ok) decide(parsed.value, context)
 * else parsed.issues[0] // => { code: 'field.missing', path: '/loan', message: 'Expected …', params: {} }
 */
export function parseCase(value: unknown, context?: Context): Parsed<ParsedCase> {
  // `records.map(parseCase)` would hand over an index.
  if (context !== undefined && context?.arrears !== 1)
    throw failure('context.notMade', 'the context must come from createContext')
  const checked = check(caseSchema, value)
  if (!checked.ok)
    return {
      ok: false,
      issues: told([...checked.issues, ...late(checked.sound as Sound<BorrowerCase>, context)]),
    }
  const read: ReadCase = { source: checked.given as BorrowerCase, ...checked.value }
  const issues = context === undefined ? [] : asOfIssues(read, context)
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: brandCase(read) }
}

/** What contradicts the context in what is sound of a record. */
function late(sound: Sound<BorrowerCase> | undefined, context: Context | undefined): readonly Issue[] {
  const zone = sound?.timeZone ? findZone(sound.timeZone) : undefined
  return sound === undefined || context === undefined || zone === undefined
    ? []
    : soundAsOfIssues(sound, zone, context)
}
