import { CholeskyDecomposition, Matrix } from 'ml-matrix'
import { expect, test } from 'vitest'
import { independent, solveInPlace, submatrix } from '../../src/numbers/cholesky.ts'
import { fraction, seededRandom } from '../../src/numbers/seededRandom.ts'

/** A random positive definite matrix; `apart` columns before each row's first entry are 0. */
function definite(size: number, seed: number, apart: (i: number) => number): number[][] {
  const random = seededRandom(seed, 0, 9)
  const l = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (__, j) =>
      j > i || j < apart(i) ? 0 : i === j ? 1 + fraction(random) : fraction(random) - 0.5,
    ),
  )
  const lower = new Matrix(l)
  return lower.mmul(lower.transpose()).to2DArray()
}

test.each([
  ['full', 12, () => 0],
  ['banded', 30, (i: number) => Math.max(0, i - 3)],
  ['in blocks', 30, (i: number) => i - (i % 10)],
  ['of one', 1, () => 0],
] as const)('solves what ml-matrix solves: %s', (_, size, apart) => {
  for (let seed = 0; seed < 20; seed++) {
    const rows = definite(size, seed, apart)
    const right = Array.from({ length: size }, (__, i) => Math.sin(i + seed))
    const theirs = new CholeskyDecomposition(new Matrix(rows)).solve(Matrix.columnVector(right)).to1DArray()
    const ours = Float64Array.from(right)
    solveInPlace(Float64Array.from(rows.flat()), size, ours)
    for (const [i, value] of theirs.entries()) expect(ours[i]).toBeCloseTo(value, 9)
  }
})

test('what others say together is left out, and the first to say it stays', () => {
  // The columns of a, b, a + b, c: the third says nothing new.
  const columns = [
    [1, 0, 2, 1],
    [0, 1, 1, 3],
    [1, 1, 3, 4],
    [2, 0, 0, 1],
  ]
  const gram = columns.flatMap((a) =>
    columns.map((b) => a.reduce((sum, x, k) => sum + x * (b[k] as number), 0)),
  )
  expect(independent(gram, [0, 1, 2, 3], 4)).toEqual([0, 1, 3])
  expect(independent(gram, [2, 1, 0, 3], 4)).toEqual([2, 1, 3])
  expect(independent(gram, [3, 2], 4)).toEqual([3, 2])
  expect(independent([0], [0], 1)).toEqual([])
})

test('a part of a matrix', () => {
  expect([...submatrix([1, 2, 3, 4, 5, 6, 7, 8, 9], [2, 0], 3)]).toEqual([9, 7, 3, 1])
})
