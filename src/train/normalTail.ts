/**
 * The chance that a standard normal variable lies farther from 0 than `z`, on either side: the p-value of a z. By
 * the complementary error function's series near 0 and continued fraction beyond (Abramowitz & Stegun 1964, 7.1.6 and
 * 7.1.14), to about 14 digits.
 *
 * @example
 * twoSidedP(1.959963984540054) // => 0.05
 */
export function twoSidedP(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  return x < 2 ? 1 - erf(x) : erfc(x)
}

function erf(x: number): number {
  let term = x
  let sum = x
  for (let n = 1; Math.abs(term) > 1e-17 * sum; n++) {
    term *= (2 * x * x) / (2 * n + 1)
    sum += term
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum
}

function erfc(x: number): number {
  let fraction = 0
  for (let k = 60; k > 0; k--) fraction = k / 2 / (x + fraction)
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction)
}
