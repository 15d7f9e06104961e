import type { Facts } from '../history/facts.ts'
import type { Policy } from '../input/policy.ts'
import type { EpochDay } from '../time/civilDay.ts'
import type { EpochSecond } from '../time/instant.ts'
import { localDay } from '../time/timeZone.ts'
import type { CircumstanceKind, HardshipKind } from '../words/circumstances.ts'
import type { Discounting } from './discounting.ts'
import type { PaymentCapacity } from './planOptions.ts'

/** What a kind of hardship means for relief. */
interface HardshipMeaning {
  /** It passes, so that a pause can bridge it. */
  readonly temporary: boolean
  /** Nobody should have to ask for a first pause. */
  readonly pausedUnasked: boolean
}

const passes: HardshipMeaning = { temporary: true, pausedUnasked: false }
const strikes: HardshipMeaning = { temporary: true, pausedUnasked: true }
const stays: HardshipMeaning = { temporary: false, pausedUnasked: false }

const HARDSHIPS = {
  jobLoss: passes,
  incomeDrop: passes,
  illness: strikes,
  bereavement: strikes,
  disaster: strikes,
  separation: passes,
  caring: passes,
  militaryService: passes,
  overIndebted: stays,
  imprisoned: strikes,
  hardshipDeclared: passes,
} as const satisfies Record<HardshipKind, HardshipMeaning>

/** A hardship in force. */
export interface Hardship extends HardshipMeaning {
  readonly kind: HardshipKind
  readonly pointer: string
  readonly from: EpochSecond
  /** Inclusive; undefined where no end is known. */
  readonly lastDay: EpochDay | undefined
}

const NONE: readonly Hardship[] = Object.freeze([])

const isHardship = (kind: CircumstanceKind): kind is HardshipKind => Object.hasOwn(HARDSHIPS, kind)

/** The hardships in force at `asOf`, in the order of the facts. */
export function hardshipsNow(facts: Facts): readonly Hardship[] {
  let found: Hardship[] | undefined
  for (const { kind, now, pointer, from, lastDay } of facts.circumstances) {
    if (!now || !isHardship(kind)) continue
    found ??= []
    found.push({ kind, pointer, from, lastDay, ...HARDSHIPS[kind] })
  }
  return found ?? NONE
}

/**
 * "I am in difficulty" said on the phone is the echo of a cause the record names: beside one it sets neither the end
 * of a pause nor the evidence to ask for.
 */
export function withoutEcho(hardships: readonly Hardship[]): readonly Hardship[] {
  const named = hardships.filter(({ kind }) => kind !== 'hardshipDeclared')
  return named.length > 0 ? named : hardships
}

/** Whether it began after a day of the borrower's calendar; one known always did not. */
export const beganAfter = (facts: Facts, hardship: Hardship, day: EpochDay): boolean =>
  Number.isFinite(hardship.from) && localDay(facts.view.zone, hardship.from) > day

/** What relief is judged on. */
export interface Need {
  readonly facts: Facts
  readonly policy: Policy
  readonly discounting: Discounting
  readonly capacity: PaymentCapacity
  /** In force now. */
  readonly hardships: readonly Hardship[]
}
