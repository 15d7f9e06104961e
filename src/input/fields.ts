import { parseDay, twoDigits, WEEKDAYS } from '../time/civilDay.ts'
import { parseInstant } from '../time/instant.ts'
import { findZone } from '../time/timeZone.ts'
import { CHANNELS } from '../words/channels.ts'
import { currencyExponent, MAX_MONEY } from '../words/money.ts'
import { integer, number, oneOf, pattern, textLike } from './ownChecks.ts'

/** Fields that several files share. zod's own date patterns are slow and looser than the contract, so days, instants and the like are checked by `time/`. */

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
