import { expect, test } from 'vitest'
import { createContext, parseCase } from '../../src/entry/index.ts'
import { readOf } from '../../src/input/parsedCase.ts'
import { contact, minimalCase } from '../helpers/minimalCase.ts'

// A list whose iterator has no end kept parseCase busy for ever: it must be read by its indices, and its length once.

const context = createContext({ asOf: '2026-11-25T02:00:00+08:00' })
const one = contact('2026-11-20T10:02:00Z', 'call', 'spoke')
const parse = (changes: object) => parseCase({ ...minimalCase(), ...changes }, context)

test('an iterator without an end is not asked', () => {
  function* endless() {
    for (let i = 0; i < 30_000; i++) yield one
    throw new Error('asked')
  }
  expect(parse({ contacts: Object.assign([one], { [Symbol.iterator]: endless }) }).ok).toBe(true)
})

test('a length that changes is bounded by the limit of the list', () => {
  let asked = 0
  let read = 0
  const contacts = new Proxy([] as unknown[], {
    get: (_, key) => {
      if (key === 'length') return asked++ % 2 === 0 ? 0 : 1e9
      read++
      return one
    },
  })
  expect(() => parse({ contacts })).not.toThrow()
  expect(read).toBeLessThan(100_000)
})

test('keys that are made up are counted', () => {
  const keys = Array.from({ length: 50_000 }, (_, i) => `k${i}`)
  let read = 0
  const liar = () =>
    new Proxy(
      {},
      {
        ownKeys: () => keys,
        getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true, value: 1 }),
        get: () => {
          read++
          return 1
        },
      },
    )
  for (const changes of [{ features: liar() }, { loan: liar() }, { budget: liar() }])
    expect(parse(changes)).toMatchObject({ ok: false, issues: [{ code: 'list.tooLong' }] })
  expect(parseCase(liar(), context)).toMatchObject({
    ok: false,
    issues: [{ code: 'list.tooLong', path: '' }],
  })
  expect(read).toBeLessThan(20_000)
})

test('keys that come only when the record is read again are never seen', () => {
  const keys = Array.from({ length: 50_000 }, (_, i) => `k${i}`)
  let looks = 0
  const features = new Proxy(
    {},
    {
      ownKeys: () => (looks++ === 0 ? [] : keys),
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true, value: 1 }),
      get: () => 1,
    },
  )
  const parsed = parse({ features })
  expect(parsed.ok && readOf(parsed.value)?.source.features).toEqual({})
  expect(looks).toBe(1)
})
