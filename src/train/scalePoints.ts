import type { Bin, Characteristic, Scale } from '../input/model.ts'
import type { BinningTable } from './binningTable.ts'
import type { LogOddsTable } from './logOddsTable.ts'

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
export function scalePoints(
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
    bins: direction === 'none' ? given : together(given),
    missing: { points: ofMissing(unknown < 0 ? missing.length : unknown), ...kinds },
  }
}

/** Neighbouring bins of the same points as one. */
function together(bins: readonly Bin[]): Bin[] {
  const kept: Bin[] = []
  for (const bin of bins) {
    if (kept.at(-1)?.points === bin.points) kept.pop()
    kept.push(bin)
  }
  return kept
}
