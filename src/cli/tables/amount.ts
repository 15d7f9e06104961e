/** A decimal number: sign, digits, decimals. */
const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/

/** Whether a text is a number at all, whatever its decimals. */
export const isDecimal = (text: string): boolean => DECIMAL.test(text)

/**
 * An amount of major units as minor ones, digit by digit, so that no rounding can touch it. Undefined for what is no
 * decimal number, or has more decimals than the currency; zeros beyond them are no decimals.
 *
 * @example
 * minorUnits('1040.5', 2) // => 104050; minorUnits('1040.505', 2) // => undefined
 */
export function minorUnits(text: string, decimals: number): number | undefined {
  const found = DECIMAL.exec(text)
  if (found === null) return undefined
  const [, sign = '', whole = '', fraction = ''] = found
  if (!/^0*$/.test(fraction.slice(decimals))) return undefined
  const amount = Number(`${sign}${whole}${fraction.slice(0, decimals).padEnd(decimals, '0')}`)
  // No minus before a zero: JSON has none.
  return amount === 0 ? 0 : amount
}

/**
 * A number of a cell; undefined for what is none, or is more than a number can be: in JSON that would be null, which is
 * known to be unknown. Powers of ten are how columns of doubles show small ones.
 */
export function cellNumber(text: string): number | undefined {
  const number = /^[+-]?\d+(\.\d+)?([eE][+-]?\d{1,3})?$/.test(text) ? Number(text) : Number.NaN
  return Number.isFinite(number) ? number : undefined
}

/** A percentage as a fraction, the point moved in the text: `fractionOfPercent('18.25')` is 0.1825. */
export function fractionOfPercent(text: string): number | undefined {
  const percent = cellNumber(text)
  if (percent === undefined) return undefined
  const [mantissa, exponent = '0'] = text.toLowerCase().split('e')
  return Number(`${mantissa}e${Number(exponent) - 2}`)
}
