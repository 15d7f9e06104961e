import { failure } from '../kernel/failure.ts'
import { sigmoid } from '../kernel/maths.ts'

/** A bound far outside what held-out scores give; a slope at 0 or below would turn the order round. */
const LEAST_SLOPE = 0.01

/**
 * Platt's map (1999, "Probabilistic Outputs for Support Vector Machines"): a and b of `logit p′ = a · logit p + b` by
 * maximum likelihood, with Newton's method; without his smoothing of the targets, which matters for a handful of rows.
 *
 * @throws a Failure `train.noInformation` when the score orders held-out rows no better than chance.
 * @example
 * fitPlatt(logOdds, bad) // => { a: 1, b: 0 } for a score that is calibrated already
 */
export function fitPlatt(logOdds: Float64Array, bad: Uint8Array): { a: number; b: number } {
  const { a, b } = fitLine(
    logOdds,
    bad.map((one) => 1 - one),
    bad,
  )
  if (!(a > LEAST_SLOPE))
    throw failure(
      'train.noInformation',
      'on rows held out, the score orders borrowers no better than chance; use more rows, fewer characteristics or larger bins',
    )
  return { a, b }
}

/**
 * The same for counts: so many good and bad at each x. Not finite, or far from 0, where good and bad do not overlap.
 * `fitLine([0], [3], [1])` has no slope to find, and b = ln 3.
 */
export function fitLine(
  x: ArrayLike<number>,
  good: ArrayLike<number>,
  bad: ArrayLike<number>,
): { a: number; b: number } {
  let a = 1
  let b = 0
  for (let iteration = 0; iteration < 100; iteration++) {
    let ga = 0
    let gb = 0
    let haa = 1e-12
    let hab = 0
    let hbb = 1e-12
    for (let i = 0; i < bad.length; i++) {
      const at = x[i] as number
      const count = (good[i] as number) + (bad[i] as number)
      const p = sigmoid(a * at + b)
      const residual = (good[i] as number) - count * p
      const weight = count * p * (1 - p)
      ga += residual * at
      gb += residual
      haa += weight * at * at
      hab += weight * at
      hbb += weight
    }
    const determinant = haa * hbb - hab * hab
    const da = (hbb * ga - hab * gb) / determinant
    const db = (haa * gb - hab * ga) / determinant
    // A long step is cut, so that a poor start cannot run away.
    const cut = Math.min(1, 5 / Math.max(Math.abs(da), Math.abs(db)))
    a += cut * da
    b += cut * db
    if (Math.abs(da) + Math.abs(db) < 1e-12) break
  }
  return { a, b }
}
