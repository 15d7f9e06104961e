import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { sha256 } from '../../src/numbers/canonicalHash.ts'

const hex = (words: readonly number[]) => words.map((word) => word.toString(16).padStart(8, '0')).join('')

it('gives the example of FIPS 180-4', () => {
  expect(hex(sha256('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

it('gives what node:crypto gives, around the edges of a block and in every width of character', () => {
  for (const letters of ['a', 'é', '逾', '😀'])
    for (let length = 0; length < 140; length++) {
      const text = letters.repeat(length)
      expect(hex(sha256(text)), `${letters} × ${length}`).toBe(
        createHash('sha256').update(text).digest('hex'),
      )
    }
})

it('has constants that no engine rounds otherwise', () => {
  // The last places of Math.cbrt are left to the engine: at 2^32 times the value they are about 2^-17.
  const primes = Array.from({ length: 312 }, (_, n) => n).filter(
    (n) => n > 1 && !Array.from({ length: n - 2 }, (_, i) => i + 2).some((d) => n % d === 0),
  )
  expect(primes).toHaveLength(64)
  for (const prime of primes) {
    const scaled = Math.cbrt(prime) * 2 ** 32
    expect(Math.abs(scaled - Math.round(scaled))).toBeGreaterThan(2 ** -7)
  }
})
