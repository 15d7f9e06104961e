import type { PromisePolicy } from '../input/policy.ts'
import type { ReadCase, ReadContact } from '../input/readCase.ts'
import type { EpochDay } from '../time/civilDay.ts'

/** What the record was read into, from which every row of `FEATURES` takes its measure. */
export interface Measured {
  readonly view: ReadCase
  readonly today: EpochDay
  readonly daysPastDue: number
  readonly late: Delinquency
  readonly paid: PaymentMeasures
  readonly used: RevolvingMeasures
  readonly lastPayment: EpochDay | undefined
  readonly promises: PromiseCounts
  readonly counts: ContactCounts
  readonly reach: {
    readonly rightPartyRate: number | null
    readonly consecutiveFailures: number
    readonly lastConversation: { readonly day: EpochDay } | undefined
  }
  readonly policy: PromisePolicy
}

/** What a feature's reason is told from: these of the facts, with where the record shows them. */
export interface Shown {
  readonly view: ReadCase
  readonly today: EpochDay
  readonly daysPastDue: number
  readonly rows: readonly RowState[]
  readonly oldestUnpaid: RowState | undefined
  readonly ledger: ContactLedger
}

/** Measures, rounded, of how late and how far behind the account was, period by period. Null where no period is known. */
export interface Delinquency {
  readonly periodsBehind: number | null
  readonly worstBehind6: number | null
  readonly worstBehind12: number | null
  readonly shareLate6: number | null
  readonly shareLate12: number | null
  readonly sumBehind6: number | null
  readonly periodsSinceLate: number | null
  readonly behindTrend: number | null
  readonly rollDirection: number | null
  readonly cures: number | null
  readonly relapses: number | null
  readonly periodsKnown: number
}

/** Measures, rounded, of what was paid, when, and against what, over the newest rows fallen due. */
export interface PaymentMeasures {
  readonly paidShare1: number | null
  readonly paidShare3: number | null
  readonly paidShare6: number | null
  readonly paidShare12: number | null
  readonly partialShare6: number | null
  readonly zeroPayShare6: number | null
  readonly daysLateLast: number | null
  readonly daysLateMedian: number | null
  readonly daysLateMean: number | null
  readonly earlyShare12: number | null
  readonly sustainedPayment3: number | null
  readonly sustainedPayment6: number | null
}

/** Measures, rounded, of a revolving account: how much of the limit is used, how much of the statement is paid. */
export interface RevolvingMeasures {
  readonly utilisation: number | null
  readonly utilisationMean6: number | null
  readonly utilisationTrend: number | null
  readonly paidToBalance1: number | null
  readonly paidToBalance3: number | null
  readonly paidToBalance6: number | null
  readonly leastPaidToBalance6: number | null
  readonly paidToLimit1: number | null
  readonly paidToLimit6: number | null
  readonly noPaymentShare6: number | null
  readonly inactiveShare6: number | null
}

/** Promises by what became of them. */
export interface PromiseCounts {
  readonly promises: readonly unknown[]
  readonly kept: number
  readonly partlyKept: number
  readonly broken: number
}

/** Outbound contacts of this account in so many days, today being one. */
export interface ContactCounts {
  readonly attempts1: number
  readonly attempts7: number
  readonly attempts30: number
  readonly contactsMade30: number
  readonly technicalFailures90: number
}

/** A repayment row as known at `asOf`. */
export interface RowState {
  /** JSON Pointer of the row: `/repayments/3`. */
  readonly pointer: string
  readonly due: EpochDay
  readonly amount: number
  /** Paid and not reversed, as known at `asOf`. */
  readonly paid: number
  /** `amount` − `paid`, at least 0. */
  readonly unpaid: number
  /** Whether it fell due by the day before `asOf`'s. */
  readonly fallen: boolean
  /** Days from due day to the payment that completed it (0 if on time), or up to today while unpaid. */
  readonly daysLate: number
  /** By `behind` where the row has it, else unpaid or completed after its due day; false for rows not fallen due. */
  readonly late: boolean
  /** Periods behind then: the row's own, else how many rows up to it stood unpaid at the end of the day it fell due; 0 before that. */
  readonly behind: number
}

/** The contacts with what each counts as (`words/countsAs.ts`): made once a case, read by every room. */
export interface ContactLedger {
  /** As `view.contacts`: oldest first. */
  readonly contacts: readonly ReadContact[]
  /** Of each contact the bits of what it counts as. */
  readonly counts: readonly number[]
  /** Of each contact the bit of its channel. */
  readonly channels: readonly number[]
  /** Bits that some contact has. */
  readonly anyBits: number
}
