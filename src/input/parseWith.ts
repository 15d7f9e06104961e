import * as z from 'zod/mini'
import type { Issue, Parsed } from '../words/issue.ts'
import { isFull, MAX_ISSUES, told } from './issueLimit.ts'
import { pointerTo } from './issueOf.ts'
import { type Finding, findingsOf, issueOfFinding } from './issues.ts'
import { plainCopy } from './plainCopy.ts'
import { withoutFaults } from './sound.ts'

/** What a schema says of a value. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T /** As it was given, copied. */; readonly given: unknown }
  | {
      readonly ok: false
      readonly issues: readonly Issue[]
      /** What was given, with `null` in the place of what is at fault; undefined where nothing can be said of it. */
      readonly sound: unknown
    }

/** Copies whatever is given and checks it against a schema: all issues come at once. Never throws. */
export function check<T>(schema: z.ZodMiniType<T>, given: unknown): Checked<T> {
  const copy = plainCopy(given)
  if (copy.stopped) return { ok: false, issues: copy.issues, sound: undefined }
  const result = z.safeParse(schema, copy.value)
  if (result.success && copy.issues.length === 0) return { ok: true, value: result.data, given: copy.value }
  // What the copy refused has `null` in its place, about which the schema complains once more.
  const refused = new Set(copy.issues.map(({ path }) => path))
  const found = (result.success ? [] : allFindings(schema, result.error, copy.value)).filter(
    ({ path }) => !refused.has(pointerTo(path)),
  )
  const faults = found.filter(({ crosses }) => !crosses)
  const full = isFull(faults) || isFull([...copy.issues, ...faults])
  const issues = (full ? faults : found).map((one) => issueOfFinding(one, copy.value))
  return {
    ok: false,
    issues: [...copy.issues, ...issues],
    // Nobody looked at what came after.
    sound: full
      ? undefined
      : withoutFaults(
          copy.value,
          faults.map(({ path }) => path),
        ),
  }
}

/** The value a schema makes of what is given, or what is wrong with it. Never throws. */
export function parseWith<T>(schema: z.ZodMiniType<T>, given: unknown): Parsed<T> {
  const checked = check(schema, given)
  return checked.ok ? { ok: true, value: checked.value } : { ok: false, issues: told(checked.issues) }
}

/** As `parseWith`, of a file that may say where its JSON Schema stands: what it says besides is its content. */
export function parseFile<T extends { readonly $schema?: string }>(
  schema: z.ZodMiniType<T>,
  given: unknown,
): Parsed<T> {
  const parsed = parseWith(schema, given)
  return parsed.ok ? { ok: true, value: withoutSchema(parsed.value) } : parsed
}

/** What a file says besides where its JSON Schema stands. */
export function withoutSchema<T extends { readonly $schema?: string }>(file: T): T {
  if (file.$schema === undefined) return file
  const { $schema: _, ...content } = file
  return content as T
}

/** One more than can be told of is enough to know that there are too many. */
const findingsIn = ({ issues }: z.core.$ZodError, root: unknown): Finding[] =>
  findingsOf(issues.slice(0, MAX_ISSUES + 1), root)

/**
 * A list that is too long ends zod's checks of what crosses fields: with `null` in its place the rest is looked at
 * once more.
 */
function allFindings(schema: z.ZodMiniType, error: z.core.$ZodError, root: unknown): Finding[] {
  const found = findingsIn(error, root)
  const tooLong = new Map(
    found.filter(({ code }) => code === 'list.tooLong').map((one) => [pointerTo(one.path), one]),
  )
  if (tooLong.size === 0) return found
  const without = withoutFaults(
    root,
    [...tooLong.values()].map(({ path }) => path),
  )
  const again = z.safeParse(schema, without ?? null)
  return again.success
    ? found
    : findingsIn(again.error, without ?? null).map((one) => tooLong.get(pointerTo(one.path)) ?? one)
}
