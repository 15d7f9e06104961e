import { expect, test } from 'vitest'
import { openTables } from '../../src/cli/tables/openTables.ts'
import { fakeHost } from '../cli/fakeHost.ts'
import { decideTables, folderOf, idsOf, text } from '../cli/tables/decideTables.ts'

const HEAD = 'id,currency,timeZone,product,outstanding,overdue,daysPastDue'
const accounts = (count: number) =>
  text(HEAD, ...Array.from({ length: count }, () => 'a-1,CNY,UTC,single,500,100,5'))
const CONTACTS = text('id,at,channel,outcome', 'a-1,2026-11-20T10:00:00Z,call,noAnswer')

test('an account 300 times: the first is decided, every other one a reject at its own line', async () => {
  const folder = folderOf({ 'accounts.csv': accounts(300), 'contacts.csv': CONTACTS })
  const { out, rejects, summary } = await decideTables(folder)
  expect(idsOf(out)).toEqual(['a-1'])
  expect(summary).toMatchObject({ read: 300, decided: 1, rejected: 299, tables: { accounts: 300 } })
  const told = rejects.map(({ line, issues }) => `${line} ${issues[0]?.code} ${issues[0]?.params.row}`)
  expect(told).toEqual(Array.from({ length: 299 }, (_, i) => `${i + 3} id.duplicate ${i + 3}`))
})

// Beyond 20,001 they were neither decided nor rejected; and every reject read all of them again.
test('an account 20,100 times: a line for each, and each can be asked where it stands', async () => {
  const folder = folderOf({ 'accounts.csv': accounts(20_100), 'contacts.csv': CONTACTS })
  const { chunks, placed, lineOf } = await openTables(folder, {}, fakeHost())
  let cases = ''
  for await (const chunk of chunks) cases += chunk
  const [first, ...others] = cases.trimEnd().split('\n')
  expect(JSON.parse(first ?? '')).toMatchObject({ id: 'a-1', contacts: [{ channel: 'call' }] })
  expect(others).toEqual(Array(20_099).fill('{"id":"a-1"}'))
  const last = await placed({ line: 20_100, id: 'a-1', issues: [] })
  expect([lineOf(20_100), last.line, last.issues[0]?.params?.row]).toEqual([20_101, 20_101, 20_101])
})
