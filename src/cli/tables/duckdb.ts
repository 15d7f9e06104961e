import type { DuckDBConnection } from '@duckdb/node-api'
import { EXIT, isStop, type Stop, stop } from '../stop.ts'
import type { Source } from './columnPlan.ts'
import { CELL_END, MAX_CELL, MAX_ID, MAX_ROW_BYTES, ROW_TOO_LONG } from './row.ts'
import type { TableFile } from './tableFiles.ts'

/** What users install to read tables; package.json names the same. */
export const DUCKDB = '@duckdb/node-api@1.5.6-r.1'

/** Enough to order any number of rows, what does not fit goes to the folder; less makes it fail on few cores too. */
const MEMORY = '256MB'
/** More would take more memory than `MEMORY` can share out. */
const THREADS = '2'

/**
 * Works with DuckDB, which is loaded only now, in memory of a fixed size and in this folder.
 *
 * @throws a Stop where it is not installed, or the work fails: with the kind of failure, without the data it quotes.
 */
export async function withDuckDb<T>(
  folder: string | undefined,
  work: (connection: DuckDBConnection) => Promise<T>,
  load: () => Promise<typeof import('@duckdb/node-api')> = () => import('@duckdb/node-api'),
): Promise<T> {
  const { DuckDBInstance } = await load().catch((error: unknown) => {
    throw notLoaded(error)
  })
  try {
    const instance = await DuckDBInstance.create(':memory:', {
      threads: THREADS,
      memory_limit: MEMORY,
      // Rows are ordered anyway.
      preserve_insertion_order: 'false',
      // Nothing is ever fetched from anywhere.
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      ...(folder === undefined ? {} : { temp_directory: folder }),
    })
    const connection = await instance.connect()
    try {
      await connection.run("SET TimeZone = 'UTC'")
      return await work(connection)
    } finally {
      connection.closeSync()
      instance.closeSync()
    }
  } catch (error) {
    throw isStop(error) ? error : failed(error)
  }
}

const MISSING: ReadonlySet<unknown> = new Set(['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND'])

function notLoaded(error: unknown): Stop {
  const missing = error instanceof Error && 'code' in error && MISSING.has(error.code)
  const why = missing ? 'which is not installed' : 'which cannot be loaded here'
  return stop(EXIT.usage, `tables are joined by DuckDB, ${why}: npm install ${DUCKDB}`)
}

/** Kinds of failure whose message names files and sizes only; others may quote a row. */
const TELLING = /^(IO|Out of Memory) Error: [^\n]*/

const failed = (error: unknown): Stop =>
  stop(EXIT.usage, `DuckDB cannot read or order the tables${kindOfError(error)}`)

/** What may be told of an error of DuckDB's, to follow what was tried: `: Out of Memory Error: …`; nothing of others. */
function kindOfError(error: unknown): string {
  const message = error instanceof Error ? error.message : ''
  const told = TELLING.exec(message)?.[0] ?? /^[A-Z][\w ]+ Error/.exec(message)?.[0]
  return told === undefined ? '' : `: ${told}`
}

/** A text in SQL. `literal("it's")` is `'it''s'`. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** A name in SQL. `identifier('a"b')` is `"a""b"`. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** A path in SQL, as it stands: DuckDB takes stars and brackets for patterns. */
export const pathLiteral = (path: string): string => literal(path.replaceAll(/[[*?]/g, '[$&]'))

/** A column and its type in DuckDB's words. */
export interface ParquetColumn {
  readonly name: string
  readonly type: string
}

/** Texts without their mark are texts all the same: older writers leave it out. */
export const tableReading = ({ path }: TableFile): string =>
  `read_parquet(${pathLiteral(path)}, file_row_number = true, binary_as_string = true, hive_partitioning = false)`

const ROW_NUMBER = 'file_row_number'

/** The columns of a Parquet file. @throws a Stop for a file that is none. */
export async function parquetColumns(
  file: TableFile,
  connection: DuckDBConnection,
): Promise<ParquetColumn[]> {
  const reader = await connection
    .runAndReadAll(`DESCRIBE SELECT * FROM ${tableReading(file)}`)
    .catch((error: unknown) => {
      throw stop(
        EXIT.usage,
        `${file.name}: no Parquet file that DuckDB can read${kindOfError(error)}; is it whole?`,
      )
    })
  return reader
    .getRowsJson()
    .map(([name, type]) => ({ name: `${name}`, type: `${type}` }))
    .filter(({ name }) => name !== ROW_NUMBER)
}

/** Types whose text is what a cell of a CSV file would hold. */
const PLAIN =
  /^(VARCHAR|U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|DECIMAL\(\d+,\d+\)|FLOAT|DOUBLE|BOOLEAN|DATE|TIMESTAMP(_S|_MS|_NS)?|TIMESTAMP WITH TIME ZONE|UUID)$/

/** @throws a Stop for a column that is read and holds lists, structures or the like. */
export function refuseNested({ name, columns }: Source, types: readonly ParquetColumn[]): void {
  const nested = types.filter((one) => columns.includes(one.name) && !PLAIN.test(one.type))
  if (nested.length > 0)
    throw stop(
      EXIT.usage,
      `${name}: ${nested.map((one) => `column ${one.name} is ${one.type.slice(0, 40)}`).join(', ')}; expected text, numbers, days or times`,
    )
}

/**
 * The rows of a Parquet file for the ordering, as SQL: source, line (from 1), id and the row's text, see row.ts. Every
 * cell as its text: exact for decimals and whole numbers, the shortest that leads back to it for a double, UTC for an
 * instant.
 */
export function parquetSelect(source: Source, number: number, only: string | undefined): string {
  const cells = source.columns.map(
    (name, i) =>
      `coalesce(left(trim(CAST(${identifier(name)} AS VARCHAR)), ${i === 0 ? MAX_ID : MAX_CELL}), '')`,
  )
  const nulls = [...source.nulls].map(literal).join(', ')
  const id =
    nulls === '' ? (cells[0] as string) : `CASE WHEN ${cells[0]} IN (${nulls}) THEN '' ELSE ${cells[0]} END`
  const parts = [literal(`${number}`), `CAST(${ROW_NUMBER} + 1 AS VARCHAR)`, id, ...cells.slice(1)]
  const plain = `concat_ws(${literal(CELL_END)}, ${parts.join(', ')})`
  const tooLong = `concat('["${number}","', ${parts[1]}, '",', to_json(${id}), ',', ${literal(JSON.stringify(ROW_TOO_LONG))}, ']')`
  const torn = `regexp_matches(concat(${cells.join(', ')}), ${literal(`[${CELL_END}\\n\\r]`)})`
  // Whose row it is that has no id, nobody knows.
  const ids = source.table === 'accounts' ? [only] : [only, '']
  const asked =
    only === undefined ? '' : ` WHERE ${id} IN (${ids.map((one) => literal(one ?? '')).join(', ')})`
  return `SELECT ${number} AS source, ${ROW_NUMBER} + 1 AS line, ${id} AS id,
 CASE WHEN strlen(${plain}) > ${MAX_ROW_BYTES} THEN ${tooLong} WHEN ${torn} THEN CAST(to_json([${parts.join(', ')}]) AS VARCHAR) ELSE ${plain} END AS "row"
 FROM ${tableReading(source)}${asked}`
}
