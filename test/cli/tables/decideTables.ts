import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { onTestFinished } from 'vitest'
import { openTables } from '../../../src/cli/tables/openTables.ts'
import { fakeHost } from '../fakeHost.ts'
import { arrears } from '../trainingFiles.ts'

/** A folder with these files, gone after the test. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'arrears-tables-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

/** The text of a file with these lines. */
export const text = (...lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('')

/** The cases a folder comes to. */
export async function casesOf(folder: string, mapping?: string): Promise<unknown[]> {
  let ndjson = ''
  for await (const chunk of (await openTables(folder, { mapping }, fakeHost())).chunks) ndjson += chunk
  return ndjson
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

/** Runs SQL for the files it writes. */
export async function sql(...statements: readonly string[]): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  for (const statement of statements) await connection.run(statement)
  connection.closeSync()
  instance.closeSync()
}

/** The instant everything in these tests is decided as of. */
export const AS_OF = '2026-11-25T10:00:00+08:00'

interface Rejected {
  readonly line: number
  readonly id: string | null
  readonly issues: readonly {
    readonly code: string
    readonly path: string
    readonly message: string
    readonly params: Readonly<Record<string, unknown>>
  }[]
}

/** What `arrears decide` makes of a folder; rejects and summary are what standard error holds. */
export async function decideTables(folder: string, ...options: string[]) {
  const { status, out, err } = await arrears('decide', folder, '--as-of', AS_OF, ...options)
  if (status !== 0 && status !== 3) return { status, out, err, rejects: [], summary: undefined }
  const lines = err.trimEnd().split('\n')
  const parsed = lines.map((line) => JSON.parse(line))
  return { status, out, err, rejects: parsed.slice(0, -1) as Rejected[], summary: parsed.at(-1) }
}

/** A reject in short: line, id, and of each issue its code, pointer, file and row. */
export const brief = ({ line, id, issues }: Rejected) => [
  line,
  id,
  ...issues.map(({ code, path, params }) => `${code} ${path} ${params.file}:${params.row}`),
]

/** The decisions' ids, in order. */
export const idsOf = (out: string): string[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).id)
