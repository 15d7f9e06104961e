import { between, chance, pickWeighted, type SeededRandom, wholeBetween } from '../numbers/seededRandom.ts'
import type { EpochDay } from '../time/civilDay.ts'
import type { HardshipKind, HoldKind } from '../words/circumstances.ts'

/** What happened, whether anyone knows of it or not. */
export interface Trouble {
  /**
   * A circumstance of the record, or `gap` (one bad month), `refusal` (can, will not) or `none`
   * (forgetting apart, all is well).
   */
  readonly kind: 'none' | 'gap' | 'refusal' | HardshipKind | HoldKind
  readonly from: EpochDay
  /** The last day of it; far off where it does not end. */
  readonly until: EpochDay
  /** Share of the usual surplus that is left meanwhile; below 0, savings are eaten. */
  readonly left: number
}

const YEARS = 4000

export const NO_TROUBLE: Trouble = { kind: 'none', from: YEARS * 100, until: YEARS * 100, left: 1 }

interface Kind {
  readonly kind: Trouble['kind']
  readonly weight: number
  readonly days: readonly [number, number]
  readonly left: readonly [number, number]
}
const lasting = [YEARS, YEARS] as const

/**
 * Invented: how often each is behind a payment that was really missed, how long it lasts and what it leaves. Set
 * together so that the later rolls come out as seen: most gaps close within a month or two, what remains is harder.
 */
const KINDS: readonly Kind[] = [
  { kind: 'gap', weight: 330, days: [0, 15], left: [-0.4, 0.5] },
  { kind: 'incomeDrop', weight: 12, days: [60, 500], left: [0.1, 0.75] },
  { kind: 'jobLoss', weight: 8, days: [60, 420], left: [-0.8, 0.3] },
  { kind: 'illness', weight: 4, days: [40, 300], left: [-0.3, 0.6] },
  { kind: 'overIndebted', weight: 5, days: [400, YEARS], left: [0, 0.5] },
  { kind: 'separation', weight: 3, days: [90, 400], left: [0, 0.6] },
  { kind: 'caring', weight: 1.5, days: [90, 400], left: [0.1, 0.6] },
  { kind: 'bereavement', weight: 1.2, days: [30, 150], left: [-0.2, 0.5] },
  { kind: 'disaster', weight: 0.8, days: [30, 180], left: [-0.5, 0.4] },
  { kind: 'imprisoned', weight: 0.2, days: [120, 900], left: [-0.5, 0] },
  { kind: 'militaryService', weight: 0.3, days: [150, 700], left: [0.1, 0.6] },
  { kind: 'refusal', weight: 9, days: [60, 1200], left: [1, 1] },
  { kind: 'dispute', weight: 1.2, days: [60, 400], left: [1, 1] },
  { kind: 'insolvency', weight: 0.7, days: lasting, left: [0, 0] },
  { kind: 'deceased', weight: 0.5, days: lasting, left: [0, 0] },
  { kind: 'fraudClaim', weight: 0.3, days: [90, 500], left: [1, 1] },
  { kind: 'notTheBorrower', weight: 0.2, days: lasting, left: [1, 1] },
  { kind: 'mentalHealthCrisis', weight: 0.3, days: [40, 200], left: [0, 0.4] },
  { kind: 'limitedCapacity', weight: 0.2, days: lasting, left: [0, 0.5] },
]
const WEIGHTED = KINDS.map((kind) => [kind, kind.weight] as const)

/** Something that really kept a payment from being made on a due day. */
export function drawTrouble(random: SeededRandom, due: EpochDay): Trouble {
  const { kind, days, left } = pickWeighted(random, WEIGHTED)
  const from = due - wholeBetween(random, 1, 24)
  // Short stretches are likelier than long ones: the mean of the range and its lower end, at even odds.
  const longest = chance(random, 0.5) ? days[1] : (days[0] + days[1]) / 2
  return {
    kind,
    from,
    until: from + 24 + wholeBetween(random, days[0], Math.floor(longest)),
    left: between(random, left[0], left[1]),
  }
}

/** While it lasts nothing is paid, whatever there is to pay from. */
const NOTHING_PAID: ReadonlySet<Trouble['kind']> = new Set([
  'refusal',
  'dispute',
  'insolvency',
  'deceased',
  'fraudClaim',
  'notTheBorrower',
  'imprisoned',
])
export const paysNothing = ({ kind }: Trouble): boolean => NOTHING_PAID.has(kind)

export const isDuring = ({ from, until }: Trouble, day: EpochDay): boolean => day >= from && day <= until

/** While it lasts the borrower neither answers nor gets in touch. */
const UNREACHABLE: ReadonlySet<Trouble['kind']> = new Set(['deceased', 'imprisoned', 'limitedCapacity'])
export const isAway = (trouble: Trouble, day: EpochDay): boolean =>
  isDuring(trouble, day) && UNREACHABLE.has(trouble.kind)
