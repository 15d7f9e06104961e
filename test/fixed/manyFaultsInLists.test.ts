import { expect, test } from 'vitest'
import { createContext } from '../../src/entry/createContext.ts'
import { explainIssue } from '../../src/entry/explainIssue.ts'
import { prioritise } from '../../src/entry/prioritise.ts'
import { parseCase } from '../../src/input/parseCase.ts'
import { en } from '../../src/locale/en.ts'

/** Lists of faults in lists were handed from value to value whole: gigabytes, or more arguments than a call can have. */
const codeOf = (run: () => unknown): unknown => {
  try {
    return run()
  } catch (error) {
    return (error as { code?: unknown }).code
  }
}

test('a record with a fault everywhere is refused with as many issues as are told', () => {
  const paid = Array.from({ length: 400 }, () => ({}))
  const parsed = parseCase({
    id: 'b',
    currency: 'CNY',
    timeZone: 'UTC',
    loan: { product: 'single', outstanding: 1, overdue: 0 },
    repayments: Array.from({ length: 200 }, () => ({ due: '2026-01-01', amount: 1, paid })),
  })
  expect(parsed.ok ? 0 : parsed.issues.length).toBe(1000)
})

test('a model and a capacity full of faults fail as typed', () => {
  const characteristics = Array.from({ length: 1000 }, () => ({ bins: Array(150).fill({}) }))
  const model = { characteristics } as never
  expect(codeOf(() => createContext({ asOf: '2026-11-25T10:00:00+08:00', model }))).toBe('context.invalid')
  const pools = Array(2000).fill({ serves: Array(80).fill({}) }) as never
  expect(codeOf(() => prioritise([], { currency: 'CNY', day: '2026-11-25', pools }))).toBe('capacity.invalid')
})

test.each<[string, unknown]>([
  ['nothing', null],
  ['a number', 5],
  ['an unknown code', { code: 'zz', params: {} }],
  ['a name every object has', { code: 'constructor', params: {} }],
  ['an issue without its figures', { code: 'type.wrong' }],
])('explaining %s fails as typed', (_, issue) => {
  expect(codeOf(() => explainIssue(issue as never, { language: 'en' }))).toBe('option.unknown')
})

test('half a language is none', () => {
  const issue = {
    code: 'field.missing',
    path: '/id',
    message: '',
    params: { expected: 'a text', got: 'nothing' },
  }
  const language = { code: 'x', texts: en.texts } as never
  expect(codeOf(() => explainIssue(issue as never, { language }))).toBe('option.unknown')
})

test('an issue is explained in English where no language is given', () => {
  const issue = {
    code: 'field.missing',
    path: '/id',
    message: '',
    params: { expected: 'a text', got: 'nothing' },
  }
  expect(explainIssue(issue as never)).toBe(explainIssue(issue as never, { language: 'en' }))
})
