import { ACTION_ORDER, type ActionKind, KIND_PLACE } from './actions.ts'
import { byChannel, CHANNELS, type Channel } from './channels.ts'
import { type PoolUnit, takes, type UnitUse } from './units.ts'

/** The worklist of what no pool serves; no pool may be called so. */
export const UNLIMITED = 'unlimited'

/** Something scarce, and what it can be spent on. */
export interface Pool {
  readonly id: string
  readonly unit: PoolUnit
  /** What there is of it on each planned day, or on its own. */
  readonly available: number
  readonly serves: readonly PoolService[]
  /** Districts served; `"*"` is all. Default all. */
  readonly areas?: readonly string[]
  /** The day it is for, where it is for one: it serves what may be done on that day, planned for others or not. */
  readonly day?: string
}

export interface PoolService {
  readonly action: ActionKind
  readonly channel?: Channel
  /** Taken each time, in the pool's unit; default: what the decision says, and of money its cost. */
  readonly use?: number
}

/** That an action takes from a pool: which one by its place in the file, and how much where the file says so. */
export interface Serving {
  readonly pool: number
  readonly unit: PoolUnit
  readonly use: number | undefined
}

/**
 * The pools an action by a channel in an area takes from: of each unit the first in the file that serves it, in the
 * file's order; those that are for one day do not stand in the way of others behind them. None: no pool serves this kind
 * anywhere, so it is free. Undefined: some pool does, but none here, so it cannot be done here.
 */
export type ServingOf = (
  kind: ActionKind,
  channel: Channel | undefined,
  area: string | undefined,
) => readonly Serving[] | undefined

const CHANNEL_PLACE = byChannel((_, place) => place + 1)
const WIDTH = CHANNELS.length + 1

type Known = (readonly Serving[] | undefined | null)[]

/**
 * Prepares the look-up for these pools; what was found for an area is kept.
 *
 * @example
 * const pools = [{ id: 'callers', unit: 'minute', available: 480, serves: [{ action: 'call' }] }]
 * servingOf(pools)('call', 'call', undefined) // => [{ pool: 0, unit: 'minute', use: undefined }]
 */
export function servingOf(pools: readonly Pool[]): ServingOf {
  const everywhere: number[] = []
  const local = new Map<string, number[]>()
  pools.forEach(({ areas }, place) => {
    if (areas === undefined || areas.includes('*')) everywhere.push(place)
    else for (const area of new Set(areas)) local.set(area, [...(local.get(area) ?? []), place])
  })
  const known = new Map<string | undefined, Known>()
  const knownIn = (area: string | undefined): Known => {
    // Areas no pool names are all alike.
    const key = area !== undefined && local.has(area) ? area : undefined
    let table = known.get(key)
    if (table === undefined) {
      table = new Array<null>(ACTION_ORDER.length * WIDTH).fill(null)
      known.set(key, table)
    }
    return table
  }
  const here = (area: string | undefined): readonly number[] => {
    const own = area === undefined ? undefined : local.get(area)
    return own === undefined ? everywhere : [...everywhere, ...own].sort((a, b) => a - b)
  }
  return (kind, channel, area) => {
    const table = knownIn(area)
    const cell = (KIND_PLACE[kind] ?? 0) * WIDTH + (channel === undefined ? 0 : (CHANNEL_PLACE[channel] ?? 0))
    const found = table[cell]
    if (found !== null) return found
    const made = servingsOf(pools, here(area), kind, channel)
    table[cell] = made
    return made
  }
}

function servingsOf(
  pools: readonly Pool[],
  here: readonly number[],
  kind: ActionKind,
  channel: Channel | undefined,
): readonly Serving[] | undefined {
  const servings: Serving[] = []
  for (const place of here) {
    const { unit, serves } = pools[place] as Pool
    if (servings.some((serving) => serving.unit === unit && pools[serving.pool]?.day === undefined)) continue
    const service = serves.find((one) => one.action === kind && (one.channel ?? channel) === channel)
    if (service !== undefined) servings.push({ pool: place, unit, use: service.use })
  }
  const somewhere =
    servings.length > 0 || pools.some(({ serves }) => serves.some((one) => one.action === kind))
  return servings.length > 0 || !somewhere ? servings : undefined
}

/** How much of the pool an action takes; `money` is its cost in minor units of the capacity file's currency. */
export const takenFrom = (serving: Serving, use: UnitUse | undefined, money: number): number =>
  serving.use ?? takes(serving.unit, use, money)
