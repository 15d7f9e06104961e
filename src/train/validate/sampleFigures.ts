import { logit, round6 } from '../../numbers/maths.ts'
import { fitLine } from '../fit/calibration.ts'
import { type Estimate, estimate, type Resampling, resampled } from './bootstrap.ts'
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

/** A tenth of the rows, the riskiest first. */
export interface LiftBand {
  /** Share of all rows in this band and those before. */
  readonly upTo: number
  readonly badRate: number
  /** Mean probability of the bad event that was given. */
  readonly expected: number
  /** Bad rate over that of all rows. */
  readonly lift: number
  /** Share of all bads in this band and those before. */
  readonly captured: number
}

/**
 * Bands of equally many rows from the lowest score up. Rows of one score that straddle two bands are dealt out in
 * proportion, as if in random order, so that the order of rows changes nothing.
 */
export function liftTable(cells: ScoreCells, bands = 10): LiftBand[] {
  const totals = cellTotals(cells)
  const size = (totals.good + totals.bad) / bands
  const table: LiftBand[] = []
  let bads = 0
  let expected = 0
  let room = size
  let captured = 0
  const close = () => {
    captured += bads
    table.push({
      upTo: (table.length + 1) / bands,
      badRate: bads / size,
      expected: expected / size,
      lift: bads / size / (totals.bad / (totals.good + totals.bad)),
      captured: captured / totals.bad,
    })
    bads = 0
    expected = 0
    room = size
  }
  for (let cell = 0; cell < cells.points.length; cell++) {
    const bad = cells.bad[cell] as number
    const count = bad + (cells.good[cell] as number)
    for (let left = count; left > 0; ) {
      // What sums of fractions leave over belongs to the last band.
      const taken = table.length === bands - 1 ? left : Math.min(left, room)
      bads += (bad * taken) / count
      expected += (1 - (cells.probability[cell] as number)) * taken
      left -= taken
      room -= taken
      if (table.length < bands - 1 && room <= size * 1e-9) close()
    }
  }
  close()
  return table
}

/** How well a score orders outcomes, and whether its probabilities come true; definitions as in metrics.ts. */
export interface CellFigures {
  readonly auc: number
  readonly gini: number
  readonly ks: number
  readonly brier: number
  readonly logLoss: number
  readonly calibrationError: number
  /** Slope of the log odds that came true on those that were given (Cox 1958): 1 is right, below 1 is too sure. */
  readonly calibrationSlope: number
}

const STRETCHES = 10

/** The figures of `metrics.ts` from counts in one pass; NaN where all outcomes are one. */
export function cellFigures(cells: ScoreCells): CellFigures {
  const { probability, good, bad } = cells
  const totals = cellTotals(cells)
  const count = totals.good + totals.bad
  const gaps = new Float64Array(STRETCHES)
  let goodBelow = 0
  let badBelow = 0
  let pairs = 0
  let ks = 0
  let squares = 0
  let surprise = 0
  for (let cell = 0; cell < good.length; cell++) {
    const goods = good[cell] as number
    const bads = bad[cell] as number
    if (goods + bads === 0) continue
    const p = probability[cell] as number
    pairs += goods * (badBelow + bads / 2)
    goodBelow += goods
    badBelow += bads
    ks = Math.max(ks, Math.abs(badBelow / totals.bad - goodBelow / totals.good))
    squares += goods * (1 - p) ** 2 + bads * p ** 2
    surprise -= goods * Math.log(p) + bads * Math.log(1 - p)
    const stretch = Math.min(STRETCHES - 1, Math.floor(p * STRETCHES))
    gaps[stretch] = (gaps[stretch] as number) + (goods + bads) * p - goods
  }
  const auc = pairs / (totals.good * totals.bad)
  return {
    auc,
    gini: 2 * auc - 1,
    ks: totals.good * totals.bad === 0 ? Number.NaN : ks,
    brier: squares / count,
    logLoss: surprise / count,
    calibrationError: gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / count,
    calibrationSlope: fitLine(probability.map(logit), good, bad).a,
  }
}
