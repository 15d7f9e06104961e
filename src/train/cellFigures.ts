import { logit } from '../kernel/maths.ts'
import { fitLine } from './fitPlatt.ts'
import { cellTotals, type ScoreCells } from './scoreCells.ts'

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
