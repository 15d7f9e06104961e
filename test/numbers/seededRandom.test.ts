import { describe, expect, test } from 'vitest'
import {
  between,
  chance,
  fraction,
  mix32,
  nextUint32,
  pick,
  pickWeighted,
  seededRandom,
  wholeBetween,
} from '../../src/numbers/seededRandom.ts'

const take = <T>(count: number, draw: () => T): T[] => Array.from({ length: count }, draw)

test('xoshiro128** draws what its authors’ own program draws', () => {
  // From the state 1, 2, 3, 4, made with the reference implementation 1.1 (prng.di.unimi.it/xoshiro128starstar.c), as
  // printed in the tests of Rust's rand_xoshiro.
  const state = { a: 1, b: 2, c: 3, d: 4 }
  expect(take(10, () => nextUint32(state))).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ])
})

test('mixing is MurmurHash3’s finaliser', () => {
  // Published: fmix32 of 1 is 0x514e28b7, of 0 it is 0, of 0xffffffff it is 0x81f16f39.
  expect([0, 1, 0xffffffff].map(mix32)).toEqual([0, 0x514e28b7, 0x81f16f39])
})

describe('a stream', () => {
  test('is the same for the same seed, place and use, and another for any other', () => {
    const streams = [
      [7, 0, 0],
      [7, 0, 1],
      [7, 1, 0],
      [8, 0, 0],
      [0, 0, 0],
      [0xffffffff, 0, 0],
      [7, 0xffffffff, 0],
    ] as const
    const draws = streams.map(([seed, place, use]) => {
      const state = seededRandom(seed, place, use)
      return take(4, () => nextUint32(state)).join()
    })
    expect(new Set(draws).size).toBe(streams.length)
    const again = seededRandom(7, 0, 0)
    expect(take(4, () => nextUint32(again)).join()).toBe(draws[0])
  })

  test('is even: of 64,000 fractions every sixteenth part of the range gets its share', () => {
    const counts = new Array<number>(16).fill(0)
    // One draw from each of many streams: what neighbouring places draw must be as unlike as what one stream does.
    for (let place = 0; place < 64_000; place++) {
      const part = Math.floor(fraction(seededRandom(1, place, 0)) * 16)
      counts[part] = (counts[part] ?? 0) + 1
    }
    // Chi-squared with 15 degrees of freedom: 37.7 is exceeded once in a thousand.
    const chiSquared = counts.reduce((sum, count) => sum + (count - 4000) ** 2 / 4000, 0)
    expect(chiSquared).toBeLessThan(37.7)
  })
})

describe('what is drawn from it', () => {
  const state = seededRandom(3, 0, 0)

  test('fractions are from 0 to below 1, and exact in binary', () => {
    for (const x of take(1000, () => fraction(state))) {
      expect(x >= 0 && x < 1).toBe(true)
      expect(Number.isInteger(x * 2 ** 32)).toBe(true)
    }
  })

  test('whole numbers reach both ends and no further', () => {
    const drawn = new Set(take(500, () => wholeBetween(state, -1, 2)))
    expect([...drawn].sort((a, b) => a - b)).toEqual([-1, 0, 1, 2])
  })

  test('numbers between stay between, choices come from the list, weights are kept', () => {
    for (const x of take(200, () => between(state, 5, 6))) expect(x >= 5 && x < 6).toBe(true)
    expect(new Set(take(200, () => pick(state, ['a', 'b'])))).toEqual(new Set(['a', 'b']))
    const weights = [
      ['never', 0],
      ['once', 1],
      ['thrice', 3],
    ] as const
    const drawn = take(4000, () => pickWeighted(state, weights))
    expect(drawn).not.toContain('never')
    // 3,000 expected, with a standard deviation of 27.
    expect(Math.abs(drawn.filter((name) => name === 'thrice').length - 3000)).toBeLessThan(110)
    expect([chance(state, 0), chance(state, 1)]).toEqual([false, true])
  })
})
