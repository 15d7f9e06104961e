import type { Channel } from '../words/channels.ts'
import type { CircumstanceKind, HoldKind } from '../words/circumstances.ts'
import { type Because, becauseOf, type NoParams, type RuleRef } from '../words/reason.ts'

/** Reasons this room gives. `rule.…` are the rules of the packs, by kind of rule. */
export interface ComplianceParams {
  'rule.hours': NoParams
  /** So many contacts are allowed and were made, in a span of days or a calendar week or month. */
  'rule.frequency': { readonly max: number; readonly done: number; readonly channel: Channel } & CountedSpan
  'rule.coolOff': { readonly channel: Channel } & CountedSpan
  /** `until` is its last day, where it has one. */
  'rule.hold': { readonly hold: HoldKind | 'timeBarred'; readonly until?: string }
  /** Notice or consent is missing, or a circumstance forbids it. */
  'rule.visit': { readonly because: 'notice' | 'consent' | CircumstanceKind }
  'rule.thirdParty': NoParams
  'rule.optOut': { readonly channel: Channel }
  /** The borrower's own wishes leave no time. */
  'wish.hours': NoParams
  /** The borrower does not want visits. */
  'wish.visitRefused': NoParams
  /** No usable contact point for this channel: of the borrower, or of the one named; or one at work alone. */
  'contact.noPoint': { readonly channel: Channel; readonly to?: 'representative'; readonly at?: 'work' }
  /** No jurisdiction ('' when absent), or one no pack knows: house rules alone. */
  'data.jurisdictionUnknown': { readonly jurisdiction: string }
}

/** How long a rule looks back: days, or the calendar week or month. */
type CountedSpan = { readonly days?: number; readonly window?: 'week' | 'month' }

/** A reason of this room. */
export type NamedBecause = Because<ComplianceParams>

export const because = becauseOf<ComplianceParams>()

const NO_EVIDENCE: readonly string[] = Object.freeze([])

/** A reason that names the rule behind it, where a rule is behind it. */
export function becauseOfRule<Code extends keyof ComplianceParams>(
  code: Code,
  rule: RuleRef | undefined,
  params: ComplianceParams[Code],
  evidence: readonly string[] = NO_EVIDENCE,
): NamedBecause {
  const reason = { code, about: 'action', params: Object.freeze(params), evidence: Object.freeze(evidence) }
  // Frozen, because many decisions share it: to change one must not change the next. The cast says what the
  // signature says: the params are those of the code.
  return Object.freeze(rule === undefined ? reason : { ...reason, rule }) as NamedBecause
}
