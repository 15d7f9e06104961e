import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../../src/cli/program.ts'
import { madeUpRows } from '../train/madeUpRows.ts'
import { fakeHost } from './fakeHost.ts'

/** A folder of a test's own; `write` puts a file into it and gives its path. */
export function testFolder() {
  const path = mkdtempSync(join(tmpdir(), 'arrears-training-'))
  return {
    path,
    at: (name: string) => join(path, name),
    write: (name: string, text: string): string => {
      writeFileSync(join(path, name), text)
      return join(path, name)
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  }
}

/** Made-up borrowers as the lines of a file, and their outcomes. */
export function madeUpFiles(count: number, seed = 1) {
  const rows = madeUpRows(count, seed)
  const ids = rows.map((row) => (row.case as { id: string }).id)
  return {
    rows,
    ids,
    cases: rows.map((row) => JSON.stringify(row.case)),
    outcomes: ['id,bad', ...rows.map(({ bad }, i) => `${ids[i]},${bad}`)],
  }
}

export async function arrears(...args: readonly string[]) {
  const host = fakeHost()
  const status = await run(args, host)
  return { status, ...host.written }
}
