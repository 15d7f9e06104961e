import type { Channel, PointKind } from '../words/channels.ts'
import type { CircumstanceKind } from '../words/circumstances.ts'
import type { Period } from '../words/money.ts'
import type { ContactOutcome } from '../words/outcomes.ts'
import type { Purpose } from '../words/purposes.ts'

/**
 * The record of one account of one borrower, as it comes in.
 *
 * Money is a whole number of minor units of `currency`. A *day* is `YYYY-MM-DD` in the borrower's calendar and
 * inclusive; an *instant* is RFC 3339 with an offset. Rates are yearly fractions. Absent lists are empty.
 */
export interface BorrowerCase {
  /** The account, pseudonymous, 1–128 characters, unique in a file. */
  readonly id: string
  /** The person; default: `id`. Caps that protect a person count over this. */
  readonly borrower?: string
  /** ISO 4217 code. */
  readonly currency: string
  /** IANA zone where the borrower is. */
  readonly timeZone: string
  /** ISO 3166-1 alpha-2, optionally with a subdivision: `US-MA`. Without one, `house` rules alone apply. */
  readonly jurisdiction?: string
  /** Opaque district key for planning visits. */
  readonly area?: string
  /** Who collects: the lender in its own name (default) or an agency for or after someone else. */
  readonly actor?: Actor
  readonly loan: Loan
  /** What fell due and what was paid against it, any order. At most 2,000. */
  readonly repayments?: readonly Repayment[]
  /** One mark per period before the first repayment row, oldest first: `0` on time, `1`–`8` that many periods behind, `9` worse, `-` nothing due, `?` unknown. */
  readonly paymentProfile?: string
  /** The contact record, any order, of this account and (with `account`) of the borrower's others. At most 20,000. */
  readonly contacts?: readonly Contact[]
  /** What can be used to reach a person. Absent or empty: every channel is assumed reachable, a visit only with an `area`. At most 100. */
  readonly contactPoints?: readonly ContactPoint[]
  readonly notices?: readonly Notice[]
  readonly budget?: Budget
  /** Facts that change what may or should be done. At most 500. */
  readonly circumstances?: readonly Circumstance[]
  readonly preferences?: Preferences
  readonly arrangements?: readonly Arrangement[]
  /** A lender's own characteristics, read only by models that declare them. At most 1,000; numbers from -10¹⁵ to 10¹⁵. */
  readonly features?: Readonly<Record<string, number | string | null>>
  /** Never read by the library. */
  readonly metadata?: Readonly<Record<string, unknown>>
}

export type Actor = 'lender' | 'agency'
export type Product = 'instalment' | 'revolving' | 'single' | 'microfinance'

export interface Loan {
  readonly product: Product
  /** Payoff today: principal + accrued interest + charges, no unearned interest. */
  readonly outstanding: number
  /** These three are given together or not at all, and add up to `outstanding`. */
  readonly principal?: number
  readonly accruedInterest?: number
  readonly charges?: number
  /** The part past due; 0 = not in arrears. */
  readonly overdue: number
  /** Due day of the oldest unpaid amount. Needed, or `daysPastDue`, when `overdue` > 0. */
  readonly overdueSince?: string
  /** Its age in days on the day of `asOf`: 1 on the day after it fell due. */
  readonly daysPastDue?: number
  /** The contractual periodic payment; of a revolving loan the minimum payment. */
  readonly instalment?: number
  /** Default `month`. */
  readonly period?: Period
  readonly remainingInstalments?: number
  /** Yearly fraction: 0.18 is 18 %. */
  readonly annualRate?: number
  readonly nextDueDay?: string
  readonly creditLimit?: number
  readonly opened?: string
  /** Default `open`. */
  readonly stage?: LoanStage
  /** Last day on which the debt can be enforced at law, if known. */
  readonly limitationUntil?: string
}

export type LoanStage = 'open' | 'accelerated' | 'chargedOff' | 'judgment'

export interface Repayment {
  readonly due: string
  /** 0 is legal: nothing fell due. */
  readonly amount: number
  readonly paid?: readonly Payment[]
  /** Statement balance (revolving). */
  readonly balance?: number
  /** The lender's own count of periods behind at that time; wins over what is derived. */
  readonly behind?: number
}

export interface Payment {
  readonly on: string
  readonly amount: number
  /** When the lender knew of it; default: `on`. */
  readonly postedOn?: string
  /** When it was taken back; from that day on it never happened. */
  readonly reversedOn?: string
}

export type Party = 'borrower' | 'coBorrower' | 'guarantor' | 'representative' | 'thirdParty' | 'unknown'

export interface Contact {
  readonly at: string
  readonly channel: Channel
  /** Default `outbound`. */
  readonly direction?: 'outbound' | 'inbound'
  /** Default `unknown`. */
  readonly party?: Party
  readonly outcome: ContactOutcome
  /** Required with outcome `promise` or `partialPromise`, an issue with any other. */
  readonly promise?: { readonly amount: number; readonly by: string }
  /** Key of the contact point used. */
  readonly point?: string
  /** Default: this account's `id`. */
  readonly account?: string
  /** Default: this case's `actor`. */
  readonly by?: Actor
  /** Default `human`. */
  readonly agent?: 'human' | 'automated'
  /** What the contact was for: of an outbound one the decision's `action.purpose`, copied. */
  readonly purpose?: Purpose
  /** What it asked for: the decision's `action.ask`, copied. Without it a message asked for payment within `askDays`. */
  readonly ask?: { readonly amount: number; readonly by: string }
  /**
   * The plan or pause it proposed: of an outbound contact what was offered, of an inbound one what the borrower offers.
   * With outcome `refused` it is the shape that was refused.
   */
  readonly proposed?: Proposed
}

/** The shape of a plan or pause that somebody proposed. */
export interface Proposed {
  readonly kind: 'restructure' | 'hardshipPause' | 'settlement'
  readonly measures?: readonly string[]
  readonly instalment?: number
  readonly count?: number
  readonly firstDue?: string
}

export interface ContactPoint {
  readonly key: string
  readonly channel: Channel
  readonly kind?: PointKind
  /** Default `unverified`. */
  readonly status?: 'verified' | 'unverified' | 'invalid'
  /** Whose it is; default `borrower`. */
  readonly party?: Party
  /** Where this point is, when that is not the borrower's zone. */
  readonly timeZone?: string
}

export interface Notice {
  readonly kind: 'visit' | 'agencyDetails' | 'assignment' | 'validation' | 'default'
  readonly at: string
}

export type BudgetEvidence = 'documented' | 'stated' | 'estimated'

/** Money a month. */
export interface Budget {
  readonly income: number
  readonly essentialSpending: number
  /** Default 0. */
  readonly otherDebtPayments?: number
  /** Default 0. */
  readonly dependants?: number
  readonly evidence: BudgetEvidence
  /** The day it describes; default: the day of `asOf`. */
  readonly on?: string
}

export interface Circumstance {
  readonly kind: CircumstanceKind
  /** Default: the day it was recorded, else always. */
  readonly since?: string
  /** Inclusive. Without it a hold stands until replaced (adviserEngaged 30, moratorium 60 days from `since`). */
  readonly until?: string
  readonly evidence?: BudgetEvidence
  /** When the lender learned of it; default: always known. */
  readonly recorded?: string
  /** Of `vulnerable` only: one word, no health details. */
  readonly driver?: 'health' | 'lifeEvent' | 'resilience' | 'capability'
}

export type DayName = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'

/** Wall-clock hours `[from, to)` on some days, `HH:MM`; `to` may be `24:00`. */
export interface HoursOfDays {
  readonly days: readonly DayName[]
  readonly from: string
  readonly to: string
}

export interface Preferences {
  readonly channelsOptedOut?: readonly Channel[]
  /** BCP 47; texts exist for `en` and `zh-CN`. */
  readonly language?: string
  /** Only then. */
  readonly contactHours?: readonly HoursOfDays[]
  readonly avoidHours?: readonly HoursOfDays[]
  /** Express agreement to hours a rule closes. */
  readonly agreedHours?: readonly HoursOfDays[]
  /** Prior consent; lifts only rules with a `consent` override, for as long as the rule says. */
  readonly consents?: readonly Consent[]
  /** Absent = unknown. */
  readonly visit?: 'agreed' | 'refused'
  readonly visitAppointment?: Appointment
}

export interface Consent {
  readonly to: ConsentTo
  /** Default: every channel. */
  readonly channel?: Channel
  readonly at: string
}
export type ConsentTo = 'hours' | 'frequency' | 'coolOff' | 'visit'

export interface Appointment {
  readonly from: string
  readonly to: string
  /** When it was made; default: before everything in the record. */
  readonly recorded?: string
}

export interface Arrangement {
  readonly kind: 'restructure' | 'hardshipPause' | 'settlement'
  readonly from: string
  readonly until?: string
  /** Required for a restructure. */
  readonly instalment?: number
  readonly status: 'active' | 'kept' | 'broken' | 'cancelled'
  /** When the lender recorded it; default: always known. */
  readonly recorded?: string
}
