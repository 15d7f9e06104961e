import type { EpochDay } from '../time/civilDay.ts'
import type { EpochSecond } from '../time/instant.ts'
import type { Zone } from '../time/timeZone.ts'
import type { Channel } from '../words/channels.ts'
import type { HoldKind } from '../words/circumstances.ts'
import type { Params } from '../words/issue.ts'
import type { Because, RuleRef } from '../words/reason.ts'

/** Reasons this room gives. */
export type ComplianceCode =
  | 'rule.hours'
  | 'rule.frequency'
  | 'rule.coolOff'
  | 'rule.hold'
  | 'rule.visit'
  | 'rule.thirdParty'
  | 'rule.optOut'
  /** The borrower's own wishes leave no time: params {}. */
  | 'wish.hours'
  /** The borrower does not want visits. */
  | 'wish.visitRefused'
  /** No usable contact point of the addressee for this channel: params { channel }. */
  | 'contact.noPoint'
  /** No jurisdiction, or one no pack knows: house rules alone. Params { jurisdiction } ('' when absent). */
  | 'data.jurisdictionUnknown'

export type Addressee = 'borrower' | 'coBorrower' | 'guarantor' | 'representative' | 'estate'

export type PrerequisiteCode =
  | 'visit.notice'
  | 'visit.agencyDetails'
  | 'visit.consent'
  | 'visit.consentToEnter'
  | 'visit.staff'
  | 'visit.placeOfChoice'

/** What must be done before the action, and by which day where it has one. */
export interface Prerequisite {
  readonly code: PrerequisiteCode
  readonly by?: string
  readonly params?: { readonly staff: number }
}

/** Whether one channel may be used for one class of purposes, and when. */
export interface Permission {
  /** `open`: a legal window opens within the horizon; `blocked`: a rule, hold or wish forbids it now; `unreachable`: no usable contact point. */
  readonly status: 'open' | 'blocked' | 'unreachable'
  readonly to: Addressee
  /** The contact point to use, where points are given. */
  readonly point: string | undefined
  /** The zone of the point, or the borrower's. */
  readonly zone: Zone
  /** First legal stretch at or after `asOf`, `[from, to)`, cut at the horizon. Only when open. */
  readonly window: { readonly from: EpochSecond; readonly to: EpochSecond } | undefined
  /** First instant with a legal window, inside the horizon or not; undefined when nobody can know. */
  readonly opensAt: EpochSecond | undefined
  /** Why it is not open; when it is, why the window starts later than `asOf`. Most binding first. */
  readonly because: readonly Because<ComplianceCode>[]
  readonly prerequisites: readonly Prerequisite[]
}

export type ReferTo =
  | 'hardshipTeam'
  | 'disputes'
  | 'estate'
  | 'legal'
  | 'debtAdviser'
  | 'tracing'
  | 'safety'
  | 'complaints'

/** A hold in force at `asOf`. */
export interface HoldState {
  readonly kind: HoldKind | 'timeBarred'
  readonly referTo: ReferTo | undefined
  /** First instant after the hold and its tail; undefined when it has no known end. */
  readonly endsAt: EpochSecond | undefined
  /** Latest day to look again that a rule sets. */
  readonly reviewBy: EpochDay | undefined
  readonly because: Because<ComplianceCode>
  readonly pointer: string
}

/** What contact is possible: the outcome of this room. */
export interface Permissions {
  readonly demand: Readonly<Record<Channel, Permission>>
  readonly relief: Readonly<Record<Channel, Permission>>
  /** Whether the lender may grant a pause on its own, without contact. */
  readonly ownPause: { readonly allowed: boolean; readonly because: readonly Because<ComplianceCode>[] }
  /** In force at `asOf`, strictest first. */
  readonly holds: readonly HoldState[]
  /** Packs whose rules were applied, in order; and what to say about the jurisdiction. */
  readonly packs: readonly string[]
  readonly notes: readonly Because<ComplianceCode>[]
}

/** A reason of this room. */
export type NamedBecause = Because<ComplianceCode>

const NO_EVIDENCE: readonly string[] = Object.freeze([])

/** A reason that names the rule behind it, where a rule is behind it. */
export const becauseOfRule = (
  code: ComplianceCode,
  rule: RuleRef | undefined,
  params: Params,
  evidence: readonly string[] = NO_EVIDENCE,
): NamedBecause =>
  // Frozen, for many decisions share it: whoever changes one must not change the next.
  Object.freeze(
    rule === undefined
      ? { code, about: 'action', params: Object.freeze(params), evidence: Object.freeze(evidence) }
      : { code, about: 'action', params: Object.freeze(params), evidence: Object.freeze(evidence), rule },
  )
