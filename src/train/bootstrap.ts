import { round6 } from '../kernel/maths.ts'
import { fraction, seededRandom } from '../kernel/seededRandom.ts'
import type { ScoreCells } from './scoreCells.ts'

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
 * Figures of the rows, each with its percentile interval over resamples of as many rows, drawn with replacement (Efron
 * 1979). Rows are numbered by score and outcome, so their order changes nothing. `place` gives each sample its stream.
 */
export function bootstrapped(
  cells: ScoreCells,
  figuresOf: (cells: ScoreCells) => readonly number[],
  { resamples, seed }: Resampling,
  place: number,
): Estimate[] {
  const values = figuresOf(cells)
  const rows = rowCodes(cells)
  const random = seededRandom(seed, place, USE)
  const drawn = values.map(() => [] as number[])
  for (let k = 0; k < resamples; k++) {
    const good = new Float64Array(cells.good.length)
    const bad = new Float64Array(cells.bad.length)
    for (let i = 0; i < rows.length; i++) {
      const code = rows[Math.floor(rows.length * fraction(random))] as number
      const counts = code & 1 ? bad : good
      counts[code >> 1] = (counts[code >> 1] as number) + 1
    }
    for (const [j, value] of figuresOf({ ...cells, good, bad }).entries()) drawn[j]?.push(value)
  }
  return values.map((value, j) => estimate(value, drawn[j] as number[]))
}

/** One number a row: its cell doubled, plus 1 where it is bad. */
function rowCodes({ good, bad }: ScoreCells): Int32Array {
  const codes: number[] = []
  for (let cell = 0; cell < good.length; cell++) {
    for (let k = 0; k < (good[cell] as number); k++) codes.push(2 * cell)
    for (let k = 0; k < (bad[cell] as number); k++) codes.push(2 * cell + 1)
  }
  return Int32Array.from(codes)
}

function estimate(value: number, drawn: readonly number[]): Estimate {
  const sorted = Float64Array.from(drawn.filter(Number.isFinite)).sort()
  // Where a resample in twenty gives no figure, an interval of the others would be too narrow.
  const usable = sorted.length > 0 && sorted.length >= 0.95 * drawn.length
  return {
    value: shown(value),
    low: usable ? quantile(sorted, 0.025) : null,
    high: usable ? quantile(sorted, 0.975) : null,
  }
}

const quantile = (sorted: Float64Array, share: number): number | null =>
  shown(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number)

const shown = (value: number): number | null => (Number.isFinite(value) ? round6(value) : null)
