import { describe, expect, test } from 'vitest'
import { asOfIssues, parseAsOf, viewAsOf } from '../../src/input/asOf.ts'
import { parseCase } from '../../src/input/parseCase.ts'
import { readOf } from '../../src/input/parsedCase.ts'
import type { ReadCase } from '../../src/input/readCase.ts'
import { type Change, changed, contextAt, exampleCase } from './exampleCase.ts'

const read = (...changes: Change[]): ReadCase => {
  const parsed = parseCase(changed(...changes))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return readOf(parsed.value) as ReadCase
}
const issues = (one: ReadCase, asOf: string, later: 'reject' | 'ignore') =>
  asOfIssues(one, contextAt(asOf, later)).map(({ code, path }) => `${code} ${path}`)

describe('as of an earlier day', () => {
  // Half past midnight on 1 October in Shanghai, still 30 September in UTC: the overdueSince of 24 September is 7 days old.
  const early = '2026-10-01T00:30:00+08:00'
  const known = read(['/loan/daysPastDue', undefined])

  test('"reject" names all that came later, in the order of the record', () => {
    expect(issues(known, early, 'reject')).toEqual([
      'time.afterAsOf /repayments/0/paid/0/on',
      'time.afterAsOf /contacts/0/at',
      'time.afterAsOf /notices/0/at',
      'time.afterAsOf /budget/on',
      'time.afterAsOf /circumstances/0/recorded',
      'time.afterAsOf /preferences/consents/0/at',
      'time.afterAsOf /preferences/visitAppointment/recorded',
      'time.afterAsOf /arrangements/0/recorded',
    ])
    expect(parseCase(changed(['/loan/daysPastDue', undefined]), contextAt(early))).toMatchObject({
      ok: false,
    })
  })

  test('"ignore" sees the lists as they stood', () => {
    expect(issues(known, early, 'ignore')).toEqual([])
    const view = viewAsOf(known, contextAt(early, 'ignore'))
    expect(view.repayments.map(({ paid }) => paid)).toEqual([[], []])
    expect(view).toMatchObject({
      contacts: [],
      notices: [],
      consents: [],
      arrangements: [],
      appointment: undefined,
    })
    expect(view.circumstances.map(({ kind }) => kind)).toEqual(['vulnerable'])
    expect(view.budgetOn).toBeUndefined()
    expect(view.source).not.toHaveProperty('budget')
    expect(view.source.loan).toEqual(known.source.loan)
  })

  test('"reject" hands the case on as it is', () => {
    expect(viewAsOf(known, contextAt(early))).toBe(known)
  })
})

describe('a payment is known from the later of its day and its posting, until a reversal is known', () => {
  const paid = read(['/loan/daysPastDue', undefined])
  const seen = (asOf: string) => viewAsOf(paid, contextAt(asOf, 'ignore')).repayments[0]?.paid
  test.each([
    ['the day before it was posted', '2026-10-04T23:59:59+08:00', 0],
    ['the day it was posted', '2026-10-05T00:00:00+08:00', 1],
  ])('%s', (_, asOf, count) => expect(seen(asOf)).toHaveLength(count))

  test('before the reversal it stands', () => {
    expect(seen('2026-10-08T23:59:59+08:00')?.[0]?.reversedOn).toBeUndefined()
    expect(seen('2026-10-09T00:00:00+08:00')?.[0]?.reversedOn).toBe(Date.UTC(2026, 9, 9) / 86_400_000)
  })
})

test('with nothing later the view is the case itself', () => {
  const known = read()
  expect(viewAsOf(known, contextAt(undefined, 'ignore'))).toBe(known)
})

describe('the age is checked whatever the mode', () => {
  test.each(['reject', 'ignore'] as const)('%s', (later) => {
    const day = contextAt('2026-11-25T00:00:00+08:00', later)
    expect(asOfIssues(read(), day)).toEqual([])
    expect(issues(read(['/loan/daysPastDue', 63]), day.asOf, later)).toContain(
      'age.differs /loan/daysPastDue',
    )
    // The first second of the next day in Shanghai.
    expect(issues(read(['/loan/daysPastDue', 63]), '2026-11-25T16:00:00Z', later)).toEqual([])
    const future = read(['/loan/overdueSince', '2026-11-26'])
    expect(issues(future, day.asOf, later)).toContain('time.afterAsOf /loan/overdueSince')
    expect(issues(future, day.asOf, later)).not.toContain('age.differs /loan/daysPastDue')
  })
})

test('the day is the borrower’s, not the host’s or the offset’s', () => {
  const record = (timeZone: string) => ({
    ...exampleCase(),
    timeZone,
    loan: { product: 'single', outstanding: 1, overdue: 1, overdueSince: '2026-11-24', daysPastDue: 1 },
  })
  // 24 November 18:00 UTC: the 25th in Shanghai, the 24th in New York.
  const context = contextAt('2026-11-24T18:00:00Z', 'ignore')
  expect(parseCase(record('Asia/Shanghai'), context).ok).toBe(true)
  expect(parseCase(record('America/New_York'), context)).toMatchObject({
    issues: [{ code: 'age.differs', path: '/loan/daysPastDue' }],
  })
})

test('the last and the first day of the calendar', () => {
  const record = {
    id: 'x',
    currency: 'USD',
    timeZone: 'Pacific/Kiritimati',
    loan: { product: 'single', outstanding: 1, overdue: 1, overdueSince: '2100-12-31' },
  }
  expect(parseCase(record, contextAt('2100-12-31T23:00:00Z')).ok).toBe(true)
  expect(
    parseCase({ ...record, timeZone: 'Pacific/Pago_Pago' }, contextAt('1990-01-01T01:00:00Z')),
  ).toMatchObject({
    issues: [{ code: 'time.afterAsOf' }],
  })
})

describe('asOf of a context', () => {
  test('is an instant with its offset', () => {
    expect(parseAsOf('2026-11-25T02:00:00+08:00')).toEqual({
      ok: true,
      value: { asOf: '2026-11-25T02:00:00+08:00', asOfSecond: Date.UTC(2026, 10, 24, 18) / 1000 },
    })
  })
  test.each([
    [undefined, 'field.missing'],
    [null, 'type.wrong'],
    [new Date(0), 'type.wrong'],
    [0, 'type.wrong'],
    ['2026-11-25', 'instant.invalid'],
    ['2026-11-25T02:00:00', 'instant.invalid'],
    ['now', 'instant.invalid'],
  ])('%s is none', (value, code) => {
    expect(parseAsOf(value)).toMatchObject({ ok: false, issues: [{ code, path: '/asOf' }] })
  })
})
