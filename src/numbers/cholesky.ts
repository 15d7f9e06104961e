/**
 * The one Cholesky factor of the package: a symmetric positive definite matrix as L·Lᵀ, row by row. A row keeps the zeros
 * before its first entry (George & Liu 1981, "Computer Solution of Large Sparse Positive Definite Systems", chapter 4), so
 * pools that share no borrower with others, such as those of districts, cost next to nothing.
 */

/** Matrices are lists of their rows, one after the other. */
type Rows = ArrayLike<number>

/**
 * Solves `A x = b` for a symmetric positive definite matrix, in place: `b` becomes `x`, the matrix its factor.
 *
 * @example
 * solveInPlace(Float64Array.of(4, 2, 2, 3), 2, b) // b = [2, 5] becomes [-0.5, 2]
 */
export function solveInPlace(matrix: Float64Array, size: number, b: Float64Array): void {
  const first = new Uint32Array(size)
  for (let i = 0; i < size; i++) {
    const pivot = factorRow(matrix, size, i, first)
    matrix[i * size + i] = Math.sqrt(Math.max(pivot, Number.MIN_VALUE))
  }
  for (let i = 0; i < size; i++) {
    let sum = b[i] as number
    for (let k = first[i] as number; k < i; k++) sum -= (matrix[i * size + k] as number) * (b[k] as number)
    b[i] = sum / (matrix[i * size + i] as number)
  }
  for (let i = size - 1; i >= 0; i--) {
    const x = (b[i] as number) / (matrix[i * size + i] as number)
    b[i] = x
    for (let k = first[i] as number; k < i; k++)
      b[k] = (b[k] as number) - (matrix[i * size + k] as number) * x
  }
}

/** A pivot smaller than this against its diagonal is none: the column says what others say together. */
const DEPENDENT = 1e-9

/**
 * Those of the places of a matrix that do not depend on the ones before them, by the pivots of the factor.
 *
 * @example
 * independent([1, 1, 1, 1], [0, 1], 2) // => [0]
 */
export function independent(matrix: Rows, places: readonly number[], size: number): number[] {
  const kept: number[] = []
  const factor = new Float64Array(places.length ** 2)
  const first = new Uint32Array(places.length)
  for (const j of places) {
    const row = kept.length
    const diagonal = matrix[j * size + j] as number
    for (const [at, k] of [...kept, j].entries())
      factor[row * places.length + at] = matrix[j * size + k] as number
    const pivot = factorRow(factor, places.length, row, first)
    if (!(pivot > DEPENDENT * diagonal)) continue
    factor[row * places.length + row] = Math.sqrt(pivot)
    kept.push(j)
  }
  return kept
}

/** The rows and columns of a square matrix at some places, as a smaller one. */
export const submatrix = (matrix: Rows, places: readonly number[], size: number): Float64Array =>
  Float64Array.from(places.flatMap((j) => places.map((k) => matrix[j * size + k] as number)))

/** Makes a row of the factor of a row of the matrix, but for its diagonal, whose square is given back. */
function factorRow(matrix: Float64Array, size: number, i: number, first: Uint32Array): number {
  let f = 0
  while (f < i && matrix[i * size + f] === 0) f++
  first[i] = f
  let pivot = matrix[i * size + i] as number
  for (let j = f; j < i; j++) {
    let sum = matrix[i * size + j] as number
    for (let k = Math.max(f, first[j] as number); k < j; k++)
      sum -= (matrix[i * size + k] as number) * (matrix[j * size + k] as number)
    const value = sum / (matrix[j * size + j] as number)
    matrix[i * size + j] = value
    pivot -= value * value
  }
  return pivot
}
