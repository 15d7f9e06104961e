import { execFileSync } from 'node:child_process'
import ts from 'typescript'
import { bareSchema, type JsonSchemaName } from '../src/input/jsonSchema.ts'

/** Where the type of each file format is declared, with what its fields mean. */
const TYPES: Readonly<Record<JsonSchemaName, readonly [file: string, type: string]>> = {
  case: ['src/input/borrowerCase.ts', 'BorrowerCase'],
  decision: ['src/explain/decision.ts', 'Decision'],
  policy: ['src/input/policy.ts', 'PolicyInput'],
  pack: ['src/input/rulePack.ts', 'RulePack'],
  capacity: ['src/input/capacityFile.ts', 'Capacity'],
  mapping: ['src/input/mapping.ts', 'Mapping'],
  model: ['src/input/model.ts', 'Model'],
}

/** A node of a JSON Schema, as far as it is walked. */
interface Node {
  readonly properties?: Readonly<Record<string, Node>>
  readonly items?: Node
  readonly additionalProperties?: Node | boolean
  readonly anyOf?: readonly Node[]
  readonly oneOf?: readonly Node[]
}

type Found = Record<string, string>

/**
 * What the documentation of the types says of each field of a file, by the pointer to the field's schema. The types
 * are the one place where fields are explained; their schemas take it from there.
 */
function fieldDescriptions(): Readonly<Record<JsonSchemaName, Found>> {
  const files = Object.values(TYPES).map(([file]) => file)
  const program = ts.createProgram(files, {
    strict: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  })
  const checker = program.getTypeChecker()
  const of = ([file, name]: readonly [string, string]): ts.Type => {
    const source = program.getSourceFile(file)
    const declared = source?.statements.find(
      (one): one is ts.InterfaceDeclaration | ts.TypeAliasDeclaration =>
        (ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one)) && one.name.text === name,
    )
    if (declared === undefined) throw new Error(`${file} declares no ${name}`)
    return checker.getTypeAtLocation(declared.name)
  }
  const entries = Object.entries(TYPES) as [JsonSchemaName, readonly [string, string]][]
  return Object.fromEntries(
    entries.map(([name, where]) => {
      const found: Found = {}
      walk(bareSchema(name) as Node, of(where), '', checker, found)
      return [name, found]
    }),
  ) as Record<JsonSchemaName, Found>
}

const PATH = 'src/input/fieldDescriptions.ts'

/** That file, as it should be. */
export function fieldDescriptionsFile(): string {
  const text = [
    "import type { JsonSchemaName } from './jsonSchema.ts'\n\n",
    '/**\n * What fields mean, by the pointers to their schemas. Written by `npm run schemas` from the documentation of\n',
    ' * the types: never edit by hand.\n */\n',
    'export const FIELD_DESCRIPTIONS: Readonly<Record<JsonSchemaName, Readonly<Record<string, string>>>> = ',
    `${JSON.stringify(fieldDescriptions(), null, 2)}\n`,
  ].join('')
  return execFileSync('npx', ['biome', 'format', `--stdin-file-path=${PATH}`], {
    input: text,
    encoding: 'utf8',
  })
}

function walk(node: Node, given: ts.Type, path: string, checker: ts.TypeChecker, found: Found): void {
  const type = checker.getNonNullableType(given)
  for (const [name, field] of Object.entries(node.properties ?? {})) {
    const symbol = propertyOf(type, name, Object.keys(node.properties ?? {}), checker)
    if (symbol === undefined) continue
    const text = ts
      .displayPartsToString(symbol.getDocumentationComment(checker))
      .replaceAll(/\s+/g, ' ')
      .trim()
    const at = `${path}/properties/${name}`
    if (text !== '') found[at] = text
    walk(field, checker.getTypeOfSymbol(symbol), at, checker, found)
  }
  const item = partsOf(type)
    .map((one) => checker.getIndexTypeOfType(one, ts.IndexKind.Number))
    .find((one) => one !== undefined)
  if (node.items !== undefined && item !== undefined) walk(node.items, item, `${path}/items`, checker, found)
  const entry = partsOf(type)
    .map((one) => checker.getIndexTypeOfType(one, ts.IndexKind.String))
    .find((one) => one !== undefined)
  if (typeof node.additionalProperties === 'object' && entry !== undefined)
    walk(node.additionalProperties, entry, `${path}/additionalProperties`, checker, found)
  for (const key of ['anyOf', 'oneOf'] as const)
    for (const [i, member] of node[key]?.entries() ?? [])
      walk(member, type, `${path}/${key}/${i}`, checker, found)
}

const partsOf = (type: ts.Type): readonly ts.Type[] => (type.isUnion() ? type.types : [type])

/** The property; of a union that of the member which has all the fields of the schema. */
function propertyOf(
  type: ts.Type,
  name: string,
  fields: readonly string[],
  checker: ts.TypeChecker,
): ts.Symbol | undefined {
  const has = (one: ts.Type): boolean => fields.every((field) => checker.getPropertyOfType(one, field))
  const member = partsOf(type).find(has)
  return member === undefined ? undefined : checker.getPropertyOfType(member, name)
}
