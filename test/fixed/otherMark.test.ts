import { join } from 'node:path'
import { expect, test } from 'vitest'
import { brief, casesOf, decideTables, folderOf, sql, text } from '../cli/tables/decideTables.ts'

const HEAD = 'id,currency,timeZone,product,outstanding,overdue,daysPastDue'

// With a comma for the decimals a point was taken for one all the same: 500.000 VND, half a million, were 500.
test('a cell with a point, where the mapping says comma, is refused; and the other way round (500.000 then has no decimals)', async () => {
  const amounts = ['500.000', '1.000,50', '1000.50', '1,5', '500000']
  const rejected = async (decimal: string) => {
    const accounts = amounts.map((amount, i) => `a-${i},CNY,UTC,single,"${amount}","${amount}",5`)
    const folder = folderOf({
      'accounts.csv': text(HEAD, ...accounts),
      'mapping.json': JSON.stringify({ money: 'major', decimal }),
    })
    const { rejects } = await decideTables(folder, '--mapping', join(folder, 'mapping.json'))
    return rejects.map(({ id, issues: [first] }) => [id, first?.code, first?.message.split('but got ')[1]])
  }
  expect(await rejected(',')).toEqual([
    ['a-0', 'type.wrong', '"500.000".'],
    ['a-1', 'type.wrong', '"1.000,50".'],
    ['a-2', 'type.wrong', '"1000.50".'],
  ])
  expect((await rejected('.')).map(([id, code]) => [id, code])).toEqual([
    ['a-1', 'type.wrong'],
    ['a-3', 'type.wrong'],
  ])
})

test('numbers and days of Parquet’s own types have no mark and no format of a lender’s', async () => {
  const mapping = {
    money: 'major',
    decimal: ',',
    tables: {
      accounts: { columns: { overdueSince: { format: 'DD.MM.YYYY' }, opened: { format: 'DD.MM.YYYY' } } },
    },
  }
  const folder = folderOf({ 'mapping.json': JSON.stringify(mapping) })
  await sql(
    `COPY (SELECT 'a-1' AS id, 'EUR' AS currency, 'UTC' AS "timeZone", 'single' AS product, '1,5' AS outstanding,
 1.5::DECIMAL(9,2) AS overdue, DATE '2026-11-20' AS "overdueSince", '01.02.2020' AS opened)
 TO '${join(folder, 'accounts.parquet')}'`,
  )
  expect(await casesOf(folder, join(folder, 'mapping.json'))).toMatchObject([
    { loan: { outstanding: 150, overdue: 150, overdueSince: '2026-11-20', opened: '2020-02-01' } },
  ])
})

// `1e999` is more than a number can be, and became null, which is known to be unknown.
test('a number beyond all numbers is refused', async () => {
  const folder = folderOf({
    'accounts.csv': text(HEAD, 'a-1,CNY,UTC,single,500,100,5'),
    'features.csv': text('id,name,number', 'a-1,x,1e999'),
  })
  const { rejects } = await decideTables(folder)
  expect(rejects.map(brief)).toEqual([[2, 'a-1', 'type.wrong /features/x/number features.csv:2']])
})
