/**
 * Bounds that cut the values into at most `most` slices of about equal size: between all values where there are few
 * of them, else at quantiles. Missing values (NaN) are left out. A bound is the shortest number that keeps two
 * neighbouring values apart, so that nothing hangs on a last digit.
 *
 * @example
 * sliceEdges(Float64Array.of(0, 0, 1, 2, 5), 50) // => [1, 2, 5]
 */
export function sliceEdges(values: Float64Array, most: number): number[] {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort()
  const steps: number[] = [] // places at which a new value begins
  for (let i = 1; i < sorted.length; i++) if (sorted[i] !== sorted[i - 1]) steps.push(i)
  const chosen = steps.length < most ? steps : quantileSteps(steps, sorted.length, most)
  return chosen.map((i) => shortestBetween(sorted[i - 1] as number, sorted[i] as number))
}

/** Of the places at which a new value begins, the one nearest to every `1/most` of the count. */
function quantileSteps(steps: readonly number[], count: number, most: number): number[] {
  const chosen: number[] = []
  let at = 0
  for (let k = 1; k < most; k++) {
    const target = (k * count) / most
    while (
      at + 1 < steps.length &&
      Math.abs((steps[at + 1] as number) - target) <= Math.abs((steps[at] as number) - target)
    )
      at++
    if (chosen.at(-1) !== steps[at]) chosen.push(steps[at] as number)
  }
  return chosen
}

/**
 * The number with the fewest decimals above `low` and not above `high`; of those the one nearest to the middle.
 * `shortestBetween(0, 0.166667)` is 0.1.
 */
function shortestBetween(low: number, high: number): number {
  const middle = (low + high) / 2
  for (let decimals = -12; decimals <= 12; decimals++) {
    const unit = 10 ** Math.abs(decimals)
    const round = (x: number) => (decimals < 0 ? x * unit : x / unit)
    const scaled = decimals < 0 ? middle / unit : middle * unit
    for (const whole of [Math.round(scaled), Math.floor(scaled), Math.ceil(scaled)]) {
      const candidate = round(whole)
      if (candidate > low && candidate <= high) return candidate
    }
  }
  return high
}

/** Place of the slice each bound begins; counts of goods and bads of every slice. */
export function countSlices(
  values: Float64Array,
  bad: Uint8Array,
  edges: readonly number[],
): { good: number[]; bad: number[] } {
  const goods = new Array<number>(edges.length + 1).fill(0)
  const bads = new Array<number>(edges.length + 1).fill(0)
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (Number.isNaN(value)) continue
    let low = 0
    let high = edges.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (value >= (edges[middle] as number)) low = middle + 1
      else high = middle
    }
    if (bad[i] === 1) (bads[low] as number)++
    else (goods[low] as number)++
  }
  return { good: goods, bad: bads }
}
