import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { measured, type Run } from './measured.ts'

/**
 * `npm run bench:tables` (build first): joining accounts with twelve repayments each, rows in no order, and writing
 * their cases, against deciding them; by CPU time, in processes of their own, start-up included. Every account is
 * joined, a sample is decided. `BENCH_ACCOUNTS` (100,000) says how many; `BENCH_IN` is a folder with room for eight
 * gigabytes per million.
 */
const ACCOUNTS = Number(process.env.BENCH_ACCOUNTS ?? 100_000)
const SAMPLE = Math.min(ACCOUNTS, 20_000)
const AS_OF = '2026-11-25T02:00:00+08:00'

/** Ids go through the rows in steps that share no factor with their number, so that rows of one account lie far apart. */
const TABLES: Readonly<Record<string, (accounts: number) => string>> = {
  accounts: (accounts) => `SELECT printf('a-%d', (i * 7919) % ${accounts}) AS id, 'CNY' AS currency,
 'Asia/Shanghai' AS timeZone, 'CN' AS jurisdiction, printf('d-%d', i % 50) AS area, 'instalment' AS product,
 520000 AS outstanding, 52000 * (1 + i % 3) AS overdue, DATE '2026-11-24' - CAST(i % 90 AS INTEGER) AS overdueSince,
 52000 AS instalment, 10 AS remainingInstalments, 0.18 AS annualRate FROM range(${accounts}) t(i)`,
  repayments: (accounts) => `SELECT printf('a-%d', (i * 7907) % ${accounts}) AS id, due, 52000 AS amount,
 CASE WHEN month < 10 THEN due + CAST(i % 9 AS INTEGER) END AS paidOn, CASE WHEN month < 10 THEN 52000 END AS paidAmount
 FROM (SELECT i, i // ${accounts} AS month, CAST(DATE '2025-12-14' + to_months(CAST(i // ${accounts} AS INTEGER)) AS DATE) AS due
 FROM range(${12 * accounts}) t(i))`,
}

const folder = mkdtempSync(join(process.env.BENCH_IN ?? tmpdir(), 'arrears-bench-tables-'))
const at = (name: string): string => join(folder, name)

async function makeTables(accounts: number, format: 'csv' | 'parquet'): Promise<string> {
  const to = at(`${accounts}-${format}`)
  mkdirSync(to)
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '1GB', temp_directory: folder })
  const connection = await instance.connect()
  for (const [table, select] of Object.entries(TABLES))
    await connection.run(`COPY (${select(accounts)}) TO '${join(to, table)}.${format}' (FORMAT ${format})`)
  connection.closeSync()
  instance.closeSync()
  return to
}

function show(name: string, count: number, { wall, cpu, peak }: Run): void {
  const each = ((cpu / count) * 1e6).toFixed(0)
  console.log(
    `${name.padEnd(44)} ${wall.toFixed(1).padStart(6)} s  ${cpu.toFixed(1).padStart(6)} s CPU  ${each.padStart(5)} µs each  ${Math.round(peak).toString().padStart(5)} MB`,
  )
}

const joined = (tables: string): Promise<Run> =>
  measured(['--import', 'tsx', 'bench/readTables.ts', tables, at('cases')])

const bytesIn = (path: string): number =>
  readdirSync(path).reduce((sum, name) => sum + statSync(join(path, name)).size, 0)

try {
  await joined(await makeTables(SAMPLE, 'csv'))
  const decided = await measured([
    'dist/cli.js',
    'decide',
    at('cases'),
    '--as-of',
    AS_OF,
    '--out',
    at('out'),
    '--summary',
    at('summary'),
  ])
  show(`decide ${SAMPLE.toLocaleString('en')} of them from NDJSON`, SAMPLE, decided)
  for (const format of ['csv', 'parquet'] as const) {
    const tables = await makeTables(ACCOUNTS, format)
    const megabytes = Math.round(bytesIn(tables) / 1e6)
    const run = await joined(tables)
    show(`join ${ACCOUNTS.toLocaleString('en')} from ${format}, ${megabytes} MB`, ACCOUNTS, run)
    const ratio = run.cpu / ACCOUNTS / (decided.cpu / SAMPLE)
    console.log(`join ÷ decide, CPU per account: ${ratio.toFixed(2)} (below 1)\n`)
    rmSync(tables, { recursive: true })
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
