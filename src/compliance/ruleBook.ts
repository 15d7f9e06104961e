import type { Actor, Product } from '../input/borrowerCase.ts'
import type { Context } from '../input/context.ts'
import type { Policy } from '../input/policy.ts'
import { type EpochDay, parseDay } from '../time/civilDay.ts'
import { boundRules, countryOf, ofKind } from './boundRules.ts'
import { type Cap, coolOffCaps, frequencyCaps, windowReach } from './caps.ts'
import type { NamedBecause } from './complianceReasons.ts'
import type { AnyHold } from './holds.ts'
import { type ReadyHold, readyHolds } from './holds.ts'
import { type ChannelHours, readyHours } from './hours.ts'
import { readyOptOuts } from './points.ts'
import { readyVisits, type VisitDemands } from './visits.ts'
import { effectiveDays, isBehind } from './wallClock.ts'

/** Every rule that applies to cases of one jurisdiction, actor and product, made ready for use. */
export interface RuleBook {
  readonly packs: readonly string[]
  readonly notes: readonly NamedBecause[]
  /** In the order of `CHANNELS`, as `optOuts`. */
  readonly hours: readonly ChannelHours[]
  readonly optOuts: ReturnType<typeof readyOptOuts>
  /** Caps over the account or the borrower, and those over one contact point. */
  readonly caps: readonly Cap[]
  readonly pointCaps: readonly Cap[]
  /** Seconds after which a contact is outside the window of every cap. */
  readonly capReach: number
  readonly visits: VisitDemands
  readonly holds: ReadonlyMap<AnyHold, readonly ReadyHold[]>
}

type Books = Map<string | undefined, Map<Actor, Map<Product, RuleBook>>>

/** Policy and packs of a context: what rules come from. */
export type RuleSource = Pick<Context, 'policy' | 'packs' | 'addedPacks'>

/**
 * The rule books of one policy and its packs: prepared once, and filled as jurisdictions come up in the data. Between
 * two days on which a rule begins or ends (an era) the same rules matter, so that a book serves every day of it.
 */
export interface RuleLibrary extends RuleSource {
  /** Days on which some rule begins, or has just ended. */
  readonly changes: readonly EpochDay[]
  readonly eras: Map<number, Books>
}

/** Jurisdictions come from the data: a file full of odd ones must not grow the table without end. */
const MAX_JURISDICTIONS = 2000

/** A library with no book in it yet. */
export function ruleLibrary({ policy, packs, addedPacks }: RuleSource): RuleLibrary {
  const changes = new Set<EpochDay>()
  for (const { rules } of packs)
    for (const { effectiveFrom, effectiveUntil } of rules) {
      const { from, to } = effectiveDays(effectiveFrom, effectiveUntil)
      if (Number.isFinite(from)) changes.add(from)
      if (Number.isFinite(to)) changes.add(to)
    }
  return { policy, packs, addedPacks, changes: [...changes], eras: new Map() }
}

/** The rules that apply to cases of one jurisdiction, actor and product on a day, in UTC, and until rules change. */
export function ruleBook(
  library: RuleLibrary,
  utcToday: EpochDay,
  jurisdiction: string | undefined,
  actor: Actor,
  product: Product,
): RuleBook {
  const byActor = kept(
    booksOn(library, utcToday),
    jurisdiction,
    () => new Map<Actor, Map<Product, RuleBook>>(),
  )
  const byProduct = kept(byActor, actor, () => new Map<Product, RuleBook>())
  return kept(byProduct, product, () => makeBook(library, utcToday, jurisdiction, actor, product))
}

/** The books of the era a day lies in. */
function booksOn({ changes, eras }: RuleLibrary, utcToday: EpochDay): Books {
  let era = 0
  for (const day of changes) if (isBehind(day, utcToday)) era++
  let books = eras.get(era)
  if (books === undefined || books.size > MAX_JURISDICTIONS) {
    books = new Map()
    eras.set(era, books)
  }
  return books
}

function kept<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key)
  if (value === undefined) {
    value = make()
    map.set(key, value)
  }
  return value
}

function makeBook(
  source: RuleSource,
  utcToday: EpochDay,
  jurisdiction: string | undefined,
  actor: Actor,
  product: Product,
): RuleBook {
  const { packs, notes, rules } = boundRules(source, utcToday, jurisdiction, actor, product)
  const caps = [...frequencyCaps(ofKind(rules, 'frequency')), ...coolOffCaps(ofKind(rules, 'coolOff'))]
  return {
    packs,
    notes,
    hours: readyHours(ofKind(rules, 'hours'), holidays(source.policy, jurisdiction)),
    optOuts: readyOptOuts(ofKind(rules, 'optOut')),
    caps: caps.filter(({ perPoint }) => !perPoint),
    pointCaps: caps.filter(({ perPoint }) => perPoint),
    capReach: caps.reduce((reach, { window }) => Math.max(reach, windowReach(window)), 0),
    visits: readyVisits(ofKind(rules, 'visit')),
    holds: readyHolds(ofKind(rules, 'hold')),
  }
}

function holidays(
  { holidays: given }: Policy,
  jurisdiction: string | undefined,
): ReadonlySet<EpochDay> | undefined {
  if (jurisdiction === undefined) return undefined
  const days = [jurisdiction, countryOf(jurisdiction)]
    .flatMap((place) => (Object.hasOwn(given, place) ? (given[place] ?? []) : []))
    .map(parseDay)
    .filter((day) => day !== undefined)
  return days.length === 0 ? undefined : new Set(days)
}
