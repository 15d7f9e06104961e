import type { EpochDay } from '../time/civilDay.ts'
import type { EpochSecond } from '../time/instant.ts'
import type { Zone } from '../time/timeZone.ts'
import type { Channel } from '../words/channels.ts'
import type { HoldKind } from '../words/circumstances.ts'
import type { NamedBecause } from './complianceReasons.ts'

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
  readonly because: readonly NamedBecause[]
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

/** What a hold leaves possible: help, a pause of the lender's own, word to the representative or to the estate. */
export type HoldLeaves = 'relief' | 'ownPause' | 'toRepresentative' | 'estate'

/** A hold in force at `asOf`. */
export interface HoldState {
  readonly kind: HoldKind | 'timeBarred'
  /** The first day it has held; undefined where the record does not say. */
  readonly since: EpochDay | undefined
  readonly referTo: ReferTo | undefined
  /** First instant after the hold and its tail; undefined when it has no known end. */
  readonly endsAt: EpochSecond | undefined
  /** Latest day to look again that a rule sets. */
  readonly reviewBy: EpochDay | undefined
  readonly allows: readonly HoldLeaves[]
  readonly because: NamedBecause
  readonly pointer: string
}

/** What contact is possible: the outcome of this room. */
export interface Permissions {
  readonly demand: Readonly<Record<Channel, Permission>>
  readonly relief: Readonly<Record<Channel, Permission>>
  /** Whether the lender may grant a pause on its own, without contact. */
  readonly ownPause: { readonly allowed: boolean; readonly because: readonly NamedBecause[] }
  /** In force at `asOf`, strictest first. */
  readonly holds: readonly HoldState[]
  /** Packs whose rules were applied, in order; and what to say about the jurisdiction. */
  readonly packs: readonly string[]
  readonly notes: readonly NamedBecause[]
}
