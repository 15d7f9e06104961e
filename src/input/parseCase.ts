import type { Issue, Parsed } from '../kernel/issue.ts'
import { findZone } from '../kernel/timeZone.ts'
import { asOfIssues, soundAsOfIssues } from './asOf.ts'
import type { BorrowerCase } from './borrowerCase.ts'
import { compiledCaseSchema } from './caseSchema.ts'
import { checkShape, type Sound } from './checkShape.ts'
import type { Context } from './context.ts'
import { crossIssues } from './crossChecks.ts'
import { brandCase } from './parsedCase.ts'
import type { ParsedCase } from './readCase.ts'
import { toReadCase } from './toReadCase.ts'

/**
 * Checks a record and reads its dates. Takes a value (parsed JSON), not text, and never throws, whatever it is given;
 * all issues of a record come at once. With a context, what depends on its `asOf` is checked too.
 *
 * @example
 * const parsed = parseCase(JSON.parse(line), context)
 * if (parsed.ok) decide(parsed.value, context)
 * else parsed.issues[0] // => { code: 'field.missing', path: '/loan', message: 'Expected …', params: {} }
 */
export function parseCase(value: unknown, context?: Context): Parsed<ParsedCase> {
  const shaped = checkShape(compiledCaseSchema(), value)
  if (!shaped.ok) return { ok: false, issues: [...shaped.issues, ...issuesOfSound(shaped.sound, context)] }
  const issues = crossIssues(shaped.value)
  if (issues.length > 0) return { ok: false, issues: issuesOfSound(shaped.value, context) }
  const read = toReadCase(shaped.value)
  const late = context === undefined ? issues : asOfIssues(read, context)
  return late.length > 0 ? { ok: false, issues: late } : { ok: true, value: brandCase(read) }
}

/** Everything that contradicts itself, or the context, in what is sound of a record. */
function issuesOfSound(sound: Sound<BorrowerCase> | undefined, context: Context | undefined): Issue[] {
  if (sound === undefined) return []
  const zone = sound.timeZone ? findZone(sound.timeZone) : undefined
  const late = context === undefined || zone === undefined ? [] : soundAsOfIssues(sound, zone, context)
  return [...crossIssues(sound), ...late]
}
