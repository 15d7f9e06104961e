import LogisticRegression from 'ml-logistic-regression'
import { Matrix, QrDecomposition, solve } from 'ml-matrix'
import { independent } from '../../numbers/cholesky.ts'
import { type Design, logOddsOf } from './design.ts'
import { fitLogistic } from './fitLogistic.ts'

/** How the coefficients of two unrelated solvers compare. */
export interface SolverAgreement {
  /** Of the coefficients; intercept included. */
  readonly largestDifference: number
  readonly rows: number
  readonly columns: number
  readonly steps: number
}

/** The most rows compared: the second solver's time grows with every one. */
const MOST_ROWS = 20_000
/** Steps tried, each from the start: the second solver cannot be continued, and has no test of its own. */
const STEPS = [60, 200, 800] as const
/** Enough agreement not to try more steps. */
const CLOSE = 1e-5

/**
 * Fits the free columns again without bounds and ridge, once by our Newton's method and once by ml-logistic-regression,
 * on the same rows (evenly taken where there are many). That solver ascends the gradient in fixed steps; on columns
 * made orthonormal (X = QR) a step of 4 is Böhning and Lindsay's (1988, Annals of the Institute of
 * Statistical Mathematics 40, 641–663) lower bound of the likelihood, which rises at every step. It has no intercept,
 * so a column of ones is one of its columns, and it trains against class 0 and class 1 in turn: the first of the two
 * has the sign of ours.
 */
export function compareSolvers(
  design: Design,
  free: readonly number[],
  tries: readonly number[] = STEPS,
): SolverAgreement {
  const stride = Math.ceil(design.count / MOST_ROWS)
  const all = everyRow(design, stride, free)
  const whole = matrixOf(all)
  const size = whole.columns
  const gram = whole.transpose().mmul(whole)
  // A ridge keeps columns apart that say the same; without one the first of them stands for all.
  const places = independent(
    gram.to1DArray(),
    Array.from({ length: size }, (_, j) => j),
    size,
  )
  const part = { ...all, columns: all.columns.filter((_, j) => places.includes(j + 1)) }
  const ours = fitLogistic(part, { ridge: 0 })
  const x = matrixOf(part)
  const { orthogonalMatrix: whitened, upperTriangularMatrix: factor } = new QrDecomposition(x)
  const outcomes = Matrix.columnVector(Array.from(part.good))
  let largestDifference = Number.POSITIVE_INFINITY
  let steps = 0
  for (const tried of tries) {
    const solver = new LogisticRegression({ numSteps: tried, learningRate: 4 })
    solver.train(whitened, outcomes)
    const weights = solver.classifiers[0]?.weights as Matrix
    const theirs = solve(factor, weights.transpose()).to1DArray()
    largestDifference = Math.max(
      ...ours.coefficients.map((value, j) => Math.abs(value - (theirs[j] as number))),
    )
    steps = tried
    if (largestDifference <= CLOSE) break
  }
  return { largestDifference, rows: part.count, columns: part.columns.length, steps }
}

/** Every so many rows, and the free columns alone, without bounds. */
function everyRow(design: Design, stride: number, free: readonly number[]): Design {
  const every = (values: Uint8Array) => values.filter((_, i) => i % stride === 0)
  const good = every(design.good)
  return {
    ...design,
    count: good.length,
    good,
    codes: design.codes.map(every),
    columns: design.columns
      .filter((_, j) => free.includes(j + 1))
      .map((column) => ({ ...column, bounded: false, floor: 0 })),
  }
}

function matrixOf(design: Design): Matrix {
  const columns = design.columns.map((column) => logOddsOf({ ...design, columns: [column] }, [0, 1]))
  return Matrix.from1DArray(columns.length + 1, design.count, [
    ...new Float64Array(design.count).fill(1),
    ...columns.flatMap((column) => [...column]),
  ]).transpose()
}
