import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AS_OF, brief, decideTables, folderOf, idsOf, sql, text } from '../cli/tables/decideTables.ts'
import { arrears } from '../cli/trainingFiles.ts'

// A torn row of a dispute was a reject of its own without an id, and the reminder went out over the dispute.

const ACCOUNTS = text(
  'id,currency,timeZone,product,outstanding,overdue,daysPastDue',
  ...['a-1', 'a-2', 'a-3', 'a-4', 'a-5', 'a-6'].map((id) => `${id},CNY,Asia/Shanghai,single,500,100,5`),
)
const HEAD = 'id,kind,evidence'

test('a row of another table that cannot be read, with an id that can: its account is rejected', async () => {
  const rows = Buffer.concat([
    Buffer.from(`${HEAD}\na-1,dispute,"oops\na-2,dispute,`),
    Buffer.from([0xe9]),
    Buffer.from('\na-3,dispute,x,y\na-4,dispute\na-5,\u001e,\n'),
  ])
  const { status, out, rejects } = await decideTables(
    folderOf({ 'accounts.csv': ACCOUNTS, 'circumstances.csv': rows }),
  )
  expect([status, idsOf(out)]).toEqual([3, ['a-6']])
  expect(rejects.map(brief)).toEqual([
    [2, 'a-1', 'row.invalid /circumstances circumstances.csv:2'],
    [3, 'a-2', 'encoding.invalid /circumstances circumstances.csv:3'],
    [4, 'a-3', 'row.invalid /circumstances circumstances.csv:4'],
    [5, 'a-4', 'row.invalid /circumstances circumstances.csv:5'],
    [6, 'a-5', 'row.invalid /circumstances circumstances.csv:6'],
  ])
})

test.each([
  ['no id', ',dispute,', 'the id of an account, but got none'],
  ['a word for nothing as the id', '-,dispute,', 'the id of an account, but got none'],
  ['an id behind the tear', '"a-1"x,dispute,', 'quotes that open and close with a cell, but got a row that'],
  [
    'an id of control characters',
    'a\t1,dispute,',
    'an id without control characters and U+FFFD, but got one',
  ],
  ['a torn row of an id no account has', 'a-9,dispute', '3 cells, as in the first row, but got 2'],
])('%s: any account may be meant, none is decided', async (_, row, told) => {
  const folder = folderOf({
    'accounts.csv': ACCOUNTS,
    'circumstances.csv': text(HEAD, 'a-2,dispute,', row),
    'mapping.json': '{"nulls":["-"]}',
  })
  const { status, out, err } = await decideTables(folder, '--mapping', join(folder, 'mapping.json'))
  expect([status, out]).toEqual([2, ''])
  expect(err).toContain(`circumstances.csv line 3: expected ${told}`)
})

test('in Parquet as well, and for one account as for all', async () => {
  const folder = folderOf({ 'accounts.csv': ACCOUNTS })
  const path = join(folder, 'circumstances.parquet')
  await sql(
    `COPY (SELECT * FROM (VALUES ('a-2', 'dispute'), (NULL, 'dispute'), (NULL, NULL)) AS t(id, kind)) TO '${path}'`,
  )
  const told = 'circumstances.parquet line 2: expected the id of an account, but got none'
  expect((await decideTables(folder)).err).toContain(told)
  const explained = await arrears('explain', folder, '--id', 'a-1', '--as-of', AS_OF)
  expect([explained.status, explained.err]).toEqual([2, expect.stringContaining(told)])
})

test('a row with nothing in it is a reject by itself: no dispute stands there', async () => {
  const folder = folderOf({ 'accounts.csv': ACCOUNTS, 'circumstances.csv': text(HEAD, ' , ,') })
  const { status, rejects } = await decideTables(folder)
  expect([status, rejects.map(brief)]).toEqual([3, [[2, null, 'field.missing /id circumstances.csv:2']]])
})

test('an account’s own row without an id is a reject by itself, and what else is on file of it unmatched', async () => {
  const folder = folderOf({
    'accounts.csv': `${ACCOUNTS}"a-7"x,CNY,Asia/Shanghai,single,500,100,5\n`,
    'circumstances.csv': text(HEAD, 'a-7,dispute,'),
  })
  const { status, rejects } = await decideTables(folder)
  expect([status, rejects.map(brief)]).toEqual([
    3,
    [
      [8, null, 'row.invalid  accounts.csv:8'],
      [2, 'a-7', 'row.unmatched /circumstances circumstances.csv:2'],
    ],
  ])
})
