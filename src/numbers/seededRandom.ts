/**
 * Random numbers from a seed: xoshiro128** 1.1 (Blackman & Vigna, "Scrambled linear pseudorandom number generators",
 * ACM TOMS 47, 2021). Whole 32-bit arithmetic, and fractions that are exact in binary, so that every engine draws the
 * same. For made-up data, not for secrets.
 */

/** The state, changed by every draw. The holder owns the stream. */
export type SeededRandom = { a: number; b: number; c: number; d: number }

const rotate = (x: number, by: number): number => (x << by) | (x >>> (32 - by))

/** The next whole number of 32 bits. From the state 1, 2, 3, 4 the first is 11520. */
export function nextUint32(state: SeededRandom): number {
  const result = Math.imul(rotate(Math.imul(state.b, 5), 7), 9)
  const shifted = state.b << 9
  state.c ^= state.a
  state.d ^= state.b
  state.b ^= state.c
  state.a ^= state.d
  state.c ^= shifted
  state.d = rotate(state.d, 11)
  return result >>> 0
}

/**
 * Mixes 32 bits so that near numbers come out far apart, and different ones always different: the finaliser of
 * MurmurHash3 (Appleby). `mix32(0)` is 0, `mix32(1)` is 1364076727.
 */
export function mix32(x: number): number {
  let h = x | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** The golden ratio in 32 bits: steps that visit every number once before any comes again. */
const STEP = 0x9e3779b9

/** A stream of its own for each pair of seed and place, and for each use of it: `seededRandom(7, 0, 1)`. */
export function seededRandom(seed: number, place: number, use: number): SeededRandom {
  let h = mix32(seed ^ STEP)
  h = mix32(h + Math.imul(place, STEP))
  h = mix32(h + Math.imul(use + 1, STEP))
  const word = (n: number) => mix32(h + Math.imul(n, STEP)) | 0
  // The one state that yields nothing but zeros cannot arise: mixing is one to one, so at most one word is zero.
  return { a: word(1), b: word(2), c: word(3), d: word(4) }
}

/** A fraction from 0 up to, never including, 1. */
export const fraction = (state: SeededRandom): number => nextUint32(state) / 0x100000000

/** True with this probability. */
export const chance = (state: SeededRandom, probability: number): boolean => fraction(state) < probability

/** Between two numbers, the upper one excluded. */
export const between = (state: SeededRandom, low: number, high: number): number =>
  low + (high - low) * fraction(state)

/** A whole number between two, both included. */
export const wholeBetween = (state: SeededRandom, low: number, high: number): number =>
  low + Math.floor((high - low + 1) * fraction(state))

/** One of a list that has at least one. */
export const pick = <T>(state: SeededRandom, list: readonly T[]): T =>
  list[Math.floor(list.length * fraction(state))] as T

/** One of a list, each as often as its weight says. */
export function pickWeighted<T>(state: SeededRandom, list: readonly (readonly [T, number])[]): T {
  let total = 0
  for (const [, weight] of list) total += weight
  let left = total * fraction(state)
  for (const [value, weight] of list) {
    left -= weight
    if (left < 0) return value
  }
  return (list.at(-1) as readonly [T, number])[0]
}
