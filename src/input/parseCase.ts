import { findZone } from '../time/timeZone.ts'
import { failure } from '../words/failure.ts'
import type { Issue, Parsed } from '../words/issue.ts'
import { asOfIssues, soundAsOfIssues } from './asOf.ts'
import type { BorrowerCase } from './borrowerCase.ts'
import { caseSchema, readStraight } from './caseSchema.ts'
import { checkShape, type Shaped, type Sound } from './checkShape.ts'
import type { Context } from './context.ts'
import { crossIssues } from './crossChecks.ts'
import { isPlainJson } from './isPlainJson.ts'
import { told } from './issueLimit.ts'
import { brandCase } from './parsedCase.ts'
import { plainCopy } from './plainCopy.ts'
import type { ParsedCase } from './readCase.ts'
import { UNSURE } from './straightReader.ts'
import { toReadCase } from './toReadCase.ts'

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
  const plain = checkPlain(value)
  const shaped: Shaped<BorrowerCase> = plain ? { ok: true, value: plain } : checkShape(caseSchema, value)
  if (!shaped.ok)
    return { ok: false, issues: told([...shaped.issues, ...issuesOfSound(shaped.sound, context)]) }
  const issues = crossIssues(shaped.value)
  if (issues.length > 0) return { ok: false, issues: told(issuesOfSound(shaped.value, context)) }
  const read = toReadCase(shaped.value)
  const late = context === undefined ? issues : asOfIssues(read, context)
  return late.length > 0 ? { ok: false, issues: late } : { ok: true, value: brandCase(read) }
}

/**
 * The same check in a third of the time, for what nearly every record is: plain data without a fault. The schema reads
 * every field once and makes new objects, so that no copy is needed before it. Undefined where anything is unusual.
 */
function checkPlain(value: unknown): BorrowerCase | undefined {
  try {
    if (!isPlainJson(value)) return undefined
    const read = readStraight(value)
    if (read === UNSURE) return undefined
    const { metadata } = read
    // The one field that is handed on as it is.
    return metadata === undefined
      ? read
      : { ...read, ...(plainCopy({ metadata }).value as Pick<BorrowerCase, 'metadata'>) }
  } catch {
    return undefined
  }
}

/** Everything that contradicts itself, or the context, in what is sound of a record. */
function issuesOfSound(sound: Sound<BorrowerCase> | undefined, context: Context | undefined): Issue[] {
  if (sound === undefined) return []
  const zone = sound.timeZone ? findZone(sound.timeZone) : undefined
  const late = context === undefined || zone === undefined ? [] : soundAsOfIssues(sound, zone, context)
  return [...crossIssues(sound), ...late]
}
