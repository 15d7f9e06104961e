import * as z from 'zod/mini'
import type { IssueCode, Params } from '../words/issue.ts'

/** Kinds of single values, with checks of our own: zod's bring more with them than is asked for here. */

/** What a check of ours leaves in zod's issue; `expected` completes "Expected …". */
export interface OwnCheck {
  readonly code: IssueCode
  readonly expected: string
  readonly params?: Params
  /** A message says how long the value is instead of showing it. */
  readonly counts?: true
}

/** A check of our own on a value that already has the right type; `path` where the fault is in a part of it. */
const must = <T>(holds: (value: T) => boolean, own: OwnCheck, path: PropertyKey[] = []) =>
  z.refine<T>(holds, { params: { ...own }, path, abort: true })

const ofKind = <T>(holds: (value: unknown) => boolean, own: OwnCheck) =>
  z.custom<T>(holds, { params: { ...own }, abort: true })
const typed = <T>(holds: (value: unknown) => boolean, expected: string) =>
  ofKind<T>(holds, { code: 'type.wrong', expected })

export const string = typed<string>((value) => typeof value === 'string', 'a string')
export const finite = typed<number>(Number.isFinite, 'a number')
export const boolean = typed<boolean>((value) => typeof value === 'boolean', 'true or false')
export const numberOrNull = typed<number | null>(
  (value) => value === null || typeof value === 'number',
  'a number, a string or null',
)
export const anyList = typed<unknown[]>(Array.isArray, 'a list')
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const anyObject = typed<Readonly<Record<string, unknown>>>(isObject, 'an object')

/** One of some words. */
export function oneOf<const Word extends string>(words: readonly Word[]) {
  const known = new Set<unknown>(words)
  const allowed = words.map((word) => `"${word}"`).join(', ')
  const expected = words.length === 1 ? allowed : `one of ${allowed}`
  return ofKind<Word>((value) => known.has(value), { code: 'value.unknown', expected, params: { allowed } })
}

const inRange = (holds: (value: number) => boolean, expected: string, params: Params) =>
  must(holds, { code: 'number.outOfRange', expected, params })
const least = (minimum: number) => inRange((value) => value >= minimum, `at least ${minimum}`, { minimum })
const most = (maximum: number) => inRange((value) => value <= maximum, `at most ${maximum}`, { maximum })
const over = (minimum: number) =>
  inRange((value) => value > minimum, `a number above ${minimum}`, { minimum })
const under = (maximum: number) =>
  inRange((value) => value < maximum, `a number below ${maximum}`, { maximum })
const whole = must(Number.isInteger, { code: 'number.notInteger', expected: 'a whole number' })

export const number = (min: number, max: number) => finite.check(least(min), most(max))
export const above = (bound: number, max: number) => finite.check(over(bound), most(max))
export const integer = (min: number, max: number) => finite.check(whole, least(min), most(max))
/** A probability that leaves room for doubt. */
export const chance = finite.check(over(0), under(1))

/** Whether a text has no more characters than that; one of them may be two of the units it is stored in. */
const charactersUpTo = (value: string, maximum: number): boolean =>
  value.length <= maximum || (value.length <= 2 * maximum && [...value].length <= maximum)

export const textUpTo = (maximum: number) =>
  string.check(
    must((value: string) => charactersUpTo(value, maximum), {
      code: 'string.tooLong',
      expected: `at most ${maximum} characters`,
      params: { maximum },
      counts: true,
    }),
  )
const notEmpty = must((value: string) => value !== '', {
  code: 'string.tooShort',
  expected: 'at least 1 character',
  params: { minimum: 1 },
  counts: true,
})
export const text = (max = 1000) => textUpTo(max).check(notEmpty)

/** A text of which `holds` is true. */
export const textLike = (holds: (value: string) => boolean, code: IssueCode, expected: string) =>
  string.check(must(holds, { code, expected }))
export const pattern = (shape: RegExp, expected: string) =>
  textLike((value) => shape.test(value), 'string.pattern', expected)

export const upTo = (maximum: number) =>
  must(({ length }: unknown[]) => length <= maximum, {
    code: 'list.tooLong',
    expected: `at most ${maximum} items`,
    params: { maximum },
    counts: true,
  })
/** An object with keys of anybody's choice has no more of them than this. */
export const MAX_ENTRIES = 1_000
export const TOO_MANY: OwnCheck = {
  code: 'list.tooLong',
  expected: `at most ${MAX_ENTRIES} entries`,
  params: { maximum: MAX_ENTRIES },
}
export const notTooMany = must((value: object) => Object.keys(value).length <= MAX_ENTRIES, TOO_MANY)
export const some = must(
  ({ length }: unknown[]) => length > 0,
  { code: 'field.missing', expected: 'at least 1 item', params: { minimum: 1 }, counts: true },
  [0],
)
