/**
 * Solves `A x = b` for a symmetric positive definite matrix, in place: `b` becomes `x`. Cholesky factors keep the zeros
 * before the first entry of each row (George & Liu 1981, "Computer Solution of Large Sparse Positive Definite Systems",
 * chapter 4), so pools that share no borrower with others, such as those of districts, cost next to nothing.
 *
 * @example
 * solveInPlace(Float64Array.of(4, 2, 2, 3), 2, b) // b = [2, 5] becomes [-0.5, 2]
 */
export function solveInPlace(matrix: Float64Array, size: number, b: Float64Array): void {
  const first = new Uint32Array(size)
  for (let i = 0; i < size; i++) {
    let f = 0
    while (f < i && matrix[i * size + f] === 0) f++
    first[i] = f
    for (let j = f; j <= i; j++) {
      let sum = matrix[i * size + j] as number
      for (let k = Math.max(f, first[j] as number); k < j; k++)
        sum -= (matrix[i * size + k] as number) * (matrix[j * size + k] as number)
      matrix[i * size + j] =
        i === j ? Math.sqrt(Math.max(sum, Number.MIN_VALUE)) : sum / (matrix[j * size + j] as number)
    }
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
