import { expect, test } from 'vitest'
import { permissions } from '../../src/entry/compliance.ts'
import { counterfactuals, createContext, decide, decideAll, parseCase } from '../../src/entry/index.ts'
import { minimalCase } from '../helpers/minimalCase.ts'

// What merely seemed to carry the mark of a parsed case ended a batch with a TypeError. It is a record like any other.

const context = createContext({ asOf: '2026-11-25T02:00:00+08:00' })
const BRAND = Symbol.for('arrears.parsedCase')
const parsed = parseCase(minimalCase(), context)
if (!parsed.ok) throw new Error('the case is sound')
const read: object = Reflect.get(parsed.value, BRAND)

const everything: unknown = new Proxy(() => 1, { get: () => everything, apply: () => everything })
const claims = (value: unknown) =>
  new Proxy(
    {},
    {
      get: () => value,
      getOwnPropertyDescriptor: () => ({ value, configurable: true, enumerable: true }),
      isExtensible: () => true,
    },
  )

const forged: readonly (readonly [string, unknown])[] = [
  ['a proxy that answers 1', new Proxy({}, { get: () => 1 })],
  ['a proxy that answers itself', new Proxy({}, { get: () => everything })],
  ['a proxy that claims to own it', claims(everything)],
  ['a proxy that hands out a parsed one', claims(read)],
  ['a case that inherits it', Object.create(parsed.value as object)],
  ['an empty one', Object.freeze({ [BRAND]: {} })],
  ['null', Object.freeze({ [BRAND]: null })],
  ['a number', Object.freeze({ [BRAND]: 1 })],
  ['a record', Object.freeze({ [BRAND]: minimalCase() })],
  ['a case whose lists are missing', Object.freeze({ [BRAND]: { ...read, contacts: undefined } })],
  [
    'a getter that throws',
    Object.freeze({
      get [BRAND]() {
        throw new Error('refused')
      },
    }),
  ],
]

test.each(forged)('decideAll reads it as a record: %s', (_, value) => {
  const results = [...decideAll([value, minimalCase()], context)]
  expect(results.map(({ ok }) => ok)).toEqual([false, true])
})

test.each(forged)('nothing else takes it for a parsed case: %s', (_, value) => {
  for (const call of [decide, counterfactuals, permissions])
    expect(() => call(value as never, context)).toThrow(expect.objectContaining({ code: 'case.notParsed' }))
})

test.each([[null], [1], [{}]])('a good record stays good with %j under the mark', (mark) => {
  const [result] = decideAll([{ ...minimalCase(), [BRAND]: mark }], context)
  expect(result?.ok).toBe(true)
})
