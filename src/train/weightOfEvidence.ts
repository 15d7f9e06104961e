import type { Totals } from './trainingTable.ts'

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
export function weightOfEvidence(good: number, bad: number, totals: Totals, smoothing: number): number {
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
export const informationValue = (good: number, bad: number, totals: Totals, woe: number): number =>
  (good / totals.good - bad / totals.bad) * woe
