import type { Actor, ConsentTo, Product } from '../input/borrowerCase.ts'
import type { Context } from '../input/context.ts'
import type { ReadConsent } from '../input/readCase.ts'
import type { Rule, RuleKind, RulePack } from '../input/rulePack.ts'
import type { EpochDay } from '../time/civilDay.ts'
import type { EpochSecond } from '../time/instant.ts'
import type { Channel } from '../words/channels.ts'
import type { RuleRef } from '../words/reason.ts'
import { because, type NamedBecause } from './complianceReasons.ts'
import { type DaySpan, daysFrom, effectiveDays, withoutDays } from './wallClock.ts'

/** A rule that binds this actor and product, with the days on which it is in force. */
export interface BoundRule<R extends Rule = Rule> {
  readonly rule: R
  readonly ref: RuleRef
  readonly days: DaySpan
  /** Whether it gives way where a rule of the case's own jurisdiction covers the same thing. */
  readonly fills: boolean
  /** Whether the house gives way to it: a pack that was merely added only adds. */
  readonly silencesHouse: boolean
}

/** The rules of every pack that applies to a case of this jurisdiction, actor and product. */
export interface BoundRules {
  /** Ids of the packs, `house` first. */
  readonly packs: readonly string[]
  readonly notes: readonly NamedBecause[]
  readonly rules: readonly BoundRule[]
}

export function boundRules(
  { policy, packs, addedPacks }: Pick<Context, 'policy' | 'packs' | 'addedPacks'>,
  utcToday: EpochDay,
  jurisdiction: string | undefined,
  actor: Actor,
  product: Product,
): BoundRules {
  const [house, ...others] = packs
  const applied = others.filter((pack) => addedPacks.includes(pack.id) || knows(pack, jurisdiction))
  const rulesOf = (pack: RulePack, fills: boolean) =>
    bound(pack, fills, knows(pack, jurisdiction), utcToday, actor, product)
  return {
    packs: [...(house === undefined ? [] : [house]), ...applied].map((pack) => pack.id),
    notes: others.some((pack) => knows(pack, jurisdiction)) ? [] : [jurisdictionUnknown(jurisdiction)],
    // The law first, so that of two reasons alike its own is named before the house's.
    rules: [
      ...applied.flatMap((pack) => rulesOf(pack, false)),
      ...(house === undefined ? [] : rulesOf(house, !policy.house.tighten)),
    ],
  }
}

const jurisdictionUnknown = (jurisdiction: string | undefined): NamedBecause =>
  because(
    'data.jurisdictionUnknown',
    { jurisdiction: jurisdiction ?? '' },
    jurisdiction === undefined ? [] : ['/jurisdiction'],
  )

/** Whether a pack is for this jurisdiction or for the country it belongs to: `US` rules hold in `US-MA`. */
function knows(pack: RulePack, jurisdiction: string | undefined): boolean {
  if (jurisdiction === undefined) return false
  return pack.jurisdictions.includes(jurisdiction) || pack.jurisdictions.includes(countryOf(jurisdiction))
}

/** `countryOf('US-MA')` is 'US'. */
export const countryOf = (jurisdiction: string): string => jurisdiction.split('-', 1)[0] as string

function bound(
  pack: RulePack,
  fills: boolean,
  silencesHouse: boolean,
  utcToday: EpochDay,
  actor: Actor,
  product: Product,
): readonly BoundRule[] {
  return pack.rules.flatMap((rule): readonly BoundRule[] => {
    if (!bindsActor(rule, actor) || !bindsProduct(rule, product)) return []
    const days = daysFrom(effectiveDays(rule.effectiveFrom, rule.effectiveUntil), utcToday)
    if (days === undefined) return []
    const ref = Object.freeze({ pack: pack.id, id: rule.id, source: rule.source, force: rule.force })
    return [{ rule, ref, days, fills, silencesHouse }]
  })
}

/** An agency obeys the lender's rules and its own. */
const bindsActor = (rule: Rule, actor: Actor): boolean =>
  rule.binds === undefined || rule.binds.includes('lender') || rule.binds.includes(actor)

const bindsProduct = (rule: Rule, product: Product): boolean =>
  rule.products === undefined || rule.products.includes('*') || rule.products.includes(product)

/** The rules of one kind. */
export const ofKind = <K extends RuleKind>(
  rules: readonly BoundRule[],
  kind: K,
): readonly BoundRule<Extract<Rule, { kind: K }>>[] =>
  rules.filter((each): each is BoundRule<Extract<Rule, { kind: K }>> => each.rule.kind === kind)

/**
 * The days on which a rule is in force for one dimension (a channel, a circumstance …) that it covers: a house rule
 * only fills the days on which no rule of the case's own jurisdiction covers that dimension.
 */
export function daysInForce<R extends Rule>(
  rule: BoundRule<R>,
  all: readonly BoundRule<R>[],
  covers: (other: R) => boolean,
): readonly DaySpan[] {
  if (!rule.fills) return [rule.days]
  const others = all.filter((other) => other.silencesHouse && covers(other.rule)).map((other) => other.days)
  return withoutDays(rule.days, others)
}

/**
 * Until when the borrower's prior consents lift a rule that lets each of them do so for `seconds`; −Infinity where
 * none does. All consents lie in the past, so that what they lift reaches without a gap from now to that instant.
 */
export function consentEnds(
  consents: readonly ReadConsent[],
  to: ConsentTo,
  channel: Channel,
  seconds: number,
): EpochSecond {
  let end = Number.NEGATIVE_INFINITY
  if (seconds === 0) return end
  for (const consent of consents)
    if (consent.to === to && (consent.channel === undefined || consent.channel === channel))
      end = Math.max(end, consent.at + seconds)
  return end
}
