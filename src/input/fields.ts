import * as z from 'zod/mini'
import { parseDay, twoDigits, WEEKDAYS } from '../kernel/civilDay.ts'
import { CHANNELS } from '../kernel/contactOutcome.ts'
import { parseInstant } from '../kernel/instant.ts'
import type { IssueCode } from '../kernel/issue.ts'
import { currencyExponent } from '../kernel/money.ts'
import { findZone } from '../kernel/timeZone.ts'

/** Fields that several files share. zod's own date patterns are slow and looser than the contract, so days, instants and the like are checked by the kernel. */

/** What a check of ours leaves in zod's issue; `expected` completes "Expected …". */
export interface OwnCheck {
  readonly code: IssueCode
  readonly expected: string
}

/** A check of our own on a value that already has the right type. */
function must<T>(holds: (value: T) => boolean, code: IssueCode, expected: string): z.core.$ZodCheck<T> {
  const params: OwnCheck = { code, expected }
  return z.refine<T>(holds, { params: { ...params }, abort: true })
}

/** The greatest amount of money, in minor units. */
export const MAX_MONEY = 1e12

export const text = (max = 1000) => z.string().check(z.minLength(1), z.maxLength(max))
export const pattern = (shape: RegExp, expected: string) =>
  z.string().check(must((value) => shape.test(value), 'string.pattern', expected))

export const number = (min: number, max: number) => z.number().check(z.gte(min), z.lte(max))
export const above = (bound: number, max: number) => z.number().check(z.gt(bound), z.lte(max))
export const integer = (min: number, max: number) =>
  z.number().check(must(Number.isInteger, 'number.notInteger', 'a whole number'), z.gte(min), z.lte(max))

/** A list whose length is checked before its items, so that a list out of all bounds costs nothing. */
export const list = <T extends z.ZodMiniType>(item: T, max: number) =>
  z.pipe(z.array(z.unknown()).check(z.maxLength(max)), z.array(item))
/** The same, with at least one item. */
export const someOf = <T extends z.ZodMiniType>(item: T, max: number) =>
  z.pipe(z.array(z.unknown()).check(z.minLength(1), z.maxLength(max)), z.array(item))

/** An object with any of these keys, each of the same kind. */
export function anyOf<Key extends string, T extends z.ZodMiniType>(keys: readonly Key[], value: T) {
  const shape = Object.fromEntries(keys.map((key) => [key, z.exactOptional(value)]))
  return z.strictObject(shape as { [K in Key]: z.ZodMiniExactOptional<T> })
}

export const money = integer(0, MAX_MONEY)
export const share = number(0, 1)
export const day = z
  .string()
  .check(
    must(
      (value) => parseDay(value) !== undefined,
      'date.invalid',
      'a day that exists, written YYYY-MM-DD, from 1990 to 2100',
    ),
  )
export const instant = z
  .string()
  .check(
    must(
      (value) => parseInstant(value) !== undefined,
      'instant.invalid',
      'an instant written like 2026-11-25T02:00:00+08:00, with its offset, from 1990 to 2100',
    ),
  )
export const timeZone = z
  .string()
  .check(
    must(
      (value) => findZone(value) !== undefined,
      'timeZone.unknown',
      'the name of a time zone such as "Asia/Shanghai"',
    ),
  )
export const currency = z
  .string()
  .check(
    must(
      (value) => currencyExponent(value) !== undefined,
      'currency.unknown',
      'a currency code of ISO 4217 such as "CNY"',
    ),
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
  z.string().check(must((value) => clockSeconds(value) <= last, 'string.pattern', expected))
export const clockFrom = clock(86_340, 'a time of day from "00:00" to "23:59"')
export const clockTo = clock(86_400, 'a time of day from "00:00" to "24:00"')

export const channel = z.enum(CHANNELS)
export const actor = z.enum(['lender', 'agency'])
export const product = z.enum(['instalment', 'revolving', 'single', 'microfinance'])
export const weekday = z.enum(WEEKDAYS)
export const pointKind = z.enum(['mobile', 'home', 'work', 'email', 'address', 'app'])
