import type { Addressee, HoldLeaves, PrerequisiteCode, ReferTo } from '../compliance/permissions.ts'
import type { CareParams } from '../course/care.ts'
import type { CancelOn } from '../decide/decision.ts'
import type { TroubleSign } from '../history/facts.ts'
import type { ScoredFeature } from '../history/features.ts'
import type { Arrangement, Circumstance } from '../input/borrowerCase.ts'
import type { PaymentCapacity, RestructurePlan } from '../plan/planOptions.ts'
import type { ActionKind } from '../words/actions.ts'
import type { Channel } from '../words/channels.ts'
import type { CircumstanceKind } from '../words/circumstances.ts'
import type { CommitmentKind } from '../words/commitments.ts'
import type { Period } from '../words/money.ts'
import type { Purpose } from '../words/purposes.ts'
import type { Force, NoParams, RuleRef } from '../words/reason.ts'
import type { Gap, StateKind } from '../words/states.ts'
import type { BorrowerReason } from './borrowerReasons.ts'
import type { ReasonParams } from './reasonCodes.ts'

/**
 * A text before it is words: which sentence, with which figures. What is said is settled here once for all
 * languages; a language only says it. `All` is an interface from each code to its params.
 */
export type Phrase<All = PhraseParams> = {
  readonly [Code in keyof All]: { readonly code: Code; readonly params: Readonly<All[Code]> }
}[keyof All]

/** One line of an explanation: sentences, and a lead such as "Why:" before them. */
export type Line<All = PhraseParams> = readonly Phrase<All>[]

/** Every sentence of an explanation. */
export interface PhraseParams
  extends ReasonParams,
    LineParams,
    CareParams,
    StateParams,
    ActionParams,
    PrerequisiteParams,
    BorrowerParams {}

export type PhraseCode = keyof PhraseParams

/** Each kind of action but waiting, which contacts no one. */
type ActionParams = { readonly [Code in `do.${Exclude<ActionKind, 'wait'>}`]: ContactFigures }

/** Where the borrower has come to, and so what is done instead. */
type StateParams = { readonly [Kind in StateKind as `state.${Kind}`]: NoParams }

/** What must be done first, by which day, and with how many people. */
type PrerequisiteParams = {
  readonly [Code in `before.${PrerequisiteCode}`]: { readonly by?: string; readonly staff?: number }
}

/** Reasons in words for the borrower, with the figures they have for all readers. */
type BorrowerParams = { readonly [Code in BorrowerReason as `you.${Code}`]: ReasonParams[Code] }

/** Sentences that are no reasons. Lists are parted by commas, days are YYYY-MM-DD, instants RFC 3339. */
interface LineParams {
  // What to do.
  'do.wait': NoParams
  'do.ownPause': NoParams
  'do.window': Window
  'do.best': { readonly at: string }
  'do.point': { readonly point: string }
  'do.ask': PaymentFigures
  'do.coming': PaymentFigures
  'do.approval': NoParams
  'do.toFindOut': { readonly gaps: string }
  'do.refer': { readonly referTo: ReferTo; readonly whenHeard?: true }
  'do.review': { readonly on: string }
  'do.cancel': { readonly cancelOn: string }
  'do.sooner': { readonly cancelOn: string }
  'do.valid': { readonly until: string }
  // The plan on offer.
  'plan.instalments': {
    readonly count: number
    readonly period: Period
    readonly instalment: number
    readonly first: string
    readonly end: string
  }
  'plan.last': { readonly amount: number }
  'plan.total': { readonly total: number; readonly interest: number }
  'plan.measures': { readonly measures: string }
  'plan.pause': { readonly from: string; readonly until: string }
  'plan.frozen': NoParams
  'plan.accrues': NoParams
  'plan.token': { readonly amount: number }
  'plan.evidence': { readonly kinds: string }
  'plan.talk': { readonly on: string }
  // Holds in force, first of all.
  'hold.leaves': { readonly leaves: string }
  'hold.leavesNothing': NoParams
  // Why, and why not.
  'lead.why': NoParams
  'lead.timing': NoParams
  'lead.mainly': NoParams
  'lead.remarks': NoParams
  score: {
    readonly points: number
    readonly band: string
    readonly chance: number
    readonly days: number
  }
  capacity: {
    readonly sustainable: number
    readonly basis: PaymentCapacity['basis']
    readonly verdict: PaymentCapacity['verdict']
  }
  'other.eligible': { readonly kinds: string }
  'other.blocked': { readonly kinds: string }
  'other.unsuitable': { readonly kinds: string }
  'other.until': { readonly at: string }
  // For compliance.
  'check.allowed': NoParams
  'check.option': Partial<ContactFigures & Window> & { readonly kind: ActionKind }
  'check.stopped': RuleFigures
  'check.delayed': RuleFigures
  'check.noRule': NoParams
  'check.noHold': NoParams
  'check.score': {
    readonly points: number
    readonly base: number
    readonly chance: number
    readonly event: string
    readonly days: number
  }
  'check.missing': { readonly features: string }
  'check.priors': { readonly count: number; readonly of: number }
  'check.allPriors': { readonly of: number }
  'check.effects': NoParams
  'check.experiment': { readonly id: string; readonly arm: string; readonly share: number }
  'check.versions': { readonly engine: string; readonly policy: string; readonly model: string }
  // To the borrower.
  'you.due': { readonly overdue: number }
  'you.ask': PaymentFigures
  'you.coming': PaymentFigures
  'you.findOut': NoParams
  'you.offerPlan': NoParams
  'you.call': Window
  'you.visit': Window
  'you.reach': NoParams
  'you.plan': NoParams
  'you.pause': NoParams
  'you.ownPause': NoParams
  'you.noPressure': NoParams
  'you.wait': NoParams
  'you.onHold': NoParams
  'you.checking': NoParams
  'you.representative': NoParams
  'you.hardshipTeam': NoParams
  'you.debtAdviser': NoParams
  'you.contact': NoParams
  'you.tell': NoParams
  'you.help': NoParams
  'you.person': NoParams
}

type ContactFigures = { readonly channel: Channel; readonly to: Addressee; readonly purpose?: Purpose }
/** `from/to`, as ISO 8601 writes intervals. */
type Window = { readonly window: string }
/** How much, and by which day. */
type PaymentFigures = { readonly amount: number; readonly by: string }
/** A rule, and the kinds of action it bears on. */
type RuleFigures = Pick<RuleRef, keyof RuleRef> & { readonly kinds?: string }

/** What a language has a word for, by the name of its word table. */
export interface Vocabulary {
  /** A noun at any place in a sentence. */
  readonly kind: ActionKind
  /** What a person is contacted for: follows "Call the borrower". */
  readonly aim: Purpose
  /** "a text message"; how: "by text message". */
  readonly message: Channel
  readonly how: Channel
  readonly whom: Addressee
  readonly circumstance: CircumstanceKind | 'timeBarred'
  readonly arrangement: Arrangement['kind']
  readonly commitment: CommitmentKind
  readonly sign: TroubleSign['sign']
  readonly referral: ReferTo
  readonly basis: PaymentCapacity['basis']
  readonly verdict: PaymentCapacity['verdict']
  readonly leaves: HoldLeaves
  readonly gap: Gap
  readonly driver: NonNullable<Circumstance['driver']>
  readonly measure: RestructurePlan['measures'][number]
  readonly period: Period
  readonly event: CancelOn
  readonly force: Force
  /** Without the number of periods: `shareLate` for `shareLate6`. */
  readonly feature: Stem<ScoredFeature>
}

type Stem<F extends string> = F extends `${infer S}${12 | 6 | 3 | 1}` ? S : F

const NO_PARAMS: NoParams = Object.freeze({})

/** A sentence. Only where its code needs no params may they be left out. */
export const phrase = <Code extends PhraseCode>(
  code: Code,
  ...[given]: NoParams extends PhraseParams[Code]
    ? [params?: PhraseParams[Code]]
    : [params: PhraseParams[Code]]
  // The params are those of the code, as the signature has it.
): Phrase => ({ code, params: given ?? NO_PARAMS }) as Phrase
