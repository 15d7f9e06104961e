import { expect, test } from 'vitest'
import { intervalOf } from '../../src/simulate/intervals.ts'

test('the mean and Student’s 95 % about it', () => {
  // 1, 2, 3: mean 2, deviation 1, t(2) = 4.303, so 4.303 ÷ √3 = 2.48434 either way.
  const { mean, low, high } = intervalOf([1, 2, 3])
  expect(mean).toBe(2)
  expect(low).toBeCloseTo(2 - 2.48434, 4)
  expect(high).toBeCloseTo(2 + 2.48434, 4)
})

test('one figure alone is its own interval', () => {
  expect(intervalOf([7])).toEqual({ mean: 7, low: 7, high: 7 })
})
