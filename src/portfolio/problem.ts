import type { Capacity } from '../input/capacityFile.ts'
import { mix32 } from '../numbers/seededRandom.ts'
import type { DecisionRow } from './decisionRow.ts'

/**
 * Who could be served how, as a multiple-choice knapsack over several pools (Kellerer, Pferschy & Pisinger 2004,
 * chapter 11): of each group, the options of one borrower, at most one is placed, and no pool gives more than it has.
 *
 * Lists of numbers instead of objects, so that a million borrowers take little room: option `o` of group `g` is any
 * `firstOption[g] <= o < firstOption[g + 1]`, and takes `amount[t]` of pool `pool[t]` for every
 * `firstTake[o] <= t < firstTake[o + 1]`.
 */
export interface Problem {
  readonly groups: number
  /** How many options the group with the most has. */
  readonly mostOptions: number
  readonly firstOption: Uint32Array
  /** In minor units of the capacity's currency; above 0. */
  readonly value: Float64Array
  readonly firstTake: Uint32Array
  readonly pool: Uint16Array
  readonly amount: Float64Array
  /** Of each pool what there is on all planned days. */
  readonly available: Float64Array
  /** Of each group 32 bits that follow from the borrower alone: samples are drawn by it, whatever the order. */
  readonly mark: Uint32Array
}

/** A problem with what it was read from. */
export interface ReadProblem extends Problem {
  readonly capacity: Capacity
  /** In the order given. */
  readonly rows: readonly DecisionRow[]
  /** The row of an option, and which of its alternatives it is. */
  readonly rowOf: Uint32Array
  readonly alternative: Uint8Array
  /** What worklists and ties ask of an option: its kind's place from gentle to harsh, and the first pool it takes from. */
  readonly kind: Uint8Array
  readonly firstPool: Uint16Array
  /** Days past due of every row. */
  readonly age: Float64Array
  /** Of every row its group, or `NO_GROUP`. */
  readonly groupOf: Uint32Array
  /** 1 for every row with something on offer that could not be placed whatever the others had. */
  readonly obstructed: Uint8Array
}

/** Each one's place weighs much among so few: they deserve exact prices and many beginnings, and take no time. */
const FEW_GROUPS = 2000
export const isFew = ({ groups }: Problem): boolean => groups <= FEW_GROUPS

export const NO_GROUP = 0xffffffff

/** For each group the option placed, or `NONE`. */
export type Placed = Int32Array
export const NONE = -1

/** 32 bits of a text, spread evenly: FNV-1a (Fowler, Noll & Vo) over its UTF-16 units, mixed once more. */
export function idHash(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return mix32(hash)
}
