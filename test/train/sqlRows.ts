import { sqlName, sqlNumber, sqlText } from '../../src/train/export/toSql.ts'
import type { Exported } from './exportedRows.ts'

/** The statements that put exported values into a new table, as any database takes them; `order` numbers the rows. */
export function tableOf(table: string, rows: readonly Exported[]): string[] {
  const names = Object.keys(rows[0]!.values)
  const isText = (name: string) => rows.some(({ values }) => typeof values[name] === 'string')
  const columns = names.map((name) => `${sqlName(name)} ${isText(name) ? 'TEXT' : 'DOUBLE PRECISION'}`)
  const lines = rows.map(({ values }, i) => `(${[i, ...names.map((name) => cell(values[name]))].join(', ')})`)
  return [
    `CREATE TABLE ${table} ("order" INTEGER, ${columns.join(', ')})`,
    `INSERT INTO ${table} VALUES ${lines.join(', ')}`,
  ]
}

function cell(value: number | string | null | undefined): string {
  if (value === null || value === undefined) return 'NULL'
  return typeof value === 'string' ? sqlText(value) : sqlNumber(value)
}
