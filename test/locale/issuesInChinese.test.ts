import { expect, test } from 'vitest'
import { explainIssue } from '../../src/entry/explainIssue.ts'
import { FEATURES } from '../../src/history/features.ts'
import { parseCapacity } from '../../src/input/capacitySchema.ts'
import { parseMapping } from '../../src/input/mappingSchema.ts'
import { parseModel } from '../../src/input/modelSchema.ts'
import { parseCase } from '../../src/input/parseCase.ts'
import { parsePolicy } from '../../src/input/policySchema.ts'
import { zhCN } from '../../src/locale/zh-CN.ts'
import { DEFAULT_MODEL } from '../../src/policy/defaultModel.ts'
import { DEFAULT_POLICY } from '../../src/policy/defaultPolicy.ts'
import type { Issue, IssueCode, Parsed } from '../../src/words/issue.ts'
import { exampleCase } from '../input/exampleCase.ts'

// Every field of every file is put wrong in every way there is; no sentence may then fall back to English, nor say less
// than the English one.

const WRONG: readonly unknown[] = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -1,
  1.5,
  1e18,
  '',
  'zz',
  '2026-02-30',
  true,
  null,
  undefined,
  [],
  {},
  { zz: 1 },
  [[]],
  () => 1,
  Symbol('s'),
  1n,
  new Date(0),
]

/** The value with each of its parts, one at a time, in the place of which `wrong` stands. */
function* putWrong(value: unknown, wrong: unknown): Generator<unknown> {
  yield wrong
  if (typeof value !== 'object' || value === null) return
  for (const [key, part] of Object.entries(value))
    for (const changed of putWrong(part, wrong))
      yield Array.isArray(value)
        ? value.map((one, i) => (i === Number(key) ? changed : one))
        : { ...value, [key]: changed }
}

const capacity = {
  currency: 'CNY',
  day: '2026-11-25',
  rates: { USD: 7.1 },
  pools: [{ id: 'a', unit: 'minute', available: 5, serves: [{ action: 'call', use: 2 }], areas: ['x'] }],
  floors: { bucket: 0.1 },
}
const mapping = {
  money: 'major',
  zone: 'UTC',
  nulls: ['NULL'],
  tables: {
    accounts: {
      file: 'LOANS.csv',
      columns: {
        id: { value: 'x' },
        outstanding: { column: 'a', value: '1', unit: 'percent', words: { a: 'b' } },
        overdueSince: { column: 'a', format: 'YYYY', zone: 'UTC', unit: 'major' },
        zz: 'b',
      },
    },
  },
}
const policy = {
  ...DEFAULT_POLICY,
  effects: DEFAULT_POLICY.effects.slice(0, 1),
  house: { rules: DEFAULT_POLICY.house.rules.slice(0, 2) },
}
const model = { ...DEFAULT_MODEL, characteristics: DEFAULT_MODEL.characteristics.slice(0, 2), card: {} }

/** What is a name or notation in any language: what stands in quotes, fields, formats of dates, values of JSON. */
const NAMES =
  /"(?:[^"\\]|\\.)*"|YYYY-MM-DD|UTF-8|ISO 4217|JSON|NaN|-?Infinity|\bnull\b|\btrue\b|\bfalse\b|\d{4}-\d\d-\d\dT[\d:+]+|\d+e[+-]\d+|[YMDHs]{1,4}(?:[/. :][YMDHms]{1,4})*|\bmm\b|\bss\b/g
const FIELDS =
  /\b(asOf|daysPastDue|overdueSince|since|from|effectiveFrom|driver|minor|major|fraction|percent|unit|format|zone|words|accounts|[xy])\b/g

test.each<[string, object, (value: unknown) => Parsed<unknown>]>([
  ['case', exampleCase(), (value) => parseCase(value)],
  ['policy', policy, (value) => parsePolicy(value, DEFAULT_POLICY)],
  ['model', model, (value) => parseModel(value, FEATURES)],
  ['capacity', capacity, parseCapacity],
  ['mapping', mapping, parseMapping],
])('issues of a %s are told in Chinese, as fully as in English', (_, sound, parse) => {
  const told = new Map<string, Issue>()
  for (const wrong of WRONG)
    for (const value of putWrong(sound, wrong)) {
      const parsed = parse(value)
      for (const issue of parsed.ok ? [] : parsed.issues)
        told.set(explainIssue(issue, { language: zhCN }), issue)
    }
  expect(told.size).toBeGreaterThan(15)
  for (const [text, { code, message }] of told) {
    expect(text.replace(FIELDS, '').replace(NAMES, ''), message).not.toMatch(/[A-Za-z]/)
    if (code === 'type.wrong' || code === 'string.pattern' || code === 'order.reversed')
      expect(text, message).toContain('应为')
  }
})

// What only tables of the command line bring about.
test.each<[IssueCode, string, string, string]>([
  [
    'row.invalid',
    '3 cells, as in the first row',
    '4',
    '表格中的这一行无效，应为与首行相同的 3 个单元格，实际为 4。',
  ],
  [
    'row.invalid',
    'quotes that open and close with a cell',
    'a row that is torn',
    '表格中的这一行无效，应为引号随单元格开合，实际为不完整的一行。',
  ],
  [
    'row.unmatched',
    'an account with this id',
    'none',
    '找不到与这一行对应的内容，需要有此编号的账户，实际为没有。',
  ],
  [
    'row.unmatched',
    'one row of repayments with this day due',
    '2 of them',
    '找不到与这一行对应的内容，需要恰有一行到期日相同的还款记录，实际为 2 行。',
  ],
  ['id.duplicate', 'one row for an account', 'another one', '重复：每项须各不相同，实际为又有一行。'],
  [
    'id.duplicate',
    'an id no earlier line has',
    'one that stands already',
    '重复：每项须各不相同，实际为此前已有的编号。',
  ],
  [
    'number.notInteger',
    'an amount with at most 2 decimals',
    '"1.005"',
    '应为至多 2 位小数的金额，实际为 "1.005"。',
  ],
])('%s: %s', (code, expected, got, chinese) => {
  const issue = { code, path: '', message: '', params: { expected, got } } as Issue
  expect(explainIssue(issue, { language: zhCN })).toBe(chinese)
})
