import { expect, test } from 'vitest'
import { HASH_BYTES, hashSet, seenIds } from '../../src/cli/io/seenIds.ts'

test('an id is new once, whatever it is made of', () => {
  const ids = [
    'a',
    'A',
    'á',
    'a\u0301',
    '中',
    '\u2028',
    '"',
    '\\',
    '\ud83d\ude00',
    '\ud83d',
    '\ude00',
    '\ud83e',
    '0',
    ' ',
  ]
  const { isNew } = seenIds()
  expect(ids.map(isNew)).toEqual(ids.map(() => true))
  expect(ids.map(isNew)).toEqual(ids.map(() => false))
})

test('thousands are told apart, and what was noted of them is enough to know them again', () => {
  const noted: Buffer[] = []
  const first = seenIds((hash) => noted.push(Buffer.from(hash)))
  let count = 0
  for (let index = 0; index < 30_000; index++) if (first.isNew(`b-${index % 20_000}`)) count += 1
  expect([count, noted.length]).toEqual([20_000, 20_000])
  expect(noted[0]).toHaveLength(HASH_BYTES)
  const second = seenIds()
  second.restore(Buffer.concat(noted))
  expect(['b-0', 'b-19999', 'b-20000'].map(second.isNew)).toEqual([false, false, true])
})

test('hashes that differ in one word only are different, the one of zeros among them', () => {
  const set = hashSet()
  const words = [0, 1, 2 ** 31, 2 ** 32 - 1]
  const hashes = words.flatMap((a) =>
    words.flatMap((b) => words.flatMap((c) => words.map((d) => [a, b, c, d] as const))),
  )
  const some = hashes.filter(([a, b, c, d]) => a > 0 || b > 0 || c > 0 || d !== 1)
  for (const hash of some) expect(set.add(...hash)).toBe(true)
  for (const hash of some) expect(set.add(...hash)).toBe(false)
})
