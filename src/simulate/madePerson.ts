import { between, chance, pickWeighted, type SeededRandom, wholeBetween } from '../numbers/seededRandom.ts'
import type { HomePlace } from '../sample/places.ts'
import type { Traits } from '../sample/traits.ts'
import type { Trouble } from '../sample/trouble.ts'
import { addMonths, type EpochDay } from '../time/civilDay.ts'
import { betaShare } from './betaShare.ts'

/** What the built-in world takes of the sample: where people live, what they are like, what befalls them. */
export interface SampleParts {
  readonly places: readonly (readonly [HomePlace, number])[]
  readonly ages: readonly (readonly [readonly [number, number], number])[]
  readonly drawTraits: (random: SeededRandom) => Traits
  readonly drawTrouble: (random: SeededRandom, due: EpochDay) => Trouble
  readonly instalmentsLeft: (traits: Traits) => number
  readonly paysNothing: (trouble: Trouble) => boolean
  readonly isAway: (trouble: Trouble, day: EpochDay) => boolean
  readonly noTrouble: Trouble
}

/** The parts of a day in which somebody may be spoken with. */
type DayPart = 'morning' | 'afternoon' | 'evening'

/** A borrower of the built-in world: what no record shows. Money in minor units. */
export interface MadePerson {
  readonly traits: Traits
  /** Left over a month in good times, for this loan. */
  readonly surplus: number
  readonly income: number
  /** Most that is ever put by for it. */
  readonly most: number
  readonly trouble: Trouble
  /** Chance that an attempt by it meets the person, at no particular hour. */
  readonly meets: {
    readonly call: number
    readonly message: number
    readonly letter: number
    readonly visit: number
  }
  readonly bestPart: DayPart
  readonly phoneDead: boolean
  /** How much more, or less, than others one is moved by being reached, and how soon one has had enough; mean 1. */
  readonly moved: number
  readonly touchy: number
  /** Chance that a due day slips one's mind. */
  readonly forgets: number
  readonly nextPayday: EpochDay
  readonly saved: number
  /** What was promised, or resolved, and on which day it is to be done. */
  readonly intends: { readonly amount: number; readonly on: EpochDay } | undefined
  /** How annoyed by contacts, as of a day; it halves in two weeks. */
  readonly annoyance: number
  readonly annoyedOn: EpochDay
  /** Conversations since the last payment: what was said once moves less the next time. */
  readonly talks: number
  readonly hasTold: boolean
  readonly remindedUntil: EpochDay
  /** A due day that is sure to be missed: how the arrears began. */
  readonly misses: EpochDay
}

/**
 * Seen: over 113,229 purchased consumer debts the chance of a call spreads between people as a beta distribution of this
 * mean and weight, so that most are all but out of reach and a few nearly always there. The others are invented.
 */
export const MEETS = {
  call: [0.059, 5.2],
  message: [0.35, 2],
  letter: [0.5, 2],
  visit: [0.5, 2],
} as const
/** Invented: how much more often one is met in the best part of one's day than in the others; the mean is one. */
export const PART_FACTOR = { best: 1.8, other: 0.6 } as const

/** Invented: many are hardly moved by what others pay upon, so that who did not answer the first time seldom answers the fourth. */
const MOVED = [0.5, 1.2] as const
/** Invented: as the sample has it, for those who fall behind. */
const FORGETS = { always: 0.03, careless: 0.3 } as const

/** A person as they were when the history begins. */
export function drawMadePerson(
  random: SeededRandom,
  parts: SampleParts,
  instalment: number,
  income: number,
  from: EpochDay,
): MadePerson {
  const traits = parts.drawTraits(random)
  const meets = (kind: keyof typeof MEETS): number => betaShare(random, MEETS[kind][0], MEETS[kind][1])
  const careless = 1 - traits.punctuality
  const most = instalment * (0.4 + 1.8 * traits.ability)
  return {
    traits,
    surplus: Math.round(instalment * parts.instalmentsLeft(traits)),
    income,
    most: Math.round(most),
    trouble: parts.noTrouble,
    meets: {
      call: meets('call'),
      message: meets('message'),
      letter: meets('letter'),
      visit: meets('visit'),
    },
    bestPart: pickWeighted(random, PARTS),
    phoneDead: chance(random, 0.06),
    moved: 2 * betaShare(random, MOVED[0], MOVED[1]),
    touchy: between(random, 0.2, 1.8),
    forgets: FORGETS.always + FORGETS.careless * careless * careless,
    nextPayday: addMonths(from, 0) + wholeBetween(random, 0, 29),
    saved: Math.round(most * between(random, 0.3, 1)),
    intends: undefined,
    annoyance: 0,
    annoyedOn: from,
    talks: 0,
    hasTold: false,
    remindedUntil: from,
    misses: 0,
  }
}
const PARTS = [
  ['morning', 3],
  ['afternoon', 3],
  ['evening', 4],
] as const

/** `dayPart(18)` is 'evening'. */
export const dayPart = (hour: number): DayPart =>
  hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : 'evening'

/** What is left over a month as things are. */
export const surplusOn = ({ surplus, trouble }: MadePerson, day: EpochDay): number =>
  day >= trouble.from && day <= trouble.until ? Math.round(surplus * trouble.left) : surplus

const HALF_LIFE_DAYS = 14
/** How annoyed one still is. */
export const annoyedBy = ({ annoyance, annoyedOn }: MadePerson, day: EpochDay): number =>
  annoyance < 0.01 ? 0 : annoyance * 0.5 ** ((day - annoyedOn) / HALF_LIFE_DAYS)
