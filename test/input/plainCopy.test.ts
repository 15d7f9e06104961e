import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { plainCopy } from '../../src/input/plainCopy.ts'

const faults = (value: unknown) => plainCopy(value).issues.map(({ code, path }) => `${code} ${path}`)

/** An object in an object … `levels` containers in all. */
const nested = (levels: number): unknown => {
  let value: unknown = 1
  for (let i = 0; i < levels; i++) value = { a: value }
  return value
}

describe('plain data', () => {
  test('is copied through and through', () => {
    const given = { a: [1, 'x', true, null, { b: [[]] }], 'c/d': {} }
    const { value, issues } = plainCopy(given)
    expect(value).toEqual(given)
    expect(issues).toEqual([])
    expect(value).not.toBe(given)
    given.a.push('later')
    expect((value as typeof given).a).toHaveLength(5)
  })

  test('may come without a prototype or from another realm', () => {
    expect(faults(Object.assign(Object.create(null), { a: 1 }))).toEqual([])
    expect(plainCopy(runInNewContext('({ a: [1, { b: 2 }] })'))).toMatchObject({
      value: { a: [1, { b: 2 }] },
      issues: [],
    })
  })

  test('loses undefined properties, symbol keys and the sign of -0', () => {
    const { value } = plainCopy({ a: undefined, [Symbol('s')]: 1, z: -0 })
    expect(Object.keys(value as object)).toEqual(['z'])
    expect(Object.getOwnPropertySymbols(value)).toEqual([])
    expect((value as { z: number }).z).toBe(0)
  })

  test('may hold names every object has', () => {
    const given = JSON.parse('{"constructor":1,"toString":{"valueOf":2},"hasOwnProperty":null}')
    expect(plainCopy(given)).toMatchObject({ value: given, issues: [] })
  })

  test('may be 32 levels deep, not 33', () => {
    expect(faults(nested(32))).toEqual([])
    expect(faults(nested(33))).toEqual([`nesting.tooDeep ${'/a'.repeat(32)}`])
  })
})

describe('what is no plain data is refused where it stands, and only that', () => {
  test.each<readonly [string, unknown]>([
    ['a function', () => 1],
    ['a symbol', Symbol('s')],
    ['a bigint', 1n],
    ['NaN', Number.NaN],
    ['-Infinity', Number.NEGATIVE_INFINITY],
    ['a Date', new Date(0)],
    ['a Map', new Map()],
    ['a Set', new Set()],
    ['a typed array', new Uint8Array(2)],
    ['a wrapped string', Object('x')],
    ['an Error', new Error('x')],
    ['a regular expression', /x/],
    ['an instance of a class', new (class A {})()],
    ['an object that inherits', Object.create({ a: 1 })],
    ['a Date of another realm', runInNewContext('new Date(0)')],
    ['a revoked proxy', revoked()],
    ['a proxy whose keys throw', new Proxy({}, { ownKeys: thrower })],
    ['a proxy whose prototype throws', new Proxy({}, { getPrototypeOf: thrower })],
    ['a list with a length that throws', new Proxy([], { get: thrower })],
    ['a list with a length that is none', new Proxy([], { get: () => 'long' })],
  ])('%s', (_, value) => {
    const { value: copy, issues } = plainCopy({ before: 1, at: [value], after: 2 })
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual(['type.wrong /at/0'])
    expect(copy).toEqual({ before: 1, at: [null], after: 2 })
  })

  test('a getter that throws', () => {
    const given = { a: 1, b: 2 }
    Object.defineProperty(given, 'bad', { get: thrower, enumerable: true })
    expect(faults(given)).toEqual(['type.wrong /bad'])
  })

  test('a proxy whose properties throw', () => {
    expect(faults({ p: new Proxy({ x: 1, y: 2 }, { get: thrower }) })).toEqual([
      'type.wrong /p/x',
      'type.wrong /p/y',
    ])
  })

  test('holes and undefined in a list', () => {
    expect(faults({ list: Array(2) })).toEqual(['type.wrong /list/0', 'type.wrong /list/1'])
    expect(faults([undefined])).toEqual(['type.wrong /0'])
  })

  test('the key __proto__, at any depth', () => {
    const { value, issues } = plainCopy(JSON.parse('{"a":{"__proto__":{"x":1},"b":[{"__proto__":2}]}}'))
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'key.forbidden /a/__proto__',
      'key.forbidden /a/b/0/__proto__',
    ])
    expect(Object.getPrototypeOf((value as { a: object }).a)).toBe(Object.prototype)
  })
})

describe('what has no end', { timeout: 30_000 }, () => {
  test('a cycle', () => {
    const given: Record<string, unknown> = { a: { list: [] } }
    ;(given.a as { list: unknown[] }).list.push(given)
    given.self = given
    expect(faults(given)).toEqual(['nesting.tooDeep /a/list/0', 'nesting.tooDeep /self'])
  })

  test('a hundred thousand levels', () => {
    expect(faults(nested(100_000))).toEqual([`nesting.tooDeep ${'/a'.repeat(32)}`])
  })

  test('a small graph that stands for 4^31 values', () => {
    let value: unknown = 1
    for (let i = 0; i < 31; i++) value = [value, value, value, value]
    const { stopped, issues } = plainCopy(value)
    expect(stopped).toBe(true)
    expect(issues.map(({ code }) => code)).toEqual(['list.tooLong'])
  })

  test('objects that all hold each other', () => {
    const all: Record<string, unknown>[] = Array.from({ length: 40 }, () => ({}))
    for (const one of all) for (const [i, other] of all.entries()) one[`k${i}`] = other
    expect(plainCopy(all).stopped).toBe(true)
  })

  test('a list of four thousand million holes', () => {
    const { stopped, issues } = plainCopy({ list: Array(2 ** 32 - 1) })
    expect(stopped).toBe(true)
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual(['list.tooLong /list'])
  })

  test('more faults than a person reads', () => {
    const { stopped, issues } = plainCopy(Array(20_000))
    expect(stopped).toBe(true)
    expect(issues).toHaveLength(1_001)
  })
})

function thrower(): never {
  throw new Error('the secret of the proxy')
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}
