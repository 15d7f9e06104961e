import type { ChoiceCode } from '../decide/decision.ts'
import type { FEATURES, FeatureName } from '../history/features.ts'

/** Why a score is what it is. Params in brackets. */
export type ScoreCode =
  /** Age of the oldest unpaid amount [days]. */
  | 'history.daysPastDue'
  /** Payments behind now [periods]. */
  | 'history.periodsBehind'
  /** How much of what is owed is overdue [overdue, outstanding]. */
  | 'history.overdueShare'
  /** Most payments behind at any time [periods, of]. */
  | 'history.worstBehind'
  /** Payments that were late [late, of]. */
  | 'history.shareLate'
  /** Payments behind, added up over the due days [sum, of]. */
  | 'history.sumBehind'
  /** Payments since the last late one; `late` is false where none was late [periods, late]. */
  | 'history.sinceLate'
  /** How much history there is [periods]. */
  | 'history.periodsKnown'
  /** Paid against due [paid, due, of]. */
  | 'history.paidShare'
  /** Payments of which nothing arrived [none, of]. */
  | 'history.zeroPayments'
  /** How late the newest payment is or was [days]. */
  | 'history.daysLateLast'
  /** How late payments usually are; below 0 is early; the mean or the median [days, of, mean]. */
  | 'history.daysLate'
  /** Payments made before their due day [early, of]. */
  | 'history.early'
  /** Credit in use [outstanding, limit]. */
  | 'history.utilisation'
  /** Statement balances against the credit limit, on average [share, of]. */
  | 'history.utilisationMean'
  /** Credit in use against earlier statements, as a share of the limit [change]. */
  | 'history.utilisationTrend'
  /** Paid against the statement balance [share, of]. */
  | 'history.paidToBalance'
  /** The least that was paid of a statement balance [share, of]. */
  | 'history.leastPaidToBalance'
  /** Paid against the credit limit [share, of]. */
  | 'history.paidToLimit'
  /** Due days against which no payment came, whatever was due [none, of]. */
  | 'history.noPayments'
  /** Statements on which nothing was owed [inactive, of]. */
  | 'history.inactive'
  /** Calls and visits in which the borrower was met [met, tried]. */
  | 'history.rightParty'
  /** Calls and visits in a row that reached nobody concerned [count]. */
  | 'history.failures'
  /** What is not known counts too [feature]. */
  | 'history.unknown'
  /** A lender's own characteristic [feature, value]. */
  | 'features.own'

/** Every reason a decision can carry: a closed union, so that each language must have a sentence for it. */
export type ReasonCode = ChoiceCode | ScoreCode

/** A feature of the history table that may enter a model: one with a direction. */
export type ScoredFeature = {
  [F in FeatureName]: (typeof FEATURES)[F]['direction'] extends null ? never : F
}[FeatureName]
