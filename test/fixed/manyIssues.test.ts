import { describe, expect, test } from 'vitest'
import { createContext, decideAll, parseCase } from '../../src/entry/index.ts'
import type { Issue } from '../../src/words/issue.ts'
import { minimalCase } from '../helpers/minimalCase.ts'

// A record with 130,000 bad features ended the whole batch with a RangeError, and one with 990,000 unknown keys cost
// hundreds of megabytes of issues. At most 1,000 are told, and nobody looks for more.

const context = createContext({ asOf: '2026-11-25T02:00:00+08:00' })
const issuesOf = (record: unknown) => {
  const parsed = parseCase(record, context)
  return parsed.ok ? [] : parsed.issues
}
const entries = (count: number, value: unknown) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, value]))
const places = (record: unknown) => issuesOf(record).map(({ code, path }) => `${code} ${path}`)

test('a record at fault in a hundred thousand places leaves the next one alone', () => {
  const bad = { ...minimalCase(), features: entries(130_000, []) }
  const results = [...decideAll([minimalCase(), bad, minimalCase()], context)]
  expect(results.map(({ ok }) => ok)).toEqual([true, false, true])
})

test('features are limited to 1,000, right or wrong', () => {
  expect(issuesOf({ ...minimalCase(), features: entries(1_000, 1) })).toEqual([])
  for (const value of [1, []])
    expect(issuesOf({ ...minimalCase(), features: entries(1_001, value) })).toEqual([
      {
        code: 'list.tooLong',
        path: '/features',
        message: 'Expected at most 1000 entries, but got more.',
        params: { expected: 'at most 1000 entries', got: 'more', maximum: 1000 },
      },
    ])
})

test('so are fields there are none of, wherever they are', () => {
  const many = entries(1_001, 1)
  expect(places(many)).toEqual(['list.tooLong '])
  expect(places({ ...minimalCase(), loan: many })).toEqual(['list.tooLong /loan'])
  expect(places({ ...minimalCase(), contacts: [many] })).toEqual(['list.tooLong /contacts/0'])
})

test('metadata is not', () => {
  const many = entries(2_000, 1)
  expect(issuesOf({ ...minimalCase(), metadata: many })).toEqual([])
  expect(issuesOf({ ...minimalCase(), metadata: { in: [many], list: Array(30_000).fill(1) } })).toEqual([])
  // A record with a fault is read another way.
  expect(places({ ...minimalCase(), metadata: many, typo: 1 })).toEqual(['field.unknown /typo'])
})

describe('of more than 1,000 issues the first 999 are told, and then that there are more', () => {
  const cut = (path: RegExp, record: unknown) => {
    const issues = issuesOf(record)
    expect(issues).toHaveLength(1_000)
    expect(issues.slice(0, -1).every((issue) => path.test(issue.path))).toBe(true)
    const { code, path: place, message, params } = issues[999] as Issue<'list.tooLong'>
    expect(`${code} ${place}`).toBe('list.tooLong ')
    expect(params.maximum).toBe(999)
    expect(params.more).toBeGreaterThanOrEqual(2)
    expect(message).toBe(
      `Expected at most 999 issues in a record, but got ${999 + Number(params.more)} or more.`,
    )
  }
  const row = { due: '2026-01-01', amount: 1 }
  test.each<[string, RegExp, unknown]>([
    ['in contacts', /^\/contacts\/\d+\//, { contacts: Array(20_000).fill({}) }],
    ['in rows', /^\/repayments\/\d+$/, { repayments: Array(2_000).fill(5) }],
    ['unknown fields of contacts', /^\/contacts\/\d+\//, { contacts: Array(20_000).fill(entries(40, 1)) }],
    ['no plain data', /^\/contacts\/\d+$/, { contacts: Array(20_000) }],
    [
      'contradictions',
      /reversedOn$/,
      {
        repayments: Array(200).fill({
          ...row,
          paid: Array(500).fill({ on: '2026-02-01', amount: 1, reversedOn: '2026-01-01' }),
        }),
      },
    ],
    [
      'later than asOf',
      /on$/,
      { repayments: Array(200).fill({ ...row, paid: Array(500).fill({ on: '2027-02-01', amount: 1 }) }) },
    ],
  ])('%s', (_, path, faults) => cut(path, { ...minimalCase(), ...(faults as object) }))

  test('also where only the context refuses them', () => {
    const late = { at: '2026-11-26T00:00:00Z', channel: 'call', outcome: 'spoke' }
    const parsed = parseCase({ ...minimalCase(), contacts: Array(5_000).fill(late) })
    if (!parsed.ok) throw new Error('sound in itself')
    const [result] = decideAll([parsed.value], context)
    expect(result).toMatchObject({ ok: false })
    expect(result?.ok === false && result.issues.length).toBe(1_000)
  })
})

test('exactly 1,000 are all told', () => {
  const record = { ...minimalCase(), repayments: Array(1_000).fill(5) }
  expect(issuesOf(record)).toHaveLength(1_000)
  expect(issuesOf(record).every(({ code }) => code === 'type.wrong')).toBe(true)
})
