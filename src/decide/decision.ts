import type { Addressee, HoldLeaves, HoldState, Prerequisite, ReferTo } from '../compliance/permissions.ts'
import type { Care } from '../course/care.ts'
import type { CourseState } from '../course/state.ts'
import type { PausePlan, PaymentCapacity, RestructurePlan, ScheduleLine } from '../plan/planOptions.ts'
import type { Score } from '../score/score.ts'
import type { ActionKind } from '../words/actions.ts'
import type { Bucket } from '../words/buckets.ts'
import type { Channel } from '../words/channels.ts'
import type { CommitmentKind } from '../words/commitments.ts'
import type { Purpose } from '../words/purposes.ts'
import type { Because } from '../words/reason.ts'
import type { Gap } from '../words/states.ts'
import type { UnitUse } from '../words/units.ts'
import type { ChoiceParams } from './choiceReasons.ts'
import type { Gain } from './futures.ts'

export interface TimeWindow {
  /** RFC 3339 in whole seconds with the borrower's offset, `[from, to)`. */
  readonly from: string
  readonly to: string
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
  /** Of a contact, what its value is made of. */
  readonly gain?: Gain
  readonly cost: number
  /** Absent for wait. */
  readonly use?: UnitUse
  readonly prerequisites?: readonly Prerequisite[]
  readonly plan?: RestructurePlan | PausePlan
}

/** The chosen action: an offer with everything needed to carry it out. */
export interface Action extends Omit<Offer, 'plan'> {
  readonly bestFrom?: string
  readonly ask?: { readonly amount: number; readonly by: string }
  /** What the conversation should find out and the host record. */
  readonly toFindOut?: readonly Gap[]
  readonly plan?: ScheduledPlan | RestructurePlan | PausePlan
  readonly approval: 'none' | 'human'
  readonly referTo?: ReferTo
  readonly validUntil: string
  readonly cancelOn: readonly CancelOn[]
  readonly reviewOn: string
}

export type Status = 'chosen' | 'eligible' | 'blocked' | 'unsuitable'

/** One of all kinds, as ranked. */
export type Alternative = Partial<Omit<Offer, 'kind'>> & {
  readonly kind: ActionKind
  readonly status: Status
  /** Of a blocked one: the first instant at which it has a legal window, where it can be known. */
  readonly until?: string
  /** At least one, but for the chosen one also what decided it. */
  readonly because: readonly Because<ChoiceParams>[]
}

export interface ExperimentArmDrawn {
  readonly id: string
  readonly arm: string
  readonly probability: number
}

/** A hold in force when this was decided, strictest first: told whatever else decides the action. */
export interface HoldInForce {
  readonly kind: HoldState['kind']
  /** The first day it has held, where the record says. */
  readonly since?: string
  /** The last day it holds, any tail included, where that is known. */
  readonly until?: string
  /** The rule behind it, where one of a pack or of the house says so. */
  readonly rule?: { readonly pack: string; readonly id: string }
  /** What it leaves possible. */
  readonly allows: readonly HoldLeaves[]
  readonly evidence: readonly string[]
}

/** Something under way when this was decided. */
export interface OpenCommitment {
  readonly kind: CommitmentKind
  /** The day it began, where the record says. */
  readonly since?: string
  /** The day on which it is looked at again. */
  readonly nextOn: string
  readonly evidence: readonly string[]
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
  readonly holds: readonly HoldInForce[]
  /** What calls for care in every contact, the gravest first. */
  readonly care: readonly Care[]
  /** Where the borrower has come to that more of the same will not move. */
  readonly state: readonly CourseState[]
  /** What is under way, the earliest day first. */
  readonly commitments: readonly OpenCommitment[]
  readonly action: Action
  readonly alternatives: readonly Alternative[]
  /** Why this action, most important first; then remarks on the data. */
  readonly why: readonly Because<ChoiceParams>[]
  readonly remarks: readonly Because<ChoiceParams>[]
  readonly experiment: ExperimentArmDrawn
  readonly versions: { readonly engine: string; readonly policy: string; readonly model: string }
}
