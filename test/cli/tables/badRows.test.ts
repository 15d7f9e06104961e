import { expect, test } from 'vitest'
import { brief, decideTables, folderOf, idsOf, text } from './decideTables.ts'

const HEAD = 'id,currency,timeZone,product,outstanding,overdue,overdueSince,instalment,area'
const account = (id: string, area = 'd-1') =>
  `${id},CNY,Asia/Shanghai,instalment,520000,52000,2026-11-20,52000,${area}`

test('whatever is wrong with rows: the accounts concerned are rejected by file and row, the others decided', async () => {
  const accounts = Buffer.concat([
    Buffer.from(`\uFEFF${HEAD}\r\n`), // 1
    Buffer.from(`${account('a-1')}\r\n`), // 2
    Buffer.from('a-2,CNY,Asia/Shanghai,instalment,52.5,x,2026-11-20,52000,d\r\n'), // 3
    Buffer.from(`\r\n${account('a-1')}\r\n`), // 4 and 5
    Buffer.from('a-3,"CNY,Asia/Shanghai,instalment,520000,52000,2026-11-20,52000,d\r\n'), // 6
    Buffer.from(`${account('a-4', '"north\r\n\r\nside"')}\r\n`), // 7 to 9
    Buffer.from('a-5,CNY,Asia/Shanghai,instalment\r\n'), // 10
    Buffer.from(`${account('')}\r\n`), // 11
    Buffer.from(account('a-6', 'é'), 'latin1'), // 12
    Buffer.from(`\n${text(...['a-7', 'a-8', 'a-9', 'a-10'].map((id) => account(id)))}`), // 13 to 16
    Buffer.from(account('a-11').replace('CNY', 'XXX').replace('Asia/Shanghai', 'Mars/Base')), // 17
  ])
  const folder = folderOf({
    'accounts.csv': accounts,
    'repayments.csv': text(
      'id,due,amount,paidOn,paidAmount',
      'a-1,2026-11-20,52000,,', // 2
      'a-2,2026-02-30,52000,,', // 3
      'zz-9,2026-10-20,52000,,', // 4
      'zz-9,2026-11-20,52000,,', // 5
      ',,,,', // 6
      'a-7,2026-11-20', // 7
      'a-8,2026-11-20,52000,,', // 8
      'a-8,2026-10-20,52000,2026-10-21,NaN', // 9
      'a-9,2026-10-20,52000,,', // 10
      'a-10,2026-10-20,52000,,', // 11
      'a-10,2026-10-20,52000,,', // 12
    ),
    'payments.csv': text(
      'id,due,on,amount',
      'a-8,2026-10-20,2026-10-25,100',
      'a-9,2026-09-20,2026-10-25,100', // 3
      'a-10,2026-10-20,2026-10-25,100', // 4
    ),
    'contacts.csv': text(
      'id,at,channel,outcome,promiseAmount,promiseBy',
      'a-8,2026-11-20,call,spoke,,', // 2
      'a-9,2026-11-20 10:00:00+08,call,promise,52000,2026-11-30',
      'a-9,2026-11-20 10:00:00+08,call,spoke,52000,2026-11-30', // 4
    ),
    'budgets.csv': text(
      'id,income,essentialSpending,evidence',
      'a-9,800000,500000,stated',
      'a-9,800000,500000,stated', // 3
    ),
  })
  const { status, out, rejects, summary } = await decideTables(folder)
  expect(status).toBe(3)
  expect(idsOf(out)).toEqual(['a-1', 'a-4'])
  expect(rejects.map(brief)).toEqual([
    [11, null, 'field.missing /id accounts.csv:11'],
    [6, null, 'field.missing /id repayments.csv:6'],
    [5, 'a-1', 'id.duplicate /id accounts.csv:5'],
    [16, 'a-10', 'row.unmatched /repayments payments.csv:4'],
    [17, 'a-11', 'currency.unknown /currency accounts.csv:17', 'timeZone.unknown /timeZone accounts.csv:17'],
    [
      3,
      'a-2',
      'number.notInteger /loan/outstanding accounts.csv:3',
      'type.wrong /loan/overdue accounts.csv:3',
      'date.invalid /repayments/0/due repayments.csv:3',
    ],
    [6, 'a-3', 'row.invalid  accounts.csv:6'],
    [10, 'a-5', 'row.invalid  accounts.csv:10'],
    [12, 'a-6', 'encoding.invalid  accounts.csv:12'],
    [13, 'a-7', 'row.invalid /repayments repayments.csv:7'],
    [
      14,
      'a-8',
      'type.wrong /repayments/0/paid/0/amount repayments.csv:9',
      'instant.invalid /contacts/0/at contacts.csv:2',
    ],
    [
      15,
      'a-9',
      'row.unmatched /repayments payments.csv:3',
      'id.duplicate /budget budgets.csv:3',
      'promise.unexpected /contacts/1/promise contacts.csv:4',
    ],
    [4, 'zz-9', 'row.unmatched /repayments repayments.csv:4', 'row.unmatched /repayments repayments.csv:5'],
  ])
  expect(summary).toMatchObject({ read: 15, decided: 2, rejected: 13 })
  expect(summary.tables).toEqual({ accounts: 13, repayments: 11, payments: 3, contacts: 3, budgets: 2 })
})

test('what a cell should have been stands in the message, the lender’s cell after it', async () => {
  const folder = folderOf({
    'accounts.csv': text(HEAD, account('a-1').replace('52000,2026', '520.00,2026')),
    'repayments.csv': text('id,due,amount', 'a-1,31.12.2026,10', 'b-1,2026-12-31,10'),
  })
  const { rejects } = await decideTables(folder)
  expect(rejects.flatMap(({ issues }) => issues.map(({ message }) => message))).toEqual([
    'Expected a whole number of minor units, or a mapping that says the unit is major, but got "520.00".',
    'Expected a day that exists, written YYYY-MM-DD, from 1990 to 2100, but got "31.12.2026".',
    'Expected an account with this id, but got none.',
  ])
})

test('a row between accounts and lists of more rows than any case may have: refused, not cut', async () => {
  const rows = Array.from({ length: 20_002 }, () => 'a-1,2026-11-20T10:00:00+08:00,sms,delivered')
  const folder = folderOf({
    'accounts.csv': text(HEAD, account('a-1'), account('a-2')),
    'contacts.csv': text('id,at,channel,outcome', ...rows),
  })
  const { out, rejects, summary } = await decideTables(folder)
  expect(idsOf(out)).toEqual(['a-2'])
  expect(rejects.map(brief)).toEqual([[2, 'a-1', 'list.tooLong /contacts accounts.csv:2']])
  expect(summary.tables.contacts).toBe(20_002)
})
