import { round6 } from '../kernel/maths.ts'
import { bootstrapped, type Estimate, type Resampling } from './bootstrap.ts'
import { type CellFigures, cellFigures } from './cellFigures.ts'
import { type LiftBand, liftTable } from './liftTable.ts'
import { cellTotals, type ScoreCells } from './scoreCells.ts'

/** What a score does on some rows. */
export interface SampleReport {
  readonly rows: number
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
  cells: ScoreCells,
  resampling: Resampling,
  place: number,
  least: number,
): SampleReport {
  const { good, bad } = cellTotals(cells)
  const rows = good + bad
  const expected = cells.probability.reduce(
    (sum, p, cell) => sum + (1 - p) * ((cells.good[cell] as number) + (cells.bad[cell] as number)),
    0,
  )
  return {
    rows,
    bad,
    badRate: rows === 0 ? 0 : round6(bad / rows),
    expected: rows === 0 ? 0 : round6(expected / rows),
    figures: Math.min(good, bad) < least ? null : figuresWithIntervals(cells, resampling, place),
  }
}

function figuresWithIntervals(cells: ScoreCells, resampling: Resampling, place: number): SampleFigures {
  const all = (of: ScoreCells): number[] => {
    const figures = cellFigures(of)
    return [...NAMES.map((name) => figures[name]), ...liftTable(of).map(({ lift }) => lift)]
  }
  const estimates = bootstrapped(cells, all, resampling, place)
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
