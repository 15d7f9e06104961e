/** Log odds of a probability strictly between 0 and 1. `logit(0.5)` is 0. */
export const logit = (p: number): number => Math.log(p / (1 - p))

/** The probability with the given log odds. `sigmoid(0)` is 0.5. */
export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))

export const clamp = (x: number, low: number, high: number): number => Math.min(Math.max(x, low), high)

/** Rounds to six decimals, the precision at which probabilities and rates leave the library. */
export const round6 = (x: number): number => {
  // Most rates are 0 or 1, and a small whole number takes no rounding.
  const whole = x | 0
  if (whole === x) return whole
  const rounded = Math.round(x * 1e6) / 1e6
  return rounded === 0 ? 0 : rounded
}

/**
 * The share of successes, pulled towards a prior share by `weight` imagined trials (the mean of a Beta–binomial).
 * `shrunkShare(1, 2, 0.5, 4)` is (1 + 0.5 · 4) / (2 + 4) = 0.5.
 */
export const shrunkShare = (successes: number, trials: number, prior: number, weight: number): number =>
  (successes + prior * weight) / (trials + weight)

/**
 * The middle value, or the mean of the middle two; undefined for no values. Sorts by insertion: on a short list that
 * is faster than the built-in sort with its comparing function.
 */
export function median(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined
  const sorted = values.slice()
  for (let i = 1; i < sorted.length; i++) {
    const value = sorted[i] as number
    let at = i
    for (; at > 0 && (sorted[at - 1] as number) > value; at--) sorted[at] = sorted[at - 1] as number
    sorted[at] = value
  }
  const middle = sorted.length >> 1
  const upper = sorted[middle] as number
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2
}
