import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fractionOfPercent, minorUnits } from '../../../src/cli/tables/cellReader.ts'
import { runs } from '../../laws/runs.ts'

const units = fc.integer({ min: -(10 ** 12), max: 10 ** 12 })
const decimals = fc.constantFrom(0, 2, 3)

/** An amount in major units, written by whole numbers alone. */
function written(amount: number, exponent: number, zeros: number): string {
  const digits = `${Math.abs(amount)}`.padStart(exponent + 1, '0')
  const whole = digits.slice(0, digits.length - exponent)
  const fraction = digits.slice(digits.length - exponent) + '0'.repeat(zeros)
  return `${amount < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

test('an amount of major units comes back to the minor unit, however many zeros follow', () => {
  fc.assert(
    fc.property(units, decimals, fc.nat(4), (amount, exponent, zeros) => {
      expect(minorUnits(written(amount, exponent, zeros), exponent)).toBe(amount)
    }),
    runs(300),
  )
})

test('a decimal beyond the currency’s is refused, never rounded', () => {
  fc.assert(
    fc.property(units, decimals, fc.integer({ min: 1, max: 9 }), (amount, exponent, digit) => {
      const text = written(amount, exponent, 0)
      const longer = exponent === 0 ? `${text}.${digit}` : `${text}${digit}`
      expect(minorUnits(longer, exponent)).toBeUndefined()
    }),
    runs(100),
  )
})

test('a percentage in hundredths is the fraction with these digits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9999 }), (hundredths) => {
      const fraction = Number(`0.${`${hundredths}`.padStart(4, '0')}`)
      expect(fractionOfPercent(written(hundredths, 2, 0))).toBe(fraction)
    }),
    runs(100),
  )
})

test.each(['', ' ', '.5', '5.', '1,000.00', '1e3', '0x10', 'NaN', 'Infinity', '--5', '１２'])(
  '%j is no amount',
  (text) => expect(minorUnits(text, 2)).toBeUndefined(),
)
