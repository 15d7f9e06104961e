import { permissionsFor } from '../compliance/permissionsFor.ts'
import { writeWindow } from '../decide/timing.ts'
import { readFacts } from '../history/readFacts.ts'
import type { BorrowerCase } from '../input/borrowerCase.ts'
import type { Capacity } from '../input/capacityFile.ts'
import type { Context } from '../input/context.ts'
import { parseCase } from '../input/parseCase.ts'
import type { ParsedCase } from '../input/readCase.ts'
import { exchangeOf } from '../portfolio/offering.ts'
import { PLACES } from '../sample/places.ts'
import { AGES } from '../sample/rates.ts'
import { drawTraits, instalmentsLeft } from '../sample/traits.ts'
import { drawTrouble, isAway, NO_TROUBLE, paysNothing } from '../sample/trouble.ts'
import type { MadePerson } from '../simulate/madePerson.ts'
import { madeWorld } from '../simulate/madeWorld.ts'
import {
  decidedPolicy,
  type LivingPolicy,
  oracle,
  ruleOfThumb,
  SIMPLE_RULES,
  type SimpleRule,
} from '../simulate/policies.ts'
import type { Library, OpenWay } from '../simulate/proposals.ts'
import { type Simulated, type SimulationProgress, simulatingAll } from '../simulate/simulateAll.ts'
import type { World } from '../simulate/world.ts'
import { formatDay } from '../time/civilDay.ts'
import { utcDay } from '../time/instant.ts'
import { actionMeaning, hasMinutes } from '../words/actions.ts'
import { CHANNELS, meaningOf } from '../words/channels.ts'
import { failure } from '../words/failure.ts'
import { contextAt } from './contextAt.ts'
import { decide } from './decide.ts'
import { viewOf } from './pipeline.ts'
import { prepare } from './prepare.ts'

export type { Capacity } from '../input/capacityFile.ts'
export type { Context } from '../input/context.ts'
export type { AccountOpening, Book } from '../simulate/book.ts'
export { openBook } from '../simulate/book.ts'
export type { Dice } from '../simulate/dice.ts'
export type { Interval } from '../simulate/intervals.ts'
export { SIMPLE_RULES, type SimpleRule } from '../simulate/policies.ts'
export type { FigureIntervals, LivedPolicy, Simulated, SimulationProgress } from '../simulate/simulateAll.ts'
export type { LifeFigures } from '../simulate/tally.ts'
export type { Deed, Lived, Standing, World, WorldEvent } from '../simulate/world.ts'

/** A policy to live by: a name with its context, the name of a rule of thumb, or `oracle`. */
export type PolicyToLive = SimpleRule | 'oracle' | { readonly name: string; readonly context: Context }

/** What is lived through. */
export interface SimulateOptions {
  /** The first is what the others are held against. */
  readonly policies: readonly PolicyToLive[]
  /** Its pools are there on each of the days; `day` and `days` are not read. */
  readonly capacity: Capacity
  /** Default 180. */
  readonly days?: number
  /** Default 2000. */
  readonly borrowers?: number
  /** Each is a life of its own for all policies. Default 1, 2, 3. */
  readonly seeds?: readonly number[]
  /** Whether every account is decided every night (default), or on the day its decision said, or once something happened. */
  readonly turns?: 'nightly' | 'reviewOn'
  /** Told how many borrower-days have been lived, and of how many. */
  readonly onProgress?: (done: number, of: number) => void
}

/**
 * Lives through days with made-up borrowers under several policies: the same people, the same luck, the same capacity.
 * What the borrowers are like is invented but for what `madeWorld` says was seen; a world of one's own can stand in.
 *
 * @throws a Failure with code `simulate.option`, `context.notMade`, or `currency.mixed`.
 * @example
 * simulate({ policies: [{ name: 'default', context }, 'oldest'], capacity }).policies[1]?.moreThanFirst.mean
 */
export function simulate<Person>(options: SimulateOptions, world?: World<Person>): Simulated {
  const living = simulating(options, world)
  for (;;) {
    const { done, value } = living.next()
    if (done === true) return value
    options.onProgress?.(value.done, value.of)
  }
}

/** As `simulate`, a day of a life at a time: each step says how far it is, the last what came of it. */
export function* simulating<Person>(
  options: SimulateOptions,
  world?: World<Person>,
): Generator<SimulationProgress, Simulated> {
  const { capacity, policies, days = 180, borrowers = 2000, seeds = [1, 2, 3], turns = 'nightly' } = options
  requireWhole('days', days, 1, 3650)
  requireWhole('borrowers', borrowers, 1, 1_000_000)
  if (policies.length === 0 || seeds.length === 0) throw option('policies and seeds take at least one each')
  for (const seed of seeds) requireWhole('seeds', seed, 0, 0xffffffff)
  const [base] = policies.flatMap((one) => (typeof one === 'string' ? [] : [one.context]))
  if (base === undefined)
    throw option('at least one policy must come with a context: the law and the costs are its')
  const start = utcDay(base.asOfSecond)
  const shared = {
    start,
    days,
    borrowers,
    seeds,
    turns,
    capacity,
    rateOf: exchangeOf(capacity),
    discountRate: base.policy.discountRate,
  }
  const named = policies.map((one) => livingPolicy(one, base))
  const lived =
    world === undefined
      ? yield* simulatingAll(builtInWorld(capacity), named, shared)
      : yield* simulatingAll(world, named, shared)
  return {
    world: world?.name ?? 'built-in',
    borrowers,
    days,
    seeds,
    turns,
    currency: capacity.currency,
    start: formatDay(start),
    ...lived,
  }
}

function requireWhole(name: string, given: number, least: number, most: number): void {
  if (!Number.isInteger(given) || given < least || given > most)
    throw option(`${name} takes a whole number from ${least} to ${most}`)
}

const option = (message: string) => failure('simulate.option', message)

/** The made-up borrowers, of the places whose currency the capacity has a rate for. */
export function builtInWorld({
  currency,
  rates = {},
}: Pick<Capacity, 'currency' | 'rates'>): World<MadePerson> {
  const places = PLACES.filter(
    ([place]) => place.currency === currency || Object.hasOwn(rates, place.currency),
  )
  if (places.length === 0) throw option('there are no made-up borrowers in the currencies of this capacity')
  return madeWorld({
    places,
    ages: AGES,
    drawTraits,
    drawTrouble,
    instalmentsLeft,
    paysNothing,
    isAway,
    noTrouble: NO_TROUBLE,
  })
}

function livingPolicy(given: PolicyToLive, base: Context): LivingPolicy {
  if (typeof given === 'object') return decidedPolicy(given.name, libraryOver(given.context))
  const library = libraryOver(base)
  if (given === 'oracle') return oracle(library)
  const rule = SIMPLE_RULES.find((name) => name === given)
  if (rule === undefined)
    throw option(`there is no rule of thumb of this name; there are ${SIMPLE_RULES.join(', ')}`)
  return ruleOfThumb(rule, library)
}

/** What the room is told of records: by `parseCase` and `decide`, as any host is. */
function libraryOver(context: Context): Library {
  const contexts = new Map<string, Context>()
  const at = (asOf: string): Context => {
    let made = contexts.get(asOf)
    if (made === undefined) {
      if (contexts.size > 200) contexts.clear()
      made = contextAt(context, asOf)
      contexts.set(asOf, made)
    }
    return made
  }
  // A record that stays the same is read once: what of it is later than an instant, decide sees for itself.
  const reads = new WeakMap<BorrowerCase, ParsedCase>()
  const readAt = (record: BorrowerCase, then: Context): ParsedCase => {
    const known = reads.get(record) ?? parsed(record, then)
    reads.set(record, known)
    return known
  }
  return {
    advise: (record, asOf) => {
      const then = at(asOf)
      return decide(readAt(record, then), then)
    },
    openWays: (record, asOf) => {
      const then = at(asOf)
      return openWaysOf(readAt(record, then), then)
    },
  }
}

function parsed(record: BorrowerCase, context: Context): ParsedCase {
  const read = parseCase(record, context)
  if (read.ok) return read.value
  throw failure('simulate.record', 'the world wrote a record that is none; see issues', read.issues)
}

/** Every contact with a demand that is permitted, with what it costs by the policy. */
function openWaysOf(read: ParsedCase, context: Context): OpenWay[] {
  const { policy } = context
  const facts = readFacts(viewOf(read, context), context)
  const { demand } = permissionsFor(facts, prepare(context).rules)
  const costs = policy.unitCosts[facts.view.source.currency]
  return CHANNELS.flatMap((channel) => {
    const { status, window, point, zone, prerequisites } = demand[channel]
    if (status !== 'open' || window === undefined) return []
    const kind = meaningOf(channel).action
    const { unit } = actionMeaning(kind)
    const amount = hasMinutes(kind) ? policy.minutes[kind] : 1
    return [
      {
        channel,
        kind,
        ...(point === undefined ? {} : { point }),
        window: writeWindow(zone, window),
        cost: unit === undefined ? 0 : (costs?.[unit] ?? 0) * amount,
        use: unit === undefined ? {} : { [unit]: amount },
        prerequisites,
      },
    ]
  })
}
