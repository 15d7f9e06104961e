import type { BorrowerCase } from '../input/borrowerCase.ts'
import { type EpochDay, formatDay, parseDay } from '../time/civilDay.ts'
import { actionMeaning } from '../words/actions.ts'
import type { Channel } from '../words/channels.ts'
import type { AdvisedAction, Library, OpenWay, Proposal, Turn } from './proposals.ts'

/** An account on its turn, as a policy may see it. */
export interface Facing {
  readonly record: BorrowerCase
  /** The instant decided as of. */
  readonly asOf: string
  readonly day: EpochDay
  readonly daysPastDue: number
  readonly place: number
  /** Capacity currency for an amount of the account's. */
  readonly inCapacity: number
  /** What one of these would truly bring over doing nothing, less its cost: for the oracle alone. */
  readonly foresee: (action: AdvisedAction) => number
}

/** A policy to live by. */
export interface LivingPolicy {
  readonly name: string
  readonly turn: (facing: Facing) => Turn
  /** Whether its `reviewOn` can be waited for. */
  readonly saysWhen: boolean
}

const NOTHING: readonly Proposal[] = []

/** The library's own decisions: what was chosen, or where there is no room for it what else was eligible. */
export const decidedPolicy = (name: string, { advise }: Library): LivingPolicy => ({
  name,
  saysWhen: true,
  turn: ({ record, asOf, inCapacity }) => {
    const { action, alternatives } = advise(record, asOf)
    const reviewOn = parseDay(action.reviewOn.slice(0, 10))
    const said = {
      ...(reviewOn === undefined ? {} : { reviewOn }),
      ...(action.referTo === undefined ? {} : { referTo: action.referTo }),
    }
    if (action.kind === 'wait') return { proposals: NOTHING, ...said }
    const others = alternatives.flatMap((one) =>
      one.status === 'eligible' && one.kind !== 'wait' && (one.value ?? 0) > 0
        ? [{ ...one, value: one.value as number, cost: one.cost ?? 0 }]
        : [],
    )
    const offers: AdvisedAction[] = [action, ...others]
    return {
      proposals: offers.map((offer) => ({
        action: offer,
        rank: (offer.value * inCapacity) / unitsOf(offer),
      })),
      ...said,
    }
  },
})

/** What it takes of the scarce unit of its kind; at least something, so that value per unit can be told. */
function unitsOf({ kind, use }: AdvisedAction): number {
  const { unit } = actionMeaning(kind)
  return Math.max(unit === undefined ? 1 : (use?.[unit] ?? 1), 1e-3)
}

/** The rules that people go by. None knows more than the law, the age, the amounts and the score. */
export const SIMPLE_RULES = [
  'call-everyone',
  'text-everyone',
  'ladder',
  'largest-balance',
  'oldest',
  'lowest-score',
  'expected-loss',
] as const
export type SimpleRule = (typeof SIMPLE_RULES)[number]

/** Days in which a rule leaves alone whom it has tried: nobody dials the same person every day. */
const REST_DAYS = 3

/** A rule of thumb, under the same law and capacity as everybody else. */
export const ruleOfThumb = (name: SimpleRule, library: Library): LivingPolicy => ({
  name,
  saysWhen: false,
  turn: (facing) => {
    const { record, asOf, day, daysPastDue, inCapacity } = facing
    if (daysPastDue <= 0 || isResting(facing, name)) return { proposals: NOTHING }
    const ways = library.openWays(record, asOf)
    if (ways.length === 0) return { proposals: NOTHING }
    const rank = rankBy(name, facing, library)
    const ask = { amount: record.loan.overdue, by: formatDay(day + 7) }
    return {
      proposals: wantedWays(name, daysPastDue, ways).map((way) => ({
        action: { ...way, purpose: daysPastDue <= 7 ? 'remind' : 'demand', value: 0, ask },
        rank: rank * (name === 'call-everyone' || name === 'text-everyone' ? 1 : inCapacity),
      })),
    }
  },
})

/** Tried a few days ago, or having promised for a day that is still to come. */
function isResting(
  { record: { contacts = [], arrangements = [] }, day, daysPastDue }: Facing,
  name: SimpleRule,
): boolean {
  if (arrangements.some(({ status, kind }) => status === 'active' && kind === 'hardshipPause')) return true
  const rest = name === 'ladder' ? ladderStep(daysPastDue).every : REST_DAYS
  for (let i = contacts.length - 1; i >= 0; i--) {
    const { at, direction, promise } = contacts[i] as (typeof contacts)[number]
    const on = parseDay(at.slice(0, 10)) ?? 0
    if (on < day - 45) return false
    if (promise !== undefined && (parseDay(promise.by) ?? 0) + 2 >= day) return true
    if (direction !== 'inbound' && on > day - rest) return true
  }
  return false
}

/** Gentle when young, a caller when older, a visit where there are visits, as wallcharts have it. */
const LADDER: readonly {
  readonly upTo: number
  readonly every: number
  readonly by: readonly OpenWay['kind'][]
}[] = [
  { upTo: 7, every: 7, by: ['reminder'] },
  { upTo: 30, every: 5, by: ['reminder', 'call'] },
  { upTo: 60, every: 4, by: ['call', 'reminder'] },
  { upTo: 90, every: 3, by: ['call', 'reminder'] },
  { upTo: Number.POSITIVE_INFINITY, every: 7, by: ['visit', 'call', 'reminder'] },
]
const ladderStep = (daysPastDue: number) =>
  LADDER.find(({ upTo }) => daysPastDue <= upTo) ?? (LADDER[0] as (typeof LADDER)[number])

function wantedWays(name: SimpleRule, daysPastDue: number, ways: readonly OpenWay[]): OpenWay[] {
  const by =
    name === 'call-everyone'
      ? (['call'] as const)
      : name === 'text-everyone'
        ? (['reminder'] as const)
        : name === 'ladder'
          ? ladderStep(daysPastDue).by
          : (['call', 'reminder'] as const)
  return by.flatMap((kind) => {
    const found = ways.filter(
      (way) => way.kind === kind && !way.prerequisites.some(({ code }) => code === 'visit.consent'),
    )
    return found.sort((a, b) => FIRST_TRIED.indexOf(a.channel) - FIRST_TRIED.indexOf(b.channel)).slice(0, 1)
  })
}
const FIRST_TRIED: readonly Channel[] = [
  'sms',
  'messaging',
  'app',
  'email',
  'letter',
  'socialMedia',
  'call',
  'visit',
]

function rankBy(
  name: SimpleRule,
  { record, asOf, day, daysPastDue, place }: Facing,
  library: Library,
): number {
  const { outstanding, overdue } = record.loan
  switch (name) {
    case 'call-everyone':
    case 'text-everyone':
      // By turns: each day begins elsewhere.
      return -((place * 7919 + day * 104729) % 1_000_003)
    case 'ladder':
    case 'oldest':
      return daysPastDue
    case 'largest-balance':
      return outstanding
    case 'lowest-score':
      return -library.advise(record, asOf).score.points
    case 'expected-loss':
      return (1 - library.advise(record, asOf).score.probability) * overdue
  }
}

/** Sees what would come of each step, the dice included, and takes the best: what nobody can reach. */
export const oracle = (library: Library): LivingPolicy => ({
  name: 'oracle',
  saysWhen: false,
  turn: (facing) => {
    const { record, asOf, day, daysPastDue, inCapacity } = facing
    if (daysPastDue <= 0) return { proposals: NOTHING }
    const ask = { amount: record.loan.overdue, by: formatDay(day + 7) }
    const contacts = library
      .openWays(record, asOf)
      .map((way): AdvisedAction => ({ ...way, purpose: 'demand', value: 0, ask }))
    const proposals = contacts.flatMap((action) => {
      const gain = facing.foresee(action) * inCapacity
      return gain > 0 ? [{ action, rank: gain / unitsOf(action), gain }] : []
    })
    return { proposals: proposals.sort((a, b) => b.gain - a.gain) }
  },
})

/** Leaves everybody alone: what comes in by itself. */
export const nobodyCalls: LivingPolicy = {
  name: 'no-contact',
  saysWhen: false,
  turn: () => ({ proposals: NOTHING }),
}
