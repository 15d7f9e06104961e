import type { CircumstanceKind } from '../words/circumstances.ts'
import type { Period } from '../words/money.ts'
import type { Because } from '../words/reason.ts'
import type { PlanParams } from './planReasons.ts'

export type Verdict = 'able' | 'stretched' | 'unable' | 'unknown'

/** What the borrower can pay a loan period. */
export interface PaymentCapacity {
  /** Minor units a loan period; null when unknown. May be negative. */
  readonly surplus: number | null
  /** 0 or more; null when unknown. */
  readonly sustainablePayment: number | null
  readonly basis: 'documented' | 'stated' | 'estimated' | 'inferred' | 'unknown'
  readonly verdict: Verdict
  /** What `able` takes a loan period: what falls due and a share of the arrears. Minor units, rounded up. */
  readonly needed: number
  /** Profile ability, 0–1; null when unknown. */
  readonly ability: number | null
  readonly evidence: readonly string[]
}

/** Spreads what is outstanding over instalments the borrower can afford. Its schedule is made on demand. */
export interface RestructurePlan {
  readonly kind: 'restructure'
  readonly measures: readonly ('termExtension' | 'interestFreeze')[]
  readonly instalment: number
  readonly period: Period
  readonly count: number
  readonly firstDue: string
  readonly lastDue: string
  /** Outstanding − forgiven = the schedule's principal. */
  readonly repays: number
  readonly interest: number
  readonly forgiven: number
  /** repays + interest */
  readonly total: number
  /** instalment ÷ sustainable payment, to 6 decimals. */
  readonly shareOfSustainable: number
  /** Minor units. */
  readonly presentValue: number
  /** Chance of completion, a prior. */
  readonly completion: number
}

export interface ScheduleLine {
  readonly due: string
  readonly amount: number
  readonly principal: number
  readonly interest: number
  readonly balance: number
}

export interface PausePlan {
  readonly kind: 'hardshipPause'
  readonly from: string
  /** Inclusive. */
  readonly until: string
  readonly interest: 'frozen' | 'accrues'
  readonly tokenPayment: number
  readonly reviewOn: string
  readonly evidenceNeeded: readonly CircumstanceKind[]
}

export type Plan = RestructurePlan | PausePlan

/** One way of relief and whether it would do. */
export interface PlanOption<P extends Plan = Plan> {
  /** Absent when none could be made. */
  readonly plan: P | undefined
  readonly viable: boolean
  readonly because: readonly Because<PlanParams>[]
}

export interface PlanOptions {
  readonly capacity: PaymentCapacity
  readonly restructure: PlanOption<RestructurePlan>
  readonly pause: PlanOption<PausePlan>
  /** The pause is viable but bridges nothing that will pass: someone who advises on debts has to help. */
  readonly withoutProspect: boolean
  /** Present value of the contractual payments and of them moved by the pause's length, minor units unrounded. */
  readonly contractValue: number
  readonly pausedValue: number
}
