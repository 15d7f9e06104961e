import type { Contact, Party } from '../input/borrowerCase.ts'
import { CIRCUMSTANCE_CLASS, type CircumstanceKind } from '../kernel/circumstance.ts'
import { type EpochDay, formatDay } from '../kernel/civilDay.ts'
import type { ContactOutcome } from '../kernel/contactOutcome.ts'
import { chance, pickWeighted, type SeededRandom, wholeBetween } from '../kernel/seededRandom.ts'
import type { Life } from './life.ts'
import { isDuring, type Trouble } from './trouble.ts'

/** What was said: how it goes on record, and what the lender learns by it. */
export interface Said {
  readonly party: Party
  readonly outcome: ContactOutcome
  readonly promise?: NonNullable<Contact['promise']>
  /** The last day of an open promise, during which nobody calls again. */
  readonly quietUntil?: EpochDay
  readonly learned?: CircumstanceKind
  /** Nobody gets in touch on the lender's side after this. */
  readonly ends?: true
}

/** A payment of the coming days, on which a promise can be kept. */
export interface Coming {
  readonly on: EpochDay
  readonly amount: number
}

/** What some troubles are called when they come up. */
const SAID_AS: Partial<Record<Trouble['kind'], ContactOutcome>> = {
  dispute: 'disputeRaised',
  fraudClaim: 'disputeRaised',
  notTheBorrower: 'disputeRaised',
  insolvency: 'insolvencyReported',
}

/**
 * A borrower who is spoken with says what is so: what happened to them, when they will pay if they will, and now and
 * then what they will not do.
 *
 * @param coming what the borrower will really pay next, which is what a promise of theirs is worth
 */
export function converse(
  random: SeededRandom,
  { person, terms }: Life,
  day: EpochDay,
  owed: number,
  coming: Coming | undefined,
  told: boolean,
): Said {
  const { trouble, traits } = person
  const during = isDuring(trouble, day)
  if (during && trouble.kind === 'deceased')
    return { party: 'thirdParty', outcome: 'deceasedReported', learned: 'deceased', ends: true }
  const saidAs = during ? SAID_AS[trouble.kind] : undefined
  if (saidAs !== undefined)
    return { party: 'borrower', outcome: saidAs, learned: trouble.kind as CircumstanceKind, ends: true }
  if (coming?.on === day) return { party: 'borrower', outcome: 'paid' }
  const hardship = during && !told && isCircumstance(trouble.kind)
  if (hardship && chance(random, 0.55 + 0.45 * traits.willingness))
    return { party: 'borrower', outcome: 'hardshipReported', learned: trouble.kind as CircumstanceKind }
  if (coming !== undefined && chance(random, 0.75)) return promised(random, coming.on, coming.amount, day, 1)
  const refuses = trouble.kind === 'refusal' && during
  if (refuses && chance(random, 0.5)) return { party: 'borrower', outcome: 'refused' }
  if (coming === undefined && chance(random, 0.4)) {
    // Said to end the call, or in good faith and then not possible.
    const amount = Math.min(owed, terms.instalment)
    return promised(random, day + wholeBetween(random, 2, 10), amount, day, 0)
  }
  return rarely(random, traits.willingness)
}

const isCircumstance = (kind: Trouble['kind']): boolean => Object.hasOwn(CIRCUMSTANCE_CLASS, kind)

function promised(
  random: SeededRandom,
  on: EpochDay,
  amount: number,
  day: EpochDay,
  spareDays: number,
): Said {
  const by = Math.max(day, on + wholeBetween(random, 0, spareDays))
  return {
    party: 'borrower',
    outcome: 'promise',
    promise: { amount, by: formatDay(by) },
    quietUntil: by + 3,
  }
}

function rarely(random: SeededRandom, willingness: number): Said {
  const outcome = pickWeighted(random, willingness < 0.35 ? UNWILLING : COMMON)
  const party = 'borrower'
  if (outcome === 'ceaseRequested') return { party, outcome, learned: 'ceaseRequest', ends: true }
  if (outcome === 'represented') return { party, outcome, learned: 'represented', ends: true }
  if (outcome === 'complaint') return { party, outcome, learned: 'complaint', ends: true }
  if (outcome === 'hostile') return { party, outcome, learned: 'hostile' }
  if (outcome === 'vulnerabilityDisclosed') return { party, outcome, learned: 'vulnerable' }
  return { party, outcome }
}
const COMMON: readonly (readonly [ContactOutcome, number])[] = [
  ['spoke', 50],
  ['callbackRequested', 18],
  ['claimsPaid', 8],
  ['refused', 6],
  ['vulnerabilityDisclosed', 4],
  ['complaint', 2.5],
  ['represented', 2],
  ['channelOptOut', 2],
  ['ceaseRequested', 1.5],
  ['hostile', 1],
]
const UNWILLING: readonly (readonly [ContactOutcome, number])[] = [
  ['refused', 40],
  ['spoke', 22],
  ['callbackRequested', 15],
  ['hostile', 7],
  ['complaint', 5],
  ['ceaseRequested', 4],
  ['claimsPaid', 4],
  ['represented', 3],
]
