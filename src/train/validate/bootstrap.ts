import { quantileSorted } from 'simple-statistics'
import { round6 } from '../../numbers/maths.ts'
import { fraction, seededRandom } from '../../numbers/seededRandom.ts'

/** A figure with the interval that 95 % of resamples fall into; null where it cannot be worked out. */
export interface Estimate {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
}

/** How many times rows are drawn again, and from which seed. */
export interface Resampling {
  readonly resamples: number
  readonly seed: number
}

/** Numbers of the streams of random numbers this use draws from. */
const USE = 5

/**
 * Figures of as many draws, with replacement, as there are (Efron 1979), again and again: one list for each resample.
 * A figure is worked out from how many rows have each of the `size` codes. `place` gives each sample its stream.
 */
export function resampled<T>(
  { codes, starts }: Draws,
  size: number,
  figuresOf: (counts: Float64Array) => T,
  { resamples, seed }: Resampling,
  place: number,
): T[] {
  const random = seededRandom(seed, place, USE)
  const draws = starts.length - 1
  return Array.from({ length: resamples }, () => {
    const counts = new Float64Array(size)
    // sampleWithReplacement of simple-statistics draws the same, in two to four times as long.
    for (let i = 0; i < draws; i++) {
      const draw = Math.floor(draws * fraction(random))
      for (let row = starts[draw] as number; row < (starts[draw + 1] as number); row++) {
        const code = codes[row] as number
        counts[code] = (counts[code] as number) + 1
      }
    }
    return figuresOf(counts)
  })
}

/** A figure with its percentile interval, from what resamples make of it. */
export function estimate(value: number, drawn: readonly number[]): Estimate {
  const sorted = drawn.filter(Number.isFinite).sort((a, b) => a - b)
  // Where a resample in twenty gives no figure, an interval of the others would be too narrow.
  const usable = sorted.length > 0 && sorted.length >= 0.95 * drawn.length
  return {
    value: finiteOrNull(value),
    low: usable ? finiteOrNull(quantileSorted(sorted, 0.025)) : null,
    high: usable ? finiteOrNull(quantileSorted(sorted, 0.975)) : null,
  }
}

const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? round6(value) : null)

/** Rows as they are drawn again: each as a number, kin together. */
export interface Draws {
  readonly codes: Int32Array
  /** Where each draw begins among the codes; one more place at the end. */
  readonly starts: Int32Array
}

/**
 * Puts rows of the same kin together and everything in an order of its own, that of the codes, so that neither the
 * order of rows nor the numbers of kin change what is drawn.
 *
 * @example
 * drawsOf([7, 3, 5], [0, 1, 0]) // => { codes: [3, 5, 7], starts: [0, 1, 3] }
 */
export function drawsOf(codes: ArrayLike<number>, kin: ArrayLike<number>): Draws {
  const members = new Map<number, number[]>()
  for (let i = 0; i < codes.length; i++) {
    const known = members.get(kin[i] as number)
    if (known === undefined) members.set(kin[i] as number, [codes[i] as number])
    else known.push(codes[i] as number)
  }
  const draws = [...members.values()]
  for (const draw of draws) if (draw.length > 1) draw.sort((a, b) => a - b)
  draws.sort(byCodes)
  const starts = new Int32Array(draws.length + 1)
  for (const [k, draw] of draws.entries()) starts[k + 1] = (starts[k] as number) + draw.length
  return { codes: Int32Array.from(draws.flat()), starts }
}

function byCodes(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const order = (a[i] as number) - (b[i] as number)
    if (order !== 0) return order
  }
  return a.length - b.length
}
