import { expect, test } from 'vitest'
import { decideTables, folderOf, text } from '../cli/tables/decideTables.ts'

// A file without a row of names: its first row was taken for them, and printed with the borrower's name and phone.
test('a first row that names no known column is not shown', async () => {
  const folder = folderOf({ 'accounts.csv': 'a-1,Zhang Wei,13800138000,CNY,Asia/Shanghai,500\n' })
  const { status, err } = await decideTables(folder)
  expect([status, err]).toEqual([
    2,
    expect.stringContaining('no column id, currency, timeZone, product, outstanding, overdue; its first row'),
  ])
  expect(err).toContain('names no known column, among 6')
  expect(err).not.toMatch(/Zhang|138/)
})

test('of a row of names as many are shown as a person reads', async () => {
  const names = Array.from({ length: 50_000 }, (_, i) => `column ${i}\u0007`)
  const folder = folderOf({
    'accounts.csv': text(`id,currency,timeZone,product,outstanding,overdue,${names.join(',')}`),
  })
  const { status, err } = await decideTables(folder)
  expect([status, err]).toEqual([2, expect.stringContaining('column 0 , column 1 , ')])
  expect(err.length).toBeLessThan(1000)
  expect(err).not.toContain('\u0007')
})
