// Writes schema/*.json: the JSON Schema of every file format, as `arrears schema` prints it.
import { mkdirSync, writeFileSync } from 'node:fs'
import { JSON_SCHEMA_NAMES, jsonSchema } from '../src/input/jsonSchema.ts'

mkdirSync('schema', { recursive: true })
for (const name of JSON_SCHEMA_NAMES)
  writeFileSync(`schema/${name}.json`, `${JSON.stringify(jsonSchema(name), undefined, 2)}\n`)
