import { groupDigits, moneyText } from '../locale/render.ts'

/** Figures for a person at a terminal. */

/** `countText(1234567)` is '1,234,567'. */
export const countText = (count: number): string => groupDigits(String(count))

/** Of a whole, to a tenth of a percent: `shareText(3, 40)` is '7.5 %'. */
export const shareText = (part: number, whole: number): string =>
  `${whole === 0 ? '0.0' : ((100 * part) / whole).toFixed(1)} %`

/** Minor units as money: `amountText(123450, 'CNY')` is '1,234.50 CNY'. */
export const amountText = (minor: number, currency: string): string =>
  `${moneyText(minor, currency)} ${currency}`
