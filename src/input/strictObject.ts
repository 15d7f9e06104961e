import * as z from 'zod/mini'
import { $constructor, $ZodAsyncError } from 'zod/v4/core'

const MiniType: typeof z.ZodMiniType = z.ZodMiniType

/** A field: what it must be, and whether it may be absent. */
interface Field {
  readonly key: string
  readonly schema: z.core.$ZodType
  readonly optional: boolean
}

/**
 * Mini's object, which asks nothing of fields that are absent and may be: a contact has six of its fourteen. zod makes
 * a new payload for each field; this one takes one along while nothing is wrong.
 */
const StrictObject = $constructor<z.ZodMiniObject>('ZodMiniObject', (object, def) => {
  MiniType.init(object as never, def)
  Object.defineProperty(object, 'shape', { get: () => object._zod.def.shape })
  const fields = Object.entries(def.shape).map(([key, schema]) => fieldOf(key, schema))
  const known = new Set(fields.map(({ key }) => key))
  object._zod.parse = (payload, context) => {
    const input: unknown = payload.value
    if (typeof input !== 'object' || input === null || Array.isArray(input)) {
      payload.issues.push({ expected: 'object', code: 'invalid_type', input, inst: object })
      return payload
    }
    const given = input as Record<string, unknown>
    const values: Record<string, unknown> = {}
    let count = 0
    let part: z.core.ParsePayload = { value: undefined, issues: [] }
    for (const { key, schema, optional } of fields) {
      const value = given[key]
      if (value === undefined && optional) continue
      if (value !== undefined) count++
      part.value = value
      const read = schema._zod.run(part, context)
      if (read instanceof Promise) throw new $ZodAsyncError()
      values[key] = read.value
      if (read.issues.length === 0) continue
      for (const issue of read.issues) payload.issues.push({ ...issue, path: [key, ...(issue.path ?? [])] })
      part = { value: undefined, issues: [] }
    }
    const keys = Object.keys(given)
    if (keys.length !== count) {
      const unknown = keys.filter((key) => !known.has(key))
      if (unknown.length > 0)
        payload.issues.push({ code: 'unrecognized_keys', keys: unknown, input: given, inst: object })
    }
    payload.value = values
    return payload
  }
})

function fieldOf(key: string, schema: z.core.$ZodType): Field {
  const { def } = schema._zod
  return def.type === 'optional'
    ? { key, schema: (def as z.core.$ZodOptionalDef).innerType, optional: true }
    : { key, schema, optional: false }
}

/** `z.strictObject`, several times as fast. */
export const strictObject = ((shape: z.core.$ZodLooseShape) =>
  new StrictObject({ type: 'object', shape, catchall: z.never() })) as typeof z.strictObject
