import { describe, expect, test } from 'vitest'
import { parseCase } from '../../src/input/parseCase.ts'
import type { IssueCode } from '../../src/words/issue.ts'
import { type Change, changed, contextAt, exampleCase } from './exampleCase.ts'

/** What is wrong, where it is put into the example, what is put there, and the one issue that must come. */
type Malformed = readonly [
  what: string,
  path: string,
  value: unknown,
  code: IssueCode,
  /** Where the issue stands, if not where the value was put. */
  pointer?: string,
]

const issuesOf = (value: unknown) => {
  const parsed = parseCase(value, contextAt())
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path}`)
}

/** The kind of fault, the change to the example record that makes it, and the one issue it gives. */
const FAULTS: readonly Malformed[] = [
  // Missing
  ['no id', '/id', undefined, 'field.missing'],
  ['no currency', '/currency', undefined, 'field.missing'],
  ['no time zone', '/timeZone', undefined, 'field.missing'],
  ['no loan', '/loan', undefined, 'field.missing'],
  ['no product', '/loan/product', undefined, 'field.missing'],
  ['no outstanding', '/loan/outstanding', undefined, 'field.missing'],
  ['no overdue', '/loan/overdue', undefined, 'field.missing'],
  ['a row without due day', '/repayments/1/due', undefined, 'field.missing'],
  ['a payment without day', '/repayments/0/paid/0/on', undefined, 'field.missing'],
  ['a contact without instant', '/contacts/0/at', undefined, 'field.missing'],
  ['a contact without outcome', '/contacts/0/outcome', undefined, 'field.missing'],
  ['a promise without amount', '/contacts/0/promise/amount', undefined, 'field.missing'],
  ['a budget without evidence', '/budget/evidence', undefined, 'field.missing'],
  ['a restructure without instalment', '/arrangements/0/instalment', undefined, 'field.missing'],
  ['hours without days', '/preferences/avoidHours/0/days', undefined, 'field.missing'],
  // Unknown
  ['a typo at the root', '/disptue', true, 'field.unknown'],
  ['a typo in the loan', '/loan/overdu', 1, 'field.unknown'],
  ['a typo in a payment', '/repayments/0/paid/0/posted', '2026-10-05', 'field.unknown'],
  ['the name of a method', '/constructor', 1, 'field.unknown'],
  ['the name of another', '/loan/toString', 1, 'field.unknown'],
  ['and of a third', '/contacts/0/hasOwnProperty', 1, 'field.unknown'],
  ['a name to be escaped', '/loan/a~1b~0c', 1, 'field.unknown'],
  ['a driver of something else', '/circumstances/0/driver', 'health', 'field.unknown'],
  // Wrong type
  ['a number for an id', '/id', 5, 'type.wrong'],
  ['null for an optional field', '/borrower', null, 'type.wrong'],
  ['null for a required one', '/currency', null, 'type.wrong'],
  ['text for money', '/loan/instalment', '45', 'type.wrong'],
  ['true for money', '/repayments/0/amount', true, 'type.wrong'],
  ['a list for an object', '/budget', [], 'type.wrong'],
  ['an object for a list', '/contacts', {}, 'type.wrong'],
  ['text for a row', '/repayments/1', 'row', 'type.wrong'],
  ['a number for a day', '/loan/opened', 20_250_301, 'type.wrong'],
  ['a number for an instant', '/notices/0/at', 1795000000, 'type.wrong'],
  ['a number for one of a set', '/actor', 1, 'type.wrong'],
  ['text for metadata', '/metadata', 'x', 'type.wrong'],
  ['a list for features', '/features', [1], 'type.wrong'],
  ['a list as a feature', '/features/bureauScore', [612], 'type.wrong'],
  ['true as a feature', '/features/segment', true, 'type.wrong'],
  ['NaN', '/loan/annualRate', Number.NaN, 'type.wrong'],
  ['Infinity', '/loan/creditLimit', Number.POSITIVE_INFINITY, 'type.wrong'],
  ['NaN under metadata', '/metadata/anything', Number.NaN, 'type.wrong'],
  ['a bigint', '/loan/instalment', 52000n, 'type.wrong'],
  ['a Date', '/loan/opened', new Date(0), 'type.wrong'],
  ['a Map', '/features', new Map([['bureauScore', 612]]), 'type.wrong'],
  ['a function under metadata', '/metadata/anything', () => 1, 'type.wrong'],
  ['a symbol', '/area', Symbol('area'), 'type.wrong'],
  [
    'undefined in a list',
    '/preferences/channelsOptedOut',
    ['sms', undefined],
    'type.wrong',
    '/preferences/channelsOptedOut/1',
  ],
  [
    'a hole in a list',
    '/preferences/channelsOptedOut',
    Array(1),
    'type.wrong',
    '/preferences/channelsOptedOut/0',
  ],
  // Forbidden and too deep
  [
    'a __proto__ key',
    '/loan',
    JSON.parse('{"product":"single","outstanding":5,"overdue":0,"__proto__":{"overdue":9}}'),
    'key.forbidden',
    '/loan/__proto__',
  ],
  [
    'a __proto__ key under metadata',
    '/metadata/anything',
    JSON.parse('[{"__proto__":1}]'),
    'key.forbidden',
    '/metadata/anything/0/__proto__',
  ],
  [
    'a __proto__ key among the features',
    '/features',
    JSON.parse('{"__proto__":1}'),
    'key.forbidden',
    '/features/__proto__',
  ],
  [
    '33 levels',
    '/metadata',
    JSON.parse(`${'{"a":'.repeat(32)}1${'}'.repeat(32)}`),
    'nesting.tooDeep',
    `/metadata${'/a'.repeat(31)}`,
  ],
  // Text
  ['an empty id', '/id', '', 'string.tooShort'],
  ['an id of 129 characters', '/id', 'x'.repeat(129), 'string.tooLong'],
  ['an empty area', '/area', '', 'string.tooShort'],
  ['a point of 1001 characters', '/contacts/0/point', 'x'.repeat(1001), 'string.tooLong'],
  ['a feature of 1001 characters', '/features/segment', 'x'.repeat(1001), 'string.tooLong'],
  ['a jurisdiction in small letters', '/jurisdiction', 'cn', 'string.pattern'],
  ['a subdivision without country', '/jurisdiction', '-MA', 'string.pattern'],
  ['a line break after a jurisdiction', '/jurisdiction', 'CN\n', 'string.pattern'],
  ['an unknown mark in the profile', '/paymentProfile', '00x1', 'string.pattern'],
  ['a profile too long', '/paymentProfile', '0'.repeat(1001), 'string.pattern'],
  ['a language that is none', '/preferences/language', 'zh_CN', 'string.pattern'],
  ['an hour without leading zero', '/preferences/contactHours/0/from', '8:00', 'string.pattern'],
  ['hour 24 as a beginning', '/preferences/contactHours/0/from', '24:00', 'string.pattern'],
  ['a minute after 24:00', '/preferences/avoidHours/0/to', '24:01', 'string.pattern'],
  ['minute 60', '/preferences/agreedHours/0/to', '22:60', 'string.pattern'],
  // Numbers
  ['half a minor unit', '/loan/outstanding', 520000.5, 'number.notInteger'],
  ['half a day', '/loan/daysPastDue', 61.5, 'number.notInteger'],
  ['negative money', '/repayments/0/balance', -1, 'number.outOfRange'],
  ['money above 10^12', '/budget/income', 1e12 + 1, 'number.outOfRange'],
  ['a negative rate', '/loan/annualRate', -0.01, 'number.outOfRange'],
  ['1001 periods behind', '/repayments/0/behind', 1001, 'number.outOfRange'],
  ['negative dependants', '/budget/dependants', -1, 'number.outOfRange'],
  // Sets
  ['an unknown product', '/loan/product', 'mortgage', 'value.unknown'],
  ['an unknown channel', '/contacts/0/channel', 'fax', 'value.unknown'],
  ['an unknown outcome', '/contacts/0/outcome', 'maybe', 'value.unknown'],
  ['an outcome that every object has', '/contacts/0/outcome', 'constructor', 'value.unknown'],
  ['an unknown circumstance', '/circumstances/0/kind', 'divorce', 'value.unknown'],
  ['an unknown day name', '/preferences/contactHours/0/days/2', 'wednesday', 'value.unknown'],
  ['an unknown period', '/loan/period', 'year', 'value.unknown'],
  // Lists
  ['2001 repayments', '/repayments', Array(2001).fill({ due: '2026-01-01', amount: 1 }), 'list.tooLong'],
  ['20001 contacts', '/contacts', Array(20_001).fill(0), 'list.tooLong'],
  ['501 circumstances', '/circumstances', Array(501).fill({}), 'list.tooLong'],
  ['101 contact points', '/contactPoints', Array(101).fill({}), 'list.tooLong'],
  ['1001 payments of one row', '/repayments/0/paid', Array(1001).fill(0), 'list.tooLong'],
  ['a million contacts', '/contacts', Array(1_000_000).fill(null), 'list.tooLong'],
  // Days, instants, zones, currencies
  ['30 February', '/loan/nextDueDay', '2027-02-30', 'date.invalid'],
  ['29 February of no leap year', '/repayments/0/due', '2026-02-29', 'date.invalid'],
  ['a day in another order', '/loan/opened', '01-03-2025', 'date.invalid'],
  ['a day without leading zeros', '/loan/opened', '2025-3-1', 'date.invalid'],
  ['a day before 1990', '/loan/opened', '1989-12-31', 'date.invalid'],
  ['a day after 2100', '/loan/limitationUntil', '2101-01-01', 'date.invalid'],
  ['an instant for a day', '/budget/on', '2026-11-01T00:00:00Z', 'date.invalid'],
  ['an instant without offset', '/contacts/0/at', '2026-11-20T10:02:00', 'instant.invalid'],
  ['hour 25', '/contacts/0/at', '2026-11-20T25:02:00+08:00', 'instant.invalid'],
  ['second 60', '/contacts/0/at', '2026-11-20T10:02:60+08:00', 'instant.invalid'],
  ['a day for an instant', '/notices/0/at', '2026-11-23', 'instant.invalid'],
  ['an unknown zone', '/timeZone', 'Asia/Atlantis', 'timeZone.unknown'],
  ['an offset for a zone', '/contactPoints/0/timeZone', '+08:00', 'timeZone.unknown'],
  ['an unknown currency', '/currency', 'RMB', 'currency.unknown'],
  ['a currency in small letters', '/currency', 'cny', 'currency.unknown'],
  // Contradictions
  ['overdue above outstanding', '/loan/overdue', 520001, 'money.exceeds'],
  ['a composition that does not add up', '/loan/principal', 496001, 'money.composition'],
  ['part of a composition', '/loan/charges', undefined, 'money.composition', '/loan/principal'],
  ['an age that differs', '/loan/daysPastDue', 61, 'age.differs'],
  ['arrears from the future', '/loan/overdueSince', '2026-11-26', 'time.afterAsOf'],
  ['a promise without terms', '/contacts/0/promise', undefined, 'promise.missing'],
  ['terms without a promise', '/contacts/0/outcome', 'spoke', 'promise.unexpected', '/contacts/0/promise'],
  ['a promise for the day before', '/contacts/0/promise/by', '2026-11-19', 'order.reversed'],
  [
    'a payment taken back before it was made',
    '/repayments/0/paid/0/reversedOn',
    '2026-10-01',
    'order.reversed',
  ],
  ['a circumstance that ends before it begins', '/circumstances/0/until', '2026-10-14', 'order.reversed'],
  ['an arrangement that does', '/arrangements/0/until', '2026-09-30', 'order.reversed'],
  [
    'an appointment of no length',
    '/preferences/visitAppointment/to',
    '2026-11-27T06:00:00Z',
    'order.reversed',
  ],
  ['hours over midnight', '/preferences/agreedHours/0/to', '06:00', 'order.reversed'],
  ['hours of no length', '/preferences/contactHours/0/to', '18:00', 'order.reversed'],
  // Later than asOf
  [
    'a payment of tomorrow',
    '/repayments/1/paid',
    [{ on: '2026-11-26', amount: 1 }],
    'time.afterAsOf',
    '/repayments/1/paid/0/on',
  ],
  [
    'a payment posted tomorrow',
    '/repayments/1/paid',
    [{ on: '2026-11-25', amount: 1, postedOn: '2026-11-26' }],
    'time.afterAsOf',
    '/repayments/1/paid/0/postedOn',
  ],
  ['a reversal of tomorrow', '/repayments/0/paid/0/reversedOn', '2026-11-26', 'time.afterAsOf'],
  [
    'a contact a second later',
    '/contacts/0',
    { at: '2026-11-25T02:00:01+08:00', channel: 'sms', outcome: 'delivered' },
    'time.afterAsOf',
    '/contacts/0/at',
  ],
  ['a notice of tomorrow', '/notices/0/at', '2026-11-26T00:00:00+08:00', 'time.afterAsOf'],
  ['a consent of tomorrow', '/preferences/consents/0/at', '2026-11-26T00:00:00+08:00', 'time.afterAsOf'],
  ['a budget of tomorrow', '/budget/on', '2026-11-26', 'time.afterAsOf'],
  [
    'a circumstance recorded later',
    '/circumstances/0/recorded',
    '2026-11-25T02:00:01+08:00',
    'time.afterAsOf',
  ],
  [
    'an arrangement recorded later',
    '/arrangements/0/recorded',
    '2026-11-25T02:00:01+08:00',
    'time.afterAsOf',
  ],
  [
    'an appointment made later',
    '/preferences/visitAppointment/recorded',
    '2026-11-25T02:00:01+08:00',
    'time.afterAsOf',
  ],
]

describe('one fault in a good record gives one issue, where it is', () => {
  test('the record itself has none', () => expect(issuesOf(exampleCase())).toEqual([]))

  for (const [what, path, value, code, pointer = path] of FAULTS)
    test(what, () => expect(issuesOf(changed([path, value]))).toEqual([`${code} ${pointer}`]))

  test('there are kinds enough', () =>
    expect(new Set(FAULTS.map(([what]) => what)).size).toBeGreaterThan(100))
})

describe('faults that take more than one change', () => {
  test.each<readonly [string, Change[], string[]]>([
    [
      'no age of what is overdue',
      [
        ['/loan/overdueSince', undefined],
        ['/loan/daysPastDue', undefined],
      ],
      ['age.missing /loan/daysPastDue'],
    ],
    [
      'an age where nothing is overdue',
      [
        ['/loan/overdue', 0],
        ['/loan/overdueSince', undefined],
        ['/loan/daysPastDue', 3],
      ],
      ['age.differs /loan/daysPastDue'],
    ],
    [
      'two points of one key',
      [['/contactPoints/1', { key: 'n1', channel: 'sms' }]],
      ['id.duplicate /contactPoints/1/key'],
    ],
    [
      'several unknown fields of one object',
      [
        ['/loan/x', 1],
        ['/loan/y', 1],
      ],
      ['field.unknown /loan/x', 'field.unknown /loan/y'],
    ],
  ])('%s', (_, changes, issues) => expect(issuesOf(changed(...changes))).toEqual(issues))
})

describe('a root that is no record', () => {
  test.each([
    ['nothing', undefined],
    ['null', null],
    ['text', '{"id":"b-1"}'],
    ['a number', 7],
    ['NaN', Number.NaN],
    ['a list', [exampleCase()]],
    ['a function', () => exampleCase()],
    ['a Date', new Date(0)],
    ['a promise', Promise.resolve(exampleCase())],
    ['an instance of a class', Object.assign(new (class Loan {})(), exampleCase())],
  ])('%s', (_, value) => expect(issuesOf(value)).toEqual(['type.wrong ']))
})

describe('all issues of a record come at once', () => {
  test('whatever their kind', () => {
    const record = changed(
      ['/id', ''],
      ['/disptue', true],
      ['/loan/outstanding', '520000'],
      ['/loan/charges', undefined],
      ['/repayments/0/due', '2026-02-30'],
      ['/repayments/0/paid/0/reversedOn', '2026-11-26'],
      ['/contacts/0/promise', undefined],
      ['/contacts/1', { at: '2026-11-26T00:00:00Z', channel: 'pigeon', outcome: 'spoke' }],
      ['/metadata/f', () => 1],
    )
    expect(issuesOf(record).sort()).toEqual([
      'date.invalid /repayments/0/due',
      'field.unknown /disptue',
      'money.composition /loan/principal',
      'promise.missing /contacts/0/promise',
      'string.tooShort /id',
      'time.afterAsOf /contacts/1/at',
      'time.afterAsOf /repayments/0/paid/0/reversedOn',
      'type.wrong /loan/outstanding',
      'type.wrong /metadata/f',
      'value.unknown /contacts/1/channel',
    ])
  })

  test('a wrong type beside it hides no contradiction', () => {
    const record = changed(['/loan/overdue', 520001], ['/area', 5])
    expect(issuesOf(record)).toEqual(['type.wrong /area', 'money.exceeds /loan/overdue'])
  })

  test('a wrong type in it makes no second one', () => {
    expect(issuesOf(changed(['/loan/charges', '8000']))).toEqual(['type.wrong /loan/charges'])
    expect(issuesOf(changed(['/contacts/0/promise', 5]))).toEqual(['type.wrong /contacts/0/promise'])
    expect(issuesOf(changed(['/arrangements/0/instalment', null]))).toEqual([
      'type.wrong /arrangements/0/instalment',
    ])
    const noAge = changed(['/loan/overdueSince', 5], ['/loan/daysPastDue', undefined])
    expect(issuesOf(noAge)).toEqual(['type.wrong /loan/overdueSince'])
  })

  test('an unknown zone hides nothing but what needs a zone', () => {
    const record = changed(['/timeZone', 'Mars/Olympus'], ['/loan/overdue', 520001])
    expect(issuesOf(record)).toEqual(['timeZone.unknown /timeZone', 'money.exceeds /loan/overdue'])
  })
})
