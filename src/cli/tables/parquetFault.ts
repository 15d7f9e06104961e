import type { DuckDBConnection } from '@duckdb/node-api'
import { EXIT, type Stop, stop } from '../stop.ts'
import type { Source } from './columnPlan.ts'
import { identifier, pathLiteral } from './duckdb.ts'
import { reading } from './parquetTable.ts'

/**
 * Why the Parquet files cannot be read: the first column of one that cannot, and in text without a mark also the row.
 * Undefined where all of them can. DuckDB's own words quote a cell.
 */
export async function parquetFault(
  sources: readonly Source[],
  connection: DuckDBConnection,
): Promise<Stop | undefined> {
  for (const source of sources)
    for (const column of source.kind === 'parquet' ? source.columns : []) {
      const error = await errorOf(
        `SELECT max(length(CAST(${identifier(column)} AS VARCHAR))) FROM ${reading(source)}`,
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
