import type { Action, Alternative, Choice, ExperimentArmDrawn } from '../decide/decision.ts'
import type { PaymentCapacity } from '../plan/planOptions.ts'
import type { Score } from '../score/score.ts'
import type { Bucket } from '../words/buckets.ts'
import type { Because } from '../words/reason.ts'
import type { ReasonParams } from './reasonCodes.ts'

/**
 * Why, as data: a code from a closed union, the figures its sentence needs, JSON Pointers into the record that caused
 * it, of a rule its source and force, and of a score reason the points its characteristic gave.
 */
export type Reason = Because<ReasonParams>

/**
 * What to do about one account, and why: plain JSON, keys in this order. Money is in minor units of `currency`, a
 * day is `YYYY-MM-DD` in the borrower's calendar, an instant is RFC 3339 with the borrower's offset.
 */
export interface Decision {
  /** The account and the person, as the record names them. */
  readonly id: string
  readonly borrower: string
  /** The instant this was decided for. */
  readonly asOf: string
  /** ISO 4217. */
  readonly currency: string
  /** District key for planning visits, where the record has one. */
  readonly area?: string
  /** BCP 47: the borrower's, else the policy's. */
  readonly language: string
  /** What is owed today, and the part of it past due. */
  readonly outstanding: number
  readonly overdue: number
  /** 1 on the day after the oldest unpaid amount fell due; 0 when nothing is overdue. */
  readonly daysPastDue: number
  readonly bucket: Bucket
  readonly score: Score
  /** 0–1 each, null when unknown: what the borrower can pay, does of what they can, and how they are reached. */
  readonly profile: Choice['profile']
  /** What the borrower can pay a loan period; amounts are null when unknown. */
  readonly capacity: Pick<PaymentCapacity, 'surplus' | 'sustainablePayment' | 'basis' | 'verdict'>
  /** Holds in force, strictest first, whatever else decides the action; empty where none is. */
  readonly holds: Choice['holds']
  /** What calls for care in every contact, the gravest first; empty where nothing does. */
  readonly care: Choice['care']
  /** Where the borrower has come to that more of the same will not move; empty as long as there is more to try. */
  readonly state: Choice['state']
  /** What is under way, the earliest day first; empty where nothing is. */
  readonly commitments: Choice['commitments']
  /** The chosen action with everything needed to carry it out. */
  readonly action: Action
  /** All kinds, ranked, the chosen one first; every other says why it was not chosen. */
  readonly alternatives: readonly Alternative[]
  /**
   * Why this action, then what weighs most in the score, then remarks on the data; each most important first. What
   * the record contradicts itself in (`data.differs`) is never among the first four.
   */
  readonly reasons: readonly Reason[]
  /** Of an experiment the arm drawn and its probability; id and arm `none`, probability 1 where none runs. */
  readonly experiment: ExperimentArmDrawn
  /** What to replay this decision with. */
  readonly versions: { readonly engine: string; readonly policy: string; readonly model: string }
}
