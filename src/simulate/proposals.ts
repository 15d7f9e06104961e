import type { ScheduledPlan } from '../decide/decision.ts'
import type { BorrowerCase } from '../input/borrowerCase.ts'
import type { PausePlan, RestructurePlan } from '../plan/planOptions.ts'
import type { EpochDay } from '../time/civilDay.ts'
import type { ActionKind } from '../words/actions.ts'
import type { Channel } from '../words/channels.ts'
import type { Purpose } from '../words/purposes.ts'
import type { UnitUse } from '../words/units.ts'

/** What a decision says that a lender needs to go by it: whole decisions have it. */
export interface Advice {
  readonly daysPastDue: number
  readonly overdue: number
  readonly outstanding: number
  readonly score: { readonly points: number; readonly probability: number }
  readonly action: AdvisedAction & { readonly reviewOn: string; readonly referTo?: string }
  readonly alternatives: readonly (Partial<Omit<AdvisedAction, 'kind'>> & {
    readonly kind: ActionKind
    readonly status: string
  })[]
}

export interface AdvisedAction {
  readonly kind: ActionKind
  readonly purpose?: Purpose
  readonly channel?: Channel
  readonly point?: string
  readonly window?: { readonly from: string; readonly to: string }
  readonly bestFrom?: string
  readonly value: number
  readonly cost: number
  readonly use?: UnitUse
  readonly ask?: { readonly amount: number; readonly by: string }
  readonly plan?: ScheduledPlan | RestructurePlan | PausePlan
  readonly prerequisites?: readonly { readonly code: string }[]
}

/** A contact the law, the holds and the borrower's wishes leave open, for rules that know no more than that. */
export interface OpenWay {
  readonly channel: Channel
  readonly kind: ActionKind
  readonly point?: string
  readonly window: { readonly from: string; readonly to: string }
  readonly cost: number
  readonly use: UnitUse
  readonly prerequisites: readonly { readonly code: string }[]
}

/** What the library says of a record, handed in by the entry; `asOf` is the instant decided as of. */
export interface Library {
  readonly advise: (record: BorrowerCase, asOf: string) => Advice
  readonly openWays: (record: BorrowerCase, asOf: string) => readonly OpenWay[]
}

/** Something a policy would do about an account today. */
export interface Proposal {
  readonly action: AdvisedAction
  /** Who comes first where there is too little: the higher, in the units of the policy. */
  readonly rank: number
}

/** What a policy makes of an account on its turn. */
export interface Turn {
  /** The best first; none: it is left alone today. */
  readonly proposals: readonly Proposal[]
  /** The day it is to be looked at again, where the policy says one. */
  readonly reviewOn?: EpochDay
  readonly referTo?: string
}
