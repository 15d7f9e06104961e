import { expect, test } from 'vitest'
import type { Design } from '../../src/train/fit/design.ts'
import { weightedProducts } from '../../src/train/fit/likelihood.ts'

// One column a characteristic, not every characteristic has one, and they stand in another order.
test.each([1, 7, 1024, 2051])('the sums of %i rows are those of the definition', (count) => {
  const values = [Float64Array.of(-1.5, 0.25, 2), Float64Array.of(0, 1, 0), Float64Array.of(3, -2, 0.5)]
  const design: Design = {
    count,
    good: new Uint8Array(count),
    codes: [2, 3, 4, 5].map((step) =>
      Uint8Array.from({ length: count }, (_, i) => (i * step + (i >> 3)) % 3),
    ),
    sizes: [3, 3, 3, 3],
    columns: values.map((byCode, j) => ({ of: [3, 0, 2][j]!, values: byCode, bounded: true, floor: 0 })),
  }
  const weights = Float64Array.from({ length: count }, (_, i) => 0.05 + (i % 10) / 50)
  const at = (j: number, i: number): number => values[j]![design.codes[[3, 0, 2][j]!]![i]!]!
  const expected = values.flatMap((_, j) =>
    values.map((__, k) => weights.reduce((sum, weight, i) => sum + weight * at(j, i) * at(k, i), 0)),
  )
  expect([...weightedProducts(design, weights)]).toEqual(expected.map((sum) => expect.closeTo(sum, 8)))
})
