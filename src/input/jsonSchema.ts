import type * as z from 'zod/mini'
import { toJSONSchema } from 'zod/v4/core'
import { capacitySchema } from './capacitySchema.ts'
import { caseSchema } from './caseSchema.ts'
import { decisionSchema } from './decisionSchema.ts'
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
 * The shape of a file as JSON Schema 2020-12. What crosses fields is not in it, nor whether a day, a zone or a currency
 * exists; it takes everything the library takes.
 *
 * @example
 * jsonSchema('policy').properties // => { id: { type: 'string', … }, … }
 */
export function jsonSchema(name: JsonSchemaName): JsonSchema {
  const [schema, description] = FORMATS[name]
  const { $schema, ...rest } = toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return { $schema, title: `arrears ${name}`, description, ...rest }
}
