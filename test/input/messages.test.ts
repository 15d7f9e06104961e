import { describe, expect, test } from 'vitest'
import { parseCase } from '../../src/input/parseCase.ts'
import { changed, contextAt } from './exampleCase.ts'

const issuesOf = (value: unknown) => {
  const parsed = parseCase(value, contextAt())
  return parsed.ok ? [] : parsed.issues
}
const messageOf = (pointer: string, value: unknown) =>
  issuesOf(changed([pointer, value]))
    .map(({ message }) => message)
    .join(' | ')

describe('a message says what was expected and what came', () => {
  test.each([
    [
      '/loan/opened',
      '2026-02-30',
      'Expected a day that exists, written YYYY-MM-DD, from 1990 to 2100, but got "2026-02-30".',
    ],
    ['/loan/instalment', '45', 'Expected a number, but got "45".'],
    ['/loan/instalment', 1.5, 'Expected a whole number, but got 1.5.'],
    ['/loan/instalment', -1, 'Expected at least 0, but got -1.'],
    ['/loan/instalment', 1e13, 'Expected at most 1000000000000, but got 10000000000000.'],
    [
      '/loan/product',
      undefined,
      'Expected one of "instalment", "revolving", "single", "microfinance", but got nothing.',
    ],
    ['/budget', null, 'Expected an object, but got null.'],
    ['/contacts', {}, 'Expected a list, but got an object.'],
    ['/area', 'x'.repeat(1001), 'Expected at most 1000 characters, but got 1001.'],
    ['/notices', Array(1001).fill(0), 'Expected at most 1000 items, but got 1001.'],
    ['/loan/overdue', 520001, 'Expected at most what is outstanding, but got 520001.'],
    ['/disptue', 1, 'Expected no field of this name, but got "disptue".'],
  ])('%s = %j', (pointer, value, message) => expect(messageOf(pointer, value)).toBe(message))

  test('limits come as params too', () => {
    expect(issuesOf(changed(['/loan/instalment', -1]))[0]?.params).toEqual({
      expected: 'at least 0',
      got: '-1',
      minimum: 0,
    })
    expect(issuesOf(changed(['/notices', Array(1001).fill(0)]))[0]?.params).toEqual({
      expected: 'at most 1000 items',
      got: '1001',
      maximum: 1000,
    })
    expect(issuesOf(changed(['/budget/evidence', 'seen']))[0]?.params).toMatchObject({
      got: '"seen"',
      allowed: '"documented", "stated", "estimated"',
    })
  })
})

describe('a message keeps to itself', () => {
  test('all but the first 60 characters of a value', () => {
    const secret = `${'0123456789'.repeat(6)}SECRET`
    for (const pointer of [
      '/loan/opened',
      '/currency',
      '/jurisdiction',
      '/contacts/0/channel',
      '/loan/daysPastDue',
    ])
      expect(messageOf(pointer, secret)).toMatch(/"(0123456789){6}…"/)
    expect(messageOf(`/${secret}`, 1)).not.toContain('SECRET')
  })

  test('half of a character at the cut', () => {
    const cut = `${'x'.repeat(59)}😀y`
    expect(messageOf('/currency', cut)).toContain(`"${'x'.repeat(59)}…"`)
  })

  test.each([
    ['/id', '5550100'.repeat(30)],
    ['/borrower', { name: 'Li' }],
    ['/contactPoints/0/key', '5550100'.repeat(200)],
    ['/contacts/0/account', 5550100],
    ['/features/bureauScore', ['5550100']],
    ['/features/segment', '5550100'.repeat(200)],
    ['/metadata', '5550100'],
  ])('the value of %s', (pointer, value) => {
    const message = messageOf(pointer, value)
    expect(message).not.toBe('')
    expect(message).not.toMatch(/5550100|Li/)
  })

  test('two points of one key', () => {
    const record = changed(['/contactPoints/1', { key: 'n1', channel: 'sms' }])
    expect(issuesOf(record).map(({ message }) => message)).toEqual([
      'Expected another key for every entry, but got one again.',
    ])
  })

  test('the other values of a contradiction', () => {
    expect(messageOf('/loan/principal', 123456)).not.toMatch(/\d/)
    expect(messageOf('/loan/overdue', 777777)).not.toContain('520000')
  })

  test('what an exception said', () => {
    const record = changed()
    Object.defineProperty(record, 'area', {
      enumerable: true,
      get: () => {
        throw new Error('SECRET')
      },
    })
    expect(JSON.stringify(issuesOf(record))).not.toContain('SECRET')
  })
})

describe('a message can be printed', () => {
  test.each([
    ['control characters', 'a\u0000\u001b[31m\r\nb', '"a\\u0000\\u001b[31m\\u000d\\u000ab"'],
    ['DEL and C1', '\u007f\u009b', '"\\u007f\\u009b"'],
    ['line and paragraph separators', '\u2028\u2029', '"\\u2028\\u2029"'],
    ['marks that turn the direction', '\u202e\u2066', '"\\u202e\\u2066"'],
    ['a lone surrogate', '\ud83d', '"\\ud83d"'],
    ['quotes and backslashes', '"\\', '"\\"\\\\"'],
    ['other scripts, as they are', '人民币 😀', '"人民币 😀"'],
  ])('%s', (_, value, shown) => {
    expect(messageOf('/currency', value)).toBe(
      `Expected a currency code of ISO 4217 such as "CNY", but got ${shown}.`,
    )
  })
})
