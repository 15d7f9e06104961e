import type { Facts } from '../../src/history/facts.ts'
import type { Context } from '../../src/input/context.ts'
import type { Characteristic, Model } from '../../src/input/model.ts'

/** A model of the contract's scale: 500 points at even odds, 50 more double them. */
export const modelOf = (characteristics: readonly Characteristic[], rest: Partial<Model> = {}): Model => ({
  id: 'test',
  version: '1.0.0',
  event: 'current within 30 days',
  horizonDays: 30,
  scaleFree: false,
  scale: { basePoints: 500, baseOdds: 1, pointsToDoubleOdds: 50 },
  intercept: 0,
  characteristics,
  base: {},
  calibration: { kind: 'identity' },
  card: {},
  ...rest,
})

/** The part of a context that scoring reads. */
export const contextOf = (model: Model, bands: readonly number[] = [0.8, 0.6, 0.4, 0.2]): Context =>
  ({ model, policy: { bands } }) as unknown as Context

/** The part of the facts that scoring reads: the history table's values, and the case's own features. */
export const factsOf = (
  features: Readonly<Record<string, number | null>>,
  own?: Readonly<Record<string, number | string | null>>,
): Facts => {
  const loan = { product: 'instalment' }
  const source = own === undefined ? { loan } : { loan, features: own }
  return { features, view: { source } } as unknown as Facts
}
