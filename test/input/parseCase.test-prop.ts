import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asOfIssues, viewAsOf } from '../../src/input/asOf.ts'
import { parseCase } from '../../src/input/parseCase.ts'
import { readOf } from '../../src/input/parsedCase.ts'
import type { ReadCase } from '../../src/input/readCase.ts'
import { formatInstant } from '../../src/time/instant.ts'
import { arbitraryCase } from './arbitraryCase.ts'
import { contextAt } from './exampleCase.ts'

const read = (value: unknown): ReadCase => {
  const parsed = parseCase(value)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return readOf(parsed.value) as ReadCase
}

/** Anything JavaScript has: cycles, getters and proxies that throw, odd prototypes. */
const anything = fc
  .anything({
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
    withObjectString: true,
    key: fc.oneof(
      fc.string(),
      fc.constantFrom('__proto__', 'constructor', 'toString', 'then', 'length', 'id', 'loan'),
    ),
  })
  .chain((value) =>
    fc.constantFrom(value, cyclic(value), throwing(value), proxied(value), () => value, Symbol('s')),
  )

function cyclic(value: unknown): unknown {
  const cycle: unknown[] = [value]
  cycle.push({ cycle })
  return cycle
}
const throwing = (value: unknown): unknown => ({
  value,
  get bad() {
    throw value
  },
})
const proxied = (value: unknown): unknown =>
  new Proxy(
    { value },
    {
      get: () => {
        throw value
      },
    },
  )

/** Every place in a JSON value, as a list of keys. */
function places(value: unknown, above: readonly string[] = []): string[][] {
  if (value === null || typeof value !== 'object') return [[...above]]
  return [[...above], ...Object.entries(value).flatMap(([key, part]) => places(part, [...above, key]))]
}

/** A copy with something else in one place. */
function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>
  copy[key] = replaced(copy[key], rest, by)
  return copy
}

/** A sound record with one of its places taken by something else. */
const damaged = (by: fc.Arbitrary<unknown>) =>
  arbitraryCase.chain((record) => {
    const all = places(record)
    return fc
      .tuple(fc.nat(all.length - 1), by)
      .map(([at, other]) => replaced(record, all[at] as string[], other))
  })

describe('parseCase', () => {
  test('takes what is sound', () => {
    fc.assert(
      fc.property(arbitraryCase, (record) => {
        expect(parseCase(record)).toMatchObject({ ok: true })
      }),
    )
  })

  test('never throws, and says no with a reason', () => {
    fc.assert(
      fc.property(fc.oneof(anything, damaged(anything)), (value) => {
        const parsed = parseCase(value, contextAt())
        if (parsed.ok) expect(readOf(parsed.value)).toBeDefined()
        else expect(parsed.issues.length).toBeGreaterThan(0)
      }),
      { numRuns: 400 },
    )
  })

  test('gives the same for data that is plain in an unusual way', () => {
    const bare = (value: unknown): unknown =>
      value === null || typeof value !== 'object' || Array.isArray(value)
        ? Array.isArray(value)
          ? value.map(bare)
          : value
        : Object.assign(
            Object.create(null),
            Object.fromEntries(Object.entries(value).map(([key, part]) => [key, bare(part)])),
          )
    fc.assert(
      fc.property(fc.oneof(arbitraryCase, damaged(fc.jsonValue())), (record) => {
        const [usual, unusual] = [record, bare(record)].map((one) => {
          const parsed = parseCase(one)
          return parsed.ok ? readOf(parsed.value) : parsed
        })
        expect(unusual).toEqual(usual)
      }),
      { numRuns: 200 },
    )
  })

  test('reads JSON text as it reads the value', () => {
    fc.assert(
      fc.property(arbitraryCase, (record) => {
        expect(read(JSON.parse(JSON.stringify(record)))).toEqual(read(record))
      }),
    )
  })

  test('takes undefined for absent', () => {
    const padded = (value: unknown): unknown =>
      value === null || typeof value !== 'object' || Array.isArray(value)
        ? value
        : { area: undefined, ...(value as object), budget: (value as { budget?: unknown }).budget }
    fc.assert(
      fc.property(arbitraryCase, (record) => {
        expect(read(padded(record))).toEqual(read(record))
      }),
    )
  })

  test('does not see the order of lists', () => {
    const shuffled = (value: unknown, seed: number): unknown => {
      if (value === null || typeof value !== 'object') return value
      if (!Array.isArray(value))
        return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shuffled(part, seed)]))
      const rest = value.map((part) => shuffled(part, seed))
      return rest
        .map((_, i) => i)
        .sort((a, b) => ((a * seed) % 101) - ((b * seed) % 101))
        .map((i) => rest[i])
    }
    const unplaced = ({ source: _, ...rest }: ReadCase) =>
      JSON.parse(JSON.stringify(rest, (key, value) => (key === 'index' ? undefined : value)))
    fc.assert(
      fc.property(arbitraryCase, fc.integer({ min: 1, max: 100 }), (record, seed) => {
        const other = { ...(shuffled(record, seed) as object), metadata: record.metadata }
        expect(unplaced(read(other))).toEqual(unplaced(read(record)))
      }),
      { numRuns: 200 },
    )
  })

  test('shows no more than 60 characters of a value', () => {
    const long = fc
      .tuple(fc.integer(), fc.nat(300))
      .map(([n, length]) => `${n}`.padEnd(61 + length, 'abcdefghij'))
    fc.assert(
      fc.property(damaged(long), (record) => {
        const parsed = parseCase(record, contextAt())
        for (const { message } of parsed.ok ? [] : parsed.issues)
          expect(message).not.toMatch(/(abcdefghij){6}/)
      }),
    )
  })
})

describe('asOf', () => {
  const moment = fc
    .integer({ min: 1_762_000_000, max: 1_800_000_000 })
    .map((second) => formatInstant(second, 0))

  test('"ignore" leaves a view in which nothing is later', () => {
    fc.assert(
      fc.property(arbitraryCase, moment, (record, asOf) => {
        const view = viewAsOf(read(record), contextAt(asOf, 'ignore'))
        expect(asOfIssues(view, contextAt(asOf))).toEqual([])
        expect(viewAsOf(view, contextAt(asOf, 'ignore'))).toBe(view)
      }),
      { numRuns: 200 },
    )
  })

  test('"reject" refuses just the cases "ignore" would change', () => {
    fc.assert(
      fc.property(arbitraryCase, moment, (record, asOf) => {
        const known = read(record)
        const refused = asOfIssues(known, contextAt(asOf))
        expect(refused.length > 0).toBe(viewAsOf(known, contextAt(asOf, 'ignore')) !== known)
        expect(parseCase(record, contextAt(asOf)).ok).toBe(refused.length === 0)
      }),
      { numRuns: 200 },
    )
  })

  test('is checked in what is sound of a record as it is in a sound one', () => {
    fc.assert(
      fc.property(arbitraryCase, moment, (record, asOf) => {
        const parsed = parseCase({ ...record, typo: 1 }, contextAt(asOf))
        const late = parsed.ok ? [] : parsed.issues.filter(({ code }) => code !== 'field.unknown')
        expect(late).toEqual(asOfIssues(read(record), contextAt(asOf)))
      }),
    )
  })
})
