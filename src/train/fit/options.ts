import { FEATURES } from '../../history/features.ts'
import type { Characteristic, Direction, Scale } from '../../input/model.ts'
import { parseTrainOptions } from '../../input/optionSchemas.ts'
import { failure } from '../../words/failure.ts'
import { soundOptions } from '../soundOptions.ts'
import type { BinSettings } from './binningTable.ts'
import type { CalibrationKind } from './calibration.ts'
import type { Coding } from './design.ts'
import type { Wanted } from './tableBuilder.ts'

/** How a scorecard is fitted: one flat object, all with defaults. */
export interface TrainOptions {
  /** Name and version of the model. Default `scorecard`, `1.0.0`. */
  readonly id?: string
  readonly version?: string
  /** The good event and within how many days. Default `no bad outcome`, 30. */
  readonly event?: string
  readonly horizonDays?: number
  /** Characteristics of the history table to try. Default: all that have a direction. Named ones must say something. */
  readonly features?: readonly string[]
  /** A lender's own characteristics to try, each with its direction: `{ bureauScore: 'up', branch: 'category' }`. */
  readonly own?: Readonly<Record<string, Direction | 'category'>>
  /** Whether the model calls itself scale-free. Default: true without own characteristics, which may be money. */
  readonly scaleFree?: boolean
  /** Most bins of a characteristic. Default 8. */
  readonly maxBins?: number
  /** Least share of all rows in a bin. Default 0.02. */
  readonly minBinShare?: number
  /** Least goods and least bads in a bin. Default 10. */
  readonly minBinEvents?: number
  /** Least difference in weight of evidence between neighbouring bins. Default 0.03. */
  readonly minBinStep?: number
  /** Imagined rows of the average rate in every bin. Default 1. */
  readonly smoothing?: number
  /** Fine slices that bins are put together from. Default 50. */
  readonly slices?: number
  /** Bounds fixed by hand, by characteristic: `{ daysPastDue: [1, 31, 61] }`. */
  readonly splits?: Readonly<Record<string, readonly number[]>>
  /** Least information value of a characteristic. Default 0.005. */
  readonly minInformation?: number
  /** One coefficient a characteristic (`woe`, default) or one for every step between bins, for some thousand rows and more. */
  readonly coding?: Coding
  /**
   * Share of its own weight of evidence that a characteristic keeps at least, independent of the others: for one that is
   * known where others are missing. `{ daysPastDue: 0.5 }`. Default none.
   */
  readonly keep?: Readonly<Record<string, number>>
  /** Ridge. Default 0. */
  readonly ridge?: number
  /** Points at even odds and to double them. Defaults 500, 1, 50. */
  readonly basePoints?: number
  readonly baseOdds?: number
  readonly pointsToDoubleOdds?: number
  /** Default `platt`. */
  readonly calibration?: CalibrationKind
  /** Parts that are held out in turn, for calibration and for the card's figures. Default 5. */
  readonly folds?: number
  /** Of the split into folds. Default 1. */
  readonly seed?: number
  /**
   * Whether the fit is checked by a second solver. Default false, since on some hundred rows that takes longer than the
   * fit; `arrears train` does it unless told otherwise.
   */
  readonly verify?: boolean
  /** What the data cannot show: characteristics with points set by hand, each with `prior: true`. */
  readonly priors?: readonly Characteristic[]
  /** Bins above those the data has, with points set by hand: added to those of the last fitted bin. */
  readonly beyond?: Readonly<Record<string, readonly { readonly from: number; readonly points: number }[]>>
  /** What a case with something later than its instant is: refused (default), or seen as it stood then. */
  readonly later?: 'reject' | 'ignore'
}

/** The options with their defaults, checked. */
export interface TrainSettings {
  readonly id: string
  readonly version: string
  readonly event: string
  readonly horizonDays: number
  readonly wanted: readonly Wanted[]
  /** Names the caller gave: they must say something. */
  readonly named: ReadonlySet<string>
  readonly own: ReadonlySet<string>
  readonly scaleFree: boolean
  readonly bins: BinSettings
  readonly minInformation: number
  readonly coding: Coding
  readonly keep: Readonly<Record<string, number>>
  readonly ridge: number
  readonly scale: Scale
  readonly calibration: CalibrationKind
  readonly folds: number
  readonly seed: number
  readonly verify: boolean
  readonly priors: readonly Characteristic[]
  readonly beyond: NonNullable<TrainOptions['beyond']>
}

/** @throws a Failure `train.option` that names the option and what it may be. */
export function settingsOf(given: TrainOptions): TrainSettings {
  const options = soundOptions(parseTrainOptions(given))
  const own = options.own ?? {}
  return {
    id: options.id ?? 'scorecard',
    version: options.version ?? '1.0.0',
    event: options.event ?? 'no bad outcome',
    horizonDays: options.horizonDays ?? 30,
    wanted: [...fromTable(options.features), ...fromOwn(own)],
    named: new Set([...(options.features ?? []), ...Object.keys(own)]),
    own: new Set(Object.keys(own)),
    scaleFree: options.scaleFree ?? Object.keys(own).length === 0,
    bins: {
      maxBins: options.maxBins ?? 8,
      minShare: options.minBinShare ?? 0.02,
      minEvents: options.minBinEvents ?? 10,
      minStep: options.minBinStep ?? 0.03,
      smoothing: options.smoothing ?? 1,
      slices: options.slices ?? 50,
      splits: options.splits ?? {},
    },
    minInformation: options.minInformation ?? 0.005,
    coding: options.coding ?? 'woe',
    keep: options.keep ?? {},
    ridge: options.ridge ?? 0,
    scale: {
      basePoints: options.basePoints ?? 500,
      baseOdds: options.baseOdds ?? 1,
      pointsToDoubleOdds: options.pointsToDoubleOdds ?? 50,
    },
    calibration: options.calibration ?? 'platt',
    folds: options.folds ?? 5,
    seed: options.seed ?? 1,
    verify: options.verify ?? false,
    priors: options.priors ?? [],
    beyond: options.beyond ?? {},
  }
}

function fromTable(names: readonly string[] | undefined): Wanted[] {
  const usable = Object.entries(FEATURES).flatMap(([feature, { direction }]) =>
    direction === null ? [] : [{ feature, as: direction }],
  )
  if (names === undefined) return usable
  return [...new Set(names)].map((name) => {
    const found = usable.find(({ feature }) => feature === name)
    if (found !== undefined) return found
    throw invalidOption(
      Object.hasOwn(FEATURES, name)
        ? `"${name}" has no direction and may not enter a model`
        : `there is no characteristic "${name}" in the history table; a lender's own is declared in the option "own"`,
    )
  })
}

function fromOwn(own: Readonly<Record<string, Direction | 'category'>>): Wanted[] {
  return Object.entries(own).map(([feature, as]) => {
    if (Object.hasOwn(FEATURES, feature))
      throw invalidOption(`"${feature}" is a characteristic of the history table`)
    return { feature, as }
  })
}

const invalidOption = (message: string) => failure('train.option', message)
