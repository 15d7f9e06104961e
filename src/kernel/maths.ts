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

/** Lists up to this length are sorted by insertion: faster than the built-in sort with its comparing function. */
const FEW = 32

function sortAscending(values: number[]): void {
  if (values.length > FEW) {
    values.sort((a, b) => a - b)
    return
  }
  for (let i = 1; i < values.length; i++) {
    const value = values[i] as number
    let at = i
    for (; at > 0 && (values[at - 1] as number) > value; at--) values[at] = values[at - 1] as number
    values[at] = value
  }
}

/** The middle value, or the mean of the middle two; undefined for no values. */
export const median = (values: readonly number[]): number | undefined => middleOf(values.slice())

/** The median of a list that nobody else holds: it is sorted in place. */
function middleOf(values: number[]): number | undefined {
  if (values.length === 0) return undefined
  sortAscending(values)
  const middle = values.length >> 1
  const upper = values[middle] as number
  return values.length % 2 === 1 ? upper : ((values[middle - 1] as number) + upper) / 2
}

/**
 * Theil–Sen slope of values taken at 0, 1, 2, …: the median of all pairwise slopes, which one odd value cannot bend
 * (Sen 1968, JASA 63, 1379–1389). Undefined for fewer than two values.
 */
export function theilSenSlope(values: readonly number[]): number | undefined {
  if (hardlyMoves(values)) return 0
  const slopes: number[] = []
  for (let i = 0; i < values.length; i++)
    for (let j = i + 1; j < values.length; j++)
      slopes.push(((values[j] as number) - (values[i] as number)) / (j - i))
  return middleOf(slopes)
}

/** Whether rises and falls are each fewer than half of all pairs: then the slope in the middle is that of a level pair. */
function hardlyMoves(values: readonly number[]): boolean {
  let rises = 0
  let falls = 0
  for (let i = 1; i < values.length; i++) {
    const later = values[i] as number
    for (let j = 0; j < i; j++) {
      const earlier = values[j] as number
      if (later > earlier) rises++
      else if (later < earlier) falls++
    }
  }
  const pairs = (values.length * (values.length - 1)) / 2
  return rises * 2 < pairs && falls * 2 < pairs
}
