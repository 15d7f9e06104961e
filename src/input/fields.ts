import * as z from 'zod/mini'
import { parseDay, twoDigits, WEEKDAYS } from '../time/civilDay.ts'
import { parseInstant } from '../time/instant.ts'
import { findZone } from '../time/timeZone.ts'
import { CHANNELS, POINT_KINDS } from '../words/channels.ts'
import type { IssueCode } from '../words/issue.ts'
import { currencyExponent, MAX_MONEY } from '../words/money.ts'
import { boundedArray } from './boundedArray.ts'
import type { Fault } from './issues.ts'
import { ownNumber, ownText } from './ownSchema.ts'

/**
 * Fields that several files share. A message given to zod here says what was expected and completes "Expected …";
 * `issues.ts` makes the sentence. zod's own date patterns are slow and looser than the contract, so days, instants and
 * zones are read by `time/`.
 */

export const text = (max = 1_000) =>
  ownText((value, { issues }) => {
    if (value.length === 0) issues.push({ ...tooShort(1), input: value, continue: true })
    else if (value.length > max) issues.push({ ...tooLong(max), input: value, continue: true })
    return value
  }).register(z.globalRegistry, { minLength: 1, maxLength: max })
const tooShort = (minimum: number) =>
  ({ code: 'too_small', origin: 'string', minimum, inclusive: true }) as const
const tooLong = (maximum: number) =>
  ({ code: 'too_big', origin: 'string', maximum, inclusive: true }) as const
/** Where the JSON Schema of a file stands, for editors. */
export const schemaPlace = z.exactOptional(z.string().check(z.maxLength(10_000)))
export const textUpTo = (max: number) => z.string().check(z.maxLength(max))
export const number = (min: number, max: number) => z.number().check(z.gte(min), z.lte(max))
/**
 * A whole number. `z.int()` would end the checks of what crosses fields, so that a fraction here would hide a
 * contradiction there.
 */
export const integer = (min: number, max: number) =>
  ownNumber((value, { issues }) => {
    if (!Number.isInteger(value)) issues.push({ ...NOT_WHOLE, input: value, continue: true })
    else if (value < min) issues.push({ ...tooSmall(min), input: value, continue: true })
    else if (value > max) issues.push({ ...tooBig(max), input: value, continue: true })
  }).register(z.globalRegistry, { type: 'integer', minimum: min, maximum: max })
const NOT_WHOLE = {
  code: 'custom',
  message: 'a whole number',
  params: { code: 'number.notInteger' } satisfies Fault,
} as const
const tooSmall = (minimum: number) =>
  ({ code: 'too_small', origin: 'number', minimum, inclusive: true }) as const
const tooBig = (maximum: number) => ({ code: 'too_big', origin: 'number', maximum, inclusive: true }) as const
export const above = (bound: number, max: number) => z.number().check(z.gt(bound), z.lte(max))
/** A probability that leaves room for doubt. */
export const chance = z.number().check(z.gt(0), z.lt(1))
export const share = number(0, 1)
export const money = integer(0, MAX_MONEY)

/** The length of a list is checked before its items, so that a list out of all bounds costs nothing. */
export const list = <Item extends z.ZodMiniType>(item: Item, max: number) =>
  boundedArray(item).check(z.maxLength(max))
export const someOf = <Item extends z.ZodMiniType>(item: Item, max: number) =>
  boundedArray(item).check(z.minLength(1), z.maxLength(max))
/** An object with any of these keys, each of the same kind. */
export function anyOf<Key extends string, Value extends z.ZodMiniType>(keys: readonly Key[], value: Value) {
  const shape = Object.fromEntries(keys.map((key) => [key, z.exactOptional(value)]))
  return z.strictObject(shape as { [K in Key]: z.ZodMiniExactOptional<Value> })
}
/** What may hold anything; the guard before it has made it plain. */
export const anyObject = z.record(z.string(), z.unknown())

/** A text that `read` makes something of; the text itself stays. */
const readable = (read: (text: string) => unknown, code: IssueCode, expected: string) =>
  z.string().check(
    z.refine<string>((value) => read(value) !== undefined, {
      error: expected,
      params: { code } satisfies Fault,
    }),
  )
/** A text taken for what `read` makes of it. */
const reading = <T>(read: (text: string) => T | undefined, code: IssueCode, expected: string) =>
  ownText((text, { issues }): T => {
    const value = read(text)
    if (value === undefined)
      issues.push({
        code: 'custom',
        message: expected,
        params: { code } satisfies Fault,
        input: text,
        continue: true,
      })
    // What is at fault has no value, and nobody asks for one.
    return value as T
  })

const DAY = ['date.invalid', 'a day that exists, written YYYY-MM-DD, from 1990 to 2100'] as const
export const day = readable(parseDay, ...DAY).register(z.globalRegistry, { format: 'date' })
export const readDay = reading(parseDay, ...DAY).register(z.globalRegistry, { format: 'date' })
/** What an instant must be; completes "Expected …". */
export const INSTANT = 'an instant written like 2026-11-25T02:00:00+08:00, with its offset, from 1990 to 2100'
const AN_INSTANT = ['instant.invalid', INSTANT] as const
export const instant = readable(parseInstant, ...AN_INSTANT).register(z.globalRegistry, {
  format: 'date-time',
})
export const readInstant = reading(parseInstant, ...AN_INSTANT).register(z.globalRegistry, {
  format: 'date-time',
})
const ZONE = ['timeZone.unknown', 'the name of a time zone such as "Asia/Shanghai"'] as const
export const timeZone = readable(findZone, ...ZONE)
export const readZone = reading(findZone, ...ZONE)
export const currency = readable(
  currencyExponent,
  'currency.unknown',
  'a currency code of ISO 4217 such as "CNY"',
)
export const jurisdiction = z
  .string()
  .check(
    z.regex(
      /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/,
      'a country such as "CN", or one with its subdivision such as "US-MA"',
    ),
  )
export const language = z
  .string()
  .check(z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}$/, 'a language tag such as "en" or "zh-CN"'))

export const clockFrom = z
  .string()
  .check(z.regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, 'a time of day from "00:00" to "23:59"'))
export const clockTo = z
  .string()
  .check(z.regex(/^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$/, 'a time of day from "00:00" to "24:00"'))
/** Seconds since midnight of a time of day. `clockSeconds('24:00')` is 86400. */
export const clockSeconds = (clock: string): number => (twoDigits(clock, 0) * 60 + twoDigits(clock, 3)) * 60

export const channel = z.enum(CHANNELS)
export const actor = z.enum(['lender', 'agency'])
export const product = z.enum(['instalment', 'revolving', 'single', 'microfinance'])
export const weekday = z.enum(WEEKDAYS)
export const pointKind = z.enum(POINT_KINDS)
