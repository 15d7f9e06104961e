import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { withDuckDb } from '../../../src/cli/tables/duckdb.ts'
import { openTables } from '../../../src/cli/tables/openTables.ts'
import { fakeHost } from '../fakeHost.ts'
import { arrears } from '../trainingFiles.ts'
import { AS_OF, brief, casesOf, decideTables, folderOf, idsOf, text } from './decideTables.ts'

const HEAD = 'id,currency,timeZone,product,outstanding,overdue,daysPastDue'
const account = (id: string, more = '') => `${id},CNY,Asia/Shanghai,single,500,100,5${more}`
const contact = (id: string, at = '2026-11-20T10:00:00+08:00') => `${id},${at},call,noAnswer`
const CONTACTS = 'id,at,channel,outcome'

test('the order of rows, of ids and of workers says nothing', async () => {
  const ids = ['b', 'a', 'Z', 'é', '𝄞', '\uFF5E', 'a-10', 'a-9', 'A']
  const contacts = ids.flatMap((id) => [contact(id), contact(id, '2026-11-19T10:00:00+08:00')])
  const there = folderOf({
    'accounts.csv': text(HEAD, ...ids.map((id) => account(id))),
    'contacts.csv': text(CONTACTS, ...contacts),
  })
  const back = folderOf({
    'accounts.csv': text(HEAD, ...ids.map((id) => account(id)).reverse()),
    'contacts.csv': text(CONTACTS, ...contacts.reverse()),
  })
  const { out } = await decideTables(there)
  expect(idsOf(out)).toEqual([...ids].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))))
  expect((await decideTables(back)).out).toBe(out)
})

test('.csv.gz is read as .csv is', async () => {
  const accounts = text(HEAD, account('a-1'))
  const [plain, zipped] = [
    folderOf({ 'accounts.csv': accounts }),
    folderOf({ 'accounts.csv.gz': gzipSync(accounts) }),
  ]
  expect(await casesOf(zipped)).toEqual(await casesOf(plain))
})

test('--as-of record takes each account’s own instant; one without is rejected', async () => {
  const folder = folderOf({
    'accounts.csv': text(
      `${HEAD},asOf`,
      account('a-1', ',2026-11-25T10:00:00+08:00'),
      account('a-2', ',2026-10-25 10:00'),
      account('a-3', ','),
    ),
  })
  const { out, rejects } = await decideTables(folder, '--as-of', 'record')
  const instants = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).asOf)
  expect(instants).toEqual(['2026-11-25T10:00:00+08:00', '2026-10-25T10:00:00+08:00'])
  expect(rejects.map(brief)).toEqual([[4, 'a-3', 'field.missing /metadata/asOf accounts.csv:4']])
})

test('nothing is left behind, beside the result or anywhere; no result goes over a table or the mapping', async () => {
  const folder = folderOf({ 'accounts.csv': text(HEAD, account('a-1')), 'mapping.json': '{}' })
  const results = folderOf({})
  const options = ['--out', join(results, 'decisions'), '--mapping', join(folder, 'mapping.json')]
  expect((await decideTables(folder, ...options)).status).toBe(0)
  expect(readdirSync(results)).toEqual(['decisions'])
  for (const name of ['accounts.csv', 'mapping.json']) {
    const before = readFileSync(join(folder, name), 'utf8')
    const { status, err } = await decideTables(
      folder,
      '--mapping',
      join(folder, 'mapping.json'),
      '--out',
      join(folder, name),
    )
    expect([status, err]).toEqual([2, expect.stringContaining(`${name} is the same file as`)])
    expect(readFileSync(join(folder, name), 'utf8')).toBe(before)
  }
})

test('a folder of tables for explain: one account, and a reject by its row', async () => {
  const folder = folderOf({
    'accounts.csv': text(HEAD, account('a-1'), account('a-2'), account('a-2')),
    'contacts.csv': text(CONTACTS, contact('a-1'), contact('a-2', 'yesterday')),
  })
  const explained = await arrears('explain', folder, '--id', 'a-1', '--as-of', AS_OF)
  expect([explained.status, explained.err]).toEqual([0, ''])
  expect(explained.out).toContain('Why: ')
  const refused = await arrears('explain', folder, '--id', 'a-2', '--as-of', AS_OF)
  expect(refused.status).toBe(3)
  expect(brief(JSON.parse(refused.err))).toEqual([3, 'a-2', 'instant.invalid /contacts/0/at contacts.csv:3'])
  const none = await arrears('explain', folder, '--id', 'a-9', '--as-of', AS_OF)
  expect([none.status, none.err]).toEqual([2, expect.stringMatching(/no case with this id in /)])
})

test('training stops at the first account that is refused, and names its row', async () => {
  const folder = folderOf({
    'accounts.csv': text(HEAD, account('a-1'), account('a-2')),
    'contacts.csv': text(CONTACTS, contact('a-2', 'yesterday')),
    'outcomes.json': 'id,bad\na-1,0\na-2,1\n',
  })
  const train = (outcomes: string) =>
    arrears('train', folder, '--outcomes', outcomes, '--out', join(folder, 'model'), '--as-of', AS_OF)
  const { status, err } = await train(join(folder, 'outcomes.json'))
  expect([status, err]).toEqual([
    2,
    expect.stringMatching(/^arrears: contacts\.csv line 2: \/contacts\/0\/at /),
  ])
  writeFileSync(join(folder, 'contacts.csv'), text(CONTACTS))
  writeFileSync(join(folder, 'outcomes.json'), 'id,bad\na-1,0\n')
  expect((await train(join(folder, 'outcomes.json'))).err).toMatch(
    /accounts\.csv line 3: .* says nothing of this id/,
  )
})

async function allOf(chunks: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of chunks);
}

test('a table that changes while it is read ends the command', async () => {
  for (const name of ['accounts.csv', 'contacts.csv']) {
    const folder = folderOf({
      'accounts.csv': text(HEAD, account('a-1')),
      'contacts.csv': text(CONTACTS, contact('a-1')),
    })
    const { chunks } = await openTables(folder, {}, fakeHost())
    appendFileSync(join(folder, name), '\n')
    await expect(allOf(chunks)).rejects.toMatchObject({
      exitStatus: 2,
      message: `${join(folder, name)} changed while it was read; give tables that are finished`,
    })
  }
})

test('--mapping without tables is a mistake', async () => {
  const folder = folderOf({ 'cases.ndjson': '', 'mapping.json': '{}' })
  const { status, err } = await decideTables(
    join(folder, 'cases.ndjson'),
    '--mapping',
    join(folder, 'mapping.json'),
  )
  expect([status, err]).toEqual([2, expect.stringMatching(/--mapping is for a folder of tables/)])
})

test('where DuckDB is not installed one line says how to install it', async () => {
  const missing = () => Promise.reject(Object.assign(new Error('no'), { code: 'ERR_MODULE_NOT_FOUND' }))
  await expect(withDuckDb(undefined, async () => {}, missing)).rejects.toMatchObject({
    exitStatus: 2,
    message: 'tables are joined by DuckDB, which is not installed: npm install @duckdb/node-api@1.5.6-r.1',
  })
})

test('a place where nothing can be written is told', async () => {
  const folder = folderOf({ 'accounts.csv': text(HEAD, account('a-1')) })
  const { status, err } = await decideTables(folder, '--out', join(folder, 'none', 'decisions'))
  expect([status, err]).toEqual([2, expect.stringMatching(/cannot write .*none\/decisions/)])
})
