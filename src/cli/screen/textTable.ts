import { groupDigits, moneyText } from '../../locale/render.ts'
import { currencyExponent } from '../../words/money.ts'

/** Rows as aligned lines: the first column to the left, figures to the right, two spaces between. */
export function textTable(rows: readonly (readonly string[])[]): string[] {
  const columns = Math.max(0, ...rows.map(({ length }) => length))
  const widths = Array.from({ length: columns }, (_, i) =>
    Math.max(...rows.map((row) => widthOf(row[i] ?? ''))),
  )
  return rows.map((row) =>
    row
      .map((cell, i) => {
        const space = ' '.repeat((widths[i] as number) - widthOf(cell))
        return i === 0 ? cell + space : space + cell
      })
      .join('  ')
      .trimEnd(),
  )
}

/** Columns a text takes on a terminal: Chinese signs are two wide. */
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign >= '\u2e80' ? 2 : 1), 0)

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
