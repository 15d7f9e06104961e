import * as z from 'zod/mini'
import type { Parsed } from '../words/issue.ts'
import { boundedArray } from './boundedArray.ts'
import { instant, integer, number, share, text } from './fields.ts'
import { characteristic } from './modelSchema.ts'
import { parseWith } from './parseWith.ts'

/** Options of training and of validation: they may come from a file, so nothing about them is taken for granted. */

const optional = z.exactOptional
const byName = <T extends z.ZodMiniType>(value: T) => z.record(z.string(), value)
const later = z.enum(['reject', 'ignore'])
const seed = integer(0, 2 ** 31)

const trainOptions = z.strictObject({
  id: optional(text(128)),
  version: optional(text(128)),
  event: optional(text(128)),
  horizonDays: optional(integer(1, 3_660)),
  features: optional(boundedArray(text(128))),
  own: optional(byName(z.enum(['up', 'down', 'category']))),
  scaleFree: optional(z.boolean()),
  maxBins: optional(integer(2, 50)),
  minBinShare: optional(number(0, 0.5)),
  minBinEvents: optional(integer(1, 1e6)),
  minBinStep: optional(number(0, 5)),
  smoothing: optional(number(0, 1e6)),
  slices: optional(integer(2, 200)),
  splits: optional(byName(boundedArray(z.number()))),
  minInformation: optional(number(0, 10)),
  coding: optional(z.enum(['woe', 'steps'])),
  keep: optional(byName(z.number())),
  ridge: optional(number(0, 1e9)),
  basePoints: optional(integer(-1e6, 1e6)),
  baseOdds: optional(number(1e-9, 1e9)),
  pointsToDoubleOdds: optional(number(1e-3, 1e6)),
  calibration: optional(z.enum(['platt', 'isotonic', 'identity'])),
  folds: optional(integer(2, 50)),
  seed: optional(seed),
  verify: optional(z.boolean()),
  priors: optional(boundedArray(characteristic)),
  beyond: optional(byName(boundedArray(z.strictObject({ from: z.number(), points: z.number() })))),
  later: optional(later),
})

const validateOptions = z.strictObject({
  resamples: optional(integer(0, 10_000)),
  seed: optional(seed),
  outOfTime: optional(instant),
  favourable: optional(share),
  reference: optional(z.string()),
  later: optional(later),
})

/** Checks the options of training. Never throws. */
export const parseTrainOptions = (value: unknown): Parsed<z.output<typeof trainOptions>> =>
  parseWith(trainOptions, value)

/** Checks the options of validation. Never throws. */
export const parseValidateOptions = (value: unknown): Parsed<z.output<typeof validateOptions>> =>
  parseWith(validateOptions, value)
