import * as z from 'zod/mini'
import type { SchemaOf } from './schemaOf.ts'

/** What a reader answers where it cannot vouch for a value: then the schema itself has to be asked. */
export const UNSURE: unique symbol = Symbol('unsure')

/** The value, its objects and lists made anew, or `UNSURE`. */
type Reader<T = unknown> = (value: unknown) => T | typeof UNSURE

/**
 * A schema turned into plain functions, several times as fast as the schema on what has no fault. It makes no code from
 * text (zod's own `compile` does), so it is as fast where a host forbids that, and a tenth of the size. The value must
 * be plain JSON. Whatever it returns, the schema would have let through as the same; it may be unsure of anything.
 */
export const straightReader = <T>(schema: SchemaOf<T>): Reader<T> => readerOf(schema) as Reader<T>

function readerOf(schema: z.core.$ZodType): Reader {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'string':
      return checked((value) => typeof value === 'string', def.checks)
    case 'number':
      return checked((value) => Number.isFinite(value), def.checks)
    case 'enum':
      return among(Object.values(def.entries))
    case 'unknown':
      return (value) => value
    case 'optional':
      return readerOf(def.innerType)
    case 'array':
      return listReader(readerOf(def.element), checked(Array.isArray, def.checks))
    case 'pipe':
      return inTurn(readerOf(def.in), readerOf(def.out))
    case 'object':
      return objectReader(def.shape)
    default:
      return (value) => {
        const result = z.safeParse(schema, value)
        return result.success ? result.data : UNSURE
      }
  }
}

function among(values: readonly unknown[]): Reader {
  const known = new Set(values)
  return (value) => (known.has(value) ? value : UNSURE)
}

const inTurn =
  (first: Reader, second: Reader): Reader =>
  (value) => {
    const read = first(value)
    return read === UNSURE ? UNSURE : second(read)
  }

type Holds = (value: never) => boolean

function checked(isKind: (value: unknown) => boolean, checks: readonly z.core.$ZodCheck<never>[] = []): Reader {
  const tests = checks.map(testOf)
  return (value) => {
    if (!isKind(value)) return UNSURE
    for (const holds of tests) if (!holds(value as never)) return UNSURE
    return value
  }
}

/** A length counts UTF-16 units where the schema counts characters: no text of too few or too many gets by. */
function testOf(check: z.core.$ZodCheck<never>): Holds {
  const { def } = (check as z.core.$ZodChecks)._zod
  switch (def.check) {
    case 'min_length':
      return ({ length }: string) => length >= 2 * def.minimum - 1
    case 'max_length':
      return ({ length }: string) => length <= def.maximum
    case 'greater_than':
      return (value: number) => value > def.value || (def.inclusive && value === def.value)
    case 'less_than':
      return (value: number) => value < def.value || (def.inclusive && value === def.value)
    default:
      return def.check === 'custom' ? (def as z.core.$ZodCustomDef).fn : () => false
  }
}

function listReader(item: Reader, outside: Reader): Reader {
  return (value) => {
    if (outside(value) === UNSURE) return UNSURE
    const list: unknown[] = []
    for (const given of value as unknown[]) {
      const read = item(given)
      if (read === UNSURE) return UNSURE
      list.push(read)
    }
    return list
  }
}

function objectReader(shape: Readonly<Record<string, z.core.$ZodType>>): Reader {
  const fields = new Map(Object.entries(shape).map(([key, field]) => [key, { read: readerOf(field), needed: field._zod.optin === undefined }]))
  const needed = [...fields.values()].filter((field) => field.needed).length
  return (value) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return UNSURE
    const object: Record<string, unknown> = { ...value }
    let missing = needed
    for (const key in object) {
      const field = fields.get(key)
      if (field === undefined) return UNSURE
      const given = object[key]
      const read = field.read(given)
      if (read === UNSURE) return UNSURE
      if (read !== given) object[key] = read
      if (field.needed) missing--
    }
    return missing === 0 ? object : UNSURE
  }
}
