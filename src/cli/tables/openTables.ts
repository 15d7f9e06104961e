import { join } from 'node:path'
import type { Mapping } from '../../input/mapping.ts'
import { parseMapping } from '../../input/mappingSchema.ts'
import { TABLE_NAMES } from '../../input/tables.ts'
import { jsonFile } from '../commands/settings.ts'
import type { Host } from '../host.ts'
import type { Input } from '../io/openInput.ts'
import type { InputFile } from '../io/refuseLoss.ts'
import { EXIT, stop } from '../stop.ts'
import { columnPlan, type Source } from './columnPlan.ts'
import { csvHeader } from './csvTable.ts'
import { parquetColumns, refuseNested, withDuckDb } from './duckdb.ts'
import { type OrderedRows, orderedRows } from './orderedRows.ts'
import { type TableCases, tableCases } from './tableCases.ts'
import { type TableFile, tableFiles } from './tableFiles.ts'

/** What a command says about tables. */
export interface TableOptions {
  /** A file: how a lender's own extracts are read. */
  readonly mapping?: string | undefined
  /** The id whose rows alone are asked for. */
  readonly only?: string | undefined
  /** A result of the command, beside which rows are put in order. */
  readonly out?: string | undefined
}

/** The cases of a folder of tables. */
export interface TablesInput extends Input, TableCases {
  readonly files: readonly InputFile[]
  /** Rows read, by table; known once the first chunk is there. */
  readonly rows: () => Readonly<Record<string, number>>
  /** What the cases are made from; while it is the same, so is every byte of them. */
  readonly fingerprint: TablesFingerprint
}

/**
 * Opens a folder of tables; they are read when the first chunk is asked for.
 *
 * @throws a Stop for a folder, a mapping or a column that is not as it should be.
 */
export async function openTables(folder: string, options: TableOptions, host: Host): Promise<TablesInput> {
  const said = options.mapping === undefined ? undefined : await mappingFrom(options.mapping)
  const mapping = said ?? {}
  const files = tableFiles(folder, mapping)
  const sources = await withDuckDb(undefined, async (connection) => {
    const found: Source[] = []
    for (const file of files) {
      if (file.kind !== 'parquet') {
        found.push(columnPlan(file, await csvHeader(file, delimiterOf(mapping), host), mapping))
        continue
      }
      const columns = await parquetColumns(file, connection)
      const source = columnPlan(
        file,
        columns.map(({ name }) => name),
        mapping,
        new Set(columns.flatMap(({ name, type }) => (type === 'VARCHAR' ? [] : [name]))),
      )
      refuseNested(source, columns)
      found.push(source)
    }
    return found
  })
  let ordered: OrderedRows | undefined
  const order = async (): Promise<OrderedRows> => {
    const { only, out: beside } = options
    ordered = await orderedRows(sources, { delimiter: delimiterOf(mapping), only, beside }, host)
    return ordered
  }
  const cases = tableCases(order, sources)
  // In messages a line is one of the accounts: of their file, where they are in one.
  const [accounts, another] = files.filter(({ table }) => table === 'accounts')
  let bytes = 0
  async function* counted() {
    for await (const chunk of cases.chunks) {
      bytes += chunk.length
      yield chunk
    }
  }
  return {
    name: accounts === undefined || another !== undefined ? folder : join(folder, accounts.name),
    chunks: counted(),
    placed: cases.placed,
    lineOf: cases.lineOf,
    bytesRead: () => bytes,
    file: undefined,
    files: files.map(({ name, stats }) => ({ name: `the table ${name}`, file: stats })),
    rows: () => rowsByTable(sources, ordered?.counts ?? []),
    fingerprint: tablesFingerprint(files, said),
  }
}

const delimiterOf = ({ delimiter = ',' }: Mapping): string => delimiter

async function mappingFrom(path: string): Promise<Mapping> {
  const parsed = parseMapping(await jsonFile('--mapping', path))
  if (parsed.ok) return parsed.value
  const told = parsed.issues
    .slice(0, MOST_TOLD)
    .map((issue) => `${issue.message} (at ${issue.path || 'the top'})`)
  const more = parsed.issues.length - told.length
  throw stop(EXIT.usage, `--mapping ${path}: ${told.join(' ')}${more > 0 ? ` And ${more} more.` : ''}`)
}

/** Nobody mends more at a time. */
const MOST_TOLD = 20

function rowsByTable(
  sources: readonly TableFile[],
  counts: readonly number[],
): Readonly<Record<string, number>> {
  const rows: Record<string, number> = {}
  for (const name of TABLE_NAMES)
    sources.forEach(({ table }, i) => {
      if (table === name) rows[name] = (rows[name] ?? 0) + (counts[i] ?? 0)
    })
  return rows
}

/** What the cases of a folder of tables are made from, as plain data: JSON keeps all of it. */
export interface TablesFingerprint {
  /** In the order in which they are read. */
  readonly files: readonly {
    readonly table: string
    /** Within the folder. */
    readonly name: string
    readonly bytes: number
    /** When it changed last, in milliseconds since 1970. */
    readonly changedMs: number
  }[]
  /** What the mapping says, not how it is written; null without one. */
  readonly mapping: Mapping | null
}

/** Two folders with one fingerprint come to the same cases, byte for byte, if nobody set the time of a change back. */
const tablesFingerprint = (files: readonly TableFile[], mapping: Mapping | undefined): TablesFingerprint => ({
  files: files.map(({ table, name, stats }) => ({
    table,
    name,
    bytes: stats.size,
    changedMs: stats.mtimeMs,
  })),
  mapping: mapping ?? null,
})
