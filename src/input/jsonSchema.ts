import type * as z from 'zod/mini'
import { toJSONSchema } from 'zod/v4/core'
import { MAX_MONEY } from '../words/money.ts'
import { capacitySchema } from './capacitySchema.ts'
import { caseSchema } from './caseSchema.ts'
import { decisionSchema } from './decisionSchema.ts'
import { FIELD_DESCRIPTIONS } from './fieldDescriptions.ts'
import { mappingSchema } from './mappingSchema.ts'
import { modelSchema } from './modelSchema.ts'
import { policySchema } from './policySchema.ts'
import { rulePackSchema } from './rulePackSchema.ts'

/** Every file format that has a JSON Schema, by the name the command gives it. */
const FORMATS = {
  case: [caseSchema, 'A record of one account: what parseCase reads'],
  decision: [decisionSchema, 'What to do about one account, and why: what decide gives'],
  policy: [policySchema, 'A lender’s policy; what it does not say is the built-in one’s'],
  pack: [rulePackSchema, 'Contact law and guidance of one place'],
  capacity: [capacitySchema, 'What a portfolio may use on its planned days'],
  mapping: [mappingSchema, 'How a lender’s own extracts are read as the tables of a case'],
  model: [modelSchema, 'A scorecard'],
} as const satisfies Readonly<Record<string, readonly [z.ZodMiniType, string]>>

export type JsonSchemaName = keyof typeof FORMATS
export const JSON_SCHEMA_NAMES = Object.keys(FORMATS) as readonly JsonSchemaName[]

/** JSON Schema, draft 2020-12, as plain JSON. */
export type JsonSchema = Readonly<Record<string, unknown>>

/**
 * The shape of a file as JSON Schema 2020-12, with what its fields mean. What crosses fields is not in it, nor whether a
 * day, a zone or a currency exists; it takes everything the library takes.
 *
 * @example
 * jsonSchema('policy').properties // => { id: { type: 'string', … }, … }
 */
export function jsonSchema(name: JsonSchemaName): JsonSchema {
  const { $schema, title, description, ...rest } = bareSchema(name)
  return { $schema, title, description, ...(described(rest, '', FIELD_DESCRIPTIONS[name]) as JsonSchema) }
}

/** The same without a word on its fields. */
export function bareSchema(name: JsonSchemaName): JsonSchema {
  const [schema, description] = FORMATS[name]
  const { $schema, ...rest } = toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return { $schema, title: `arrears ${name}`, description, ...rest }
}

/** A schema, and all within it, with what is said of it and of its units. */
function described(node: unknown, path: string, texts: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(node)) return node.map((one, i) => described(one, `${path}/${i}`, texts))
  if (typeof node !== 'object' || node === null) return node
  const within = Object.entries(node).map(([key, part]) => [key, described(part, `${path}/${key}`, texts)])
  const said = [texts[path], unitSaid(node as JsonSchema)].filter((text) => text !== undefined).join(' ')
  return Object.fromEntries(said === '' ? within : [['description', said], ...within])
}

/** What the shape alone says of what stands there. */
function unitSaid({ type, minimum, maximum, format }: JsonSchema): string | undefined {
  if (type === 'integer' && minimum === 0 && maximum === MAX_MONEY)
    return 'A whole number of minor units of the currency: 104000 CNY is 1,040.00.'
  if (format === 'date') return 'A day, YYYY-MM-DD, from 1990 to 2100.'
  return format === 'date-time' ? 'An instant with its offset, such as 2026-11-25T02:00:00+08:00.' : undefined
}
