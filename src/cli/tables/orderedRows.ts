import { mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { parseInstant } from '../../time/instant.ts'
import type { Host } from '../host.ts'
import { pathStats, pathTarget } from '../io/output.ts'
import { EXIT, type Stop, stop, systemReason } from '../stop.ts'
import type { Source } from './columnPlan.ts'
import { copyCsvRows } from './csvTable.ts'
import { identifier, literal, parquetSelect, pathLiteral, tableReading, withDuckDb } from './duckdb.ts'
import type { Entry } from './entries.ts'
import { refuseUnknownFaults } from './refuseOwnerless.ts'
import { PART_END } from './row.ts'

/** All rows of all tables, those of one account together. */
export interface OrderedRows {
  /** An open file with a line for each row, see row.ts. No name leads to it any more; it is gone with the process. */
  readonly file: number
  /** Rows of each source. */
  readonly counts: readonly number[]
}

export interface RowOrdering {
  readonly delimiter: string
  /** The id whose rows alone are asked for. */
  readonly only: string | undefined
  /** A result of the command: beside it there is room for as much again. Default: the folder for temporary files. */
  readonly beside: string | undefined
}

/**
 * Joins the tables: puts their rows in the order of their ids' bytes, then of the sources, then of their lines. What does
 * not fit into memory goes to a folder that only this user may read, and that is removed when the rows are in order.
 *
 * @throws a Stop when a table cannot be read, or there is no room.
 */
export async function orderedRows(
  sources: readonly Source[],
  ordering: RowOrdering,
  host: Host,
): Promise<OrderedRows> {
  const folder = temporaryFolder(ordering.beside)
  const remove = () => rmSync(folder, { recursive: true, force: true })
  host.atInterrupt(remove)
  try {
    const copies: string[] = []
    const counts: number[] = []
    let faults = 0
    for (const [number, source] of sources.entries()) {
      if (source.kind === 'parquet') continue
      const to = join(folder, `rows-${number}`)
      copies[number] = to
      const copied = await copyCsvRows(source, { ...ordering, number, to }, host)
      counts[number] = copied.rows
      if (source.table !== 'accounts') faults += copied.faults
    }
    const ordered = join(folder, 'ordered')
    await withDuckDb(folder, async (connection) => {
      const selects = sources.map((source, number) =>
        source.kind === 'parquet'
          ? parquetSelect(source, number, ordering.only)
          : copySelect(copies[number] as string, number),
      )
      try {
        // Where one account is asked for the others are not there.
        if (faults > 0 && ordering.only === undefined) await refuseUnknownFaults(selects, sources, connection)
        await writeOrdered(selects, ordered, connection)
      } catch (error) {
        throw (await parquetFault(sources, connection)) ?? error
      }
      for (const [number, source] of sources.entries())
        counts[number] ??= await countOf(parquetSelect(source, number, ordering.only), connection)
    })
    for (const source of sources) refuseChanged(source)
    return { file: openSync(ordered, 'r'), counts }
  } finally {
    remove()
  }
}

/** Text from end to end: a row goes through JavaScript in a hundredth of the time it takes cell by cell. */
async function writeOrdered(
  selects: readonly string[],
  to: string,
  connection: DuckDBConnection,
): Promise<void> {
  await connection.run(
    `COPY (SELECT "row" FROM (${selects.join(' UNION ALL ')}) ORDER BY id, source, line)
 TO ${literal(to)} (FORMAT csv, HEADER false, DELIMITER ${literal(PART_END)}, QUOTE '', ESCAPE '')`,
  )
}

/** The longest row there can be: every character of every cell written as an escape. */
const MAX_ROW = 4 * 1024 * 1024

const copySelect = (path: string, number: number): string =>
  `SELECT ${number} AS source, line, coalesce(id, '') AS id, "row" FROM read_csv(${pathLiteral(path)},
 auto_detect = false, header = false, delim = ${literal(PART_END)}, quote = '', escape = '', new_line = '\\n',
 max_line_size = ${MAX_ROW}, buffer_size = ${2 * MAX_ROW},
 columns = {'line': 'BIGINT', 'id': 'VARCHAR', 'row': 'VARCHAR'})`

/** A batch made of a file that someone is still writing would be a part taken for the whole. */
function refuseChanged({ path, stats }: Source): void {
  const now = pathStats(path)
  if (now?.size !== stats.size || now.mtimeMs !== stats.mtimeMs)
    throw stop(EXIT.usage, `${path} changed while it was read; give tables that are finished`)
}

async function countOf(select: string, connection: DuckDBConnection): Promise<number> {
  const reader = await connection.runAndReadAll(`SELECT count(*) FROM (${select})`)
  return Number(reader.getRowsJson()[0]?.[0])
}

function temporaryFolder(beside: string | undefined): string {
  const isPlace = beside !== undefined && pathTarget(beside).isFile
  const place = isPlace ? dirname(resolve(beside)) : tmpdir()
  try {
    return mkdtempSync(join(place, '.arrears-tables-'))
  } catch (error) {
    throw stop(EXIT.usage, `cannot write in ${place}: ${systemReason(error)}`)
  }
}

/**
 * Why the Parquet files cannot be read: the first column of one that cannot, and in text without a mark also the row.
 * Undefined where all of them can. DuckDB's own words quote a cell.
 */
async function parquetFault(
  sources: readonly Source[],
  connection: DuckDBConnection,
): Promise<Stop | undefined> {
  for (const source of sources)
    for (const column of source.kind === 'parquet' ? source.columns : []) {
      const error = await errorOf(
        `SELECT max(length(CAST(${identifier(column)} AS VARCHAR))) FROM ${tableReading(source)}`,
        connection,
      )
      if (error === undefined) continue
      const row = await rowOutOfUtf8(source, column, connection)
      const place = row === undefined ? '' : ` row ${row}`
      const why = /UTF-?8/i.test(error) ? 'expected UTF-8, but got bytes that are none' : 'cannot be read'
      return stop(EXIT.usage, `${source.name}${place}: column ${column}: ${why}`)
    }
  return undefined
}

async function errorOf(query: string, connection: DuckDBConnection): Promise<string | undefined> {
  try {
    await connection.run(query)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

/** What is marked as text is checked by the block, and no row of it can be told. */
async function rowOutOfUtf8(
  { path }: Source,
  column: string,
  connection: DuckDBConnection,
): Promise<string | undefined> {
  const cell = identifier(column)
  const query = `SELECT CAST(min(file_row_number) + 1 AS VARCHAR)
 FROM read_parquet(${pathLiteral(path)}, file_row_number = true, hive_partitioning = false)
 WHERE ${cell} IS NOT NULL AND TRY(decode(${cell})) IS NULL`
  try {
    const reader = await connection.runAndReadAll(query)
    const row = reader.getRowsJson()[0]?.[0]
    return typeof row === 'string' ? row : undefined
  } catch {
    return undefined
  }
}

/**
 * Entries in the order of a field, a day or an instant, then of everything in them: the order of a file's rows must not
 * reach the case, nor which of two files they stood in.
 */
export function inFieldOrder(entries: readonly Entry[], field: string): readonly Entry[] {
  if (entries.length < 2) return entries
  const keyed = entries.map((entry) => ({ entry, key: orderKey(entry.fields[field]) }))
  const order = (a: Keyed, b: Keyed): number =>
    compare(a.key, b.key) || compare(JSON.stringify(a.entry.fields), JSON.stringify(b.entry.fields))
  return keyed.sort(order).map(({ entry }) => entry)
}

interface Keyed {
  readonly entry: Entry
  readonly key: string
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Instants with different offsets in the order of time: seconds since 1970 in as many digits each. */
function orderKey(value: unknown): string {
  if (Array.isArray(value)) return orderKey(value[0])
  if (typeof value !== 'string') return ''
  const second = parseInstant(value)
  return second === undefined ? value : `${second + 1e11}`
}
