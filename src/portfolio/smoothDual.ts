import type { Problem } from './problem.ts'

/**
 * What the Lagrangian dual is at some prices, and how it changes with them. With `r(o) = value(o) − prices · takes(o)`
 * the dual is `L = Σ_groups max(0, max r) + prices · available`: above every plan's value (Fisher 1981, Management
 * Science 27, 1–18). It has kinks, so a smooth neighbour is minimised in its place, with the maxima replaced by
 * `μ ln Σ exp(r / μ)`: as if every borrower chose by a logit of spread μ (Nesterov 2005, Mathematical Programming 103).
 */
export interface DualPoint {
  readonly prices: Float64Array
  /** L itself: a bound whatever the prices. */
  bound: number
  /** Its smooth neighbour, for this μ. */
  smooth: number
  /** How far the smooth choice of each group stays below its maximum, added up. */
  blur: number
  /** Gradient of the smooth dual: what is available less what is used. */
  readonly slack: Float64Array
  /** Its second derivative, pools × pools, row by row; only the diagonal where there are too many pools. */
  readonly curvature: Float64Array
}

/** More pools than this take too much room and time in pairs. */
const MOST_PAIRED = 1024

export const isPaired = (pools: number): boolean => pools <= MOST_PAIRED

export function dualPoint(pools: number): DualPoint {
  const size = isPaired(pools) ? pools * pools : pools
  return {
    prices: new Float64Array(pools),
    bound: 0,
    smooth: 0,
    blur: 0,
    slack: new Float64Array(pools),
    curvature: new Float64Array(size),
  }
}

/** Options this many μ below the best have no weight that counts. */
const NEGLIGIBLE = 30

/** The groups that are looked at, all of them where no list says which, and their share of what is available. */
export interface Sample {
  readonly members: Uint32Array | undefined
  readonly share: number
}

/** What goes over the groups, and what it gathers on the way. */
interface Pass {
  readonly problem: Problem
  readonly members: Uint32Array | undefined
  readonly mu: number
  readonly point: DualPoint
  /** Of a group each option's value less what it takes at the prices, then its weight. */
  readonly priced: Float64Array
  /** Of a group what it takes of each pool on average, and of which pools that is anything. */
  readonly mean: Float64Array
  readonly touched: number[]
  /** Bound, smooth dual and blur. */
  readonly sums: Float64Array
}

/** Groups in one call: a long loop that is entered seldom is slow in JavaScript, a short one that is called often is not. */
const CHUNK = 1024

/**
 * Evaluates the dual of a problem, or of a sample of it, at `point.prices`, into `point`. One pass; only groups that
 * hesitate between options take more than a few operations.
 */
export function evaluateDual(
  problem: Problem,
  { members, share }: Sample,
  mu: number,
  point: DualPoint,
): void {
  const { available, mostOptions, groups } = problem
  const { prices, slack, curvature } = point
  const pools = prices.length
  const priced = new Float64Array(mostOptions)
  const sums = new Float64Array(3)
  const pass = { problem, members, mu, point, priced, mean: new Float64Array(pools), touched: [], sums }
  curvature.fill(0)
  let there = 0
  for (let p = 0; p < pools; p++) {
    slack[p] = (available[p] as number) * share
    there += (slack[p] as number) * (prices[p] as number)
  }
  const count = members?.length ?? groups
  for (let from = 0; from < count; from += CHUNK) addGroups(pass, from, Math.min(count, from + CHUNK))
  point.bound = there + (sums[0] as number)
  point.smooth = there + (sums[1] as number)
  point.blur = sums[2] as number
}

function addGroups(pass: Pass, begin: number, end: number): void {
  const { problem, members, mu, point, priced, sums } = pass
  const { firstOption, value, firstTake, pool, amount } = problem
  const { prices, slack } = point
  const reach = NEGLIGIBLE * mu
  let bound = 0
  let smooth = 0
  for (let i = begin; i < end; i++) {
    const g = members === undefined ? i : (members[i] as number)
    const from = firstOption[g] as number
    const to = firstOption[g + 1] as number
    let best = 0
    let bestOption = -1
    let second = Number.NEGATIVE_INFINITY
    for (let o = from; o < to; o++) {
      let r = value[o] as number
      const last = firstTake[o + 1] as number
      for (let t = firstTake[o] as number; t < last; t++)
        r -= (prices[pool[t] as number] as number) * (amount[t] as number)
      priced[o - from] = r
      if (r > best) {
        second = best
        best = r
        bestOption = o
      } else if (r > second) second = r
    }
    bound += best
    if (second >= best - reach) {
      addHesitating(pass, from, to, best)
      continue
    }
    smooth += best
    if (bestOption < 0) continue
    const last = firstTake[bestOption + 1] as number
    for (let t = firstTake[bestOption] as number; t < last; t++) {
      const p = pool[t] as number
      slack[p] = (slack[p] as number) - (amount[t] as number)
    }
  }
  sums[0] = (sums[0] as number) + bound
  sums[1] = (sums[1] as number) + smooth
}

/** A group that hesitates between options: each has the weight of a logit, and so has nothing at all. */
function addHesitating(
  { problem, mu, point, priced, mean, touched, sums }: Pass,
  from: number,
  to: number,
  best: number,
): void {
  const { firstTake, pool, amount } = problem
  const { slack, curvature } = point
  const pools = slack.length
  const paired = isPaired(pools)
  const reach = NEGLIGIBLE * mu
  let total = best > reach ? 0 : Math.exp(-best / mu)
  let lost = total * best
  for (let i = 0; i < to - from; i++) {
    const behind = best - (priced[i] as number)
    const part = behind > reach ? 0 : Math.exp(-behind / mu)
    priced[i] = part
    total += part
    lost += part * behind
  }
  sums[1] = (sums[1] as number) + best + mu * Math.log(total)
  sums[2] = (sums[2] as number) + lost / total
  touched.length = 0
  for (let o = from; o < to; o++) {
    const weight = (priced[o - from] as number) / total
    if (weight === 0) continue
    const start = firstTake[o] as number
    const last = firstTake[o + 1] as number
    for (let t = start; t < last; t++) {
      const p = pool[t] as number
      const part = weight * (amount[t] as number)
      if (mean[p] === 0) touched.push(p)
      mean[p] = (mean[p] as number) + part
      if (!paired) curvature[p] = (curvature[p] as number) + (part * (amount[t] as number)) / mu
      else
        for (let s = start; s < last; s++) {
          const at = p * pools + (pool[s] as number)
          curvature[at] = (curvature[at] as number) + (part * (amount[s] as number)) / mu
        }
    }
  }
  for (const p of touched) {
    const part = mean[p] as number
    slack[p] = (slack[p] as number) - part
    if (!paired) curvature[p] = (curvature[p] as number) - (part * part) / mu
    else
      for (const q of touched) {
        const at = p * pools + q
        curvature[at] = (curvature[at] as number) - (part * (mean[q] as number)) / mu
      }
  }
  for (const p of touched) mean[p] = 0
}
