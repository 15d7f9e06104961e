import type { EpochDay } from '../time/civilDay.ts'
import type { EpochSecond } from '../time/instant.ts'
import type { Zone } from '../time/timeZone.ts'
import type { Channel } from '../words/channels.ts'
import type { CircumstanceKind } from '../words/circumstances.ts'
import type { ContactOutcome } from '../words/outcomes.ts'
import type { Purpose } from '../words/purposes.ts'
import type {
  Actor,
  Arrangement,
  BorrowerCase,
  BudgetEvidence,
  ConsentTo,
  ContactPoint,
  Notice,
  Party,
  Proposed,
} from './borrowerCase.ts'

/**
 * A case whose dates have been read once: what every room works on. Lists are in a canonical order that does not
 * depend on the order they came in; `index` is the place in the input, for evidence pointers only and never for
 * deciding. Fields without dates are read from `source`.
 */
export interface ReadCase {
  /** The record as parsed: a deep copy, with nothing but declared fields. */
  readonly source: BorrowerCase
  /** The person: `source.borrower` or the id. */
  readonly borrower: string
  readonly zone: Zone
  readonly actor: Actor
  readonly overdueSince: EpochDay | undefined
  readonly nextDueDay: EpochDay | undefined
  readonly opened: EpochDay | undefined
  readonly limitationUntil: EpochDay | undefined
  /** By due day, then amount, then the rest of the row, as `canonicalOrder.ts` has it. */
  readonly repayments: readonly ReadRepayment[]
  /** By instant, then channel, then the rest of the contact, as `canonicalOrder.ts` has it. */
  readonly contacts: readonly ReadContact[]
  readonly contactPoints: readonly ReadContactPoint[]
  readonly notices: readonly ReadNotice[]
  readonly budgetOn: EpochDay | undefined
  readonly circumstances: readonly ReadCircumstance[]
  readonly consents: readonly ReadConsent[]
  readonly contactHours: readonly ReadHours[] | undefined
  readonly avoidHours: readonly ReadHours[] | undefined
  readonly agreedHours: readonly ReadHours[] | undefined
  readonly appointment: ReadAppointment | undefined
  readonly arrangements: readonly ReadArrangement[]
  /** The latest day, and the latest instant, at which anything in the lists was known; 0 where they name none. */
  readonly latestDay: EpochDay
  readonly latestSecond: EpochSecond
}

export interface ReadRepayment {
  readonly index: number
  readonly due: EpochDay
  readonly amount: number
  readonly balance: number | undefined
  readonly behind: number | undefined
  /** By day, then amount. */
  readonly paid: readonly ReadPayment[]
}

export interface ReadPayment {
  readonly on: EpochDay
  readonly amount: number
  readonly postedOn: EpochDay
  readonly reversedOn: EpochDay | undefined
}

export interface ReadContact {
  readonly index: number
  readonly at: EpochSecond
  /** The day the borrower's wall clock showed. */
  readonly day: EpochDay
  readonly channel: Channel
  /** Place in `CHANNELS`. */
  readonly channelPlace: number
  readonly inbound: boolean
  readonly party: Party
  readonly outcome: ContactOutcome
  /** Place in `OUTCOME_TABLE`. */
  readonly outcomePlace: number
  readonly promise: { readonly amount: number; readonly by: EpochDay } | undefined
  readonly point: string | undefined
  /** Whether it concerns this account. */
  readonly own: boolean
  readonly by: Actor
  readonly automated: boolean
  readonly purpose: Purpose | undefined
  readonly ask: { readonly amount: number; readonly by: EpochDay } | undefined
  readonly proposed: ReadProposed | undefined
}

export interface ReadProposed {
  readonly kind: Proposed['kind']
  readonly measures: readonly string[]
  readonly instalment: number | undefined
  readonly count: number | undefined
  readonly firstDue: EpochDay | undefined
}

export interface ReadContactPoint {
  readonly index: number
  readonly key: string
  readonly channel: Channel
  readonly kind: ContactPoint['kind'] | undefined
  readonly status: 'verified' | 'unverified' | 'invalid'
  readonly party: Party
  /** Its own zone, or the borrower's. */
  readonly zone: Zone
}

export interface ReadNotice {
  readonly index: number
  readonly kind: Notice['kind']
  readonly at: EpochSecond
}

export interface ReadCircumstance {
  readonly index: number
  readonly kind: CircumstanceKind
  readonly since: EpochDay | undefined
  readonly until: EpochDay | undefined
  readonly evidence: BudgetEvidence | undefined
  readonly recorded: EpochSecond | undefined
}

export interface ReadConsent {
  readonly index: number
  readonly to: ConsentTo
  readonly channel: Channel | undefined
  readonly at: EpochSecond
}

export interface ReadHours {
  /** Bit 0 Monday … bit 6 Sunday. */
  readonly days: number
  /** Seconds since local midnight, `[from, to)`. */
  readonly from: number
  readonly to: number
}

export interface ReadAppointment {
  readonly from: EpochSecond
  readonly to: EpochSecond
  readonly recorded: EpochSecond | undefined
}

export interface ReadArrangement {
  readonly index: number
  readonly kind: Arrangement['kind']
  readonly from: EpochDay
  readonly until: EpochDay | undefined
  readonly instalment: number | undefined
  readonly status: Arrangement['status']
  readonly recorded: EpochSecond | undefined
}

declare const parsedCase: unique symbol
/**
 * A case that passed every check; what `decide` takes. Opaque: made by `parseCase` only, and recognised by a
 * symbol from the global registry, so that the ESM and CommonJS builds know each other's.
 */
export interface ParsedCase {
  readonly [parsedCase]: true
}
