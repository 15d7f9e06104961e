import * as z from 'zod/mini'
import type { EachFits, FieldsFit } from './parts.ts'
import type { SchemaOf } from './schemaOf.ts'

/** What a reader answers where it cannot vouch for a value: then the schema itself has to be asked. */
export const UNSURE: unique symbol = Symbol('unsure')

/** The value, its objects and lists made anew but for what is `unknown`, or `UNSURE`. */
type Reader<T = unknown> = (value: unknown) => T | typeof UNSURE

/**
 * A schema turned into plain functions, several times as fast as the schema on what has no fault. zod's own `compile`
 * does the same by making code from text, which some hosts forbid; it was a tenth of the whole library in size and made
 * a decision from JSON to JSON hardly faster. The value must be plain JSON. What a reader returns, the schema would have
 * returned too, but for the order of keys; it may be unsure of anything, and leaves to the schema what it does not know.
 */
export const straightReader = <T>(schema: SchemaOf<T>): Reader<T> => readerOf(schema) as Reader<T>

function readerOf(schema: z.core.$ZodType): Reader {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'custom':
      return customReader(schema, [schema as z.core.$ZodCustom, ...(def.checks ?? [])])
    case 'optional':
      return readerOf(def.innerType)
    default:
      return asking(schema)
  }
}

/** Asks the schema itself. */
const asking =
  (schema: z.core.$ZodType): Reader =>
  (value) => {
    const result = z.safeParse(schema, value)
    return result.success ? result.data : UNSURE
  }

type Test = (value: never) => unknown

/** Tests are asked as they stand, the items of a list read one by one; where there is another check, the schema is asked. */
function customReader(schema: z.core.$ZodType, checks: readonly z.core.$ZodCheck<never>[]): Reader {
  const tests: Test[] = []
  let each: EachFits | undefined
  for (const check of checks) {
    const { def, check: run } = (check as z.core.$ZodCustom)._zod
    if (def.fn !== undefined) tests.push(def.fn)
    else if ('item' in run) each = run as EachFits
    else if ('shape' in run) return objectReader((run as FieldsFit).shape)
    else return asking(schema)
  }
  const holds = tests.reduce(both) as (value: unknown) => unknown
  return each === undefined ? (value) => (holds(value) ? value : UNSURE) : listReader(holds, each)
}

const both =
  (first: Test, second: Test): Test =>
  (value) =>
    first(value) && second(value)

function listReader(holds: (value: unknown) => unknown, { item, max }: EachFits): Reader {
  const readItem = readerOf(item)
  return (value) => {
    if (!holds(value)) return UNSURE
    // Asked once, and no iterator: what is no plain list may answer each time as it likes, and without an end.
    const { length } = value as unknown[]
    if (!(length <= max)) return UNSURE
    const list: unknown[] = []
    for (let i = 0; i < length; i++) {
      const read = readItem((value as unknown[])[i])
      if (read === UNSURE) return UNSURE
      list.push(read)
    }
    return list
  }
}

interface Field {
  readonly read: Reader
  readonly needed: boolean
}

function objectReader(shape: Readonly<Record<string, z.core.$ZodType>>): Reader {
  const fields = new Map<string, Field>()
  let needed = 0
  for (const [key, field] of Object.entries(shape)) {
    fields.set(key, { read: readerOf(field), needed: field._zod.optin === undefined })
    if (field._zod.optin === undefined) needed++
  }
  return (value) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return UNSURE
    // Put together field by field: a spread of objects of so many shapes takes longer.
    const object: Record<string, unknown> = {}
    let found = 0
    for (const key in value) {
      const field = fields.get(key)
      if (field === undefined) return UNSURE
      const read = field.read((value as Readonly<Record<string, unknown>>)[key])
      if (read === UNSURE) return UNSURE
      object[key] = read
      if (field.needed) found++
    }
    return found === needed ? object : UNSURE
  }
}
