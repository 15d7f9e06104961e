import * as z from 'zod/mini'
import type { Issue, Parsed } from '../words/issue.ts'
import { isFull, told } from './issueLimit.ts'
import { plainCopy } from './plainCopy.ts'
import type { SchemaOf } from './schemaOf.ts'
import { issueOfZod } from './zodIssues.ts'

/**
 * What is left of a value when all that is at fault is taken away: every field may be absent (it was, or should not
 * have been) or `null` (something was there, and an issue already says what is wrong with it).
 */
export type Sound<T> = T extends readonly (infer Item)[]
  ? readonly (Sound<Item> | null)[]
  : T extends object
    ? { readonly [Key in keyof T]?: Sound<T[Key]> | null }
    : T

export type Shaped<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false
      readonly issues: readonly Issue[]
      /** Undefined where nothing can be said of what is in it. */
      readonly sound: Sound<T> | undefined
    }

/** Copies whatever is given and checks it against a schema. Never throws. */
export function checkShape<T>(schema: SchemaOf<T>, given: unknown): Shaped<T> {
  const copy = plainCopy(given)
  if (copy.stopped) return { ok: false, issues: copy.issues, sound: undefined }
  const result = z.safeParse(schema, copy.value, { reportInput: true })
  if (result.success && copy.issues.length === 0) return { ok: true, value: result.data }
  const zodIssues = result.success ? [] : result.error.issues
  // What the copy refused has `null` in its place, about which the schema complains once more.
  const refused = new Set(copy.issues.map(({ path }) => path))
  const found = zodIssues
    .map((issue) => issueOfZod(issue as z.core.$ZodIssueCustom))
    .filter(({ path }) => !refused.has(path))
  const issues = [...copy.issues, ...found]
  // Nobody looked at what came after.
  if (isFull(zodIssues) || isFull(issues)) return { ok: false, issues, sound: undefined }
  const root = { record: copy.value }
  for (const { path } of zodIssues) blank(root, ['record', ...path])
  return {
    ok: false,
    issues,
    sound: (root.record ?? undefined) as Sound<T> | undefined,
  }
}

/** Puts `null` in the place of what is at fault; a field that is missing leaves the rest as it is. */
function blank(root: object, path: readonly PropertyKey[]): void {
  let at: unknown = root
  for (const key of path.slice(0, -1)) {
    if (at === null || typeof at !== 'object') return
    at = Reflect.get(at, key)
  }
  const key = path.at(-1)
  if (at !== null && typeof at === 'object' && key !== undefined && Object.hasOwn(at, key))
    Reflect.set(at, key, null)
}

/** Checks against a schema, and then for contradictions, in whatever is sound: all issues come at once. */
export function parseWith<T>(
  schema: SchemaOf<T>,
  contradictions: (sound: Sound<T>) => readonly Issue[],
  given: unknown,
): Parsed<T> {
  const shaped = checkShape(schema, given)
  const sound = shaped.ok ? (shaped.value as Sound<T>) : shaped.sound
  const found = sound === undefined ? [] : contradictions(sound)
  const issues = shaped.ok ? found : [...shaped.issues, ...found]
  return shaped.ok && issues.length === 0
    ? { ok: true, value: shaped.value }
    : { ok: false, issues: told(issues) }
}
