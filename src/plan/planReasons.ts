import type { Arrangement } from '../input/borrowerCase.ts'
import type { CircumstanceKind } from '../words/circumstances.ts'
import { becauseOf, type NoParams } from '../words/reason.ts'

/** Reasons this room gives. Money is an amount a loan period. */
export interface PlanParams {
  /** Affordable as it is. */
  'plan.notNeeded': NoParams
  /** No fresh budget: finding out comes first. */
  'plan.budgetUnknown': NoParams
  /** No instalment within the sustainable payment repays it in the longest term; `needed` is the least that would. */
  'plan.notAffordable': {
    readonly sustainable: number
    readonly needed: number
    readonly maxInstalments: number
  }
  /** Nothing to spread: nothing outstanding. */
  'plan.nothingToRepay': NoParams
  /** Restructured too recently: on the day `since`, and `days` must lie between two. */
  'plan.tooSoon': { readonly since: string; readonly days: number }
  /** An arrangement is running. */
  'plan.arrangementRunning': { readonly kind: Arrangement['kind'] }
  /** The borrower refused such a plan and nothing has changed since; the instalment is the one refused. */
  'plan.refusedBefore': { readonly instalment: number }
  /** So many pauses were granted since this began: the next is not granted unasked. */
  'plan.pausedBefore': { readonly count: number }
  /** No hardship is known that a pause would bridge. */
  'plan.noTemporaryCause': NoParams
  /** What remains of the surplus pays for a plan, so a pause is not needed. */
  'plan.canPay': { readonly sustainable: number }
  /** The single unit of rounding leaves no slack, or the plan would cost more than it repays. */
  'plan.notViable': NoParams
  /** Why it fits. */
  'plan.fits': { readonly instalment: number; readonly sustainable: number }
  /** Why it fits: the hardship it bridges; `overIndebted` or none where only the budget tells. */
  'plan.pauseFits': { readonly kind?: CircumstanceKind }
}

export const because = becauseOf<PlanParams>()
