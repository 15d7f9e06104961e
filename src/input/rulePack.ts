import type { ChannelWord } from '../words/channels.ts'
import type { CircumstanceKind, HoldKind } from '../words/circumstances.ts'
import type { ContactOutcome } from '../words/outcomes.ts'
import type { Force } from '../words/reason.ts'
import type { Actor, ContactPoint, DayName, Product } from './borrowerCase.ts'

/** Contact law and guidance of one place as data. */
export interface RulePack {
  /** Where the JSON Schema of this file stands: for editors; nothing else reads it. */
  readonly $schema?: string
  readonly id: string
  readonly title: string
  readonly version: string
  /** ISO 3166-1 alpha-2, optionally with a subdivision. Empty: applies only where a policy names the pack. */
  readonly jurisdictions: readonly string[]
  readonly notes?: string
  readonly rules: readonly Rule[]
}

export type Rule =
  | HoursRule
  | FrequencyRule
  | CoolOffRule
  | HoldRule
  | VisitRule
  | ThirdPartyRule
  | OptOutRule
export type RuleKind = Rule['kind']

/** What every rule says of itself. */
export interface RuleHead {
  readonly id: string
  /** Whom it binds; default both. */
  readonly binds?: readonly Actor[]
  /** Which loans; default `["*"]`. */
  readonly products?: readonly (Product | '*')[]
  readonly force: Force
  readonly source: string
  /** Whether the wording was seen in the source's own text, or in a secondary one; `none` for house rules. */
  readonly checked: 'primary' | 'secondary' | 'none'
  /** First and last day in force, inclusive; default always. */
  readonly effectiveFrom?: string
  readonly effectiveUntil?: string
  /** Why the figure is what it is, where the source does not say (house rules). */
  readonly why?: string
}

/** Contact only inside these local hours. */
export interface HoursRule extends RuleHead {
  readonly kind: 'hours'
  /** Channels or groups of them: `*`, `messages`, `written`, `live`, `disturbing`. Default `["*"]`. */
  readonly channels?: readonly ChannelWord[]
  readonly open: readonly RuleHours[]
  /** Whether the jurisdiction's holidays (`policy.holidays`) are closed; default open. */
  readonly holidays?: 'closed'
  /** Only when the contact point used is of one of these kinds; default any. */
  readonly pointKinds?: readonly NonNullable<ContactPoint['kind']>[]
  /** Only while one of these circumstances is in force; default always. With `open: []`: closed for that time. */
  readonly during?: readonly CircumstanceKind[]
  /** `agreement`: `preferences.agreedHours` reopen it; `consent`: a consent to `hours` lifts it for `consentDays`. */
  readonly overrides?: readonly ('agreement' | 'consent')[]
  readonly consentDays?: number
}

export interface RuleHours {
  readonly days: readonly (DayName | '*')[]
  /** `HH:MM`, `[from, to)`; `to` may be `24:00`. */
  readonly from: string
  readonly to: string
}

/** `calendar`: N consecutive days, the event's own being the first; `rolling`: (t − N·24 h, t]; `week`: Monday to Sunday; `month`: of the calendar. */
export type RuleWindow =
  | { readonly type: 'calendar' | 'rolling'; readonly days: number }
  | { readonly type: 'week' | 'month' }

/** What is counted. `reminder`: any outbound message or call; `unanswered`: an attempt that reached nobody. */
export type Counted = 'attempt' | 'contactMade' | 'conversation' | 'reminder' | 'unanswered'

/** At most `max` of what is counted in a window. Only outbound contacts count. */
export interface FrequencyRule extends RuleHead {
  readonly kind: 'frequency'
  readonly count: Counted
  /** Outcomes the source leaves uncounted, such as calls that never connected; default none. */
  readonly exceptOutcomes?: readonly ContactOutcome[]
  /** The channels counted together and capped together; default `["*"]`. */
  readonly channels?: readonly ChannelWord[]
  readonly over: 'account' | 'borrower' | 'point'
  readonly window: RuleWindow
  readonly max: number
  /** `consent`: a consent to `frequency` lifts it for `consentDays`. */
  readonly overrides?: readonly 'consent'[]
  readonly consentDays?: number
}

/** No contact for a while after something happened. */
export interface CoolOffRule extends RuleHead {
  readonly kind: 'coolOff'
  readonly after: 'conversation' | 'contactMade' | 'attempt'
  /** The channels closed, and those whose events close them; default `["*"]`. */
  readonly channels?: readonly ChannelWord[]
  /** Default `account`. */
  readonly over?: 'account' | 'borrower'
  readonly window: RuleWindow
  /** Whether what the borrower began starts it too; default false. */
  readonly inboundStarts?: boolean
  readonly overrides?: readonly 'consent'[]
  readonly consentDays?: number
}

/** What a hold's row in the table of holds may leave possible. A rule can only narrow the built-in row. */
export type HoldAllows = 'reliefIfAsked' | 'relief' | 'ownPause' | 'contactRepresentative'

/** A fact that stops contact. The built-in table of holds always applies; a rule gives it a source, a tail, a term, or narrows it. */
export interface HoldRule extends RuleHead {
  readonly kind: 'hold'
  readonly circumstance: HoldKind | 'timeBarred'
  /** What remains possible, at most what the table leaves; default what the table leaves. */
  readonly allows?: readonly HoldAllows[]
  /** Days the hold outlasts the circumstance. */
  readonly tailDays?: number
  /** Days within which the lender must answer: the latest `reviewOn`. */
  readonly answerDays?: number
}

/** What a visit asks for. */
export interface VisitRule extends RuleHead {
  readonly kind: 'visit'
  /** People who must go together; default 1. */
  readonly staff?: number
  /** Whole days between the notice and the visit; default none needed. */
  readonly noticeDays?: number
  /** Which notice is meant; default `visit`. */
  readonly notice?: 'visit' | 'agencyDetails'
  /** Whether only the first visit needs the notice; default every visit. */
  readonly firstOnly?: boolean
  /** `toVisit`: agreed before the visit; `toEnter`: asked for at the door. */
  readonly consent?: 'toVisit' | 'toEnter'
  /** Not while one of these circumstances holds (`hardship` = any of the hardship kinds). */
  readonly notWhen?: readonly (CircumstanceKind | 'hardship')[]
  /** The place is the borrower's choice until this many visits in a row met nobody. */
  readonly placeChosenUntilNoShows?: number
}

/** Contact with people other than the borrower: never chosen by the library, told to those who do it elsewhere. */
export interface ThirdPartyRule extends RuleHead {
  readonly kind: 'thirdParty'
  /** The only purpose it may have; `none`: never. */
  readonly only: 'locate' | 'none'
  readonly when?: readonly ('untraceable' | 'threeFailures')[]
}

/** A channel the borrower closed stays closed. */
export interface OptOutRule extends RuleHead {
  readonly kind: 'optOut'
  readonly channels?: readonly ChannelWord[]
}
