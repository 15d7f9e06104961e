import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  currencyExponent,
  MONTHS_PER_PERIOD,
  PERIODS_PER_YEAR,
  roundHalfEven,
} from '../../src/words/money.ts'

describe('decimals of currencies', () => {
  test.each([
    ['CNY', 2],
    ['USD', 2],
    ['IDR', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['VND', 0],
    ['XOF', 0],
    ['KWD', 3],
    ['TND', 3],
    ['IQD', 3],
  ])('%s has %i', (code, decimals) => expect(currencyExponent(code)).toBe(decimals))

  test.each(['', 'RMB', 'cny', 'HRK', 'XAU', 'XXX', 'toString', '__proto__'])('%j is none', (code) =>
    expect(currencyExponent(code)).toBeUndefined(),
  )

  /** Where Unicode's data gives the decimals people use in cash, and ISO 4217 those of the books. */
  const CASH = 'AFN ALL COP HUF IDR IQD IRR KPW LAK LBP MGA MMK PKR SOS SYP YER'.split(' ')
  test('as the host knows them, but for currencies without coins of that size', () => {
    const known = Intl.supportedValuesOf('currency').filter((code) => currencyExponent(code) !== undefined)
    expect(known.length).toBeGreaterThan(140)
    for (const code of known.filter((one) => !CASH.includes(one))) {
      const { maximumFractionDigits } = new Intl.NumberFormat('en', {
        style: 'currency',
        currency: code,
      }).resolvedOptions()
      expect([code, currencyExponent(code)]).toEqual([code, maximumFractionDigits])
    }
  })
})

describe('halves go to the even number', () => {
  test.each([
    [0.5, 0],
    [1.5, 2],
    [2.5, 2],
    [-0.5, 0],
    [-1.5, -2],
    [-2.5, -2],
    [2.4999999999999996, 2],
    [2.500000000000001, 3],
    [-2.6, -3],
    [7, 7],
    [1e12 + 0.5, 1e12],
  ])('%d is %d', (x, rounded) => expect(roundHalfEven(x) + 0).toBe(rounded))

  test('and nothing is moved by more than half', () => {
    const x = fc.double({ min: -1e12, max: 1e12, noNaN: true })
    fc.assert(
      fc.property(x, (value) => {
        const rounded = roundHalfEven(value)
        expect(Number.isInteger(rounded)).toBe(true)
        expect(Math.abs(rounded - value)).toBeLessThanOrEqual(0.5)
      }),
    )
  })
})

test('a year has as many periods as its months hold', () => {
  for (const period of ['week', 'fortnight', 'month'] as const)
    expect(MONTHS_PER_PERIOD[period] * PERIODS_PER_YEAR[period]).toBeCloseTo(12, 12)
})
