import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { brief, decideTables, folderOf, idsOf, text } from '../cli/tables/decideTables.ts'

// Rows of one account that came to more JSON than a string can hold ended the batch as a defect of ours.

const ACCOUNTS = text(
  'id,currency,timeZone,product,outstanding,overdue,daysPastDue',
  ...['a-1', 'a-2'].map((id) => `${id},CNY,UTC,single,500,100,5`),
)
const contacts = (rows: number, agent: string) =>
  gzipSync(
    text(
      'id,at,channel,outcome,agent',
      ...Array.from({ length: rows }, () => `a-1,2026-11-20T10:00:00Z,call,noAnswer,${agent}`),
    ),
  )

test.each([
  ['of more bytes than are kept', 840, 837, 'x'.repeat(9990)],
  ['of more bytes as JSON than a line may have', 300, undefined, '\u0001'.repeat(9990)],
])('rows %s: their account is rejected, the next one decided', async (_, rows, over, agent) => {
  const folder = folderOf({ 'accounts.csv': ACCOUNTS, 'contacts.csv.gz': contacts(rows, agent) })
  const { status, out, rejects, summary } = await decideTables(folder)
  expect([status, idsOf(out)]).toEqual([3, ['a-2']])
  const at = over === undefined ? 'accounts.csv:2' : `contacts.csv.gz:${over}`
  expect(rejects.map(brief)).toEqual([[2, 'a-1', `line.tooLong  ${at}`]])
  expect(summary.tables).toEqual({ accounts: 2, contacts: rows })
})
