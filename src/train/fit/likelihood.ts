import { type Design, logOddsOf } from './design.ts'

/** The log likelihood of a logistic regression at some coefficients, with its slope and curvature there. */
export interface Likelihood {
  readonly value: number
  /** By coefficient, intercept first. */
  readonly gradient: Float64Array
  /** Fisher's information, row by row. */
  readonly information: Float64Array
}

/** ln(1 + eˣ) without overflow. */
const softplus = (x: number): number => (x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)))

/**
 * One pass over the rows adds up weights and residuals by code and by pairs of codes; columns come from those sums.
 * So the rows cost the square of the characteristics, however many columns are made of each; where each has one
 * column, the columns themselves are multiplied, which is faster.
 */
export function likelihoodAt(design: Design, coefficients: readonly number[]): Likelihood {
  const { count, good, codes, sizes, columns } = design
  const logOdds = logOddsOf(design, coefficients)
  const weights = new Float64Array(count)
  const residuals = new Float64Array(count)
  let value = 0
  for (let i = 0; i < count; i++) {
    const x = logOdds[i] as number
    const p = 1 / (1 + Math.exp(-x))
    value += (good[i] as number) * x - softplus(x)
    weights[i] = p * (1 - p)
    residuals[i] = (good[i] as number) - p
  }
  const gradient = new Float64Array(columns.length + 1)
  const information = new Float64Array(gradient.length ** 2)
  gradient[0] = vectorSum(residuals)
  information[0] = vectorSum(weights)
  const single = new Set(columns.map(({ of }) => of)).size === columns.length
  if (single) addProducts(information, weightedProducts(design, weights), columns.length)
  for (let f = 0; f < codes.length; f++) {
    const own = codes[f] as Uint8Array
    const size = sizes[f] as number
    const slope = byCode(own, residuals, size)
    const mass = byCode(own, weights, size)
    for (const [j, column] of columns.entries()) {
      if (column.of !== f) continue
      gradient[j + 1] = dot(column.values, slope)
      setBoth(information, gradient.length, 0, j + 1, dot(column.values, mass))
    }
    if (single) continue
    for (let g = 0; g <= f; g++)
      addPair(
        design,
        information,
        f,
        g,
        f === g ? diagonal(mass) : byPair(own, codes[g] as Uint8Array, weights, size, sizes[g] as number),
      )
  }
  return { value, gradient, information }
}

/** The log likelihood alone. */
export function logLikelihoodAt(design: Design, coefficients: readonly number[]): number {
  const logOdds = logOddsOf(design, coefficients)
  let value = 0
  for (let i = 0; i < design.count; i++)
    value += (design.good[i] as number) * (logOdds[i] as number) - softplus(logOdds[i] as number)
  return value
}

function byCode(codes: Uint8Array, of: Float64Array, size: number): Float64Array {
  const sums = new Float64Array(size)
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number
    sums[code] = (sums[code] as number) + (of[i] as number)
  }
  return sums
}

function byPair(a: Uint8Array, b: Uint8Array, of: Float64Array, sizeA: number, sizeB: number): Float64Array {
  const sums = new Float64Array(sizeA * sizeB)
  for (let i = 0; i < a.length; i++) {
    const at = (a[i] as number) * sizeB + (b[i] as number)
    sums[at] = (sums[at] as number) + (of[i] as number)
  }
  return sums
}

function diagonal(mass: Float64Array): Float64Array {
  const sums = new Float64Array(mass.length ** 2)
  for (let code = 0; code < mass.length; code++) sums[code * mass.length + code] = mass[code] as number
  return sums
}

/** The information of every column with every other, beside the intercept's. */
function addProducts(to: Float64Array, products: Float64Array, size: number): void {
  for (let j = 0; j < size; j++)
    for (let k = 0; k < size; k++) to[(j + 1) * (size + 1) + k + 1] = products[j * size + k] as number
}

/** The information of every column of one characteristic with every one of another. */
function addPair(
  { columns, sizes }: Design,
  to: Float64Array,
  f: number,
  g: number,
  sums: Float64Array,
): void {
  const sizeB = sizes[g] as number
  for (const [j, a] of columns.entries()) {
    if (a.of !== f) continue
    const along = new Float64Array(sizeB)
    for (let code = 0; code < a.values.length; code++) {
      const value = a.values[code] as number
      if (value !== 0)
        for (let other = 0; other < sizeB; other++)
          along[other] = (along[other] as number) + value * (sums[code * sizeB + other] as number)
    }
    for (const [k, b] of columns.entries())
      if (b.of === g) setBoth(to, columns.length + 1, j + 1, k + 1, dot(b.values, along))
  }
}

function setBoth(matrix: Float64Array, size: number, row: number, column: number, value: number): void {
  matrix[row * size + column] = value
  matrix[column * size + row] = value
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0
  for (let i = 0; i < a.length; i++) total += (a[i] as number) * (b[i] as number)
  return total
}

const vectorSum = (values: Float64Array): number => {
  let total = 0
  for (let i = 0; i < values.length; i++) total += values[i] as number
  return total
}

/** So many rows at a time stay in the processor's cache, whatever their number. */
const BLOCK = 1024

/**
 * Σ weight · a · b over the rows, for every pair of columns: row by row, one after the other as in the design. For
 * designs of one column a characteristic, where it takes a third of the time of adding up by pairs of codes.
 */
export function weightedProducts({ count, codes, columns }: Design, weights: Float64Array): Float64Array {
  const size = columns.length
  const values = columns.map(() => new Float64Array(BLOCK))
  const weighted = new Float64Array(BLOCK)
  const sums = new Float64Array(size * size)
  for (let from = 0; from < count; from += BLOCK) {
    const rows = Math.min(BLOCK, count - from)
    for (const [j, { of, values: byCode }] of columns.entries())
      decode(codes[of] as Uint8Array, from, rows, byCode, values[j] as Float64Array)
    for (const [j, a] of values.entries()) {
      for (let i = 0; i < rows; i++) weighted[i] = (weights[from + i] as number) * (a[i] as number)
      for (let k = 0; k <= j; k++) {
        const sum = dotOfRows(weighted, values[k] as Float64Array, rows)
        sums[j * size + k] = (sums[j * size + k] as number) + sum
      }
    }
  }
  for (let j = 0; j < size; j++) for (let k = 0; k < j; k++) sums[k * size + j] = sums[j * size + k] as number
  return sums
}

function decode(codes: Uint8Array, from: number, rows: number, byCode: Float64Array, to: Float64Array): void {
  for (let i = 0; i < rows; i++) to[i] = byCode[codes[from + i] as number] as number
}

/** Four sums side by side do not wait for one another. */
function dotOfRows(a: Float64Array, b: Float64Array, rows: number): number {
  let s = 0
  let t = 0
  let u = 0
  let v = 0
  let i = 0
  for (; i < rows - 3; i += 4) {
    s += (a[i] as number) * (b[i] as number)
    t += (a[i + 1] as number) * (b[i + 1] as number)
    u += (a[i + 2] as number) * (b[i + 2] as number)
    v += (a[i + 3] as number) * (b[i + 3] as number)
  }
  for (; i < rows; i++) s += (a[i] as number) * (b[i] as number)
  return s + t + u + v
}
