import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { fieldDescriptionsFile } from '../../scripts/fieldDescriptions.ts'
import { createContext, decide, parseCase } from '../../src/entry/index.ts'
import { parseCapacity } from '../../src/input/capacitySchema.ts'
import { JSON_SCHEMA_NAMES, type JsonSchemaName, jsonSchema } from '../../src/input/jsonSchema.ts'
import { parseMapping } from '../../src/input/mappingSchema.ts'
import { parsePolicy } from '../../src/input/policySchema.ts'
import { parseRulePack } from '../../src/input/rulePackSchema.ts'
import { DEFAULT_MODEL } from '../../src/policy/defaultModel.ts'
import { DEFAULT_POLICY } from '../../src/policy/defaultPolicy.ts'
import { BUILT_IN_PACKS } from '../../src/policy/packs/builtInPacks.ts'
import { changed, exampleCase } from './exampleCase.ts'

/** A validator that knows nothing of zod or of this library. */
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true })
addFormats.default(ajv)
const validators = new Map(JSON_SCHEMA_NAMES.map((name) => [name, ajv.compile(jsonSchema(name))]))
const faults = (name: JsonSchemaName, value: unknown): string[] => {
  const validate = validators.get(name)
  if (validate?.(value)) return []
  return (validate?.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

interface Fixture {
  readonly asOf: string
  readonly policy?: unknown
  readonly case: unknown
}
const fixtures = readdirSync('fixtures/cases').map((file): [string, Fixture] => [
  file,
  JSON.parse(readFileSync(`fixtures/cases/${file}`, 'utf8')),
])
const portfolio = readFileSync('fixtures/portfolios/synthetic.ndjson', 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): Fixture => {
    const record = JSON.parse(line)
    return { asOf: record.metadata.asOf, case: record }
  })
const sound = [...fixtures, ...portfolio.map((one, i): [string, Fixture] => [`account ${i}`, one])]

test('every sound record, and the decision made of it, fits its schema', { timeout: 60_000 }, () => {
  const contexts = new Map<string, ReturnType<typeof createContext>>()
  let decided = 0
  for (const [name, { asOf, policy, case: record }] of sound) {
    const key = JSON.stringify([asOf, policy])
    const context = contexts.get(key) ?? createContext({ asOf, ...(policy ? { policy } : {}) } as never)
    contexts.set(key, context)
    const parsed = parseCase(record, context)
    if (!parsed.ok) continue
    decided += 1
    expect([name, faults('case', record)]).toEqual([name, []])
    const decision = JSON.parse(JSON.stringify(decide(parsed.value, context)))
    expect([name, faults('decision', decision)]).toEqual([name, []])
    if (policy !== undefined) expect([name, faults('policy', policy)]).toEqual([name, []])
  }
  expect(decided).toBeGreaterThan(1_000)
})

test('what is built in fits its schema', () => {
  expect(faults('policy', DEFAULT_POLICY)).toEqual([])
  expect(faults('model', DEFAULT_MODEL)).toEqual([])
  for (const pack of BUILT_IN_PACKS) expect(faults('pack', pack)).toEqual([])
  expect(faults('case', exampleCase())).toEqual([])
})

describe('what is wrong in itself is refused by the schema too', () => {
  test.each<readonly [string, unknown]>([
    ['/id', undefined],
    ['/id', 5],
    ['/disptue', true],
    ['/loan/overdu', 1],
    ['/loan/outstanding', 520000.5],
    ['/loan/outstanding', -1],
    ['/loan/opened', '01-03-2025'],
    ['/contacts/0/at', 'yesterday'],
    ['/contacts/0/channel', 'fax'],
    ['/contacts', Array(20_001).fill(0)],
    ['/jurisdiction', 'cn'],
    ['/preferences/contactHours/0/from', '8:00'],
    ['/features/bureauScore', [612]],
  ])('%s', (pointer, value) => expect(faults('case', changed([pointer, value]))).not.toEqual([]))

  test('a policy with a typo, a pack without rules', () => {
    expect(faults('policy', { id: 'x', version: '1', askDay: 7 })).not.toEqual([])
    expect(faults('pack', { id: 'x', title: 'x', version: '1', jurisdictions: [] })).not.toEqual([])
  })
})

describe('fields are described', () => {
  const descriptionAt = (name: JsonSchemaName, ...path: string[]): unknown =>
    path.reduce<unknown>((node, key) => (node as Record<string, unknown>)?.[key], jsonSchema(name))

  test('as the types say, with their units', () => {
    expect(descriptionAt('case', 'properties', 'loan', 'properties', 'overdue', 'description')).toBe(
      'The part past due; 0 = not in arrears. A whole number of minor units of the currency: 104000 CNY is 1,040.00.',
    )
    expect(descriptionAt('case', 'properties', 'loan', 'properties', 'annualRate', 'description')).toBe(
      'Yearly fraction: 0.18 is 18 %.',
    )
    expect(descriptionAt('case', 'properties', 'contacts', 'items', 'properties', 'at', 'description')).toBe(
      'An instant with its offset, such as 2026-11-25T02:00:00+08:00.',
    )
  })

  test('and src/input/fieldDescriptions.ts is what npm run schemas writes', { timeout: 60_000 }, () => {
    expect(readFileSync('src/input/fieldDescriptions.ts', 'utf8')).toBe(fieldDescriptionsFile())
  })
})

test('a file may say where its schema stands, which is no part of its content', () => {
  const $schema = '../node_modules/arrears/schema/policy.json'
  const asOf = '2026-11-25T02:00:00+08:00'
  const pack = { id: 'own', title: 'Own', version: '1', jurisdictions: [], rules: [] }
  const plain = { id: 'x', version: '1', packs: [pack] }
  const placed = { $schema, ...plain, packs: [{ $schema, ...pack }] }
  expect(createContext({ asOf, policy: placed }).versions).toEqual(
    createContext({ asOf, policy: plain }).versions,
  )
  expect(faults('policy', placed)).toEqual([])
  const capacity = { $schema, currency: 'CNY', day: '2026-11-25', pools: [] }
  expect(parseCapacity(capacity)).toEqual({
    ok: true,
    value: { currency: 'CNY', day: '2026-11-25', pools: [] },
  })
  expect(parseMapping({ $schema, money: 'major' })).toEqual({ ok: true, value: { money: 'major' } })
  expect(parseRulePack({ $schema, ...pack })).toEqual({ ok: true, value: pack })
  expect(parsePolicy({ ...plain, $schema: 5 }, DEFAULT_POLICY).ok).toBe(false)
})

test.each(JSON_SCHEMA_NAMES)('schema/%s.json is what npm run schemas writes', (name) => {
  expect(readFileSync(`schema/${name}.json`, 'utf8')).toBe(
    `${JSON.stringify(jsonSchema(name), undefined, 2)}\n`,
  )
})
