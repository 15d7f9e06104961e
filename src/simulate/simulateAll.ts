import { type Interval, intervalOf } from './intervals.ts'
import { beginners, type LifeOptions, type LivedThrough, livingThrough } from './liveThrough.ts'
import { type LivingPolicy, nobodyCalls } from './policies.ts'
import { FIGURES, type LifeFigures } from './tally.ts'
import type { World } from './world.ts'

export type FigureIntervals = { readonly [K in keyof LifeFigures]: Interval }

/** What came of one policy. */
export interface LivedPolicy {
  readonly name: string
  readonly figures: FigureIntervals
  /** Money more than with no contact at all, on the same luck. */
  readonly gain: Interval
  /** Money more than under the first policy, on the same luck; below 0: the first is better. */
  readonly moreThanFirst: Interval
  /** Share of the oracle's gain that this one brings, where the oracle was asked for. */
  readonly ofOracle: number | null
  /** Share of each pool that was used. */
  readonly used: Readonly<Record<string, number>>
  /** Of each seed. */
  readonly bySeed: readonly LifeFigures[]
}

export interface Simulated {
  readonly world: string
  readonly borrowers: number
  readonly days: number
  readonly seeds: readonly number[]
  readonly turns: LifeOptions['turns']
  readonly currency: string
  readonly start: string
  /** Of people left alone. */
  readonly noContact: FigureIntervals
  readonly policies: readonly LivedPolicy[]
}

/** What is lived through, and how. */
export interface SimulationOptions extends Omit<LifeOptions, 'seed'> {
  readonly borrowers: number
  readonly seeds: readonly number[]
}

/** How many borrower-days have been lived, and of how many. */
export interface SimulationProgress {
  readonly done: number
  readonly of: number
}

/**
 * Lives through the same days, with the same people and the same luck, under each of the policies. Yields after each day of
 * each life, so that whoever runs it can show how far it is, or stop.
 */
export function* simulatingAll<Person>(
  world: World<Person>,
  policies: readonly LivingPolicy[],
  options: SimulationOptions,
): Generator<SimulationProgress, Pick<Simulated, 'noContact' | 'policies'>> {
  const { borrowers, seeds, days } = options
  const of = borrowers * days * seeds.length * (policies.length + 1)
  let done = 0
  const lives: Pick<LivedThrough, 'figures' | 'used'>[][] = []
  for (const seed of seeds) {
    const ofSeed = { ...options, seed }
    const begun = beginners(world, borrowers, ofSeed)
    const lived: Pick<LivedThrough, 'figures' | 'used'>[] = []
    for (const policy of [nobodyCalls, ...policies]) {
      const living = livingThrough(world, begun, policy, ofSeed)
      let next = living.next()
      for (; next.done !== true; next = living.next()) {
        done += borrowers
        yield { done, of }
      }
      lived.push({ figures: next.value.figures, used: next.value.used })
    }
    lives.push(lived)
  }
  const money = (life: (typeof lives)[number], place: number): number => life[place]?.figures.money ?? 0
  const gainOf = (place: number): Interval =>
    intervalOf(lives.map((life) => money(life, place) - money(life, 0)))
  const seer = policies.findIndex(({ name }) => name === 'oracle') + 1
  const best = seer === 0 ? undefined : gainOf(seer).mean
  return {
    noContact: overSeeds(lives.map((life) => (life[0] as (typeof life)[number]).figures)),
    policies: policies.map(({ name }, at) => {
      const place = at + 1
      const own = lives.map((life) => life[place] as (typeof life)[number])
      const gain = gainOf(place)
      return {
        name,
        figures: overSeeds(own.map(({ figures }) => figures)),
        gain,
        moreThanFirst: intervalOf(lives.map((life) => money(life, place) - money(life, 1))),
        ofOracle: best === undefined || best <= 0 ? null : gain.mean / best,
        used: meanUse(own.map(({ used }) => used)),
        bySeed: own.map(({ figures }) => figures),
      }
    }),
  }
}

const overSeeds = (lives: readonly LifeFigures[]): FigureIntervals =>
  Object.fromEntries(
    FIGURES.map((name) => [name, intervalOf(lives.map((figures) => figures[name]))]),
  ) as unknown as FigureIntervals

const meanUse = (uses: readonly Readonly<Record<string, number>>[]): Record<string, number> =>
  Object.fromEntries(
    Object.keys(uses[0] ?? {}).map((id) => [id, intervalOf(uses.map((use) => use[id] ?? 0)).mean]),
  )
