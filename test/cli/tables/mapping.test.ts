import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Mapping } from '../../../src/input/mapping.ts'
import { casesOf, decideTables, folderOf, text } from './decideTables.ts'

const withMapping = (mapping: Mapping, files: Readonly<Record<string, string>>) => {
  const folder = folderOf({ ...files, 'mapping.json': JSON.stringify(mapping) })
  return [folder, join(folder, 'mapping.json')] as const
}

test('files, columns, units, formats, words and constants of a lender’s own', async () => {
  const [folder, mapping] = withMapping(
    {
      money: 'major',
      decimal: ',',
      delimiter: ';',
      nulls: ['NULL', '-'],
      ignore: ['branches.csv'],
      tables: {
        accounts: {
          file: 'LOANS 2026.csv',
          ignore: ['BRANCH', 'borrower'],
          columns: {
            id: 'ACCT NO',
            currency: { value: 'EUR' },
            timeZone: { column: 'REGION', words: { N: 'Europe/Berlin', S: 'Europe/Madrid' } },
            product: { column: 'TYPE', words: { I: 'instalment' } },
            outstanding: 'PAYOFF',
            overdue: 'ARREARS',
            overdueSince: { column: 'SINCE', format: 'DD.MM.YYYY' },
            instalment: { column: 'CENTS', unit: 'minor' },
            annualRate: { column: 'RATE', unit: 'percent' },
            asOf: { value: '2026-11-25T10:00:00+01:00' },
          },
        },
        contacts: {
          columns: {
            at: { column: 'WHEN', format: 'DD.MM.YYYY HH:mm' },
            channel: { value: 'call' },
            outcome: { column: 'CODE', words: { NA: 'noAnswer', RPC: 'spoke' } },
          },
        },
        preferences: { columns: { channelsOptedOut: { words: { S: 'sms', E: 'email' } } } },
      },
    },
    {
      'LOANS 2026.csv': text(
        'ACCT NO;BRANCH;REGION;TYPE;PAYOFF;ARREARS;SINCE;CENTS;RATE;borrower',
        'a-1 ;7;N;I;5200,50;520,5;20.11.2026;52000;18,25;x',
        'a-2;7;S;I;"5200";1;-;NULL;NULL;x',
      ),
      'contacts.csv': text('id;WHEN;CODE', 'a-1;20.07.2026 09:30;NA', ' a-2;20.11.2026 09:30;RPC'),
      'preferences.csv': text('id;channelsOptedOut', 'a-1;S|E'),
      'branches.csv': text('BRANCH;NAME'),
    },
  )
  const loan = { product: 'instalment' }
  const metadata = { asOf: '2026-11-25T10:00:00+01:00' }
  expect(await casesOf(folder, mapping)).toEqual([
    {
      id: 'a-1',
      currency: 'EUR',
      timeZone: 'Europe/Berlin',
      loan: {
        ...loan,
        outstanding: 520050,
        overdue: 52050,
        overdueSince: '2026-11-20',
        instalment: 52000,
        annualRate: 0.1825,
      },
      contacts: [{ at: '2026-07-20T09:30:00+02:00', channel: 'call', outcome: 'noAnswer' }],
      preferences: { channelsOptedOut: ['sms', 'email'] },
      metadata,
    },
    {
      id: 'a-2',
      currency: 'EUR',
      timeZone: 'Europe/Madrid',
      loan: { ...loan, outstanding: 520000, overdue: 100 },
      contacts: [{ at: '2026-11-20T09:30:00+01:00', channel: 'call', outcome: 'spoke' }],
      metadata,
    },
  ])
})

test('major units become minor ones by each account’s currency; a decimal too many is refused', async () => {
  const row = (id: string, currency: string, amount: string) =>
    `${id},${currency},UTC,single,${amount},${amount},1`
  const [folder, mapping] = withMapping(
    { money: 'major' },
    {
      'accounts.csv': text(
        'id,currency,timeZone,product,outstanding,overdue,daysPastDue',
        row('cny', 'CNY', '0.29'),
        row('cny-3', 'CNY', '1.005'),
        row('jpy', 'JPY', '29.00'),
        row('jpy-1', 'JPY', '29.5'),
        row('kwd', 'KWD', '4.035'),
        row('kwd-4', 'KWD', '4.0355'),
        row('usd', 'USD', '9999999999.99'),
      ),
    },
  )
  const { rejects } = await decideTables(folder, '--mapping', mapping)
  const refused = rejects.map(({ id, issues: [first] }) => [id, first?.code, first?.message])
  expect(refused).toEqual([
    ['cny-3', 'number.notInteger', 'Expected an amount with at most 2 decimals, but got "1.005".'],
    ['jpy-1', 'number.notInteger', 'Expected an amount with at most 0 decimals, but got "29.5".'],
    ['kwd-4', 'number.notInteger', 'Expected an amount with at most 3 decimals, but got "4.0355".'],
  ])
  const cases = (await casesOf(folder, mapping)) as { id: string; loan: { overdue: unknown } }[]
  const amounts = cases.filter(({ id }) => !id.includes('-')).map(({ id, loan }) => [id, loan.overdue])
  expect(amounts).toEqual([
    ['cny', 29],
    ['jpy', 29],
    ['kwd', 4035],
    ['usd', 999999999999],
  ])
})

test('times without an offset: the column’s zone, else the mapping’s, else the account’s; one the clock skips is refused', async () => {
  const accounts = text(
    'id,currency,timeZone,product,outstanding,overdue,daysPastDue',
    'a-1,USD,America/New_York,single,100,100,1',
    'a-2,USD,America/New_York,single,100,100,1',
  )
  const contacts = text(
    'id,at,channel,outcome',
    'a-1,2026-11-01 01:30,call,noAnswer',
    'a-1,2026-11-02 10:00:00-0800,call,noAnswer',
    'a-1,2026-11-02T10:00:00Z,call,noAnswer',
    'a-2,2026-03-08 02:30,call,noAnswer',
  )
  const times = async (mapping: Mapping) => {
    const [folder, path] = withMapping(mapping, { 'accounts.csv': accounts, 'contacts.csv': contacts })
    const [first] = (await casesOf(folder, path)) as { contacts: { at: string }[] }[]
    return { folder, path, at: first?.contacts.map(({ at }) => at) }
  }
  const own = await times({})
  expect(own.at).toEqual(['2026-11-01T01:30:00-04:00', '2026-11-02T10:00:00Z', '2026-11-02T10:00:00-08:00'])
  const { rejects } = await decideTables(own.folder, '--mapping', own.path)
  expect(rejects.map(({ id, issues }) => [id, issues[0]?.code, issues[0]?.message])).toEqual([
    [
      'a-2',
      'instant.invalid',
      'Expected an instant with its offset, or a time that the clock of America/New_York shows, from 1990 to 2100, but got "2026-03-08 02:30".',
    ],
  ])
  expect((await times({ zone: 'UTC' })).at?.[0]).toBe('2026-11-01T01:30:00+00:00')
  const column = { zone: 'UTC', tables: { contacts: { columns: { at: { zone: 'Asia/Tokyo' } } } } }
  expect((await times(column)).at?.[0]).toBe('2026-11-01T01:30:00+09:00')
})

test.each<[what: string, files: Readonly<Record<string, string>>, mapping: unknown, told: RegExp]>([
  ['no accounts', { 'repayments.csv': 'id' }, {}, /no table accounts: accounts\.csv/],
  ['a table twice', { 'accounts.csv': 'id', 'accounts.parquet': '' }, {}, /both accounts/],
  [
    'a misspelt table',
    { 'accounts.csv': 'id', 'circumstance.csv': 'id' },
    {},
    /circumstance\.csv: no table of that name/,
  ],
  ['an empty file', { 'accounts.csv': '' }, {}, /accounts\.csv: an empty file/],
  ['a torn first row', { 'accounts.csv': 'id,"currency\n' }, {}, /accounts\.csv: expected quotes/],
  [
    'columns that lack, all of them',
    { 'accounts.csv': 'id,currency,overdue\n' },
    {},
    /no column timeZone, product, outstanding; its columns are id, currency, overdue/,
  ],
  [
    'a column a mapping names and nobody has',
    { 'accounts.csv': 'id,currency,timeZone,product,outstanding,overdue\n' },
    { tables: { accounts: { columns: { area: 'DISTRICT' } } } },
    /no column DISTRICT \(area\)/,
  ],
  [
    'a misspelt column',
    { 'accounts.csv': 'id,currency,timeZone,product,outstanding,overdue,overdueSinc\n' },
    {},
    /column overdueSinc: no field of accounts; a mapping can ignore it/,
  ],
  [
    'a column twice',
    { 'accounts.csv': 'id,id,currency,timeZone,product,outstanding,overdue\n' },
    {},
    /column id twice/,
  ],
  [
    'payments of nothing',
    {
      'accounts.csv': 'id,currency,timeZone,product,outstanding,overdue\n',
      'payments.csv': 'id,on,amount\n',
    },
    {},
    /payments\.csv: no column due or number/,
  ],
  [
    'a file that is not there',
    { 'accounts.csv': 'id\n' },
    { tables: { contacts: { file: 'calls.csv' } } },
    /calls\.csv: ENOENT/,
  ],
  ['a mapping that is none', { 'accounts.csv': 'id\n' }, { money: 'pence' }, /--mapping .*at \/money/],
])('%s ends the command before anything is written', async (_, files, mapping, told) => {
  const folder = folderOf({ ...files, 'mapping.json': JSON.stringify(mapping) })
  const { status, out, err } = await decideTables(folder, '--mapping', join(folder, 'mapping.json'))
  expect([status, out]).toEqual([2, ''])
  expect(err).toMatch(told)
  expect(err.trimEnd().split('\n')).toHaveLength(1)
})
