import * as z from 'zod/mini'
import { parseDay, twoDigits, WEEKDAYS } from '../kernel/civilDay.ts'
import { CHANNELS } from '../kernel/contactOutcome.ts'
import { parseInstant } from '../kernel/instant.ts'
import type { IssueCode, Params } from '../kernel/issue.ts'
import { currencyExponent } from '../kernel/money.ts'
import { findZone } from '../kernel/timeZone.ts'

/** Fields that several files share. zod's own date patterns are slow and looser than the contract, so days, instants and the like are checked by the kernel. */

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

/** A value of one kind; zod's own kinds bring more with them than is asked here. */
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
const anyList = typed<unknown[]>(Array.isArray, 'a list')
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

/** The greatest amount of money, in minor units. */
export const MAX_MONEY = 1e12

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
const textLike = (holds: (value: string) => boolean, code: IssueCode, expected: string) =>
  string.check(must(holds, { code, expected }))
export const pattern = (shape: RegExp, expected: string) =>
  textLike((value) => shape.test(value), 'string.pattern', expected)

const upTo = (maximum: number) =>
  must(({ length }: unknown[]) => length <= maximum, {
    code: 'list.tooLong',
    expected: `at most ${maximum} items`,
    params: { maximum },
    counts: true,
  })
const some = must(
  ({ length }: unknown[]) => length > 0,
  { code: 'field.missing', expected: 'at least 1 item', params: { minimum: 1 }, counts: true },
  [0],
)
/** Checks a part of a value against a schema of its own; what is wrong with it is told at its place. */
function fits(
  payload: z.core.ParsePayload,
  schema: z.ZodMiniType,
  part: unknown,
  path: readonly PropertyKey[],
): boolean {
  const { error } = z.safeParse(schema, part, { reportInput: true })
  for (const issue of error?.issues ?? [])
    payload.issues.push({ ...issue, path: [...path, ...issue.path] } as z.core.$ZodRawIssue)
  return error === undefined
}

/** Checks every item of a list; `item` is there for those who read the schema. */
export interface EachFits extends z.core.CheckFn<unknown[]> {
  readonly item: z.ZodMiniType
}
const eachFits = (item: z.ZodMiniType): EachFits =>
  Object.assign(
    (payload: z.core.ParsePayload<unknown[]>) =>
      payload.value.forEach((one, i) => {
        fits(payload, item, one, [i])
      }),
    { item },
  )

/** A list whose length is checked before its items, so that a list out of all bounds costs nothing. */
export const list = <S extends z.ZodMiniType>(item: S, max: number) =>
  anyList.check(upTo(max), eachFits(item)) as unknown as z.ZodMiniType<z.output<S>[]>
/** The same, with at least one item. */
export const someOf = <S extends z.ZodMiniType>(item: S, max: number) =>
  anyList.check(some, upTo(max), eachFits(item)) as unknown as z.ZodMiniType<z.output<S>[]>

/** A value that has to fit the schema chosen for it. */
export const chosen = <S extends z.ZodMiniType>(choose: (value: unknown) => S) =>
  z.custom<z.output<S>>().check((payload) => {
    fits(payload, choose(payload.value), payload.value, [])
  })

/** An object that has to fit the schema named by its field `tag`. */
export const tagged = <Tag extends string, Schemas extends Readonly<Record<string, z.ZodMiniType>>>(
  tag: Tag,
  schemas: Schemas,
) =>
  anyObject.check((payload) => {
    const name = payload.value[tag]
    if (fits(payload, oneOf(Object.keys(schemas)), name, [tag]))
      fits(payload, schemas[name as string] as z.ZodMiniType, payload.value, [])
  }) as unknown as z.ZodMiniType<z.output<Schemas[keyof Schemas]>>

/** A new object with a value for each of any number of keys; a key that does not fit tells nothing of its value. */
export const record = <S extends z.ZodMiniType>(key: z.ZodMiniType<string>, item: S) =>
  anyObject.check((payload) => {
    payload.value = { ...payload.value }
    for (const [name, value] of Object.entries(payload.value))
      if (fits(payload, key, name, [name])) fits(payload, item, value, [name])
  }) as unknown as z.ZodMiniType<Record<string, z.output<S>>>

/** An object with any of these keys, each of the same kind. */
export function anyOf<Key extends string, T extends z.ZodMiniType>(keys: readonly Key[], value: T) {
  const shape = Object.fromEntries(keys.map((key) => [key, z.exactOptional(value)]))
  return z.strictObject(shape as { [K in Key]: z.ZodMiniExactOptional<T> })
}

export const money = integer(0, MAX_MONEY)
export const share = number(0, 1)
export const day = textLike(
  (value) => parseDay(value) !== undefined,
  'date.invalid',
  'a day that exists, written YYYY-MM-DD, from 1990 to 2100',
)
/** What an instant must be; completes "Expected …". */
export const INSTANT = 'an instant written like 2026-11-25T02:00:00+08:00, with its offset, from 1990 to 2100'
export const instant = textLike((value) => parseInstant(value) !== undefined, 'instant.invalid', INSTANT)
export const timeZone = textLike(
  (value) => findZone(value) !== undefined,
  'timeZone.unknown',
  'the name of a time zone such as "Asia/Shanghai"',
)
export const currency = textLike(
  (value) => currencyExponent(value) !== undefined,
  'currency.unknown',
  'a currency code of ISO 4217 such as "CNY"',
)
export const jurisdiction = pattern(
  /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/,
  'a country such as "CN", or one with its subdivision such as "US-MA"',
)
export const language = pattern(
  /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}$/,
  'a language tag such as "en" or "zh-CN"',
)

/** Seconds since midnight of `HH:MM`, up to `24:00`; NaN for anything else. `clockSeconds('24:00')` is 86400. */
export function clockSeconds(value: string): number {
  const minutes = twoDigits(value, 0) * 60 + twoDigits(value, 3)
  const exists = value.length === 5 && value[2] === ':' && twoDigits(value, 3) < 60 && minutes <= 1440
  return exists ? minutes * 60 : Number.NaN
}
const clock = (last: number, expected: string) =>
  textLike((value) => clockSeconds(value) <= last, 'string.pattern', expected)
export const clockFrom = clock(86_340, 'a time of day from "00:00" to "23:59"')
export const clockTo = clock(86_400, 'a time of day from "00:00" to "24:00"')

export const channel = oneOf(CHANNELS)
export const actor = oneOf(['lender', 'agency'])
export const product = oneOf(['instalment', 'revolving', 'single', 'microfinance'])
export const weekday = oneOf(WEEKDAYS)
export const pointKind = oneOf(['mobile', 'home', 'work', 'email', 'address', 'app'])
