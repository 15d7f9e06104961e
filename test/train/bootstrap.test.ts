import { expect, test } from 'vitest'
import { estimate } from '../../src/train/validate/bootstrap.ts'

/** 1, 2, … n, from the highest down. */
const upTo = (n: number) => Array.from({ length: n }, (_, i) => n - i)

// The upper limit was one rank too high: of 200 resamples the 196th, with 4 above it, where 5 were below the lower.
// The definition is the usual one of R and NumPy (Hyndman & Fan 1996, type 7): 1 + 199 · 0.025 = 5.975.
test('as many resamples lie above the interval as below it', () => {
  expect(estimate(100, upTo(200))).toEqual({ value: 100, low: 5.975, high: 195.025 })
  expect(estimate(500, upTo(1000))).toEqual({ value: 500, low: 25.975, high: 975.025 })
  expect(estimate(50, upTo(101))).toEqual({ value: 50, low: 3.5, high: 98.5 })
})

test('an interval of one resample is that one, of none there is none', () => {
  expect(estimate(1, [2])).toEqual({ value: 1, low: 2, high: 2 })
  expect(estimate(1, [])).toEqual({ value: 1, low: null, high: null })
})

test('where more than one resample in twenty gives no figure there is no interval', () => {
  const none = (count: number) => [...upTo(200 - count), ...new Array<number>(count).fill(Number.NaN)]
  expect(estimate(1, none(10)).high).not.toBeNull()
  expect(estimate(1, none(11)).high).toBeNull()
  expect(estimate(Number.NaN, upTo(200)).value).toBeNull()
})
