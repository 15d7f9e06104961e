/** How well scores order outcomes and whether probabilities come true. Outcome 1 is bad; a high score means good. */

/** Places of the rows from the lowest score to the highest. */
const ascending = (scores: Float64Array): Uint32Array => {
  const places = Uint32Array.from(scores, (_, i) => i)
  return places.sort((a, b) => (scores[a] as number) - (scores[b] as number))
}

export interface ScoreOrdering {
  /** Chance that a good one scores above a bad one, ties counted half (Mann & Whitney 1947). */
  readonly auc: number
  /** 2 · AUC − 1. */
  readonly gini: number
  /** Largest distance between the shares of bads and of goods below a score (Kolmogorov & Smirnov). */
  readonly ks: number
}

/**
 * AUC, Gini and KS in one pass over the sorted scores; NaN where all outcomes are one.
 *
 * @example
 * orderingOf(Float64Array.of(1, 2, 3, 4), Uint8Array.of(1, 0, 1, 0)) // => { auc: 0.75, gini: 0.5, ks: 0.5 }
 */
export function orderingOf(scores: Float64Array, bad: Uint8Array): ScoreOrdering {
  const places = ascending(scores)
  let bads = 0
  for (let i = 0; i < bad.length; i++) bads += bad[i] as number
  const goods = bad.length - bads
  let pairs = 0
  let ks = 0
  let goodBelow = 0
  let badBelow = 0
  for (let at = 0; at < places.length; ) {
    const score = scores[places[at] as number] as number
    let goodHere = 0
    let badHere = 0
    for (; at < places.length && scores[places[at] as number] === score; at++)
      if (bad[places[at] as number] === 1) badHere++
      else goodHere++
    pairs += goodHere * (badBelow + badHere / 2)
    goodBelow += goodHere
    badBelow += badHere
    ks = Math.max(ks, Math.abs(badBelow / bads - goodBelow / goods))
  }
  const auc = pairs / (goods * bads)
  return { auc, gini: 2 * auc - 1, ks: goods * bads === 0 ? Number.NaN : ks }
}

/** Mean squared error of the probabilities of the good event (Brier 1950). `brierScore([0.5], [0])` is 0.25. */
export function brierScore(probabilities: Float64Array, bad: Uint8Array): number {
  let sum = 0
  for (let i = 0; i < bad.length; i++) sum += (1 - (bad[i] as number) - (probabilities[i] as number)) ** 2
  return sum / bad.length
}

/** Mean of −ln of the probability given to what came. `logLoss([0.5], [0])` is ln 2. */
export function logLoss(probabilities: Float64Array, bad: Uint8Array): number {
  let sum = 0
  for (let i = 0; i < bad.length; i++) {
    const p = probabilities[i] as number
    sum -= Math.log(bad[i] === 1 ? 1 - p : p)
  }
  return sum / bad.length
}

/**
 * Expected calibration error: the rows fall into `bins` equally wide stretches of probability; the mean distance
 * between mean probability and share of goods in each, weighted by rows (Naeini, Cooper & Hauskrecht 2015).
 */
export function calibrationError(probabilities: Float64Array, bad: Uint8Array, bins = 10): number {
  const gaps = new Float64Array(bins)
  for (let i = 0; i < bad.length; i++) {
    const p = probabilities[i] as number
    const bin = Math.min(bins - 1, Math.floor(p * bins))
    gaps[bin] = (gaps[bin] as number) + p - (1 - (bad[i] as number))
  }
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / bad.length
}

/**
 * Standard error of the AUC without a normality assumption (DeLong, DeLong & Clarke-Pearson 1988, Biometrics 44,
 * 837–845), from mid-ranks in one sort (Sun & Xu 2014). Rows of the same `kin` count as one draw (Obuchowski 1997,
 * Biometrics 53, 567–578).
 */
export function aucStandardError(scores: Float64Array, bad: Uint8Array, kin?: Uint32Array): number {
  const all = midRanks(scores)
  const inGood = midRanks(scores.filter((_, i) => bad[i] === 0))
  const inBad = midRanks(scores.filter((_, i) => bad[i] === 1))
  const goods = inGood.length
  const bads = inBad.length
  const auc = (sumOf(all.filter((_, i) => bad[i] === 0)) - (goods * (goods + 1)) / 2) / (goods * bads)
  const places = Uint32Array.from(scores, (_, i) => kin?.[i] ?? i)
  const most = places.reduce((top, place) => Math.max(top, place), 0)
  const ofGood = new Float64Array(most + 1)
  const ofBad = new Float64Array(most + 1)
  const withGood = new Set<number>()
  const withBad = new Set<number>()
  let g = 0
  let b = 0
  for (let i = 0; i < scores.length; i++) {
    const rank = all[i] as number
    const place = places[i] as number
    if (bad[i] === 1) {
      ofBad[place] = (ofBad[place] as number) + 1 - (rank - (inBad[b++] as number)) / goods - auc
      withBad.add(place)
    } else {
      ofGood[place] = (ofGood[place] as number) + (rank - (inGood[g++] as number)) / bads - auc
      withGood.add(place)
    }
  }
  const draws = new Set(places).size
  const freed = (count: number): number => count / (count - 1)
  return Math.sqrt(
    (freed(withGood.size) * sumOf(ofGood.map((x) => x * x))) / goods ** 2 +
      (freed(withBad.size) * sumOf(ofBad.map((x) => x * x))) / bads ** 2 +
      (2 * freed(draws) * sumOf(ofGood.map((x, place) => x * (ofBad[place] as number)))) / (goods * bads),
  )
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0)

/** Ranks from 1, the mean rank for equal scores. */
function midRanks(scores: Float64Array): Float64Array {
  const places = ascending(scores)
  const ranks = new Float64Array(scores.length)
  for (let from = 0; from < places.length; ) {
    let to = from + 1
    while (to < places.length && scores[places[to] as number] === scores[places[from] as number]) to++
    for (let k = from; k < to; k++) ranks[places[k] as number] = (from + to + 1) / 2
    from = to
  }
  return ranks
}
