import { failure } from '../../words/failure.ts'
import { boundedQuadratic } from './boundedQuadratic.ts'
import type { Design } from './design.ts'
import { type Likelihood, likelihoodAt, logLikelihoodAt } from './likelihood.ts'

export interface LogisticFit {
  /** Of the log odds of the good event: the intercept, then one for each column; 0 where held at its bound. */
  readonly coefficients: readonly number[]
  /** Places of the coefficients that are not held at 0, the intercept's first. */
  readonly free: readonly number[]
  readonly iterations: number
  readonly logLikelihood: number
  /** Of the intercept alone. */
  readonly nullLogLikelihood: number
  /** Fisher's information at the coefficients, ridge included, row by row. */
  readonly information: Float64Array
  /** How well the optimality conditions hold, as the largest breach relative to the number of rows; at most 1e-8. */
  readonly breach: number
}

export interface FitSettings {
  /** Ridge: half of this times the squares of the coefficients, but the intercept's, is taken off the log likelihood. */
  readonly ridge: number
}

/** Newton's method squares the error every time; what has not arrived by then never will. */
const MOST_ITERATIONS = 50
/** Largest breach of the optimality conditions, a row. */
const OPTIMAL = 1e-9
/** Log odds so far out for every row mean that nothing holds the coefficients back. */
const SEPARATED = 1e-6

/**
 * Logistic regression with an intercept and every bounded column's coefficient at 0 or above, which on weights of
 * evidence and on steps means that worse behaviour never earns points. Newton's method: every step solves the bounded
 * quadratic problem exactly and is halved until the likelihood rises. The problem is convex, so the optimality conditions (Karush, Kuhn &
 * Tucker: no slope along a free coefficient, none upwards at a bound), checked at the end, prove the result.
 *
 * @throws a Failure: `train.separated` when the outcomes can be told apart without error, `train.notConverged` when
 * the conditions do not hold after 50 steps.
 */
export function fitLogistic(design: Design, settings: FitSettings): LogisticFit {
  const size = design.columns.length + 1
  const bounded = [false, ...design.columns.map((column) => column.bounded)]
  let coefficients = startAt(design, size)
  const start = likelihoodAt(design, coefficients)
  let here = start
  let free: readonly number[] = Array.from({ length: size }, (_, j) => j)
  for (let iterations = 0; ; iterations++) {
    const { gradient, information } = penalised(here, coefficients, settings.ridge)
    const breach = breachOf(gradient, coefficients, bounded) / design.count
    if (breach <= OPTIMAL) {
      return {
        coefficients,
        free: coefficients.flatMap((value, j) => (j === 0 || value !== 0 ? [j] : [])),
        iterations,
        logLikelihood: here.value,
        nullLogLikelihood: start.value,
        information,
        breach,
      }
    }
    if (iterations >= MOST_ITERATIONS)
      throw failure(
        'train.notConverged',
        `the fit did not settle in ${MOST_ITERATIONS} steps; use fewer characteristics, larger bins or a ridge above 0`,
      )
    if (here.value / design.count > -SEPARATED) throw separated()
    const aim = gradient.map((slope, j) => slope + rowDot(information, j, coefficients))
    const solved = boundedQuadratic(information, aim, bounded, free)
    free = solved.free
    coefficients = stepTowards(design, coefficients, solved.x, here.value, settings.ridge)
    here = likelihoodAt(design, coefficients)
  }
}

export const separated = (feature?: string) =>
  failure(
    'train.separated',
    `${feature === undefined ? 'the characteristics together tell' : `"${feature}" alone tells`} good from bad without a single error, so no coefficient is large enough; look for a characteristic that knows the outcome, and leave it out`,
  )

/** Nothing but the base rate. */
function startAt({ count, good }: Design, size: number): number[] {
  let goods = 0
  for (let i = 0; i < count; i++) goods += good[i] as number
  const coefficients = new Array<number>(size).fill(0)
  coefficients[0] = Math.log(goods / (count - goods))
  return coefficients
}

function penalised({ gradient, information }: Likelihood, coefficients: readonly number[], ridge: number) {
  if (ridge === 0) return { gradient, information }
  const size = coefficients.length
  const curved = information.slice()
  for (let j = 1; j < size; j++) curved[j * size + j] = (curved[j * size + j] as number) + ridge
  return {
    gradient: gradient.map((slope, j) => (j === 0 ? slope : slope - ridge * (coefficients[j] as number))),
    information: curved,
  }
}

function breachOf(
  gradient: Float64Array,
  coefficients: readonly number[],
  bounded: readonly boolean[],
): number {
  let breach = 0
  for (const [j, value] of coefficients.entries()) {
    const slope = gradient[j] as number
    const held = bounded[j] === true && value === 0
    breach = Math.max(breach, held ? slope : Math.abs(slope))
  }
  return breach
}

function stepTowards(
  design: Design,
  from: readonly number[],
  to: readonly number[],
  value: number,
  ridge: number,
): number[] {
  const penalty = (at: readonly number[]) =>
    (ridge / 2) * at.reduce((sum, b, j) => sum + (j === 0 ? 0 : b * b), 0)
  const before = value - penalty(from)
  for (let share = 1; share > 1e-6; share /= 2) {
    const there = from.map((b, j) => (share === 1 ? (to[j] as number) : b + share * ((to[j] as number) - b)))
    if (logLikelihoodAt(design, there) - penalty(there) >= before - 1e-9 * Math.abs(before)) return there
  }
  return [...to]
}

const rowDot = (information: Float64Array, row: number, x: readonly number[]): number =>
  x.reduce((sum, value, k) => sum + (information[row * x.length + k] as number) * value, 0)
