import type { Calibration } from '../../input/model.ts'
import { sigmoid } from '../../numbers/maths.ts'
import { failure } from '../../words/failure.ts'

/** Which map from the scale's probability to the one that came true. */
export type CalibrationKind = 'identity' | 'platt' | 'isotonic'

/** Numbers that are stored are rounded, so that a last digit more or less of a sum changes nothing. */
const rounded = (x: number): number => Math.round(x * 1e6) / 1e6

/** Fits a calibration to log odds of rows that the score was not fitted on. */
export function fitCalibration(kind: CalibrationKind, logOdds: Float64Array, bad: Uint8Array): Calibration {
  if (kind === 'identity') return { kind }
  if (kind === 'platt') {
    const { a, b } = fitPlatt(logOdds, bad)
    return { kind, a: rounded(a), b: rounded(b) }
  }
  const { x, y } = fitIsotonic(logOdds.map(sigmoid), bad)
  return strictlyRounded(x, y)
}

/** Knots to six decimals, of those that fall together the last: a model's knots rise. */
function strictlyRounded(x: readonly number[], y: readonly number[]): Calibration {
  const xs: number[] = []
  const ys: number[] = []
  for (const [i, value] of x.entries()) {
    const at = rounded(value)
    if (xs.at(-1) === at) {
      xs.pop()
      ys.pop()
    }
    xs.push(at)
    ys.push(rounded(y[i] as number))
  }
  return { kind: 'isotonic', x: xs, y: ys }
}

/**
 * Isotonic regression of the good event on a probability: the non-decreasing map of least squared error, by pooling
 * adjacent violators (Ayer et al. 1955; Zadrozny & Elkan 2002). The knots are the first and last value of every level
 * stretch, so linear interpolation between them passes through every fitted value, as scikit-learn does.
 *
 * @example
 * fitIsotonic(Float64Array.of(0.1, 0.2, 0.3, 0.4), Uint8Array.of(1, 0, 1, 0))
 * // => { x: [0.1, 0.2, 0.3, 0.4], y: [0, 0.5, 0.5, 1] }
 */
export function fitIsotonic(probabilities: Float64Array, bad: Uint8Array): { x: number[]; y: number[] } {
  const places = Uint32Array.from(probabilities, (_, i) => i)
  places.sort((a, b) => (probabilities[a] as number) - (probabilities[b] as number))
  const blocks: { from: number; to: number; good: number; count: number }[] = []
  for (const place of places) {
    const p = probabilities[place] as number
    const good = 1 - (bad[place] as number)
    const last = blocks.at(-1)
    // Equal values are one point before anything is pooled.
    if (last !== undefined && last.from === p && last.to === p) {
      last.good += good
      last.count++
    } else {
      pool(blocks)
      blocks.push({ from: p, to: p, good, count: 1 })
    }
  }
  pool(blocks)
  const x: number[] = []
  const y: number[] = []
  for (const { from, to, good, count } of blocks) {
    x.push(from)
    y.push(good / count)
    if (to > from) {
      x.push(to)
      y.push(good / count)
    }
  }
  return { x, y }
}

/** Merges the last block into the one before as long as it lies no higher. */
function pool(blocks: { from: number; to: number; good: number; count: number }[]): void {
  while (blocks.length > 1) {
    const last = blocks[blocks.length - 1] as (typeof blocks)[number]
    const before = blocks[blocks.length - 2] as (typeof blocks)[number]
    if (before.good * last.count < last.good * before.count) return
    blocks.pop()
    before.to = last.to
    before.good += last.good
    before.count += last.count
  }
}

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
