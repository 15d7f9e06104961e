import * as z from 'zod/mini'
import { $constructor, $ZodAsyncError } from 'zod/v4/core'

const MiniType: typeof z.ZodMiniType = z.ZodMiniType

/** A field: what it must be, whether it may be absent, and its place among the others. */
interface Field {
  readonly key: string
  readonly schema: z.core.$ZodType
  readonly optional: boolean
  readonly place: number
}

/**
 * Mini's object, which looks at the fields that are there and not at all that could be: a contact has six of its
 * fourteen. zod makes a new payload for each field; this one takes one along while nothing is wrong.
 */
const StrictObject = $constructor<z.ZodMiniObject>('ZodMiniObject', (object, def) => {
  MiniType.init(object as never, def)
  Object.defineProperty(object, 'shape', { get: () => object._zod.def.shape })
  const fields = new Map(Object.entries(def.shape).map((one, place) => [one[0], fieldOf(...one, place)]))
  const required = [...fields.values()].filter(({ optional }) => !optional)
  object._zod.parse = (payload, context) => {
    const input: unknown = payload.value
    if (typeof input !== 'object' || input === null || Array.isArray(input)) {
      payload.issues.push({ expected: 'object', code: 'invalid_type', input, inst: object })
      return payload
    }
    const given = input as Record<string, unknown>
    // Copied whole: most fields stay as they are, and setting them one by one takes several times as long.
    const values = { ...given }
    const found: z.core.$ZodRawIssue[] = []
    let unknown: string[] | undefined
    let present = 0
    let part: z.core.ParsePayload = { value: undefined, issues: [] }
    const readField = ({ key, schema }: Field, value: unknown): void => {
      part.value = value
      const read = schema._zod.run(part, context)
      if (read instanceof Promise) throw new $ZodAsyncError()
      if (read.value !== value) values[key] = read.value
      if (read.issues.length === 0) return
      for (const issue of read.issues) found.push({ ...issue, path: [key, ...(issue.path ?? [])] })
      part = { value: undefined, issues: [] }
    }
    for (const key in given) {
      const field = fields.get(key)
      if (field === undefined) {
        unknown ??= []
        unknown.push(key)
        continue
      }
      const value = given[key]
      if (!field.optional) present++
      else if (value === undefined) continue
      readField(field, value)
    }
    if (present < required.length)
      for (const field of required) if (!Object.hasOwn(given, field.key)) readField(field, undefined)
    if (found.length > 0) payload.issues.push(...inOrderOf(fields, found))
    if (unknown !== undefined)
      payload.issues.push({ code: 'unrecognized_keys', keys: unknown, input: given, inst: object })
    payload.value = values
    return payload
  }
})

function fieldOf(key: string, schema: z.core.$ZodType, place: number): Field {
  const { def } = schema._zod
  return def.type === 'optional'
    ? { key, schema: (def as z.core.$ZodOptionalDef).innerType, optional: true, place }
    : { key, schema, optional: false, place }
}

/** Faults in the order of the schema's fields, whatever that of the record's. */
function inOrderOf(
  fields: ReadonlyMap<string, Field>,
  found: readonly z.core.$ZodRawIssue[],
): z.core.$ZodRawIssue[] {
  const placeOf = ({ path = [] }: z.core.$ZodRawIssue): number => fields.get(String(path[0]))?.place ?? 0
  return [...found].sort((a, b) => placeOf(a) - placeOf(b))
}

/** `z.strictObject`, several times as fast. */
export const strictObject = ((shape: z.core.$ZodLooseShape) =>
  new StrictObject({ type: 'object', shape, catchall: z.never() })) as typeof z.strictObject
