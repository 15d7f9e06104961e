import { type JsonSchemaName, jsonSchema } from '../../input/jsonSchema.ts'
import type { Host } from '../host.ts'
import { EXIT, type ExitStatus } from '../stop.ts'

/** `arrears schema`: the JSON Schema of a file format on standard output. */
export function schemaCommand(name: JsonSchemaName, host: Host): ExitStatus {
  host.stdout.write(`${JSON.stringify(jsonSchema(name), undefined, 2)}\n`)
  return EXIT.allDecided
}
