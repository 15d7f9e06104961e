import { independent, solveInPlace, submatrix } from '../../numbers/cholesky.ts'

/** Slack on the optimality conditions, relative to the size of what is compared. */
const TOLERANCE = 1e-11

export interface QuadraticMinimum {
  readonly x: readonly number[]
  /** Places that are not held at 0. */
  readonly free: readonly number[]
}

/**
 * The x that makes ½·xᵀHx − cᵀx least with every x that is `bounded` at 0 or above: the active set method of Lawson &
 * Hanson (1974, "Solving Least Squares Problems", chapter 23) on a quadratic form. `hint` names places to begin with
 * off the bound. A place that depends on others before it stays at 0.
 *
 * @example
 * boundedQuadratic([1, 0, 0, 1], [-3, -2], [false, true]) // => { x: [-3, 0], free: [0] }
 */
export function boundedQuadratic(
  h: ArrayLike<number>,
  c: ArrayLike<number>,
  bounded: readonly boolean[],
  hint: readonly number[] = [],
): QuadraticMinimum {
  const size = c.length
  const unbounded = bounded.flatMap((isBounded, j) => (isBounded ? [] : [j]))
  let free = independent(h, [...unbounded, ...hint.filter((j) => bounded[j])], size)
  let x = new Array<number>(size).fill(0)
  const scale = Math.max(1, ...Array.from(c, Math.abs))
  const barred = new Set(unbounded)
  for (let round = 0; round < 20 * size + 20; round++) {
    const solved = solveOn(h, c, free, size)
    const negative = free.filter((j) => bounded[j] === true && (solved[j] as number) <= 0)
    if (negative.length > 0) {
      // Go towards the solution until the first one reaches its bound, and leave it there.
      const reach = (j: number): number => {
        const from = x[j] as number
        return from <= 0 ? 0 : from / (from - (solved[j] as number))
      }
      const step = Math.min(...negative.map(reach))
      const held = new Set(negative.filter((j) => reach(j) <= step))
      x = x.map((from, j) => (held.has(j) ? 0 : from + step * ((solved[j] as number) - from)))
      free = free.filter((j) => !held.has(j))
      continue
    }
    x = solved
    const next = steepest(h, c, x, free, barred, TOLERANCE * scale)
    if (next === undefined) return { x, free: [...free].sort((a, b) => a - b) }
    const more = independent(h, [...free, next], size)
    if (more.length > free.length) free = more
    else barred.add(next)
  }
  return { x, free }
}

/** The place at its bound along which the minimum falls fastest. */
function steepest(
  h: ArrayLike<number>,
  c: ArrayLike<number>,
  x: readonly number[],
  free: readonly number[],
  barred: ReadonlySet<number>,
  least: number,
): number | undefined {
  let best: number | undefined
  let most = least
  for (let j = 0; j < c.length; j++) {
    if (barred.has(j) || free.includes(j)) continue
    let slope = c[j] as number
    for (const k of free) slope -= (h[j * c.length + k] as number) * (x[k] as number)
    if (slope > most) {
      most = slope
      best = j
    }
  }
  return best
}

function solveOn(
  h: ArrayLike<number>,
  c: ArrayLike<number>,
  places: readonly number[],
  size: number,
): number[] {
  const solved = Float64Array.from(places, (j) => c[j] as number)
  solveInPlace(submatrix(h, places, size), places.length, solved)
  const x = new Array<number>(size).fill(0)
  for (const [at, j] of places.entries()) x[j] = solved[at] as number
  return x
}
