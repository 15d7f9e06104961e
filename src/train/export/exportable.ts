import { FEATURES } from '../../history/features.ts'
import type { Characteristic, Model } from '../../input/model.ts'
import { parseModel } from '../../input/modelSchema.ts'
import { failure, firstFault } from '../../words/failure.ts'
import { MISSING_KINDS, type MissingKind } from '../../words/missingKind.ts'

/** A scorecard as formats for other engines need it: what its probability is a function of, and its columns. */
export interface Exportable {
  readonly model: Model
  /** Points of a borrower whose characteristics add nothing. */
  readonly basePoints: number
  /** Log odds after Platt's map, where there is one, are `offset + perPoint · points`. */
  readonly offset: number
  readonly perPoint: number
}

/** Checks a model before it is written for another engine. @throws a Failure `train.model`. */
export function exportable(given: Model, taken: readonly string[]): Exportable {
  const parsed = parseModel(given, FEATURES)
  if (!parsed.ok)
    throw failure('train.model', `the model is not valid: ${firstFault(parsed.issues)}`, parsed.issues)
  const model = parsed.value
  const { scale, calibration } = model
  if (model.characteristics.length === 0)
    throw failure('train.model', 'the model has no characteristics: there is nothing to export')
  refuseClashes(model, taken)
  const perPoint = Math.LN2 / scale.pointsToDoubleOdds
  const offset = Math.log(scale.baseOdds) - scale.basePoints * perPoint
  const { a, b } = calibration.kind === 'platt' ? calibration : { a: 1, b: 0 }
  return {
    model,
    basePoints: scale.basePoints + model.intercept,
    offset: a * offset + b,
    perPoint: a * perPoint,
  }
}

/** Names that differ in case alone are one column in most databases. */
function refuseClashes({ characteristics }: Model, taken: readonly string[]): void {
  const seen = new Set(taken.map((name) => name.toLowerCase()))
  for (const one of characteristics)
    for (const name of new Set([one.feature, reasonColumn(one) ?? one.feature])) {
      if (seen.has(name.toLowerCase()))
        throw failure(
          'train.model',
          `the export needs a column "${name}" of its own, but that name stands already; rename the characteristic`,
        )
      seen.add(name.toLowerCase())
    }
}

export const hasCategories = ({ bins }: Characteristic): boolean => bins.some((bin) => bin.in !== undefined)

/** Stated reasons for a missing value, in one order, with their points. */
export const missingKindsOf = ({ missing }: Characteristic): [MissingKind, number][] =>
  MISSING_KINDS.flatMap((kind): [MissingKind, number][] => {
    const points = missing.kinds?.[kind]
    return points === undefined ? [] : [[kind, points]]
  })

/** The text column that says why a value is missing; undefined where the model does not ask. */
export function reasonColumn(one: Characteristic): string | undefined {
  if (missingKindsOf(one).length === 0) return undefined
  return hasCategories(one) ? one.feature : `${one.feature}_missing`
}
