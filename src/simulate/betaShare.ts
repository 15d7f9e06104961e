import { fraction, type SeededRandom } from '../numbers/seededRandom.ts'

/**
 * A share drawn from the beta distribution with this mean and weight (a + b), by Jöhnk (1964): two powers of uniform
 * draws whose sum is at most 1. To six decimals, so that no engine's last digit decides a life.
 */
export function betaShare(random: SeededRandom, mean: number, weight: number): number {
  const a = mean * weight
  const b = weight - a
  for (;;) {
    const x = fraction(random) ** (1 / a)
    const y = fraction(random) ** (1 / b)
    if (x + y <= 1 && x + y > 0) return Math.round((x / (x + y)) * 1e6) / 1e6
  }
}
