import { round6 } from '../kernel/maths.ts'
import { type Estimate, estimate, type Resampling, resampled } from './bootstrap.ts'
import { type CellFigures, cellFigures } from './cellFigures.ts'
import { type LiftBand, liftTable } from './liftTable.ts'
import { cellTotals, type ScoreCells, type ScoredSample } from './scoreCells.ts'

/** What a score does on some rows. */
export interface SampleReport {
  readonly rows: number
  /** How many people they tell of: accounts of one borrower, and copies of a record, count once and are drawn together. */
  readonly borrowers: number
  readonly bad: number
  readonly badRate: number
  /** Mean probability of the bad event that was given. */
  readonly expected: number
  /** Null where too few are good or bad to say anything: 30 of each, of all rows one. */
  readonly figures: SampleFigures | null
}

export type SampleFigures = { readonly [Figure in keyof CellFigures]: Estimate } & {
  /** Tenths of the rows, the riskiest first. */
  readonly lift: readonly (Omit<LiftBand, 'lift'> & { readonly lift: Estimate })[]
}

const NAMES = [
  'auc',
  'gini',
  'ks',
  'brier',
  'logLoss',
  'calibrationError',
  'calibrationSlope',
] as const satisfies (keyof CellFigures)[]

/** Figures with intervals, where there are at least so many good and bad rows. */
export function sampleReport(
  sample: ScoredSample,
  resampling: Resampling,
  place: number,
  least: number,
): SampleReport {
  const { cells, draws } = sample
  const { good, bad } = cellTotals(cells)
  const rows = good + bad
  const expected = cells.probability.reduce(
    (sum, p, cell) => sum + (1 - p) * ((cells.good[cell] as number) + (cells.bad[cell] as number)),
    0,
  )
  return {
    rows,
    borrowers: draws.starts.length - 1,
    bad,
    badRate: rows === 0 ? 0 : round6(bad / rows),
    expected: rows === 0 ? 0 : round6(expected / rows),
    figures: Math.min(good, bad) < least ? null : figuresWithIntervals(sample, resampling, place),
  }
}

function figuresWithIntervals(
  { cells, draws }: ScoredSample,
  resampling: Resampling,
  place: number,
): SampleFigures {
  const all = (of: ScoreCells): number[] => {
    const figures = cellFigures(of)
    return [...NAMES.map((name) => figures[name]), ...liftTable(of).map(({ lift }) => lift)]
  }
  const many = cells.points.length
  const drawn = resampled(
    draws,
    2 * many,
    (counts) => all({ ...cells, good: counts.subarray(0, many), bad: counts.subarray(many) }),
    resampling,
    place,
  )
  const estimates = all(cells).map((value, j) =>
    estimate(
      value,
      drawn.map((figures) => figures[j] as number),
    ),
  )
  const named = Object.fromEntries(NAMES.map((name, i) => [name, estimates[i]])) as {
    [Figure in keyof CellFigures]: Estimate
  }
  const lift = liftTable(cells).map((band, k) => ({
    upTo: round6(band.upTo),
    badRate: round6(band.badRate),
    expected: round6(band.expected),
    lift: estimates[NAMES.length + k] as Estimate,
    captured: round6(band.captured),
  }))
  return { ...named, lift }
}
