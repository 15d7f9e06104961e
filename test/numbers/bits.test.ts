import { expect, test } from 'vitest'
import { bitsOf } from '../../src/numbers/bits.ts'

test('every name has a bit of its own', () => {
  expect(bitsOf(['a', 'b', 'c'])).toEqual({ a: 1, b: 2, c: 4 })
})

test('what does not fit into a positive whole number is refused', () => {
  const names = (count: number) => Array.from({ length: count }, (_, place) => `n${place}`)
  expect(Object.values(bitsOf(names(31))).every((bit) => bit > 0)).toBe(true)
  expect(() => bitsOf(names(32))).toThrow(RangeError)
})
