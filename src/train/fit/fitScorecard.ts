import { FEATURES, type FeatureName } from '../../history/features.ts'
import type { Bin, Characteristic, Scale } from '../../input/model.ts'
import { failure } from '../../words/failure.ts'
import { binColumn } from './binColumn.ts'
import type { BinningTable } from './binningTable.ts'
import { addsByCode, type Design, designOf } from './design.ts'
import { fitLogistic, type LogisticFit, separated } from './fitLogistic.ts'
import type { TrainSettings } from './options.ts'
import { type Column, type OutcomeTotals, outcomeTotals, type TrainingTable } from './trainingTable.ts'

/** A characteristic that was tried and left out. */
export interface LeftOut {
  readonly feature: string
  /**
   * `missing` everywhere; `constant`; `contradicts`: its values go against its direction; `weak`: too little
   * information; `noGain`: what it says others say already.
   */
  readonly because: 'missing' | 'constant' | 'contradicts' | 'weak' | 'noGain'
  readonly iv: number
  readonly ivAgainst: number
}

/** A fit on one table, not yet calibrated. */
export interface FittedScorecard {
  readonly intercept: number
  readonly scale: Scale
  readonly characteristics: readonly Characteristic[]
  readonly roundingBound: number
  /** Binning tables of the characteristics that were fitted, those held at 0 included, as in `design`. */
  readonly binnings: readonly BinningTable[]
  readonly design: Design
  readonly fit: LogisticFit
  readonly left: readonly LeftOut[]
}

/**
 * Bins every characteristic, fits, and scales to whole points.
 *
 * @throws a Failure: `train.oneClass`, `train.allMissing`, `train.constant`, `train.separated`, `train.noInformation`,
 * `train.notConverged`.
 */
export function fitScorecard(table: TrainingTable, settings: TrainSettings): FittedScorecard {
  const totals = outcomeTotals(table.bad)
  requireBothClasses(totals, settings.bins.minEvents)
  const left: LeftOut[] = []
  const kept: { column: Column; binning: BinningTable }[] = []
  for (const column of table.columns) {
    const idle = idleness(column)
    if (idle !== undefined && settings.named.has(column.feature)) throw idleFailure(column.feature, idle)
    if (idle !== undefined) {
      left.push({ feature: column.feature, because: idle, iv: 0, ivAgainst: 0 })
      continue
    }
    if (tellsAll(column, table.bad)) throw separated(column.feature)
    const binning = binColumn(column, table.bad, settings.bins, totals)
    const because = uselessness(binning, settings.minInformation)
    if (because === undefined) kept.push({ column, binning })
    else left.push({ feature: column.feature, because, iv: binning.iv, ivAgainst: binning.ivAgainst })
  }
  if (kept.length === 0)
    throw failure(
      'train.noInformation',
      'no characteristic says anything of the outcome; give more rows or other characteristics, or a smaller minInformation',
    )
  const binnings = kept.map(({ binning }) => binning)
  const used = { ...table, columns: kept.map(({ column }) => column) }
  const design = designOf(used, binnings, settings.coding, settings.keep)
  const fit = fitLogistic(design, settings)
  const scaled = scalePoints(
    logOddsTable(design, fit.coefficients, binnings),
    binnings,
    settings.scale,
    (feature) => groupOf(feature, settings.own.has(feature)),
  )
  const scored = new Set(scaled.characteristics.map(({ feature }) => feature))
  for (const { feature, iv, ivAgainst } of binnings)
    if (!scored.has(feature)) left.push({ feature, because: 'noGain', iv, ivAgainst })
  return { ...scaled, scale: settings.scale, binnings, design, fit, left }
}

function requireBothClasses({ good, bad }: OutcomeTotals, least: number): void {
  if (Math.min(good, bad) >= Math.max(1, least)) return
  throw failure(
    'train.oneClass',
    `${good} rows are good and ${bad} bad; at least ${Math.max(1, least)} of each are needed: check how outcomes are coded (bad is 1), or gather more`,
  )
}

/** Whether the values never differ; a characteristic missing in some rows differs. */
function idleness({ kind, values }: Column): 'missing' | 'constant' | undefined {
  const isMissing = kind === 'number' ? Number.isNaN : (code: number) => code < 0
  let seen: number | undefined
  let missing = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (isMissing(value)) missing++
    else if (seen === undefined) seen = value
    else if (value !== seen) return undefined
    if (missing > 0 && seen !== undefined) return undefined
  }
  return seen === undefined ? 'missing' : 'constant'
}

const idleFailure = (feature: string, idle: 'missing' | 'constant') =>
  idle === 'missing'
    ? failure(
        'train.allMissing',
        `"${feature}" is missing in every row; leave it out, or supply what it is read from`,
      )
    : failure(
        'train.constant',
        `"${feature}" has the same value in every row and can tell nothing; leave it out`,
      )

/** Whether some bound has all goods on one side and all bads on the other. */
function tellsAll(column: Column, bad: Uint8Array): boolean {
  if (column.kind === 'category') return false
  const low = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  const high = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let i = 0; i < bad.length; i++) {
    const value = column.values[i] as number
    if (Number.isNaN(value)) return false
    const outcome = bad[i] as number
    if (value < (low[outcome] as number)) low[outcome] = value
    if (value > (high[outcome] as number)) high[outcome] = value
  }
  return (high[0] as number) < (low[1] as number) || (high[1] as number) < (low[0] as number)
}

function uselessness(
  { bins, iv, ivAgainst, missing }: BinningTable,
  least: number,
): 'contradicts' | 'weak' | undefined {
  const own = bins.reduce((sum, bin) => sum + bin.iv, 0)
  if (ivAgainst > own && ivAgainst >= least) return 'contradicts'
  return iv < least || (bins.length === 1 && missing.length === 0) ? 'weak' : undefined
}

/** The group of a characteristic: a lender's own is its own group. */
const groupOf = (feature: string, isOwn: boolean): string =>
  (isOwn ? undefined : FEATURES[feature as FeatureName]?.group) ?? feature

/** A fit as whole points. */
export interface ScaledPoints {
  readonly intercept: number
  readonly characteristics: readonly Characteristic[]
  /**
   * The farthest that rounding to whole points can move a score, in points: half a point for the intercept and for
   * every characteristic.
   */
  readonly roundingBound: number
}

/**
 * Points are log odds times `pointsToDoubleOdds` ÷ ln 2, each rounded to a whole; what the odds of the base take off
 * goes into the intercept. A characteristic whose points are all the same is left out, its points with the intercept.
 * Rounding keeps order, so points keep to a characteristic's direction.
 */
function scalePoints(
  { intercept, adds }: LogOddsTable,
  binnings: readonly BinningTable[],
  scale: Scale,
  groupOf: (feature: string) => string,
): ScaledPoints {
  const factor = scale.pointsToDoubleOdds / Math.LN2
  let logOdds = intercept - Math.log(scale.baseOdds)
  const characteristics: Characteristic[] = []
  for (const [f, binning] of binnings.entries()) {
    const points = Array.from(adds[f] as Float64Array, (value) => Math.round(factor * value) + 0)
    if (points.every((of) => of === points[0])) {
      logOdds += (adds[f] as Float64Array)[0] as number
      continue
    }
    characteristics.push(characteristicOf(binning, points, groupOf(binning.feature)))
  }
  return {
    intercept: Math.round(factor * logOdds) + 0,
    characteristics,
    roundingBound: (characteristics.length + 1) / 2,
  }
}

function characteristicOf(binning: BinningTable, points: readonly number[], group: string): Characteristic {
  const { feature, direction, bins, missing } = binning
  const given = bins.map(({ below, in: members }, k): Bin => {
    const bound = members === undefined ? (below === undefined ? {} : { below }) : { in: members }
    return { ...bound, points: points[k] as number }
  })
  // Not knowing never earns more than the best that can be known, or keeping silent would pay.
  const best = Math.max(...points.slice(0, bins.length))
  const ofMissing = (k: number): number => Math.min(best, points[bins.length + k] as number)
  const unknown = missing.findIndex(({ kind }) => kind === 'unknown')
  const stated = missing.flatMap(({ kind }, k) => (kind === 'unknown' ? [] : [[kind, ofMissing(k)] as const]))
  const kinds = stated.length === 0 ? {} : { kinds: Object.fromEntries(stated) }
  return {
    feature,
    direction,
    group,
    prior: false,
    bins: direction === 'none' ? given : mergedBins(given),
    missing: { points: ofMissing(unknown < 0 ? missing.length : unknown), ...kinds },
  }
}

/** Neighbouring bins of the same points as one. */
function mergedBins(bins: readonly Bin[]): Bin[] {
  const kept: Bin[] = []
  for (const bin of bins) {
    if (kept.at(-1)?.points === bin.points) kept.pop()
    kept.push(bin)
  }
  return kept
}

/** What every code of every characteristic adds to the log odds, and what every row starts from. */
export interface LogOddsTable {
  readonly intercept: number
  /** By characteristic and code. */
  readonly adds: readonly Float64Array[]
}

/**
 * The fit as what each bin adds, measured from the mean over the rows it was fitted on, so that what was never seen,
 * or is too rare to say anything, adds nothing and counts as average. What the means take off goes into the intercept.
 */
function logOddsTable(
  design: Design,
  coefficients: readonly number[],
  binnings: readonly BinningTable[],
): LogOddsTable {
  let intercept = coefficients[0] as number
  const adds = addsByCode(design, coefficients).map((of, f) => {
    const silent = silentCodes(binnings[f] as BinningTable)
    const counts = new Float64Array(of.length)
    for (const code of design.codes[f] as Uint8Array) counts[code] = (counts[code] as number) + 1
    let sum = 0
    let count = 0
    for (let code = 0; code < of.length; code++) {
      if (silent[code] === true) continue
      sum += (of[code] as number) * (counts[code] as number)
      count += counts[code] as number
    }
    const mean = count === 0 ? 0 : sum / count
    intercept += mean
    return of.map((add, code) => (silent[code] === true ? 0 : add - mean))
  })
  return { intercept, adds }
}

/** Whether a code stands for what is too rare or was never seen. */
const silentCodes = ({ bins, missing }: BinningTable): boolean[] => [
  ...bins.map(({ good, bad }) => good + bad === 0),
  ...missing.map(({ rare }) => rare),
  true,
]
