import type { Addressee, ComplianceCode, Prerequisite, ReferTo } from '../compliance/permissions.ts'
import type {
  PausePlan,
  PaymentCapacity,
  PlanCode,
  RestructurePlan,
  ScheduleLine,
} from '../plan/planOptions.ts'
import type { Score } from '../score/score.ts'
import type { ActionKind } from '../words/actions.ts'
import type { Bucket } from '../words/buckets.ts'
import type { Channel } from '../words/channels.ts'
import type { Purpose } from '../words/purposes.ts'
import type { Because } from '../words/reason.ts'

/** Reasons this room gives. Params in brackets. */
export type DecideCode =
  /** The chosen action is worth most [value]. */
  | 'value.highest'
  /** Worth less than the chosen one [by]. */
  | 'value.lower'
  /** Worth the same as the chosen one, which is gentler. */
  | 'value.equal'
  /** It costs more than it brings [value]. */
  | 'value.negative'
  /** The policy has no costs for this currency, so they count as nothing [currency]. */
  | 'cost.unknown'
  /** A promise to pay is open [amount, by]. */
  | 'promise.open'
  /** A promise was broken since the last payment [count, amount, by]. */
  | 'promise.broken'
  /** An arrangement is running [kind]. */
  | 'arrangement.running'
  /** An arrangement is running and too little of it was paid [kind, paid, due]. */
  | 'arrangement.missed'
  /** The borrower says it is paid; the payment is being looked for [days]. */
  | 'payment.claimed'
  /** Nothing is past due. */
  | 'arrears.none'
  /** Something is past due [overdue, days]. */
  | 'arrears.since'
  /** Not so often late that a reminder before the due day would help, or no due day near [days]. */
  | 'preDue.notNeeded'
  /** Usually late, and the next due day is near [dueOn]. */
  | 'preDue.near'
  /** What the budget shows: nothing to spare for the debt, or less than is due [sustainable, needed]. */
  | 'capacity.unable'
  | 'capacity.stretched'
  | 'capacity.able'
  /** No fresh budget: what the borrower can pay is not known. */
  | 'capacity.unknown'
  /** Hardship is known [kind]. */
  | 'hardship.known'
  /** Relief fits and can be offered now, so anything else would be a detour. */
  | 'relief.suitable'
  /** Relief fits but nobody has spoken with the borrower lately [days]. */
  | 'relief.needsContact'
  /** The lender grants it on its own, without asking the borrower first [kind]. */
  | 'relief.ownPause'
  /** Something points to trouble, and nobody knows what; finding out comes before asking [sign]. */
  | 'information.gap'
  /** The borrower asked to be called back, and nobody has spoken with them since. */
  | 'contact.callbackAsked'
  /** Gentler contact has not been tried enough [needed, done, days, daysNeeded, channels, channelsNeeded]. */
  | 'contact.gentleFirst'
  /** Gentler contact was tried and nobody was reached [attempts, days]. */
  | 'contact.triedGently'
  /** Never sent to somebody vulnerable. */
  | 'visit.vulnerable'
  /** Never sent to somebody in hardship who is not known to be able to pay [kind]. */
  | 'visit.hardship'
  /** The borrower made an appointment. */
  | 'visit.appointment'
  /** Too little at stake to pay for the travel [value]. */
  | 'visit.stakeTooSmall'
  /** Somebody was hostile; nobody is sent [days]. */
  | 'safety.hostile'
  /** Nobody knows where the borrower is. */
  | 'borrower.untraceable'
  /** Nothing that may be done now is worth more than waiting. */
  | 'wait.nothingBetter'
  /** Everything that would help is forbidden now. */
  | 'wait.allBlocked'
  /** The experiment's arm leaves this kind out [experiment, arm]. */
  | 'experiment.arm'
  /** What the rows add up to differs from what the loan says is overdue [by]. */
  | 'data.differs'

export type ChoiceCode = DecideCode | ComplianceCode | PlanCode

export interface TimeWindow {
  /** RFC 3339 in whole seconds with the borrower's offset, `[from, to)`. */
  readonly from: string
  readonly to: string
}

/** What an action takes of scarce things. */
export interface Use {
  readonly minute?: number
  readonly visit?: number
  readonly message?: number
}

export type CancelOn = 'payment' | 'promise' | 'inbound' | 'hold'

/** A restructure as the chosen action carries it. */
export type ScheduledPlan = RestructurePlan & { readonly schedule: readonly ScheduleLine[] }

/** What every chosen or eligible alternative carries. */
export interface Offer {
  readonly kind: ActionKind
  /** Absent for wait, and for a pause the lender grants on its own. */
  readonly purpose?: Purpose
  readonly channel?: Channel
  readonly to?: Addressee
  readonly point?: string
  readonly window?: TimeWindow
  /** Expected gain over waiting after cost, and the cost; minor units. */
  readonly value: number
  readonly cost: number
  /** Absent for wait. */
  readonly use?: Use
  readonly prerequisites?: readonly Prerequisite[]
  readonly plan?: RestructurePlan | PausePlan
}

/** The chosen action: an offer with everything needed to carry it out. */
export interface Action extends Omit<Offer, 'plan'> {
  readonly bestFrom?: string
  readonly ask?: { readonly amount: number; readonly by: string }
  readonly plan?: ScheduledPlan | RestructurePlan | PausePlan
  readonly approval: 'none' | 'human'
  readonly referTo?: ReferTo
  readonly validUntil: string
  readonly cancelOn: readonly CancelOn[]
  readonly reviewOn: string
}

export type Status = 'chosen' | 'eligible' | 'blocked' | 'unsuitable'

/** One of the six kinds, as ranked. */
export type Alternative = Partial<Omit<Offer, 'kind'>> & {
  readonly kind: ActionKind
  readonly status: Status
  /** Of a blocked one: the first instant at which it has a legal window, where anybody can know. */
  readonly until?: string
  /** At least one, but for the chosen one also what decided it. */
  readonly because: readonly Because<ChoiceCode>[]
}

export interface ExperimentArmDrawn {
  readonly id: string
  readonly arm: string
  readonly probability: number
}

/** What this room decides: a decision without its explanation. */
export interface Choice {
  readonly id: string
  readonly borrower: string
  readonly asOf: string
  readonly currency: string
  readonly area: string | undefined
  readonly language: string
  readonly outstanding: number
  readonly overdue: number
  readonly daysPastDue: number
  readonly bucket: Bucket
  readonly score: Score
  readonly profile: {
    readonly ability: number | null
    readonly willingness: number | null
    readonly contactability: number | null
  }
  readonly capacity: Pick<PaymentCapacity, 'surplus' | 'sustainablePayment' | 'basis' | 'verdict'>
  readonly action: Action
  readonly alternatives: readonly Alternative[]
  /** Why this action, most important first; then remarks on the data. */
  readonly why: readonly Because<ChoiceCode>[]
  readonly remarks: readonly Because<ChoiceCode>[]
  readonly experiment: ExperimentArmDrawn
  readonly versions: { readonly engine: string; readonly policy: string; readonly model: string }
}
