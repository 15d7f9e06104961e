/** A standard normal value that chance exceeds once in twenty, and once in a thousand. */
export const ONCE_IN_20 = 1.644854
export const ONCE_IN_1000 = 3.090232

/**
 * The value that a positive sum with this mean and variance exceeds by chance so rarely, to three digits: taken as
 * gamma distributed, by Wilson and Hilferty's cube root (1931). A χ² with f degrees of freedom has mean f and variance
 * 2 f.
 *
 * @example
 * chancePoint(9, 18, ONCE_IN_20) // => 16.9
 */
export function chancePoint(mean: number, variance: number, normal: number): number {
  if (!(mean > 0)) return 0
  const spread = variance / (9 * mean * mean)
  return Number((mean * (1 - spread + normal * Math.sqrt(spread)) ** 3).toPrecision(3))
}
