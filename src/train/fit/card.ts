import { inverse, Matrix } from 'ml-matrix'
import type { Model } from '../../input/model.ts'
import { submatrix } from '../../numbers/cholesky.ts'
import type { BinCounts } from './binningTable.ts'
import type { LogisticFit } from './fitLogistic.ts'
import type { FittedScorecard, LeftOut } from './fitScorecard.ts'
import type { HeldOutMetrics } from './heldOut.ts'
import type { TrainSettings } from './options.ts'
import type { ReadRows } from './readRows.ts'
import type { SolverAgreement } from './secondSolver.ts'
import { outcomeTotals } from './trainingTable.ts'

/** What a fitted scorecard was made from, how far it can be relied on, and for what: generated, never written by hand. */
export interface ModelCard {
  readonly kind: 'fitted'
  readonly summary: string
  readonly intendedUse: string
  readonly data: {
    readonly rows: number
    readonly good: number
    readonly bad: number
    readonly badRate: number
    /** First and last instant as of which cases were seen. */
    readonly from: string
    readonly to: string
  }
  readonly fit: {
    readonly coding: 'woe' | 'steps'
    readonly ridge: number
    readonly iterations: number
    readonly logLikelihood: number
    readonly nullLogLikelihood: number
    /** Largest breach of the optimality conditions, a row. */
    readonly breach: number
    readonly heldAtZero: number
  }
  /** Null where the check was turned off. */
  readonly solvers: SolverAgreement | null
  readonly scale: { readonly roundingBoundPoints: number; readonly roundingBoundLogOdds: number }
  /** On rows held out, fold by fold, with a calibration fitted on the other folds. */
  readonly metrics: {
    readonly folds: number
    readonly seed: number
    readonly all: HeldOutMetrics | null
    readonly inArrears: HeldOutMetrics | null
  }
  readonly characteristics: readonly CardCharacteristic[]
  readonly priors: readonly string[]
  readonly left: readonly LeftOut[]
  readonly settings: Readonly<Record<string, unknown>>
  readonly limits: readonly string[]
}

export interface CardCharacteristic {
  readonly feature: string
  readonly direction: 'up' | 'down' | 'none'
  readonly iv: number
  readonly ivAgainst: number
  /** One by weight of evidence; by steps one each that is not 0, in the order of the bins. */
  readonly coefficients: readonly {
    readonly coefficient: number
    readonly standardError: number | null
    readonly z: number | null
    readonly p: number | null
  }[]
  readonly bins: readonly CardBin[]
  readonly missing: readonly (CardBin & { readonly kind: string; readonly rare: boolean })[]
  readonly droppedSplits: readonly number[]
}

type CardBin = BinCounts & { readonly below?: number; readonly in?: readonly string[] }

const LIMITS = [
  'Fitted on past cases of one lender and time: check the figures on cases from later, and watch for drift.',
  'Standard errors take the bins and the coefficients held at 0 as given, so they are too small.',
  'An association in past cases is no effect: the score says who pays, not what makes them pay.',
] as const

/** Writes the card from what was fitted; every figure to six significant digits. */
export function cardOf(
  rows: ReadRows,
  fitted: FittedScorecard,
  metrics: Pick<ModelCard['metrics'], 'all' | 'inArrears'>,
  solvers: SolverAgreement | undefined,
  model: Pick<Model, 'event' | 'horizonDays' | 'scale'>,
  settings: TrainSettings,
): ModelCard {
  const { good, bad } = outcomeTotals(rows.table.bad)
  const { fit, roundingBound } = fitted
  const priors = [
    ...settings.priors.map(({ feature }) => feature),
    ...Object.entries(settings.beyond).flatMap(([feature, bins]) =>
      bins.map(({ from }) => `${feature} >= ${from}`),
    ),
  ]
  const card: ModelCard = {
    kind: 'fitted',
    summary: `Scorecard for "${model.event}" within ${model.horizonDays} days, fitted on ${good + bad} cases of which ${bad} went badly.`,
    intendedUse:
      'To order borrowers by how likely they are to pay, and with the calibration to say how likely, among cases like those it was fitted on. Not for granting credit.',
    data: { rows: good + bad, good, bad, badRate: bad / (good + bad), from: rows.from, to: rows.to },
    fit: {
      coding: settings.coding,
      ridge: settings.ridge,
      iterations: fit.iterations,
      logLikelihood: fit.logLikelihood,
      nullLogLikelihood: fit.nullLogLikelihood,
      breach: ceilingDigit(fit.breach),
      heldAtZero: fit.coefficients.length - fit.free.length,
    },
    solvers:
      solvers === undefined
        ? null
        : { ...solvers, largestDifference: ceilingDigit(solvers.largestDifference) },
    scale: {
      roundingBoundPoints: roundingBound,
      roundingBoundLogOdds: (roundingBound * Math.LN2) / model.scale.pointsToDoubleOdds,
    },
    metrics: { folds: settings.folds, seed: settings.seed, ...metrics },
    characteristics: characteristicsOf(fitted),
    priors,
    left: fitted.left,
    settings: {
      ...settings.bins,
      minInformation: settings.minInformation,
      calibration: settings.calibration,
      own: [...settings.own],
    },
    limits: [...LIMITS, ...(priors.length > 0 ? ['Points of priors were set by hand, not fitted.'] : [])],
  }
  return sixDigits(card)
}

function characteristicsOf({
  binnings,
  design,
  fit,
  characteristics,
}: FittedScorecard): CardCharacteristic[] {
  const inferences = standardErrors(fit)
  const scored = new Set(characteristics.map(({ feature }) => feature))
  return binnings.flatMap((binning, f) => {
    if (!scored.has(binning.feature)) return []
    const { feature, direction, iv, ivAgainst, bins, missing, droppedSplits } = binning
    const coefficients = design.columns.flatMap(({ of }, j) => {
      const inference = inferences[j + 1]
      return of === f && inference !== undefined && inference.coefficient !== 0 ? [inference] : []
    })
    return [{ feature, direction, iv, ivAgainst, coefficients, bins, missing, droppedSplits }]
  })
}

/** An error as the power of ten above it: its digits are noise. */
const ceilingDigit = (x: number): number => (x <= 0 ? 0 : 10 ** Math.ceil(Math.log10(Math.max(x, 1e-9))))

/** Every number to six significant digits, so that the last digits of sums, which machines may differ in, are not kept. */
function sixDigits<T>(value: T): T {
  if (typeof value === 'number') return (Number.isInteger(value) ? value : Number(value.toPrecision(6))) as T
  if (Array.isArray(value)) return value.map(sixDigits) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, sixDigits(item)])) as T
}

/** How far a coefficient can be relied on. */
export interface Inference {
  readonly coefficient: number
  /** Null for a coefficient held at 0, which has no standard error. */
  readonly standardError: number | null
  readonly z: number | null
  /** Chance of a z as far from 0 if the coefficient were 0 (Wald); given the bins and the coefficients held at 0. */
  readonly p: number | null
}

/**
 * Standard errors from the inverse of Fisher's information on the free coefficients, intercept first. They take the
 * bins and which coefficients are free as given, so they are a lower bound of the true uncertainty.
 */
export function standardErrors({ coefficients, free, information }: LogisticFit): Inference[] {
  const covariance = inverse(
    Matrix.from1DArray(free.length, free.length, submatrix(information, free, coefficients.length)),
  )
  return coefficients.map((coefficient, j) => {
    const at = free.indexOf(j)
    if (at < 0) return { coefficient, standardError: null, z: null, p: null }
    const standardError = Math.sqrt(covariance.get(at, at))
    const z = coefficient / standardError
    return { coefficient, standardError, z, p: twoSidedP(z) }
  })
}

/**
 * The chance that a standard normal variable lies farther from 0 than `z`, on either side: the p-value of a z. By
 * the complementary error function's series near 0 and continued fraction beyond (Abramowitz & Stegun 1964, 7.1.6 and
 * 7.1.14), to about 14 digits.
 *
 * @example
 * twoSidedP(1.959963984540054) // => 0.05
 */
export function twoSidedP(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  return x < 2 ? 1 - erf(x) : erfc(x)
}

function erf(x: number): number {
  let term = x
  let sum = x
  for (let n = 1; Math.abs(term) > 1e-17 * sum; n++) {
    term *= (2 * x * x) / (2 * n + 1)
    sum += term
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum
}

function erfc(x: number): number {
  let fraction = 0
  for (let k = 60; k > 0; k--) fraction = k / 2 / (x + fraction)
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction)
}
