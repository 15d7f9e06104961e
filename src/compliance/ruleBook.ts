import type { Actor, Product } from '../input/borrowerCase.ts'
import type { Context } from '../input/context.ts'
import type { Policy } from '../input/policy.ts'
import type { RulePack } from '../input/rulePack.ts'
import { type EpochDay, parseDay } from '../time/civilDay.ts'
import { utcDay } from '../time/instant.ts'
import { boundRules, countryOf, ofKind } from './boundRules.ts'
import { type Cap, coolOffCaps, frequencyCaps, windowReach } from './caps.ts'
import type { AnyHold } from './holds.ts'
import { type ReadyHold, readyHolds } from './holds.ts'
import { type ChannelHours, readyHours } from './hours.ts'
import type { NamedBecause } from './permissions.ts'
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

/**
 * The books made from one list of packs, by era: between two days on which a rule begins or ends, the same rules
 * matter. Derived from packs and policy alone, so that keeping them changes nothing.
 */
interface Library {
  readonly policy: Policy
  readonly addedPacks: readonly string[]
  /** Days on which some rule begins, or has just ended. */
  readonly changes: readonly EpochDay[]
  readonly eras: Map<number, Books>
  last: { readonly utcToday: EpochDay; readonly books: Books } | undefined
}
const libraries = new WeakMap<readonly RulePack[], Library>()
/** Jurisdictions come from the data: a file full of odd ones must not grow the table without end. */
const MAX_JURISDICTIONS = 2000

export function ruleBook(
  context: Context,
  jurisdiction: string | undefined,
  actor: Actor,
  product: Product,
): RuleBook {
  const books = booksOn(libraryOf(context), utcDay(context.asOfSecond))
  const byActor = kept(books, jurisdiction, () => new Map<Actor, Map<Product, RuleBook>>())
  const byProduct = kept(byActor, actor, () => new Map<Product, RuleBook>())
  return kept(byProduct, product, () => makeBook(context, jurisdiction, actor, product))
}

/** The books of the era a day lies in; what is asked for is mostly what was asked for last. */
function booksOn(library: Library, utcToday: EpochDay): Books {
  const { last, changes, eras } = library
  if (last !== undefined && last.utcToday === utcToday && last.books.size <= MAX_JURISDICTIONS)
    return last.books
  const era = changes.filter((day) => isBehind(day, utcToday)).length
  let books = eras.get(era)
  if (books === undefined || books.size > MAX_JURISDICTIONS) {
    books = new Map()
    eras.set(era, books)
  }
  library.last = { utcToday, books }
  return books
}

function libraryOf({ packs, policy, addedPacks }: Context): Library {
  const known = libraries.get(packs)
  if (known !== undefined && known.policy === policy && known.addedPacks === addedPacks) return known
  const changes = new Set<EpochDay>()
  for (const { rules } of packs)
    for (const { effectiveFrom, effectiveUntil } of rules) {
      const { from, to } = effectiveDays(effectiveFrom, effectiveUntil)
      if (Number.isFinite(from)) changes.add(from)
      if (Number.isFinite(to)) changes.add(to)
    }
  const library: Library = { policy, addedPacks, changes: [...changes], eras: new Map(), last: undefined }
  libraries.set(packs, library)
  return library
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
  context: Context,
  jurisdiction: string | undefined,
  actor: Actor,
  product: Product,
): RuleBook {
  const { packs, notes, rules } = boundRules(context, jurisdiction, actor, product)
  const caps = [...frequencyCaps(ofKind(rules, 'frequency')), ...coolOffCaps(ofKind(rules, 'coolOff'))]
  return {
    packs,
    notes,
    hours: readyHours(ofKind(rules, 'hours'), holidays(context, jurisdiction)),
    optOuts: readyOptOuts(ofKind(rules, 'optOut')),
    caps: caps.filter(({ perPoint }) => !perPoint),
    pointCaps: caps.filter(({ perPoint }) => perPoint),
    capReach: caps.reduce((reach, { window }) => Math.max(reach, windowReach(window)), 0),
    visits: readyVisits(ofKind(rules, 'visit')),
    holds: readyHolds(ofKind(rules, 'hold')),
  }
}

function holidays(context: Context, jurisdiction: string | undefined): ReadonlySet<EpochDay> | undefined {
  if (jurisdiction === undefined) return undefined
  const given = context.policy.holidays
  const days = [jurisdiction, countryOf(jurisdiction)]
    .flatMap((place) => (Object.hasOwn(given, place) ? (given[place] ?? []) : []))
    .map(parseDay)
    .filter((day) => day !== undefined)
  return days.length === 0 ? undefined : new Set(days)
}
