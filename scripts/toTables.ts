// Turns cases into a folder of tables, their rows shuffled: what the tests and the benchmark of tables read.
//   npm run to-tables -- CASES.ndjson FOLDER csv|parquet
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DuckDBInstance } from '@duckdb/node-api'
import type { BorrowerCase } from '../src/input/borrowerCase.ts'
import { type CellKind, TABLES, type TableName } from '../src/input/tables.ts'

export type TableFormat = 'csv' | 'parquet'
type Cells = Record<string, unknown>

/** Writes the tables that these cases need. In Parquet amounts, days and instants have types of their own. */
export async function toTables(
  cases: readonly BorrowerCase[],
  folder: string,
  format: TableFormat,
): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const work = mkdtempSync(join(tmpdir(), 'arrears-to-tables-'))
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run("SET TimeZone = 'UTC'")
  try {
    for (const [table, rows] of rowsOf(cases)) {
      const json = join(work, `${table}.ndjson`)
      writeFileSync(json, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
      const used = new Set(rows.flatMap((row) => Object.keys(row).filter((name) => row[name] !== undefined)))
      const columns = Object.entries(TABLES[table]).filter(([name]) => used.has(name))
      const types = columns.map(
        ([name, { kind }]) => `'${name}': '${format === 'csv' ? 'VARCHAR' : TYPES[kind]}'`,
      )
      const names = columns.map(([name]) => `"${name}"`)
      // The same disorder every time.
      await connection.run(
        `COPY (SELECT ${names.join(', ')} FROM read_json('${json}', columns = {${types.join(', ')}}, format = 'newline_delimited')
 ORDER BY hash(CAST([${names.map((name) => `CAST(${name} AS VARCHAR)`).join(', ')}] AS VARCHAR)))
 TO '${join(folder, `${table}.${format}`)}' (FORMAT ${format})`,
      )
    }
  } finally {
    connection.closeSync()
    instance.closeSync()
    rmSync(work, { recursive: true, force: true })
  }
}

const TYPES: Readonly<Record<CellKind, string>> = {
  text: 'VARCHAR',
  words: 'VARCHAR',
  money: 'BIGINT',
  number: 'DOUBLE',
  rate: 'DOUBLE',
  day: 'DATE',
  instant: 'TIMESTAMPTZ',
}

function rowsOf(cases: readonly BorrowerCase[]): Map<TableName, Cells[]> {
  const tables = new Map<TableName, Cells[]>()
  for (const one of cases)
    for (const [table, row] of rowsOfCase(one)) {
      const rows = tables.get(table) ?? []
      rows.push({ id: one.id, ...row })
      tables.set(table, rows)
    }
  return tables
}

function* rowsOfCase(one: BorrowerCase): Generator<readonly [TableName, Cells]> {
  const { loan, metadata } = one
  const { borrower, currency, timeZone, jurisdiction, area, actor, paymentProfile } = one
  const account = { borrower, currency, timeZone, jurisdiction, area, actor, paymentProfile }
  yield ['accounts', { ...account, ...loan, asOf: metadata?.asOf }]
  for (const [number, { paid = [], ...due }] of (one.repayments ?? []).entries()) {
    // Every other row has its first payment in its own columns.
    const [first, others] = number % 2 === 0 ? [paid[0], paid.slice(1)] : [undefined, paid]
    yield ['repayments', { number: `${number}`, ...due, ...prefixed('paid', first) }]
    for (const payment of others) yield ['payments', { number: `${number}`, ...payment }]
  }
  for (const { promise, ...contact } of one.contacts ?? [])
    yield ['contacts', { ...contact, ...prefixed('promise', promise) }]
  for (const point of one.contactPoints ?? []) yield ['contactPoints', { ...point }]
  for (const notice of one.notices ?? []) yield ['notices', { ...notice }]
  if (one.budget !== undefined) yield ['budgets', { ...one.budget }]
  for (const circumstance of one.circumstances ?? []) yield ['circumstances', { ...circumstance }]
  for (const arrangement of one.arrangements ?? []) yield ['arrangements', { ...arrangement }]
  if (one.preferences !== undefined) yield* rowsOfPreferences(one.preferences)
  for (const [name, value] of Object.entries(one.features ?? {}))
    yield [
      'features',
      { name, ...(value === null ? {} : { [typeof value === 'number' ? 'number' : 'text']: value }) },
    ]
}

function* rowsOfPreferences(preferences: NonNullable<BorrowerCase['preferences']>) {
  const { channelsOptedOut, language, visit, visitAppointment, consents = [] } = preferences
  const own = { channelsOptedOut: channelsOptedOut?.join(' '), language, visit }
  yield ['preferences', { ...own, ...prefixed('visitAppointment', visitAppointment) }] as const
  for (const kind of ['contactHours', 'avoidHours', 'agreedHours'] as const)
    for (const { days, ...hours } of preferences[kind] ?? [])
      yield ['hours', { kind, days: days.join(' '), ...hours }] as const
  for (const consent of consents) yield ['consents', { ...consent }] as const
}

const prefixed = (prefix: string, part: object | undefined): Cells =>
  Object.fromEntries(
    Object.entries(part ?? {}).map(([name, value]) => [
      `${prefix}${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      value,
    ]),
  )

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [cases = '', folder = '', format] = process.argv.slice(2)
  if (folder === '' || (format !== 'csv' && format !== 'parquet')) {
    console.error('usage: npm run to-tables -- CASES.ndjson FOLDER csv|parquet')
    process.exit(2)
  }
  const lines = readFileSync(cases, 'utf8').split('\n').filter(Boolean)
  await toTables(
    lines.map((line) => JSON.parse(line)),
    folder,
    format,
  )
}
