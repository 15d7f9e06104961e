import { currencyExponent } from '../kernel/money.ts'
import { groupDigits, moneyText } from '../locale/render.ts'

/** Figures for a person at a terminal. */

/** A whole number, or one to a tenth: `countText(1234567)` is '1,234,567', `countText(3.25)` '3.3'. */
export function countText(count: number): string {
  const [whole = '', ...tenths] = String(Math.round(count * 10) / 10).split('.')
  return [groupDigits(whole), ...tenths].join('.')
}

/** Of a whole, to a tenth of a percent: `shareText(3, 40)` is '7.5 %'. */
export const shareText = (part: number, whole: number): string =>
  `${whole === 0 ? '0.0' : ((100 * part) / whole).toFixed(1)} %`

/** Minor units as money: `amountText(123450, 'CNY')` is '1,234.50 CNY'. */
export const amountText = (minor: number, currency: string): string =>
  `${moneyText(minor, currency)} ${currency}`

/** A price with two more decimals than its currency has: `priceText(895.089214, 'CNY')` is '8.9509 CNY'. */
export function priceText(minor: number, currency: string): string {
  const exponent = currencyExponent(currency) ?? 2
  const [whole = '', decimals] = (minor / 10 ** exponent).toFixed(exponent + 2).split('.')
  return `${groupDigits(whole)}.${decimals} ${currency}`
}
