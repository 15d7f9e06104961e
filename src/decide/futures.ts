import type { Effect, EffectWhen, UnitCosts } from '../input/policy.ts'
import { logit, sigmoid } from '../numbers/maths.ts'
import type { Purpose } from '../words/purposes.ts'
import type { Situation } from './situation.ts'

/**
 * What the future is worth, in minor units, unrounded. Two futures are weighed on the whole balance:
 * the account cures and pays as contracted, or it rolls and a share of it is recovered.
 */
export interface Futures {
  readonly cured: number
  readonly rolled: number
  /** Chance of a cure when waiting until the review and then following the standard path. */
  readonly cureByWaiting: number
  /** Costs of this currency; undefined where the policy has none. */
  readonly costs: UnitCosts | undefined
}

export function futuresOf(situation: Situation): Futures {
  const { facts, plans, policy, tables, score, context } = situation
  const base = context.model.base[facts.bucket]
  const { cure: cures, recovered } = tables
  const cure = cures[facts.bucket]
  // Moves the score from the mix it was fitted on to this policy's own cure rates; no shift where either is missing.
  const probability =
    base === undefined || cure === undefined
      ? score.probability
      : sigmoid(logit(score.probability) - logit(base) + logit(cure))
  return {
    cured: plans.contractValue,
    rolled: (recovered[facts.bucket] ?? 0) * facts.outstanding,
    cureByWaiting: probability * policy.cureGiven[plans.capacity.verdict],
    costs: policy.unitCosts[facts.view.source.currency],
  }
}

/** Expected gain of a contact over waiting, before its cost. */
export function contactGain(
  situation: Situation,
  futures: Futures,
  kind: Effect['action'],
  purpose: Purpose,
  alreadyTried: number,
): number {
  for (const { when, lift, decay } of situation.tables.effects[kind]) {
    if (!fits(when, situation, purpose)) continue
    const added = Math.min(lift * decay ** alreadyTried, 1 - futures.cureByWaiting)
    return added * (futures.cured - futures.rolled)
  }
  return 0
}

function fits(when: EffectWhen, { facts }: Situation, purpose: Purpose): boolean {
  const { profile } = facts
  return (
    (when.bucket === undefined || isOneOf(facts.bucket, when.bucket)) &&
    (when.purpose === undefined || isOneOf(purpose, when.purpose)) &&
    (when.daysPastDueUpTo === undefined || facts.daysPastDue <= when.daysPastDueUpTo) &&
    (when.brokenPromisesFrom === undefined || facts.brokenSincePayment >= when.brokenPromisesFrom) &&
    (when.willingnessFrom === undefined || (profile.willingness ?? -1) >= when.willingnessFrom) &&
    (when.contactabilityFrom === undefined || (profile.contactability ?? -1) >= when.contactabilityFrom)
  )
}

const isOneOf = <T extends string>(value: T, allowed: T | readonly T[]): boolean =>
  typeof allowed === 'string' ? value === allowed : allowed.includes(value)

/** Expected gain of relief over waiting, before its cost: it is completed and worth `value`, or the account rolls. */
export function reliefGain(futures: Futures, value: number, completion: number): number {
  const { cured, rolled, cureByWaiting } = futures
  const relief = completion * value + (1 - completion) * rolled
  return relief - (cureByWaiting * cured + (1 - cureByWaiting) * rolled)
}
