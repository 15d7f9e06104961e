import { describe, expect, test } from 'vitest'
import { parseCase } from '../../src/input/parseCase.ts'
import { type Change, changed, contextAt, exampleCase } from './exampleCase.ts'

const issuesOf = (value: unknown) => {
  const parsed = parseCase(value, contextAt())
  return parsed.ok ? [] : parsed.issues
}

describe('legal, and not to be taken for faults', () => {
  test('the least a record may say', () => {
    const least = { product: 'single', outstanding: 0, overdue: 0 }
    expect(issuesOf({ id: 'x', currency: 'JPY', timeZone: 'UTC', loan: least })).toEqual([])
  })

  const legal: readonly (readonly [what: string, ...changes: Change[]])[] = [
    ['a row with nothing due', ['/repayments/0/amount', 0]],
    ['an instalment above outstanding', ['/loan/instalment', 900000]],
    ['outstanding above the credit limit', ['/loan/creditLimit', 1]],
    [
      'periods behind with nothing overdue',
      ['/loan/overdue', 0],
      ['/loan/daysPastDue', undefined],
      ['/loan/overdueSince', undefined],
    ],
    [
      'an age of 0 with nothing overdue',
      ['/loan/overdue', 0],
      ['/loan/daysPastDue', 0],
      ['/loan/overdueSince', undefined],
    ],
    ['an age without the day', ['/loan/overdueSince', undefined]],
    ['a day without the age', ['/loan/daysPastDue', undefined]],
    ['overdue since today', ['/loan/overdueSince', '2026-11-25'], ['/loan/daysPastDue', 0]],
    ['everything overdue', ['/loan/overdue', 520000]],
    ['a row due after asOf', ['/repayments/1/due', '2027-01-24']],
    [
      'a payment for a row not yet due',
      ['/repayments/1/due', '2027-01-24'],
      ['/repayments/1/paid', [{ on: '2026-11-25', amount: 1 }]],
    ],
    ['a payment posted before its day', ['/repayments/0/paid/0/postedOn', '2026-10-01']],
    ['a payment reversed before it was posted', ['/repayments/0/paid/0/reversedOn', '2026-10-03']],
    ['a payment reversed on its day', ['/repayments/0/paid/0/reversedOn', '2026-10-02']],
    ['a payment of today', ['/repayments/1/paid', [{ on: '2026-11-25', amount: 1, postedOn: '2026-11-25' }]]],
    ['a contact at the very instant', ['/contacts/0/at', '2026-11-24T18:00:00Z']],
    ['a promise for the day it was made', ['/contacts/0/promise/by', '2026-11-20']],
    ['a partial promise', ['/contacts/0/outcome', 'partialPromise']],
    ['a circumstance of one day', ['/circumstances/0/until', '2026-10-15']],
    ['a circumstance that begins later but is known', ['/circumstances/0/since', '2026-12-01']],
    ['an arrangement that begins later but is recorded', ['/arrangements/0/from', '2026-12-01']],
    [
      'a pause without instalment',
      ['/arrangements/0/kind', 'hardshipPause'],
      ['/arrangements/0/instalment', undefined],
    ],
    ['a reversal without posting day', ['/repayments/0/paid/0/postedOn', undefined]],
    [
      'empty lists',
      ['/repayments', []],
      ['/contacts', []],
      ['/contactPoints', []],
      ['/preferences/contactHours', []],
    ],
    ['an empty profile', ['/paymentProfile', '']],
    [
      'no composition',
      ['/loan/principal', undefined],
      ['/loan/accruedInterest', undefined],
      ['/loan/charges', undefined],
    ],
    ['a subdivision', ['/jurisdiction', 'US-MA']],
    ['an instant in UTC with fractions', ['/notices/0/at', '2026-11-23T01:00:00.123456789z']],
    ['an id of 128 characters', ['/id', 'é'.repeat(128)]],
    ['the greatest amount', ['/budget/income', 1e12]],
    [
      'names of methods under metadata',
      ['/metadata', JSON.parse('{"constructor":{"toString":1},"hasOwnProperty":[]}')],
    ],
    [
      'and among the features',
      ['/features', JSON.parse('{"constructor":1,"toString":"x","hasOwnProperty":null}')],
    ],
    ['metadata up to the depth', ['/metadata', JSON.parse(`${'{"a":'.repeat(31)}1${'}'.repeat(31)}`)]],
  ]
  for (const [what, ...changes] of legal) test(what, () => expect(issuesOf(changed(...changes))).toEqual([]))

  test('undefined where a field may be absent', () => {
    const record = {
      ...exampleCase(),
      area: undefined,
      budget: undefined,
      loan: { ...exampleCase().loan, stage: undefined },
    }
    expect(issuesOf(record)).toEqual([])
    expect(issuesOf({ ...exampleCase(), currency: undefined }).map(({ code }) => code)).toEqual([
      'field.missing',
    ])
  })

  test('without a context, whatever is later than today', () => {
    expect(
      parseCase(changed(['/contacts/0/at', '2099-01-01T00:00:00Z'], ['/contacts/0/promise/by', '2099-01-01']))
        .ok,
    ).toBe(true)
    expect(parseCase(changed(['/loan/daysPastDue', 61])).ok).toBe(true)
  })
})

test('a context that createContext did not make is a mistake of the programmer', () => {
  const map = (context: unknown) => () => parseCase(exampleCase(), context as never)
  for (const wrong of [0, null, {}, '2026-11-25'])
    expect(map(wrong)).toThrow(expect.objectContaining({ code: 'context.notMade' }))
})
