import { appendFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openTables } from '../../../src/cli/tables/openTables.ts'
import { fakeHost } from '../fakeHost.ts'
import { folderOf, text } from './decideTables.ts'

const ids = Array.from({ length: 700 }, (_, i) => `a-${(i * 37) % 700}`)
const files = {
  'accounts.csv': text(
    'id,currency,timeZone,product,outstanding,overdue,daysPastDue',
    ...ids.map((id) => `${id},CNY,Asia/Shanghai,single,500,100,5`),
    'a-1,CNY,Asia/Shanghai,single,500,100,5',
  ),
  'contacts.csv.gz': gzipSync(
    text(
      'id,at,channel,outcome',
      ...ids.map((id) => `${id},2026-11-20T10:00:00+08:00,call,noAnswer`),
      ...ids.map((id) => `${id},2026-11-20T10:00:00+08:00,call,spoke`),
    ),
  ),
  'mapping.json': '{}',
}

async function bytesOf(folder: string): Promise<string> {
  let bytes = ''
  for await (const chunk of (await openTables(folder, {}, fakeHost())).chunks) bytes += chunk
  return bytes
}

test('unchanged tables come to the same bytes every time', async () => {
  const folder = folderOf(files)
  const first = await bytesOf(folder)
  expect(first.split('\n')).toHaveLength(702)
  for (let again = 0; again < 3; again++) expect(await bytesOf(folder)).toBe(first)
})

test('the fingerprint survives JSON, and another size, time or mapping is another fingerprint', async () => {
  const folder = folderOf(files)
  const [accounts, mapping] = [join(folder, 'accounts.csv'), join(folder, 'mapping.json')]
  utimesSync(accounts, 1000, 1000)
  const print = async (path?: string) =>
    JSON.stringify((await openTables(folder, { mapping: path }, fakeHost())).fingerprint)
  const first = await print()
  expect(JSON.parse(first)).toMatchObject({
    files: [
      {
        table: 'accounts',
        name: 'accounts.csv',
        bytes: files['accounts.csv'].length,
        changedMs: 1_000_000,
      },
      { table: 'contacts', name: 'contacts.csv.gz' },
    ],
    mapping: null,
  })
  expect(await print()).toBe(first)
  utimesSync(accounts, 1001, 1001)
  const touched = await print()
  appendFileSync(accounts, '\n')
  utimesSync(accounts, 1001, 1001)
  const longer = await print()
  const mapped = await print(mapping)
  writeFileSync(mapping, '{"money":"major"}')
  const other = await print(mapping)
  expect(new Set([first, touched, longer, mapped, other]).size).toBe(5)
  writeFileSync(mapping, ' { "money" : "major" } ')
  expect(await print(mapping)).toBe(other)
})
