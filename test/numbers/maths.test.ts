import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clamp, logit, median, round6, shrunkShare, sigmoid } from '../../src/numbers/maths.ts'

test('log odds and probability undo each other', () => {
  expect(logit(0.5)).toBe(0)
  expect(sigmoid(0)).toBe(0.5)
  expect(logit(0.75)).toBeCloseTo(Math.log(3), 12) // three to one
  expect(sigmoid(Math.log(1 / 4))).toBeCloseTo(0.2, 12)
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (p) => {
      expect(sigmoid(logit(p))).toBeCloseTo(p, 12)
    }),
  )
})

test('far out a probability stays one', () => {
  expect([sigmoid(-1000), sigmoid(1000)]).toEqual([0, 1])
})

test('clamp', () => expect([-1, 0.5, 2].map((x) => clamp(x, 0, 1))).toEqual([0, 0.5, 1]))

test('six decimals, never -0', () => {
  expect([1 / 3, 2 / 3, 1e-7, 0.1 + 0.2].map(round6)).toEqual([0.333333, 0.666667, 0, 0.3])
  expect(Object.is(round6(-1e-9), 0)).toBe(true)
})

describe('the mean of a Beta–binomial', () => {
  test.each([
    [0, 0, 0.5, 4, 0.5], // nothing known: the prior
    [1, 2, 0.5, 4, 0.5], // (1 + 2) / 6
    [2, 2, 0.5, 4, 4 / 6], // (2 + 2) / 6
    [0, 6, 0.5, 4, 0.2], // (0 + 2) / 10
  ])('%i of %i towards %d by %i is %d', (k, n, prior, weight, share) =>
    expect(shrunkShare(k, n, prior, weight)).toBeCloseTo(share, 12),
  )
})

test('the middle value', () => {
  expect(median([])).toBeUndefined()
  expect(median([3])).toBe(3)
  expect(median([5, 1, 3])).toBe(3)
  expect(median([10, 9, 2, 1])).toBe(5.5)
  const given = [3, 1, 2]
  median(given)
  expect(given).toEqual([3, 1, 2])
})
