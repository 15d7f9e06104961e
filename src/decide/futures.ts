import type { Effect, EffectWhen, UnitCosts } from '../input/policy.ts'
import { clamp, logit, round6, shrunkShare, sigmoid } from '../numbers/maths.ts'
import { BUCKETS } from '../words/buckets.ts'
import type { Purpose } from '../words/purposes.ts'
import type { Situation } from './situation.ts'

/** What of the future no action changes, in minor units, unrounded. */
export interface Futures {
  /** What is lost if the borrower does not pay. */
  readonly stake: number
  /** Chance of a cure without any contact, the same for every action. */
  readonly alone: number
  /** What is left for a contact to add, against what the bucket leaves on average. */
  readonly headroom: number
  /** Costs of this currency; undefined where the policy has none. */
  readonly costs: UnitCosts | undefined
}

/** What a contact brings, factor by factor: their product, at most `(1 − alone) × stake`, less the cost, is its value. */
export interface Gain {
  /** Chance that it reaches this person, 0–1. */
  readonly reach: number
  /** What being reached adds to the chance of a cure, 0–1. */
  readonly persuades: number
  /** What is left of it after the conversations since the last payment. */
  readonly decay: number
  readonly headroom: number
  readonly alone: number
  /** Minor units. */
  readonly stake: number
}

export function futuresOf(situation: Situation): Futures {
  const { facts, policy } = situation
  const alone = aloneOf(situation)
  const cure = situation.tables.cure[facts.bucket] ?? 0
  const left = cure < 1 ? (1 - alone) / (1 - cure) : 1
  return {
    stake: stakeOf(situation),
    alone,
    headroom: 1 + policy.gain.headroom * (left - 1),
    costs: policy.unitCosts[facts.view.source.currency],
  }
}

/** The score's probability, moved from the mix it was fitted on to this policy's own cure rates. */
function aloneOf({ facts, plans, policy, tables, score, context }: Situation): number {
  const base = context.model.base[facts.bucket]
  const cure = tables.cure[facts.bucket]
  const probability =
    base === undefined || cure === undefined
      ? score.probability
      : sigmoid(logit(score.probability) - logit(base) + logit(cure))
  return probability * policy.cureGiven[plans.capacity.verdict]
}

/**
 * What is overdue in full; and of the rest, on a curve that falls with size, the step that rolling one bucket costs.
 * Called in, all of it is asked for, and the curve takes the whole.
 */
function stakeOf({ facts, policy, tables }: Situation): number {
  const { loan, currency } = facts.view.source
  const unit = policy.stake.unit[currency]
  const curve = (amount: number): number =>
    unit === undefined || unit === 0 || amount <= unit ? amount : unit * (amount / unit) ** policy.stake.power
  const { stage } = loan
  if (stage !== undefined && stage !== 'open') return curve(facts.outstanding)
  const next = BUCKETS[BUCKETS.indexOf(facts.bucket) + 1]
  const now = tables.recovered[facts.bucket] ?? 0
  const rolled = next === undefined ? 0 : (tables.recovered[next] ?? 0)
  return facts.overdue + Math.max(0, now - rolled) * curve(Math.max(0, facts.outstanding - facts.overdue))
}

/** The factors of a contact of this kind; undefined where no row of the policy speaks of it. */
export function contactGain(
  situation: Situation,
  { stake, alone, headroom }: Futures,
  kind: Effect['action'],
  purpose: Purpose,
): Gain | undefined {
  const { facts, policy, tables } = situation
  const row = tables.effects[kind].find(({ when }) => fits(when, situation, purpose))
  if (row === undefined) return undefined
  const prior = policy.reach[kind]
  const { met, tried } = facts.reach[kind]
  const mean = prior.byBucket?.[facts.bucket] ?? prior.mean
  return {
    reach: round6(shrunkShare(met, tried, mean, prior.weight)),
    persuades: row.persuades,
    decay: round6(row.decay ** facts.talksSincePayment),
    headroom: round6(headroom),
    alone: round6(alone),
    stake: Math.round(stake),
  }
}

/** What these factors bring before cost: never more than is left to gain. */
export const gainBeforeCost = (gain: Gain | undefined): number =>
  gain === undefined
    ? 0
    : clamp(gain.reach * gain.persuades * gain.decay * gain.headroom, 0, 1 - gain.alone) * gain.stake

function fits(when: EffectWhen, { facts }: Situation, purpose: Purpose): boolean {
  const { profile } = facts
  return (
    (when.bucket === undefined || isOneOf(facts.bucket, when.bucket)) &&
    (when.purpose === undefined || isOneOf(purpose, when.purpose)) &&
    (when.daysPastDueUpTo === undefined || facts.daysPastDue <= when.daysPastDueUpTo) &&
    (when.brokenPromisesFrom === undefined || facts.brokenSincePayment >= when.brokenPromisesFrom) &&
    (when.willingnessFrom === undefined || (profile.willingness ?? -1) >= when.willingnessFrom) &&
    (when.contactabilityFrom === undefined || (profile.contactability ?? -1) >= when.contactabilityFrom) &&
    (when.outstandingFrom === undefined || facts.outstanding >= when.outstandingFrom) &&
    (when.features === undefined || hasFeatures(when.features, facts.view.source.features))
  )
}

const hasFeatures = (
  wanted: NonNullable<EffectWhen['features']>,
  given: Situation['facts']['view']['source']['features'],
): boolean =>
  Object.entries(wanted).every(([name, bound]) => {
    const value = given !== undefined && Object.hasOwn(given, name) ? given[name] : undefined
    return typeof bound === 'number' ? typeof value === 'number' && value >= bound : value === bound
  })

const isOneOf = <T extends string>(value: T, allowed: T | readonly T[]): boolean =>
  typeof allowed === 'string' ? value === allowed : allowed.includes(value)

/** Expected gain of relief over waiting, before its cost: it is completed on the same stake, less what is given up. */
export const reliefGain = ({ stake, alone }: Futures, givenUp: number, completion: number): number =>
  (completion - alone) * stake - givenUp
