import type { Addressee, PrerequisiteCode, ReferTo } from '../compliance/permissions.ts'
import type { CancelOn } from '../decide/decision.ts'
import type { TroubleSign } from '../history/facts.ts'
import type { Arrangement } from '../input/borrowerCase.ts'
import type { PaymentCapacity, RestructurePlan } from '../plan/planOptions.ts'
import type { ActionKind } from '../words/actions.ts'
import type { Channel } from '../words/channels.ts'
import type { CircumstanceKind } from '../words/circumstances.ts'
import type { Params } from '../words/issue.ts'
import type { Period } from '../words/money.ts'
import type { Purpose } from '../words/purposes.ts'
import type { Force } from '../words/reason.ts'
import type { ReasonCode, ScoredFeature } from './reasonCodes.ts'

/**
 * A text before it is words: which sentence, with which figures. What is said is settled here once for all
 * languages; a language only says it.
 */
export interface Phrase<Code extends string = PhraseCode> {
  readonly code: Code
  readonly params: Params
}

/** One line of an explanation: sentences, and a lead such as "Why:" before them. */
export type Line<Code extends string = PhraseCode> = readonly Phrase<Code>[]

export type PhraseCode = ReasonCode | LineCode | `you.${BorrowerReason}`

/** Sentences that are no reasons. Params in brackets; a `window` is `from/to`, lists are parted by commas. */
export type LineCode =
  // What to do.
  | 'do.wait'
  | 'do.reminder' // [channel, to, purpose]
  | 'do.call' // [to, purpose]
  | 'do.visit' // [to, purpose]
  | 'do.restructure' // [channel, to]
  | 'do.hardshipPause' // [channel, to]
  | 'do.ownPause'
  | 'do.window' // [window]
  | 'do.best' // [at]
  | 'do.point' // [point]
  | 'do.ask' // [amount, by]
  | 'do.coming' // [amount, by]
  | 'do.approval'
  | 'do.refer' // [referTo]
  | 'do.review' // [on]
  | 'do.cancel' // [cancelOn]
  | 'do.sooner' // [cancelOn]
  | 'do.valid' // [until]
  | `before.${PrerequisiteCode}` // [by, staff]
  // The plan on offer.
  | 'plan.instalments' // [count, period, instalment, first, end]
  | 'plan.last' // [amount]
  | 'plan.total' // [total, interest]
  | 'plan.measures' // [measures]
  | 'plan.pause' // [from, until]
  | 'plan.frozen'
  | 'plan.accrues'
  | 'plan.token' // [amount]
  | 'plan.evidence' // [kinds]
  | 'plan.talk' // [on]
  // Why, and why not.
  | 'lead.why'
  | 'lead.timing'
  | 'lead.mainly'
  | 'lead.remarks'
  | 'score' // [points, band, chance, days]
  | 'capacity' // [sustainable, basis, verdict]
  | 'other.eligible' // [kinds]
  | 'other.blocked' // [kinds]
  | 'other.unsuitable' // [kinds]
  | 'other.until' // [at]
  // For compliance.
  | 'check.allowed'
  | 'check.option' // [kind, channel, to, window]
  | 'check.stopped' // [pack, id, kinds, force, source]
  | 'check.delayed' // [pack, id, kinds, force, source]
  | 'check.noRule'
  | 'check.holds'
  | 'check.noHold'
  | 'check.score' // [points, base, chance, event, days]
  | 'check.missing' // [features]
  | 'check.priors' // [count, of]
  | 'check.allPriors' // [of]
  | 'check.effects'
  | 'check.experiment' // [id, arm, share]
  | 'check.versions' // [engine, policy, model]
  // To the borrower.
  | 'you.due' // [overdue]
  | 'you.ask' // [amount, by]
  | 'you.coming' // [amount, by]
  | 'you.findOut'
  | 'you.offerPlan'
  | 'you.call' // [window]
  | 'you.visit' // [window]
  | 'you.reach'
  | 'you.plan'
  | 'you.pause'
  | 'you.ownPause'
  | 'you.noPressure'
  | 'you.wait'
  | 'you.onHold'
  | 'you.checking'
  | 'you.representative'
  | 'you.hardshipTeam'
  | 'you.debtAdviser'
  | 'you.contact'
  | 'you.tell'
  | 'you.help'
  | 'you.person'

/** What a language has a word for, by the name of its word table. */
export interface Vocabulary {
  /** A noun at any place in a sentence. */
  readonly kind: ActionKind
  /** To what end somebody is contacted: follows "Call the borrower". */
  readonly aim: Purpose
  /** "a text message"; how: "by text message". */
  readonly message: Channel
  readonly how: Channel
  readonly whom: Addressee
  readonly circumstance: CircumstanceKind | 'timeBarred'
  readonly arrangement: Arrangement['kind']
  readonly sign: TroubleSign['sign']
  readonly referral: ReferTo
  readonly basis: PaymentCapacity['basis']
  readonly verdict: PaymentCapacity['verdict']
  readonly measure: RestructurePlan['measures'][number]
  readonly period: Period
  readonly event: CancelOn
  readonly force: Force
  /** Without the number of periods: `shareLate` for `shareLate6`. */
  readonly feature: Stem<ScoredFeature>
}

type Stem<F extends string> = F extends `${infer S}${12 | 6 | 3 | 1}` ? S : F

const NO_PARAMS: Params = Object.freeze({})

export const phrase = (code: PhraseCode, params: Params = NO_PARAMS): Phrase => ({ code, params })

/**
 * The reasons a borrower may read, each in words of its own, and where it stands: before what we ask or offer, with
 * the plan, or after all. They are what they told us, what was agreed and what they can pay. Whatever else decided, a rule, a figure or a
 * person's safety, is not for them.
 */
const BORROWER_REASONS = {
  'promise.open': 'before',
  'promise.broken': 'before',
  'arrangement.running': 'before',
  'arrangement.missed': 'before',
  'payment.claimed': 'before',
  'arrears.none': 'before',
  'hardship.known': 'before',
  'capacity.unable': 'before',
  'capacity.stretched': 'before',
  'plan.fits': 'plan',
  'plan.pauseFits': 'plan',
  'contact.callbackAsked': 'before',
  'visit.appointment': 'after',
} as const satisfies Partial<Record<ReasonCode, Place>>

export type Place = 'before' | 'plan' | 'after'
export type BorrowerReason = keyof typeof BORROWER_REASONS

const isForBorrower = (code: ReasonCode): code is BorrowerReason => Object.hasOwn(BORROWER_REASONS, code)

/** The phrase of a reason that stands at this place of a borrower's text; undefined for all others. */
export const borrowerReason = (code: ReasonCode, place: Place): `you.${BorrowerReason}` | undefined =>
  isForBorrower(code) && BORROWER_REASONS[code] === place ? `you.${code}` : undefined
