import { FEATURES } from '../../history/features.ts'
import type { Characteristic, Direction, Scale } from '../../input/model.ts'
import { failure } from '../../words/failure.ts'
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
   * Share of its own weight of evidence that a characteristic keeps at least, whatever others say: for one that is
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

const KNOWN: ReadonlySet<string> = new Set<keyof TrainOptions>([
  'id',
  'version',
  'event',
  'horizonDays',
  'features',
  'own',
  'scaleFree',
  'maxBins',
  'minBinShare',
  'minBinEvents',
  'minBinStep',
  'smoothing',
  'slices',
  'splits',
  'minInformation',
  'coding',
  'ridge',
  'keep',
  'basePoints',
  'baseOdds',
  'pointsToDoubleOdds',
  'calibration',
  'folds',
  'seed',
  'verify',
  'priors',
  'beyond',
  'later',
])

/** @throws a Failure `train.option` that names the option and what it may be. */
export function settingsOf(options: TrainOptions): TrainSettings {
  checkShapes(options)
  const unknown = Object.keys(options).find((name) => !KNOWN.has(name))
  if (unknown !== undefined) throw invalidOption(`there is no option "${unknown}"`)
  const own = options.own ?? {}
  return {
    id: options.id ?? 'scorecard',
    version: options.version ?? '1.0.0',
    event: options.event ?? 'no bad outcome',
    horizonDays: numberOption(options, 'horizonDays', 30, 1, 3660, true),
    wanted: [...fromTable(options.features), ...fromOwn(own)],
    named: new Set([...(options.features ?? []), ...Object.keys(own)]),
    own: new Set(Object.keys(own)),
    scaleFree: options.scaleFree ?? Object.keys(own).length === 0,
    bins: {
      maxBins: numberOption(options, 'maxBins', 8, 2, 50, true),
      minShare: numberOption(options, 'minBinShare', 0.02, 0, 0.5),
      minEvents: numberOption(options, 'minBinEvents', 10, 1, 1e6, true),
      minStep: numberOption(options, 'minBinStep', 0.03, 0, 5),
      smoothing: numberOption(options, 'smoothing', 1, 0, 1e6),
      slices: numberOption(options, 'slices', 50, 2, 200, true),
      splits: options.splits ?? {},
    },
    minInformation: numberOption(options, 'minInformation', 0.005, 0, 10),
    coding: oneOf(options, 'coding', ['woe', 'steps']),
    keep: options.keep ?? {},
    ridge: numberOption(options, 'ridge', 0, 0, 1e9),
    scale: {
      basePoints: numberOption(options, 'basePoints', 500, -1e6, 1e6, true),
      baseOdds: numberOption(options, 'baseOdds', 1, 1e-9, 1e9),
      pointsToDoubleOdds: numberOption(options, 'pointsToDoubleOdds', 50, 1e-3, 1e6),
    },
    calibration: oneOf(options, 'calibration', ['platt', 'isotonic', 'identity']),
    folds: numberOption(options, 'folds', 5, 2, 50, true),
    seed: numberOption(options, 'seed', 1, 0, 2 ** 31, true),
    verify: options.verify ?? false,
    priors: options.priors ?? [],
    beyond: options.beyond ?? {},
  }
}

const isText = (value: unknown): boolean =>
  typeof value === 'string' && value.length > 0 && value.length <= 128
const isTextList = (value: unknown): boolean => Array.isArray(value) && value.every(isText)
const isTable = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Options may come from a file, so nothing about them is taken for granted. */
const SHAPES: Readonly<Partial<Record<keyof TrainOptions, readonly [(value: unknown) => boolean, string]>>> =
  {
    id: [isText, 'a text'],
    version: [isText, 'a text'],
    event: [isText, 'a text'],
    features: [isTextList, 'a list of names'],
    own: [isTable, 'an object'],
    splits: [isTable, 'an object'],
    keep: [isTable, 'an object'],
    beyond: [isTable, 'an object'],
    priors: [Array.isArray, 'a list'],
    verify: [(value) => typeof value === 'boolean', 'true or false'],
    scaleFree: [(value) => typeof value === 'boolean', 'true or false'],
  }

function checkShapes(options: TrainOptions): void {
  if (!isTable(options)) throw invalidOption('the options must be an object')
  for (const [name, [isSound, expected]] of Object.entries(SHAPES)) {
    const value = options[name as keyof TrainOptions]
    if (value !== undefined && !isSound(value)) throw invalidOption(`"${name}" must be ${expected}`)
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
    if (as !== 'up' && as !== 'down' && as !== 'category')
      throw invalidOption(`"${feature}" needs a direction: "up", "down" or "category"`)
    return { feature, as }
  })
}

function numberOption(
  options: TrainOptions,
  name: keyof TrainOptions,
  usual: number,
  low: number,
  high: number,
  whole = false,
): number {
  const value = options[name] ?? usual
  if (typeof value === 'number' && value >= low && value <= high && (!whole || Number.isInteger(value)))
    return value
  throw invalidOption(`"${name}" must be a ${whole ? 'whole ' : ''}number from ${low} to ${high}`)
}

function oneOf<T extends string>(
  options: TrainOptions,
  name: keyof TrainOptions,
  all: readonly [T, ...T[]],
): T {
  const value = options[name] ?? all[0]
  if (all.includes(value as T)) return value as T
  throw invalidOption(`"${name}" must be one of ${all.join(', ')}`)
}

const invalidOption = (message: string) => failure('train.option', message)
