import type { OutcomeTotals } from './trainingTable.ts'

/** What bins must be like. */
export interface BinLimits {
  readonly maxBins: number
  /** Least share of all rows in a bin. */
  readonly minShare: number
  /** Least goods and least bads in a bin. */
  readonly minEvents: number
  /** Least difference in weight of evidence between neighbours. */
  readonly minStep: number
  /** Imagined rows of the average rate in every bin. */
  readonly smoothing: number
}

/** Goods and bads of neighbouring slices of the values, which bins are put together from. */
export interface Slices {
  readonly good: readonly number[]
  readonly bad: readonly number[]
}

export interface MonotoneCut {
  /** First slice of every bin. */
  readonly starts: readonly number[]
  readonly iv: number
}

/** Sums in another order differ in their last digits; what is nearer than this counts as equal. */
const SAME = 1e-12

/**
 * The bins of greatest information value among all that can be put together from the slices under the limits, with
 * weight of evidence rising (`up`) or falling (`down`) from bin to bin. Exact: dynamic programming over the last bin
 * and the number of bins, O(slices³ · bins). Of equally good cuts the one of fewer bins, then of lower bounds.
 *
 * One bin of everything is always possible; its information value is that of the values against the missing ones.
 *
 * @example
 * const slices = { good: [10, 40, 50], bad: [30, 15, 5] }
 * const limits = { maxBins: 5, minShare: 0.05, minEvents: 1, minStep: 0, smoothing: 0 }
 * monotoneCut(slices, { good: 100, bad: 50 }, 'up', limits).starts // => [0, 1, 2]
 */
export function monotoneCut(
  slices: Slices,
  totals: OutcomeTotals,
  direction: 'up' | 'down',
  limits: BinLimits,
): MonotoneCut {
  const n = slices.good.length
  const sign = direction === 'up' ? 1 : -1
  const woe = new Float64Array(n * n).fill(Number.NaN) // of the bin from slice a to slice b, at a · n + b
  const iv = new Float64Array(n * n)
  const least = limits.minShare * (totals.good + totals.bad)
  for (let a = 0; a < n; a++) {
    let good = 0
    let bad = 0
    for (let b = a; b < n; b++) {
      good += slices.good[b] as number
      bad += slices.bad[b] as number
      const whole = a === 0 && b === n - 1
      if (!whole && (good + bad < least || good < limits.minEvents || bad < limits.minEvents)) continue
      const of = weightOfEvidence(good, bad, totals, limits.smoothing)
      woe[a * n + b] = sign * of
      iv[a * n + b] = informationValue(good, bad, totals, of)
    }
  }
  const layers = [firstLayer(woe, iv, n)]
  let winner = { layer: 0, start: 0, iv: iv[n - 1] as number }
  for (let k = 1; k < Math.min(limits.maxBins, n); k++) {
    const layer = nextLayer(layers[k - 1] as Layer, woe, iv, n, limits.minStep)
    layers.push(layer)
    let any = false
    for (let a = k; a < n; a++) {
      const value = layer.best[a * n + n - 1] as number
      if (value > Number.NEGATIVE_INFINITY) any = true
      if (value > winner.iv + SAME) winner = { layer: k, start: a, iv: value }
    }
    if (!any && layer.best.every((value) => value === Number.NEGATIVE_INFINITY)) break
  }
  return { starts: startsOf(layers, winner.layer, winner.start, n), iv: winner.iv }
}

/** Of every last bin (a to b) the best information value of the slices up to b in one number of bins, and where the bin before begins. */
interface Layer {
  readonly best: Float64Array
  readonly before: Int32Array
}

function firstLayer(woe: Float64Array, iv: Float64Array, n: number): Layer {
  const best = new Float64Array(n * n).fill(Number.NEGATIVE_INFINITY)
  for (let b = 0; b < n; b++) if (!Number.isNaN(woe[b] as number)) best[b] = iv[b] as number
  return { best, before: new Int32Array(n * n).fill(-1) }
}

function nextLayer(last: Layer, woe: Float64Array, iv: Float64Array, n: number, minStep: number): Layer {
  const best = new Float64Array(n * n).fill(Number.NEGATIVE_INFINITY)
  const before = new Int32Array(n * n).fill(-1)
  for (let a = 1; a < n; a++)
    for (let b = a; b < n; b++) {
      const here = woe[a * n + b] as number
      if (Number.isNaN(here)) continue
      let most = Number.NEGATIVE_INFINITY
      let from = -1
      for (let c = 0; c < a; c++) {
        const at = c * n + a - 1
        const value = last.best[at] as number
        const step = here - (woe[at] as number)
        if (value > most + SAME && step > 0 && step >= minStep - SAME) {
          most = value
          from = c
        }
      }
      if (from < 0) continue
      best[a * n + b] = most + (iv[a * n + b] as number)
      before[a * n + b] = from
    }
  return { best, before }
}

function startsOf(layers: readonly Layer[], layer: number, start: number, n: number): number[] {
  const starts = [start]
  let end = n - 1
  for (let k = layer; k > 0; k--) {
    const from = (layers[k] as Layer).before[(starts[0] as number) * n + end] as number
    end = (starts[0] as number) - 1
    starts.unshift(from)
  }
  return starts
}

/**
 * Weight of evidence of a bin: ln of its share of all goods over its share of all bads, so above 0 is better than
 * average (Good 1950; Siddiqi 2006, chapter 6).
 *
 * `smoothing` adds that many imagined rows of the average rate, which pulls small bins towards 0 and keeps a bin of
 * one class finite. With 0 the definition is the plain one.
 *
 * @example
 * weightOfEvidence(90, 5, { good: 100, bad: 50 }, 0) // => ln(0.9 / 0.1) = 2.197…
 */
export function weightOfEvidence(
  good: number,
  bad: number,
  totals: OutcomeTotals,
  smoothing: number,
): number {
  const count = totals.good + totals.bad
  const goods = good + (smoothing * totals.good) / count
  const bads = bad + (smoothing * totals.bad) / count
  return Math.log((goods * totals.bad) / (bads * totals.good))
}

/**
 * What a bin adds to the information value: the difference of its shares times its weight of evidence. The sum over
 * all bins is Kullback and Leibler's symmetric divergence; below 0.02 counts as useless, above 0.3 as strong.
 *
 * @example
 * informationValue(90, 5, { good: 100, bad: 50 }, Math.log(9)) // => 0.8 · 2.197… = 1.757…
 */
export const informationValue = (good: number, bad: number, totals: OutcomeTotals, woe: number): number =>
  (good / totals.good - bad / totals.bad) * woe
