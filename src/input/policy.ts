import type { ActionKind, ContactKind, MinutesKind } from '../words/actions.ts'
import type { Bucket } from '../words/buckets.ts'
import type { ImpliedCircumstance } from '../words/outcomes.ts'
import type { Purpose } from '../words/purposes.ts'
import type { UsedUnit } from '../words/units.ts'
import type { Actor } from './borrowerCase.ts'
import type { Rule, RulePack } from './rulePack.ts'

type Figures =
  | 'promise'
  | 'visit'
  | 'minutes'
  | 'cureGiven'
  | 'pace'
  | 'recentDays'
  | 'gain'
  | 'help'
  | 'stake'
  | 'lost'
  | 'care'
type Nested = 'id' | 'version' | 'house' | 'capacity' | 'relief' | 'effects' | 'reach' | Figures

/**
 * A lender's policy. Every field but `id` and `version` defaults to the built-in one's, and so
 * does every field of the objects in it. Of `cure` and `recovery` the buckets, of `impliedDays`, `holidays`,
 * `unitCosts` and `livingMinimum` the names that are not given stay the built-in ones; other lists are replaced whole.
 */
export interface PolicyInput
  extends Partial<Omit<Policy, Nested>>,
    Readonly<{ [Key in Exclude<Figures, 'visit'>]?: Partial<Policy[Key]> }> {
  /** Where the JSON Schema of this file stands: for editors; nothing else reads it. */
  readonly $schema?: string
  readonly id: string
  readonly version: string
  readonly house?: Partial<House>
  readonly effects?: readonly EffectInput[]
  /** `days` and `channels` of older files are read and decide nothing. */
  readonly visit?: Partial<VisitPolicy> & { readonly days?: number; readonly channels?: number }
  readonly reach?: Partial<Record<ContactKind, Partial<ReachPrior>>>
  /** Of older files: read, but the pace decides what these days did. */
  readonly reviewDays?: Readonly<Partial<Record<Bucket, number>>>
  readonly capacity?: Partial<Omit<CapacityPolicy, 'margin'>> & {
    readonly margin?: Partial<CapacityPolicy['margin']>
  }
  readonly relief?: Partial<Omit<ReliefPolicy, 'authority'>> & {
    readonly authority?: Partial<ReliefPolicy['authority']>
  }
}

/** A row of older files says `lift`: of every contact tried. It is read as `lift` ÷ the mean reach, at most 1. */
export type EffectInput = Omit<Effect, 'persuades'> & { readonly persuades?: number; readonly lift?: number }

/** A figure in a policy, with its reason. */
interface Reasoned {
  readonly why?: string
  readonly source?: string
}

export interface Policy {
  readonly id: string
  readonly version: string
  /** Language of texts where the borrower states none. */
  readonly language: string
  /** Packs added for every case, by id or whole; the case's own jurisdiction's always apply. */
  readonly packs: 'byJurisdiction' | readonly (string | RulePack)[]
  readonly house: House
  /** A contact counts as possible now if a legal window opens within this time. */
  readonly horizonHours: number
  /** The same for visits, so that notice can be given. */
  readonly visitHorizonDays: number
  /** Days to the next look at a hold without an end. */
  readonly holdReviewDays: number
  /** How long a circumstance lasts that only a contact's outcome tells of, in days. */
  readonly impliedDays: Readonly<Partial<Record<ImpliedCircumstance, number>>>
  /** Public holidays by jurisdiction; the library ships none. */
  readonly holidays: Readonly<Record<string, readonly string[]>>
  /** Lower ends of the probability bands A, B, C, D; below is E. */
  readonly bands: readonly number[]
  readonly promise: PromisePolicy
  readonly capacity: CapacityPolicy
  readonly visit: VisitPolicy
  readonly effects: readonly Effect[]
  readonly reach: Readonly<Record<ContactKind, ReachPrior>>
  readonly stake: StakePolicy
  /** Minor units of each currency below which nothing overdue is worth a contact; nor is a tenth of an instalment. */
  readonly materiality: Readonly<Record<string, number>>
  readonly gain: GainPolicy
  readonly help: HelpPolicy
  /** So many attempts over so many weeks that reach nobody: contact is lost. */
  readonly lost: { readonly attempts: number; readonly weeks: number }
  /** Days without a call after harsh words in a contact, and after a danger that was recorded as such. */
  readonly care: { readonly swearingDays: number; readonly threatDays: number }
  /** Minor units of each currency for a minute, a visit, a message. */
  readonly unitCosts: Readonly<Record<string, UnitCosts>>
  readonly minutes: Readonly<Record<MinutesKind, number>>
  /** Chance that arrears of this age are cured when nothing special is done. */
  readonly cure: readonly CureRate[]
  /** Factor on the chance of a cure by being left alone. */
  readonly cureGiven: {
    readonly able: number
    readonly unknown: number
    readonly stretched: number
    readonly unable: number
  }
  /** Share of the balance still recovered once the account rolls. */
  readonly recovery: readonly RecoveryShare[]
  /** Chance that a plan is completed, by its share of the sustainable payment. First row that fits; the last has no bound. */
  readonly completion: readonly CompletionRate[]
  /** Yearly rate at which money later is worth less. */
  readonly discountRate: number
  /** Longest time given to pay what is asked, in days. */
  readonly askDays: number
  /** How soon and how often one person is contacted, all accounts together. */
  readonly pace: PacePolicy
  /** Days before the next due day within which a reminder may go to those usually late. */
  readonly preDueDays: number
  /** How long a two-way contact, or a claim to have paid, stays fresh, in days. */
  readonly recentDays: RecentDays
  readonly relief: ReliefPolicy
  readonly experiments: readonly Experiment[]
}

export interface House {
  /** Whether house rules apply beside the law even where it binds the same dimension. */
  readonly tighten: boolean
  readonly rules: readonly Rule[]
}

/** Days of patience and most attempts; days are the borrower's calendar days. */
export interface PacePolicy {
  /** Most attempts in seven days during the first month past due, and after it; and in thirty days. */
  readonly perWeek: number
  readonly perWeekLater: number
  readonly per30Days: number
  /** Days from a message, a call that met nobody, a conversation without a result and a visit to the next attempt. */
  readonly message: number
  readonly call: number
  readonly conversation: number
  readonly visit: number
  /** Days until an offer is followed up, and until it lapses. */
  readonly offer: number
  readonly offerOpen: number
  /** Longest time between two looks at a running plan. */
  readonly plan: number
  /** What comes after a pause is talked about so many days before its end, at most half its length. */
  readonly beforePauseEnds: number
  /** After so many attempts that reached nobody, days between two of them; and after still more. */
  readonly slowAfter: number
  readonly slowDays: number
  readonly slowestAfter: number
  readonly slowestDays: number
  /** First day past due with a contact, and with a call. */
  readonly fromDay: number
  readonly callFromDay: number
  /** Longest time between two looks at an account that nobody is in touch with. */
  readonly look: number
}

export interface PromisePolicy {
  /** Days after the promised day that still count as kept. */
  readonly toleranceDays: number
  /** Share of the promised amount that counts as kept. */
  readonly toleranceShare: number
  /** Longest time to the promised day, and least share of what is asked, that is waited for. */
  readonly longestDays: number
  readonly leastShare: number
  /** Share of promises kept to expect before any is known, and its weight in promises. */
  readonly priorShare: number
  readonly priorWeight: number
}

export interface CapacityPolicy {
  /** Share of the surplus left untouched, by the evidence for the budget. */
  readonly margin: { readonly documented: number; readonly stated: number; readonly estimated: number }
  /** Age at which a budget is no longer used, in days. */
  readonly staleDays: number
  /** `able` needs the instalment and this share of the arrears a period. */
  readonly arrearsShare: number
  /** Least spending to leave a household a month, minor units by currency; none where absent. */
  readonly livingMinimum: Readonly<Record<string, { readonly adult: number; readonly dependant: number }>>
}

export interface VisitPolicy {
  /** First day past due, and least overdue in months' instalments. */
  readonly fromDays: number
  readonly instalments: number
  /** How many times its cost has to be at stake. */
  readonly stakeToCost: number
  /** Least calls that reached nobody, over this many days, in this many parts of the day, within this many days. */
  readonly attempts: number
  readonly spanDays: number
  readonly dayParts: number
  readonly withinDays: number
  /** Whether a letter or an e-mail comes before it. */
  readonly letterFirst: boolean
  /** Days after asking whether a visit suits within which one may be made; later silence is no consent. */
  readonly answerDays: number
  /** Most visits in one spell of arrears. */
  readonly most: number
  /** Length of a slot in daylight, where the borrower chose none. */
  readonly slotHours: number
  /** Where nobody is sent who was not asked to come. */
  readonly onlyAgreed: readonly { readonly jurisdiction: string; readonly actor?: Actor }[]
  /** Days after hostility in which nobody is sent. */
  readonly hostileDays: number
}

/** What contact is expected to add to the chance of a cure: a prior, or the lender's own measurement. */
export interface Effect extends Reasoned {
  readonly action: ContactKind
  readonly when: EffectWhen
  /** What being reached adds to the chance of a cure, 0–1. */
  readonly persuades: number
  /** Factor on it for each conversation since the last payment. */
  readonly decay: number
  readonly why: string
}

/** All given conditions must hold; the first row of an action that fits counts. */
export interface EffectWhen {
  readonly bucket?: Bucket | readonly Bucket[]
  readonly purpose?: Purpose | readonly Purpose[]
  /** Least willingness, contactability (profile, 0–1); a null in the profile fits no bound. */
  readonly willingnessFrom?: number
  readonly contactabilityFrom?: number
  readonly brokenPromisesFrom?: number
  /** Highest days past due, inclusive. */
  readonly daysPastDueUpTo?: number
  /** Least outstanding, minor units. */
  readonly outstandingFrom?: number
  /** The lender's own features: a number at least this, a text just this. */
  readonly features?: Readonly<Record<string, number | string>>
}

/** The chance that a contact of this kind reaches the person, before and above what their own record shows. */
export interface ReachPrior extends Reasoned {
  readonly mean: number
  /** What it counts for, in attempts. */
  readonly weight: number
  /** Means of their own by the age of the arrears; `mean` elsewhere. */
  readonly byBucket?: Readonly<Partial<Record<Bucket, number>>>
}

/** What is at stake besides what is overdue: a share of the rest that falls with size. */
export interface StakePolicy {
  /** Minor units of each currency at which the curve takes the rest in full; without one it always does. */
  readonly unit: Readonly<Record<string, number>>
  /** From 0 to 1: how what is paid grows with what is owed. */
  readonly power: number
}

export interface GainPolicy {
  /** Days within which a cure by themselves counts. */
  readonly horizonDays: number
  /** 1: those who pay anyway come last; 0: gains do not depend on it. */
  readonly headroom: number
}

/** Days past due by which whoever owes a material amount has had a message, and a try at a conversation. */
export interface HelpPolicy {
  readonly messageBy: number
  readonly talkBy: number
}

/** What one unit costs, minor units. */
export type UnitCosts = Readonly<Record<UsedUnit, number>>

export interface CureRate extends Reasoned {
  readonly bucket: Bucket
  readonly rate: number
}
export interface RecoveryShare extends Reasoned {
  readonly bucket: Bucket
  readonly share: number
}
export interface CompletionRate extends Reasoned {
  readonly shareOfSustainableBelow?: number
  readonly rate: number
}

export interface RecentDays {
  /** A two-way contact that makes an offer of relief possible. */
  readonly twoWayContact: number
  /** A claim to have paid, until it should be traceable. */
  readonly claimedPaid: number
  /** An inbound contact that counts as asking for relief under a hold. */
  readonly asked: number
}

export interface ReliefPolicy {
  readonly maxInstalments: number
  /** Least days between two restructures. */
  readonly minDaysBetween: number
  /** Longest pause. */
  readonly pauseMonths: number
  /** Whether interest stops under a plan where the borrower cannot carry it. */
  readonly interestFreeze: boolean
  /** What may be granted without a person's approval. */
  readonly authority: { readonly forgiveShare: number }
}

export interface Experiment {
  readonly id: string
  readonly seed: string
  readonly arms: readonly ExperimentArm[]
}
export interface ExperimentArm {
  readonly id: string
  /** Shares of all arms add up to 1. */
  readonly share: number
  /** Kinds of action this arm may use; default all. `wait` is always among them. */
  readonly only?: readonly ActionKind[]
}
