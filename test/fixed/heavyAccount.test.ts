import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { brief, decideTables, folderOf, idsOf, sql, text } from '../cli/tables/decideTables.ts'

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
  ['of more bytes than are kept', 2100, 2080, 'x'.repeat(3990)],
  ['of more bytes as JSON than a line may have', 750, undefined, '\u0001'.repeat(3990)],
])('rows %s: their account is rejected, the next one decided', async (_, rows, over, agent) => {
  const folder = folderOf({ 'accounts.csv': ACCOUNTS, 'contacts.csv.gz': contacts(rows, agent) })
  const { status, out, rejects, summary } = await decideTables(folder)
  expect([status, idsOf(out)]).toEqual([3, ['a-2']])
  const at = over === undefined ? 'accounts.csv:2' : `contacts.csv.gz:${over}`
  expect(rejects.map(brief)).toEqual([[2, 'a-1', `line.tooLong  ${at}`]])
  expect(summary.tables).toEqual({ accounts: 2, contacts: rows })
})

// Eight thousand rows of 19 KB were more than DuckDB could put in order, and the batch ended for want of memory.
test('a row of more than 4 KiB in what is read of it rejects its account', async () => {
  const long = '\u6b20'.repeat(1400)
  const folder = folderOf({
    'accounts.csv': ACCOUNTS,
    'contacts.csv': text('id,at,channel,outcome,agent', `a-1,2026-11-20T10:00:00Z,call,noAnswer,${long}`),
  })
  const { out, rejects } = await decideTables(folder)
  expect(idsOf(out)).toEqual(['a-2'])
  expect(rejects.map(brief)).toEqual([[2, 'a-1', 'line.tooLong /contacts contacts.csv:2']])
  const parquet = folderOf({ 'accounts.csv': ACCOUNTS })
  await sql(
    `COPY (SELECT 'a-1' AS id, '2026-11-20T10:00:00Z' AS at, 'call' AS channel, 'noAnswer' AS outcome, '${long}' AS agent)
 TO '${join(parquet, 'contacts.parquet')}'`,
  )
  expect((await decideTables(parquet)).rejects.map(brief)).toEqual([
    [2, 'a-1', 'line.tooLong /contacts contacts.parquet:1'],
  ])
})
