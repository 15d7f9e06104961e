import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { decideCommand } from '../../../src/cli/commands/decideCommand.ts'
import type { DecideOptions } from '../../../src/cli/commands/decideRun.ts'
import * as library from '../../../src/entry/decide.ts'
import { fakeHost } from '../fakeHost.ts'
import { text } from './decideTables.ts'

let folder: string
const at = (...names: string[]) => join(folder, ...names)
const decideOne = library.decideOne

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'arrears-resume-tables-'))
  mkdirSync(at('extracts'))
  const ids = Array.from({ length: 1_700 }, (_, index) => `a-${10_000 + ((index * 37) % 1_700)}`)
  const row = (id: string) => `${id},CNY,Asia/Shanghai,single,500,100,${id.endsWith('99') ? 'x' : 5}`
  writeFileSync(
    at('extracts', 'accounts.csv'),
    text('id,currency,timeZone,product,outstanding,overdue,daysPastDue', ...ids.map(row)),
  )
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

/** Decides in a word; at the last of the accounts something happens first. */
function deciding(when: () => void = () => {}) {
  vi.restoreAllMocks()
  return vi.spyOn(library, 'decideOne').mockImplementation((record, context) => {
    const { id, overdueAmount } = record as { id: string; overdueAmount?: unknown }
    if (id === 'a-11650') when()
    if (id.endsWith('99')) return decideOne(record, context)
    return { ok: true, decision: { id, overdueAmount, action: { kind: 'call' } } } as never
  })
}
const outputs = (at: (name: string) => string) => ({
  out: at('out'),
  rejects: at('rejects'),
  summary: at('summary'),
})
const decide = (options: DecideOptions) =>
  decideCommand(at('extracts'), { asOf: '2026-11-25T02:00:00+08:00', ...options }, fakeHost())
const resumed = () => decide({ ...outputs(at), resume: true })
const stopped = async () => {
  deciding(() => {
    throw new TypeError('a defect')
  })
  await expect(resumed()).rejects.toMatchObject({ exitStatus: 1 })
}

test('a killed run over tables is gone on with: what was decided is not decided again', async () => {
  deciding()
  mkdirSync(at('peace'))
  expect(await decide(outputs((name) => at('peace', name)))).toBe(3)
  await stopped()
  // Rows being put in order when a kill came.
  mkdirSync(at('.out.tables', '.arrears-tables-killed'), { recursive: true })
  const calls = deciding()
  expect(await resumed()).toBe(3)
  expect(calls.mock.calls).toHaveLength(700)
  expect(readdirSync(folder).sort()).toEqual(['extracts', 'out', 'peace', 'rejects', 'summary'])
  for (const name of ['out', 'rejects'])
    expect(readFileSync(at(name), 'utf8')).toBe(readFileSync(at('peace', name), 'utf8'))
  const [one, other] = [at('summary'), at('peace', 'summary')].map((path) => readFileSync(path, 'utf8'))
  const summary = { ...JSON.parse(one as string), seconds: 0 }
  expect(summary).toEqual({ ...JSON.parse(other as string), seconds: 0 })
  expect(summary).toMatchObject({ read: 1_700, rejected: 17, tables: { accounts: 1_700 } })
})

test.each([
  ['a table that changed', () => appendFileSync(at('extracts', 'accounts.csv'), 'a-1\n')],
  ['one that was written again', () => utimesSync(at('extracts', 'accounts.csv'), 1, 1)],
  ['another table', () => writeFileSync(at('extracts', 'contacts.csv'), text('id,at,channel,outcome'))],
])('%s: status 2, and nothing is put in place', async (_, change) => {
  await stopped()
  change()
  deciding()
  await expect(resumed()).rejects.toMatchObject({
    exitStatus: 2,
    message: `cannot resume: changed since the first start: the cases; remove ${at('.out.journal')} to start over`,
  })
  expect(existsSync(at('out'))).toBe(false)
})
