import type { ComplianceParams } from '../compliance/complianceReasons.ts'
import type { TroubleSign } from '../history/facts.ts'
import type { Arrangement } from '../input/borrowerCase.ts'
import type { PlanParams } from '../plan/planReasons.ts'
import type { ActionKind } from '../words/actions.ts'
import type { CircumstanceKind } from '../words/circumstances.ts'
import type { CommitmentKind } from '../words/commitments.ts'
import { becauseOf, type NoParams } from '../words/reason.ts'

/** Reasons this room gives. Money in minor units, days as YYYY-MM-DD. */
export interface DecideParams {
  /** The chosen action is worth most; so much more than waiting. */
  'value.highest': { readonly value: number }
  /** Worth less than the chosen one. */
  'value.lower': { readonly by: number }
  /** Worth the same as the chosen one, which is gentler. */
  'value.equal': NoParams
  /** It costs more than it brings. */
  'value.negative': { readonly value: number }
  /** The policy has no costs for this currency, so they count as nothing. */
  'cost.unknown': { readonly currency: string }
  /** A promise to pay is open, until the end of the day `by`. */
  'promise.open': { readonly amount: number; readonly by: string }
  /** So many promises were broken since the last payment; the newest was of this amount. */
  'promise.broken': { readonly count: number; readonly amount?: number; readonly by?: string }
  /** Something is under way, and its own day has not come. */
  'commitment.open': { readonly kind: CommitmentKind; readonly nextOn: string }
  /** So young that most have only not paid yet; nobody is contacted before this day past due. */
  'arrears.early': { readonly fromDay: number }
  /** Too little is overdue to ask for it: it is carried to the next due day. */
  'arrears.trifle': { readonly overdue: number }
  /** Pays late by habit, and the usual day has not passed. */
  'habit.payday': { readonly on: string }
  /** By this day past due somebody has to have offered help, whatever it is worth. */
  'help.due': { readonly days: number }
  /** Nothing was written in these arrears yet, and a message can be sent. */
  'contact.messageFirst': NoParams
  /** There was hostility; nobody is called for so many days after it. */
  'call.hostile': { readonly days: number }
  /** So young that no call is made yet. */
  'call.early': { readonly fromDay: number }
  /** A running pause ends on this day; what comes after is talked about before. */
  'pause.ending': { readonly until: string }
  /** An arrangement is running. */
  'arrangement.running': { readonly kind: Arrangement['kind'] }
  /** An arrangement is running and too little of what fell due was paid. */
  'arrangement.missed': { readonly kind: Arrangement['kind']; readonly paid: number; readonly due: number }
  /** The borrower says it is paid; the payment is being looked for, so many days at most. */
  'payment.claimed': { readonly days: number }
  /** Nothing is past due. */
  'arrears.none': NoParams
  /** Something is past due, the oldest part for so many days. */
  'arrears.since': { readonly overdue: number; readonly days: number }
  /** Not so often late that a reminder before the due day would help, or no due day within so many days. */
  'preDue.notNeeded': { readonly days: number }
  /** Usually late, and the next due day is near. */
  'preDue.near': { readonly dueOn: string }
  /** What the budget shows: nothing to spare for the debt, or less than is due. */
  'capacity.unable': Means
  'capacity.stretched': Means
  'capacity.able': Means
  /** No fresh budget: what the borrower can pay is not known. */
  'capacity.unknown': NoParams
  /** Hardship is known. */
  'hardship.known': { readonly kind: CircumstanceKind }
  /** Relief fits and can be offered now, so anything else would be a detour. */
  'relief.suitable': { readonly kind: ActionKind }
  /** Relief fits but nobody has spoken with the borrower in so many days. */
  'relief.needsContact': { readonly days: number }
  /** The lender grants it on its own, without asking the borrower first, because of this circumstance ('' where none is named). */
  'relief.ownPause': { readonly kind: CircumstanceKind | '' }
  /** Something points to trouble, and nobody knows what; finding out comes before asking. */
  'information.gap': { readonly sign: TroubleSign['sign'] }
  /** The borrower asked to be called back, and nobody has spoken with them since. */
  'contact.callbackAsked': NoParams
  /** Gentler contact has not been tried enough: calls, over days, in parts of the day, each with what is needed. */
  'contact.gentleFirst': {
    readonly needed: number
    readonly done: number
    readonly spanNeeded: number
    readonly span: number
    readonly partsNeeded: number
    readonly parts: number
  }
  /** Gentler contact was tried, on so many days, and nobody was reached. */
  'contact.triedGently': { readonly attempts: number; readonly days: number }
  /** Never made to a vulnerable borrower. */
  'visit.vulnerable': NoParams
  /** Never made to a borrower in hardship who is not known to be able to pay. */
  'visit.hardship': { readonly kind: CircumstanceKind }
  /** The borrower made an appointment. */
  'visit.appointment': NoParams
  /** Not old or not large enough for a visit: from this day, and so many months' instalments. */
  'visit.tooEarly': { readonly fromDays: number; readonly instalments: number }
  /** One was made in these arrears; there is no second. */
  'visit.once': NoParams
  /** Here nobody is sent who was not asked to come. */
  'visit.onlyAgreed': NoParams
  /** Asked whether a visit suits, they did not answer in so many days: silence is no consent. */
  'visit.noAnswer': { readonly days: number }
  /** It cannot be made today, and something gentler can. */
  'visit.later': { readonly on: string }
  /** Whether and when a visit suits is asked before one is made. */
  'visit.askFirst': NoParams
  /** No two hours of daylight in which it is permitted. */
  'visit.noSlot': NoParams
  /** Too little at stake to pay for the travel: so much. */
  'visit.stakeTooSmall': { readonly value: number }
  /** There was hostility; nobody is sent for so many days after it. */
  'safety.hostile': { readonly days: number }
  /** Nobody knows where the borrower is. */
  'borrower.untraceable': NoParams
  /** Nothing that may be done now is worth more than waiting. */
  'wait.nothingBetter': NoParams
  /** Everything that would help is forbidden now. */
  'wait.allBlocked': NoParams
  /** The experiment's arm leaves this kind out. */
  'experiment.arm': { readonly experiment: string; readonly arm: string }
  /** What the rows add up to differs from what the loan says is overdue. */
  'data.differs': { readonly by: number }
}

/** A loan period: what can be paid, and what being able takes. */
type Means = { readonly sustainable: number; readonly needed: number }

/** Reasons a choice may have: of this room, and what compliance and plan say. */
export interface ChoiceParams extends DecideParams, ComplianceParams, PlanParams {}

export const because = becauseOf<ChoiceParams>()
