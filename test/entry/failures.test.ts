import { expect, test } from 'vitest'
import { permissions } from '../../src/entry/compliance.ts'
import {
  counterfactuals,
  createContext,
  decide,
  decideAll,
  explain,
  parseCase,
} from '../../src/entry/index.ts'
import { choosingAtPrices, prioritise } from '../../src/entry/portfolio.ts'
import { minimalCase } from '../helpers/minimalCase.ts'

// What only a programmer's mistake brings about is thrown, as an error known by its code and never a bare TypeError.
const context = createContext({ asOf: '2026-11-25T02:00:00+08:00' })
const parsed = parseCase(minimalCase(), context)
if (!parsed.ok) throw new Error('the case is sound')
const one = parsed.value
/** Wrong on purpose, as JavaScript would let it be. */
const wrong = (value: unknown): never => value as never

test.each<[string, () => unknown, string]>([
  ['decide without a case', () => decide(wrong(undefined), context), 'case.notParsed'],
  ['decide a record that was not parsed', () => decide(wrong(minimalCase()), context), 'case.notParsed'],
  ['decide in a copy of a context', () => decide(one, { ...context }), 'context.notMade'],
  [
    'decide in a frozen look-alike',
    () => decide(one, wrong(Object.freeze({ arrears: 1 }))),
    'context.notMade',
  ],
  ['decide without a context', () => decide(one, wrong(undefined)), 'context.notMade'],
  ['decideAll of a number', () => [...decideAll(wrong(5), context)], 'cases.notIterable'],
  ['decideAll of nothing', () => [...decideAll(wrong(null), context)], 'cases.notIterable'],
  ['decideAll without a context', () => [...decideAll([], wrong({}))], 'context.notMade'],
  ['counterfactuals of a record', () => counterfactuals(wrong({}), context), 'case.notParsed'],
  ['permissions of a record', () => permissions(wrong({}), context), 'case.notParsed'],
  ['explain an empty object', () => explain(wrong({})), 'decision.notMade'],
  ['explain nothing', () => explain(wrong(null)), 'decision.notMade'],
  [
    'explain in no known language',
    () => explain(decide(one, context), wrong({ language: 'xx' })),
    'option.unknown',
  ],
  [
    'explain with a misspelt option',
    () => explain(decide(one, context), wrong({ langage: 'en' })),
    'option.unknown',
  ],
  ['a context without options', () => createContext(wrong(undefined)), 'context.invalid'],
  [
    'a context with a misspelt option',
    () => createContext(wrong({ asOf: context.asOf, polciy: 'x' })),
    'context.invalid',
  ],
  ['parseCase in no context', () => parseCase({}, wrong({})), 'context.notMade'],
])('%s', (_, mistake, code) => {
  expect(mistake).toThrow(expect.objectContaining({ name: 'ArrearsFailure', code }))
})

test.each<[string, () => unknown, string]>([
  [
    'a policy',
    () =>
      createContext(wrong({ asOf: context.asOf, policy: { id: 'x', version: '1', visit: { days: -1 } } })),
    'policy is not valid: Expected at least 0, but got -1. (at /visit/days)',
  ],
  [
    'a capacity',
    () => prioritise([], wrong({ currency: 'CNY', day: '2026-11-25' })),
    'the capacity is not valid: Expected a list, but got nothing. (at /pools)',
  ],
  [
    'prices',
    () => choosingAtPrices(wrong({ currency: 'CNY', day: '2026-11-31', pools: [] }), {}),
    'the prices or their capacity are not valid: Expected a day that exists, written YYYY-MM-DD, from 1990 to 2100, but got "2026-11-31". (at /capacity/day)',
  ],
])('%s that is refused says where it is wrong', (_, mistake, message) => {
  expect(mistake).toThrow(expect.objectContaining({ name: 'ArrearsFailure', message }))
})
