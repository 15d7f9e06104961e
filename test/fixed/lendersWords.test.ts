import { join } from 'node:path'
import { expect, test } from 'vitest'
import { brief, decideTables, folderOf, text } from '../cli/tables/decideTables.ts'

const HEAD = 'id,currency,timeZone,product,outstanding,overdue,daysPastDue'

// `500,00` came back as `50000`, which stands nowhere in the lender's file.
test('a message shows the cell as it stands in the file, whatever it was read as', async () => {
  const folder = folderOf({
    'accounts.csv': text(HEAD.replaceAll(',', ';'), 'a-1;EUR;UTC;single;100,00;500,00;5'),
    'repayments.csv': text('id;due;amount;paidOn;paidAmount', 'a-1;20.11.2026;-1,50;21.11.2026;-2,50'),
    'mapping.json': JSON.stringify({
      money: 'major',
      decimal: ',',
      delimiter: ';',
      tables: {
        repayments: { columns: { due: { format: 'D.M.YYYY' }, paidOn: { format: 'D.M.YYYY' } } },
      },
    }),
  })
  const { rejects } = await decideTables(folder, '--mapping', join(folder, 'mapping.json'))
  expect(rejects.flatMap(({ issues }) => issues.map(({ path, message }) => [path, message]))).toEqual([
    ['/repayments/0/amount', expect.stringMatching(/but got "-1,50"\.$/)],
    ['/repayments/0/paid/0/amount', expect.stringMatching(/but got "-2,50"\.$/)],
    ['/loan/overdue', 'Expected at most what is outstanding, but got "500,00".'],
  ])
})

test('all that is wrong with a mapping is said, not only where', async () => {
  const folder = folderOf({
    'accounts.csv': 'id\n',
    'mapping.json': JSON.stringify({
      money: 'pence',
      tables: { account: {}, contacts: { columns: { when: 'X' } } },
    }),
  })
  const { status, err } = await decideTables(folder, '--mapping', join(folder, 'mapping.json'))
  expect(status).toBe(2)
  expect(err).toMatch(/mapping\.json: Expected one of "minor", "major", but got "pence"\. \(at \/money\)/)
  expect(err).toMatch(/Expected [^.]+\. \(at \/tables\/account\)/)
})

test('a file that a mapping names and that lies there under another ending: the message says so', async () => {
  const folder = folderOf({
    'Konten.csv.gz': '',
    'mapping.json': JSON.stringify({ tables: { accounts: { file: 'Konten.csv' } } }),
  })
  const { err } = await decideTables(folder, '--mapping', join(folder, 'mapping.json'))
  expect(err).toMatch(/Konten\.csv: ENOENT: .*; there is Konten\.csv\.gz, which the mapping can name/)
})

test('a folder without accounts says how others’ files are named', async () => {
  const { err } = await decideTables(folderOf({ 'Konten.csv': 'KTO\n' }))
  expect(err).toMatch(/no table accounts: .*; Konten\.csv: no table of that name; .*--mapping/)
})

// The text "undefined" was the number of every instalment without one; and of number and day one was enough.
test('a payment names an instalment by its number, by its day, or by both if both are its', async () => {
  const folder = folderOf({
    'accounts.csv': text(HEAD, ...['a-1', 'a-2', 'a-3'].map((id) => `${id},CNY,UTC,single,500,100,5`)),
    'repayments.csv': text(
      'id,number,due,amount',
      'a-1,,2026-10-20,50',
      'a-2,2,2026-10-20,50',
      'a-3,3,2026-10-20,50',
    ),
    'payments.csv': text(
      'id,number,due,on,amount',
      'a-1,undefined,,2026-10-25,50',
      'a-2,2,2026-09-20,2026-10-25,50',
      'a-3,3,2026-10-20,2026-10-25,50',
    ),
  })
  const { rejects } = await decideTables(folder)
  expect(rejects.map(brief)).toEqual([
    [2, 'a-1', 'row.unmatched /repayments payments.csv:2'],
    [3, 'a-2', 'row.unmatched /repayments payments.csv:3'],
  ])
})
