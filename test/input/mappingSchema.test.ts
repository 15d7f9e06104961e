import { expect, test } from 'vitest'
import type { Mapping } from '../../src/input/mapping.ts'
import { parseMapping } from '../../src/input/mappingSchema.ts'

const found = (value: unknown): string[] => {
  const parsed = parseMapping(value)
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path}`)
}
const columns = (fields: object) => ({ tables: { accounts: { columns: fields } } })

test('every setting is taken, and given back as it is', () => {
  const mapping: Mapping = {
    money: 'major',
    zone: 'Asia/Shanghai',
    delimiter: ';',
    decimal: ',',
    nulls: ['NULL'],
    ignore: ['notes.csv'],
    tables: {
      accounts: {
        file: 'LOANS.csv',
        ignore: ['BRANCH', '*'],
        columns: {
          id: 'ACCT_NO',
          currency: { value: 'CNY' },
          product: { column: 'PROD', words: { I: 'instalment' } },
          outstanding: { column: 'PAYOFF', unit: 'minor' },
          annualRate: { column: 'RATE', unit: 'percent' },
          overdueSince: { column: 'OD', format: 'YYYYMMDD' },
          opened: { format: 'dd-MMM-yy' },
          nextDueDay: { format: 'yyyy年M月d日' },
          asOf: { format: 'DD/MM/YYYY HH:mm', zone: 'UTC' },
        },
      },
      preferences: { columns: { channelsOptedOut: { words: { S: 'sms' } } } },
    },
  }
  expect(parseMapping(mapping)).toEqual({ ok: true, value: mapping })
  expect(found({})).toEqual([])
})

test.each([
  ['a table nobody knows', { tables: { account: {} } }, ['field.unknown /tables/account']],
  ['a field no case has', columns({ overdu: 'OD' }), ['field.unknown /tables/accounts/columns/overdu']],
  [
    'a field objects inherit',
    columns({ toString: 'OD' }),
    ['field.unknown /tables/accounts/columns/toString'],
  ],
  ['a setting nobody knows', { delimeter: ';' }, ['field.unknown /delimeter']],
  ['a zone nobody knows', { zone: 'Mars/Base' }, ['timeZone.unknown /zone']],
  [
    'a unit of a day',
    columns({ opened: { unit: 'major' } }),
    ['field.unknown /tables/accounts/columns/opened/unit'],
  ],
  [
    'a share of an amount',
    columns({ overdue: { unit: 'percent' } }),
    ['value.unknown /tables/accounts/columns/overdue/unit'],
  ],
  [
    'an amount of a share',
    columns({ annualRate: { unit: 'major' } }),
    ['value.unknown /tables/accounts/columns/annualRate/unit'],
  ],
  [
    'a time for a day',
    columns({ opened: { format: 'YYYY-MM-DD HH:mm' } }),
    ['string.pattern /tables/accounts/columns/opened/format'],
  ],
  [
    'a day for a time',
    columns({ asOf: { format: 'YYYY-MM-DD' } }),
    ['string.pattern /tables/accounts/columns/asOf/format'],
  ],
  [
    'a format of nothing',
    columns({ opened: { format: 'day' } }),
    ['string.pattern /tables/accounts/columns/opened/format'],
  ],
  [
    'words of an amount',
    columns({ overdue: { words: { a: 'b' } } }),
    ['field.unknown /tables/accounts/columns/overdue/words'],
  ],
  [
    'a column and a value',
    columns({ currency: { column: 'C', value: 'CNY' } }),
    ['field.unknown /tables/accounts/columns/currency/value'],
  ],
  ['one id for all', columns({ id: { value: 'a' } }), ['field.unknown /tables/accounts/columns/id/value']],
  ['two letters between cells', { delimiter: '||' }, ['value.unknown /delimiter']],
])('%s is refused', (_, mapping, issues) => {
  expect(found(mapping)).toEqual(issues)
})

test('all that is wrong comes at once', () => {
  expect(found({ money: 'pence', ...columns({ overdu: 'a', opened: { format: 'x' } }) }).length).toBe(3)
})
