import { solveInPlace } from '../numbers/cholesky.ts'
import { isFew, type Problem } from './problem.ts'
import { type DualPoint, dualPoint, evaluateDual, isPaired, type Sample } from './smoothDual.ts'

/** Prices of the pools and the bound they prove. */
export interface Dual {
  /** Minor units for one unit of each pool. */
  readonly prices: Float64Array
  /** At most this much can be brought in; the lowest bound found. */
  readonly bound: number
}

/** The bound is this near to the optimum of the linear relaxation, as a share of it, before the search ends. */
const TOLERANCE = 2e-6
const FINE_TOLERANCE = 1e-9
/** Fewest groups of a sample: fewer would give poor prices to start from. */
const SMALLEST_SAMPLE = 8192
const NEXT_SAMPLE = 8
/** How far each round narrows the blur, and how many steps it may take. */
const NARROWING = 0.3
const MOST_STEPS = 12
const MOST_ROUNDS = 40

/**
 * Minimises the Lagrangian dual: prices at which nobody would be served otherwise, and every pool that has a price is
 * used up. Newton steps on a smooth neighbour that is narrowed until its own fractional plan proves the bound (path
 * following; projected on prices of at least 0 as in Bertsekas 1982, SIAM J. Control 20, 221–246). Prices of a sample
 * start the search on more, so that a million groups take few passes.
 */
export function minimiseDual(problem: Problem, start?: Float64Array): Dual {
  const pools = problem.available.length
  if (problem.groups === 0) return { prices: new Float64Array(pools), bound: 0 }
  const worth = meanBest(problem)
  const typical = typicalAmounts(problem)
  let prices: Float64Array = start?.slice() ?? new Float64Array(pools)
  let mu = worth * (start === undefined ? 0.25 : 0.02)
  let best: Dual = { prices, bound: Number.POSITIVE_INFINITY }
  for (const sample of samplesOf(problem)) {
    const found = followPath({ problem, sample, typical, worth, damping: DAMPING }, prices, mu)
    prices = found.prices
    mu = found.mu
    best = found
  }
  return isFew(problem) ? lowered(problem, best) : best
}

/** Halvings of a price: more than its digits. */
const HALVINGS = 50

/**
 * The lowest of prices that prove the same bound. Few borrowers leave each price a stretch to be in; its lower end is
 * what one more unit would bring, its upper end what the last one brought.
 */
function lowered(problem: Problem, { prices, bound }: Dual): Dual {
  const point = dualPoint(prices.length)
  point.prices.set(prices)
  const most = bound * (1 + 1e-10)
  const proves = (p: number, price: number): boolean => {
    point.prices[p] = price
    // Without any blur: the dual itself.
    evaluateDual(problem, { members: undefined, share: 1 }, Number.MIN_VALUE, point)
    return point.bound <= most
  }
  for (let p = 0; p < prices.length; p++) {
    let high = point.prices[p] as number
    if (high === 0) continue
    let low = 0
    if (proves(p, 0)) high = 0
    for (let i = 0; i < HALVINGS && high - low > 1e-9 * high; i++) {
      const middle = (low + high) / 2
      if (proves(p, middle)) high = middle
      else low = middle
    }
    point.prices[p] = high
  }
  return { prices: point.prices, bound }
}

/** Samples each a part of the next, and last of all everyone. */
function samplesOf({ groups, mark }: Problem): Sample[] {
  const samples: Sample[] = [{ members: undefined, share: 1 }]
  for (let part = NEXT_SAMPLE; groups / part >= SMALLEST_SAMPLE; part *= NEXT_SAMPLE) {
    const members: number[] = []
    for (let g = 0; g < groups; g++) if ((mark[g] as number) < 2 ** 32 / part) members.push(g)
    if (members.length > 0)
      samples.unshift({ members: Uint32Array.from(members), share: members.length / groups })
  }
  return samples
}

interface Search {
  readonly problem: Problem
  readonly sample: Sample
  readonly typical: Float64Array
  readonly worth: number
  /**
   * How many typical borrowers are taken to hesitate at every pool besides those who do: no step without bounds where
   * nobody does. Less after a step that went well, more after one that had to be shortened (Levenberg, Marquardt).
   */
  damping: number
}

const DAMPING = 0.2
const LEAST_DAMPING = 1e-9
const DAMPING_STEP = 8

function followPath(search: Search, start: Float64Array, startMu: number): Dual & { readonly mu: number } {
  const { problem, sample, worth, typical } = search
  const pools = start.length
  let at = dualPoint(pools)
  let trial = dualPoint(pools)
  at.prices.set(start)
  let bestPrices = start.slice()
  let bestBound = Number.POSITIVE_INFINITY
  const keep = ({ bound, prices }: DualPoint) => {
    if (!(bound < bestBound)) return
    bestBound = bound
    bestPrices = prices.slice()
  }
  let mu = startMu
  // A sample is only as exact as a sample can be: narrower than its noise would gain nothing.
  const tolerance = sample.members !== undefined ? 3e-5 : isFew(problem) ? FINE_TOLERANCE : TOLERANCE
  for (let round = 0; round < MOST_ROUNDS && mu > worth * 1e-12; round++) {
    evaluateDual(problem, sample, mu, at)
    keep(at)
    for (let step = 0; step < MOST_STEPS; step++) {
      if (unsettled(at, typical, mu) <= 0.3 * at.blur + 0.1 * tolerance * at.bound) break
      const moved = stepFrom(search, at, trial, mu)
      if (!moved) break
      ;[at, trial] = [trial, at]
      keep(at)
    }
    if (at.blur + unsettled(at, typical, mu) <= tolerance * at.bound) break
    mu *= NARROWING
  }
  return { prices: bestPrices, bound: bestBound, mu }
}

/** What the pools miss or leave over, at their prices: 0 where the smooth choice is a plan that uses up what has a price. */
function unsettled({ prices, slack }: DualPoint, typical: Float64Array, mu: number): number {
  let sum = 0
  for (let p = 0; p < prices.length; p++) {
    const left = slack[p] as number
    const price = prices[p] as number
    // What is missing without a price is missed at the least price that would be felt.
    sum += left < 0 ? -left * Math.max(price, mu / (typical[p] as number)) : left * price
  }
  return sum
}

/** Steps that are halved more often than this lead nowhere. */
const MOST_HALVINGS = 25

/** One Newton step from `at` into `trial`, shortened until it descends. False when none does. */
function stepFrom(search: Search, at: DualPoint, trial: DualPoint, mu: number): boolean {
  const direction = newtonDirection(at, search, mu)
  const pools = direction.length
  let length = 1
  for (let halving = 0; halving < MOST_HALVINGS; halving++) {
    let expected = 0
    for (let p = 0; p < pools; p++) {
      const price = at.prices[p] as number
      const next = Math.max(0, price + length * (direction[p] as number))
      trial.prices[p] = next
      expected += (at.slack[p] as number) * (next - price)
    }
    if (expected >= 0) return false
    evaluateDual(search.problem, search.sample, mu, trial)
    if (trial.smooth <= at.smooth + 1e-4 * expected) {
      const { damping } = search
      search.damping =
        halving === 0
          ? Math.max(LEAST_DAMPING, damping / DAMPING_STEP)
          : Math.min(DAMPING, damping * DAMPING_STEP)
      return true
    }
    length *= 0.4
  }
  return false
}

/** Where Newton's method would go from here; a price of 0 that would fall stays where it is. */
function newtonDirection(at: DualPoint, { typical, damping }: Search, mu: number): Float64Array {
  const pools = at.prices.length
  const free: number[] = []
  for (let p = 0; p < pools; p++)
    if ((at.prices[p] as number) > 0 || (at.slack[p] as number) < 0) free.push(p)
  const direction = new Float64Array(pools)
  const least = (p: number): number => (damping * (typical[p] as number) ** 2) / mu
  if (!isPaired(pools)) {
    for (const p of free) direction[p] = -(at.slack[p] as number) / ((at.curvature[p] as number) + least(p))
    return direction
  }
  const size = free.length
  const matrix = new Float64Array(size * size)
  const step = new Float64Array(size)
  free.forEach((p, i) => {
    step[i] = -(at.slack[p] as number)
    for (let j = 0; j <= i; j++)
      matrix[i * size + j] = at.curvature[p * pools + (free[j] as number)] as number
    const own = i * size + i
    matrix[own] = (matrix[own] as number) * (1 + 1e-9) + least(p)
  })
  solveInPlace(matrix, size, step)
  free.forEach((p, i) => {
    direction[p] = step[i] as number
  })
  return direction
}

/** Mean over groups of what their best option is worth: the scale of the blur. */
function meanBest({ groups, firstOption, value }: Problem): number {
  let sum = 0
  for (let g = 0; g < groups; g++) {
    let best = 0
    for (let o = firstOption[g] as number; o < (firstOption[g + 1] as number); o++)
      best = Math.max(best, value[o] as number)
    sum += best
  }
  return groups === 0 ? 0 : sum / groups
}

/** Mean amount taken of each pool by those who take from it; 1 where nobody does. */
function typicalAmounts({ groups, firstOption, firstTake, pool, amount, available }: Problem): Float64Array {
  const sums = new Float64Array(available.length)
  const counts = new Float64Array(available.length)
  const end = firstTake[firstOption[groups] as number] as number
  for (let t = 0; t < end; t++) {
    const p = pool[t] as number
    sums[p] = (sums[p] as number) + (amount[t] as number)
    counts[p] = (counts[p] as number) + 1
  }
  return sums.map((sum, p) => (counts[p] === 0 ? 1 : sum / (counts[p] as number)))
}
