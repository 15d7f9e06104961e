import type { DuckDBConnection } from '@duckdb/node-api'
import { EXIT, stop } from '../stop.ts'
import type { Source } from './columnPlan.ts'
import { FIRST_CELL, faultOfRow, type Row, rowOf } from './row.ts'

/**
 * A row of another table than the accounts that says something, of nobody knows which account: any account of the batch
 * may be the one whose dispute stands there, so that none of them can be decided.
 *
 * @throws a Stop that names the file and the line, and nothing that stands there.
 */
export function refuseOwnerless(row: Row, sources: readonly Source[]): void {
  const source = sources[Number(row[0])] as Source
  if (source.table === 'accounts') return
  const fault = faultOfRow(row)
  const says = row
    .slice(FIRST_CELL)
    .some((cell) => typeof cell === 'string' && cell !== '' && !source.nulls.has(cell))
  if (fault !== undefined) refuseRow(row, source, fault.expected, fault.got)
  else if (says) refuseRow(row, source, 'the id of an account', 'none')
}

/**
 * Rows that are at fault, and whose id, as far as it could be read, is no account's: most likely it was not the id. Not
 * so where a row is just too long.
 *
 * @throws a Stop as above.
 */
export async function refuseUnknownFaults(
  selects: readonly string[],
  sources: readonly Source[],
  connection: DuckDBConnection,
): Promise<void> {
  const of = (wanted: boolean) =>
    selects.filter((_, i) => (sources[i]?.table === 'accounts') === wanted).join(' UNION ALL ')
  const reader = await connection.runAndReadAll(
    `SELECT "row" FROM (${of(false)}) AS other
 WHERE starts_with("row", '[') AND contains("row", ',{"code":"') AND NOT contains("row", ',{"code":"line.tooLong"')
 AND NOT EXISTS (SELECT 1 FROM (${of(true)}) AS account WHERE account.id = other.id)
 ORDER BY source, line LIMIT 1`,
  )
  const text = reader.getRowsJson()[0]?.[0]
  if (typeof text === 'string') {
    const row = rowOf(text)
    const { expected, got } = faultOfRow(row) ?? { expected: '', got: '' }
    refuseRow(row, sources[Number(row[0])] as Source, expected, got)
  }
}

function refuseRow([, line]: Row, { name }: Source, expected: string, got: string): never {
  throw stop(
    EXIT.usage,
    `${name} line ${line}: expected ${expected}, but got ${got}; no account here is known to be its own, and it may be any of them: mend the row, or take it out`,
  )
}
