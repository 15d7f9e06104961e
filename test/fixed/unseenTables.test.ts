import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { casesOf, decideTables, folderOf, sql, text } from '../cli/tables/decideTables.ts'

// Each of these was passed over in silence, and the reminder went out over a dispute on file.

const ACCOUNTS = text(
  'id,currency,timeZone,product,outstanding,overdue,daysPastDue',
  'a-1,CNY,Asia/Shanghai,single,500,100,5',
)
const DISPUTE = text('id,kind', 'a-1,dispute')

test.each(['Circumstances.CSV', 'CIRCUMSTANCES.csv', 'circumstances.Csv.GZ', 'Circumstances/part-1.CSV'])(
  '%s is the table circumstances',
  async (name) => {
    const rows = name.endsWith('GZ') ? gzipSync(DISPUTE) : DISPUTE
    expect(await casesOf(folderOf({ 'accounts.csv': ACCOUNTS, [name]: rows }))).toMatchObject([
      { circumstances: [{ kind: 'dispute' }] },
    ])
  },
)

test.each([
  'circumstances.tsv',
  'circumstances.csv.zip',
  'circumstances.json',
  'circumstances.md',
  'circumstances.txt',
  'circumstance/part-1.csv',
  'disputes',
  'disputes.xlsx',
  'README.csv',
  '_circumstances.csv',
])('%s ends the command with its name, unless the mapping ignores it', async (file) => {
  const [name = ''] = file.split('/')
  const mapping = JSON.stringify({ ignore: [name] })
  const folder = folderOf({ 'accounts.csv': ACCOUNTS, [file]: DISPUTE, 'mapping.json': mapping })
  const { status, err } = await decideTables(folder)
  expect([status, err]).toEqual([2, expect.stringContaining(`${folder}: ${name}: no table of that name`)])
  const ignoring = await decideTables(folder, '--mapping', join(folder, 'mapping.json'))
  expect([ignoring.status, ignoring.summary?.decided]).toEqual([0, 1])
})

test('two spellings of one table are two files, not one', async () => {
  const folder = folderOf({
    'accounts.csv': ACCOUNTS,
    'circumstances.csv': DISPUTE,
    'Circumstances.csv.GZ': DISPUTE,
  })
  const { status, err } = await decideTables(folder)
  expect([status, err]).toEqual([
    2,
    expect.stringContaining('Circumstances.csv.GZ and circumstances.csv are both circumstances'),
  ])
})

test('what lies in many a folder and is no table is passed over', async () => {
  const folder = folderOf({
    'accounts.csv': ACCOUNTS,
    '.hidden': '',
    '.DS_Store': '',
    _SUCCESS: '',
    README: '',
    'readme.txt': '',
    'notes.md': '',
    'mapping.json': '{}',
    'capacity.JSON': '{}',
  })
  mkdirSync(join(folder, '.snapshots'))
  expect((await decideTables(folder)).status).toBe(0)
})

test('a cell in a column without a name ends the command; columns of nothing do not', async () => {
  const withCell = { 'accounts.csv': ACCOUNTS, 'circumstances.csv': 'id,kind,\na-1,jobLoss,\na-1,,dispute\n' }
  const folder = folderOf({ ...withCell, 'mapping.json': '{"tables":{"circumstances":{"ignore":[""]}}}' })
  const { status, err } = await decideTables(folder)
  expect([status, err]).toEqual([
    2,
    expect.stringMatching(/circumstances\.csv line 3: a cell in column 3, which has no name/),
  ])
  expect(err).not.toContain('dispute')
  const ignoring = await decideTables(folder, '--mapping', join(folder, 'mapping.json'))
  expect(ignoring.status).toBe(3)
  const empty = folderOf({ 'accounts.csv': ACCOUNTS, 'circumstances.csv': 'id,kind,,\na-1,dispute, ,\n' })
  expect((await decideTables(empty)).status).toBe(0)
})

test('a Parquet column without a name ends the command', async () => {
  const folder = folderOf({ 'accounts.csv': ACCOUNTS })
  const path = join(folder, 'circumstances.parquet')
  await sql(`COPY (SELECT 'a-1' AS id, 'dispute' AS kind, 1 AS " ") TO '${path}' (FORMAT parquet)`)
  const { status, err } = await decideTables(folder)
  expect([status, err]).toEqual([2, expect.stringMatching(/circumstances\.parquet: column +: no field/)])
})

test('the folder of a Delta table, in which removed rows lie on, is not read as parts', async () => {
  const folder = folderOf({
    'accounts.csv': ACCOUNTS,
    'circumstances/part-1.csv': DISPUTE,
    'circumstances/_delta_log/0.json': '{}',
  })
  const { status, err } = await decideTables(folder)
  expect([status, err]).toEqual([2, expect.stringContaining('circumstances: a Delta table')])
})
