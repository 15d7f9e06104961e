import { expect, test } from 'vitest'
import { calibratedAcross } from '../../src/train/fit/heldOut.ts'

// The number of folds was asked for in a call with one argument a row: training ended with a RangeError from about
// 120,000 rows on.

test('held-out probabilities of more rows than a call takes arguments', () => {
  const count = 300_000
  const foldOf = Uint8Array.from({ length: count }, (_, i) => i % 2)
  const bad = Uint8Array.from({ length: count }, (_, i) => (i % 8 < 2 ? 1 : 0))
  const probabilities = calibratedAcross({ foldOf, logOdds: new Float64Array(count) }, bad, 'identity')
  expect(probabilities.every((probability) => probability === 0.5)).toBe(true)
})
