import type { ReadCase } from '../input/readCase.ts'
import type { EpochDay } from '../time/civilDay.ts'
import type { EpochSecond } from '../time/instant.ts'
import type { ContactKind } from '../words/actions.ts'
import type { Bucket } from '../words/buckets.ts'
import type { Channel } from '../words/channels.ts'
import type { CircumstanceKind } from '../words/circumstances.ts'
import type { FeatureValues } from './features.ts'
import type { ContactLedger, RowState } from './measured.ts'
import type { Payday } from './payday.ts'
import type { ReachRecord } from './reach.ts'

/** Everything a record says as it was known at `asOf`: the one value all later rooms read. */
export interface Facts {
  /** The lists as they stood at `asOf`. */
  readonly view: ReadCase
  /** What each contact of `view` counts as. */
  readonly ledger: ContactLedger
  readonly asOf: EpochSecond
  /** The borrower's calendar day at `asOf`. */
  readonly today: EpochDay
  readonly outstanding: number
  readonly overdue: number
  readonly daysPastDue: number
  readonly bucket: Bucket
  /** Something is overdue and at least a day old. */
  readonly inArrears: boolean
  /** Contractual payment a period: `loan.instalment`, else the newest row's amount above 0, else null. */
  readonly instalment: number | null
  /** One state per repayment row, as known at `asOf`, in due order. */
  readonly rows: readonly RowState[]
  /** The oldest row due by today that is not fully paid. */
  readonly oldestUnpaid: RowState | undefined
  /** Difference between `loan.overdue` and what the rows add up to, where rows exist and it is not 0. */
  readonly overdueDiffers: number | undefined
  /** By the instant they were made. */
  readonly promises: readonly PromiseState[]
  /** The newest open promise, if any. */
  readonly openPromise: PromiseState | undefined
  /** Promises broken since the last payment (all, where nothing was paid). */
  readonly brokenSincePayment: number
  /** Circumstances with their time in force: stated ones and those the record implies; past, present and announced. */
  readonly circumstances: readonly CircumstanceSpan[]
  /** Channels the borrower closed, with where it says so. */
  readonly optedOut: readonly { readonly channel: Channel; readonly evidence: string }[]
  readonly visitWish: { readonly wish: 'agreed' | 'refused'; readonly evidence: string } | undefined
  /** The appointment, unless a later refusal cancelled it; past ones too. */
  readonly appointment: { readonly from: EpochSecond; readonly to: EpochSecond } | undefined
  /** Arrangement in force now (active, begun, not past its end). */
  readonly arrangement: ArrangementState | undefined
  /** What was paid of what fell due under it, where too little was. */
  readonly shortfall: { readonly paid: number; readonly due: number } | undefined
  readonly lastPayment: EpochDay | undefined
  /**
   * Last two-way contact with the borrower, any channel: an inbound contact or an outcome that is a conversation,
   * but none that `closesTalk` in the table of outcomes. A co-borrower or representative
   * speaks for them; contacts of other accounts do not count.
   */
  readonly lastTwoWay: { readonly at: EpochSecond; readonly evidence: string } | undefined
  /** That contact, where the borrower asked in it to be called back. */
  readonly callbackAsked: { readonly at: EpochSecond; readonly evidence: string } | undefined
  /**
   * Last time the borrower asked for help: in a contact within `policy.recentDays.asked`, or by what asks as long as
   * it stands (an arrangement, an application, a declared hardship), at the instant on which that began.
   */
  readonly lastAsked: { readonly at: EpochSecond; readonly evidence: string } | undefined
  /** Last time the borrower asked to be contacted: for a call back, by an application, or by agreeing on an arrangement. */
  readonly lastContactRequest: { readonly at: EpochSecond; readonly evidence: string } | undefined
  /** Last outcome `claimsPaid` or `paid` of this account with no payment posted since. */
  readonly claimedPaid: { readonly at: EpochSecond; readonly evidence: string } | undefined
  /** How often each kind of contact was tried on this person and reached them. */
  readonly reach: Readonly<Record<ContactKind, ReachRecord>>
  /** Conversations with the borrower since the last payment. */
  readonly talksSincePayment: number
  /** When somebody who pays late by habit is expected to pay what is unpaid. */
  readonly payday: Payday | undefined
  /** The hour of day (0–23) at which the borrower answered most often, with how often. */
  readonly bestHour: { readonly hour: number; readonly answered: number } | undefined
  /** Signs of trouble that make finding out worth more than a demand. */
  readonly trouble: readonly TroubleSign[]
  readonly features: FeatureValues
  readonly profile: Profile
}

export interface PromiseState {
  readonly pointer: string
  readonly amount: number
  readonly by: EpochDay
  readonly madeOn: EpochDay
  readonly madeAt: EpochSecond
  /** `replaced`: a newer promise was made while it was open. */
  readonly status: 'open' | 'kept' | 'partlyKept' | 'broken' | 'replaced'
  /** Paid in its time. */
  readonly paid: number
}

/** A circumstance and its time in force, before any statutory tail. */
export interface CircumstanceSpan {
  readonly kind: CircumstanceKind
  /** `[from, to)`; `to` is Infinity where no end is known. */
  readonly from: EpochSecond
  readonly to: EpochSecond
  /** The last day inclusive, where the record gives or implies one. */
  readonly lastDay: EpochDay | undefined
  readonly pointer: string
  /** Whether only a contact's outcome says so. */
  readonly implied: boolean
  /** In force at `asOf`. */
  readonly now: boolean
}

export interface ArrangementState {
  readonly pointer: string
  readonly kind: 'restructure' | 'hardshipPause' | 'settlement'
  readonly until: EpochDay | undefined
  readonly instalment: number | undefined
  readonly from: EpochDay
  /** When it was agreed: when it was recorded, or else the start of its first day. */
  readonly agreedAt: EpochSecond
}

export type TroubleSign = {
  readonly sign: 'silentPayer' | 'partialPayments' | 'technicalFailures' | 'hardshipKnown' | 'vulnerable'
  readonly evidence: readonly string[]
}

/** Each 0–1 or null when unknown, with where it comes from. Ability waits for the budget and is filled by `plan/`. */
export interface Profile {
  readonly willingness: number | null
  readonly contactability: number | null
  readonly willingnessEvidence: readonly string[]
  readonly contactabilityEvidence: readonly string[]
}
