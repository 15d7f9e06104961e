import type { Contact, Party } from '../input/borrowerCase.ts'
import { chance, pickWeighted, type SeededRandom, wholeBetween } from '../numbers/seededRandom.ts'
import { type EpochDay, formatDay } from '../time/civilDay.ts'
import type { Channel } from '../words/channels.ts'
import { type CircumstanceKind, isCircumstance } from '../words/circumstances.ts'
import type { ContactOutcome } from '../words/outcomes.ts'
import type { Life } from './life.ts'
import type { Reach } from './reach.ts'
import { isDuring, type Trouble } from './trouble.ts'
import { localInstant, type SampleDay } from './when.ts'

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
function converse(
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

/** Something the lender learned, and when. */
export interface Learned {
  readonly kind: CircumstanceKind
  readonly day: EpochDay
  readonly at: string
}

/** How the account stands on a day, and what is to come. */
export interface Day {
  readonly day: EpochDay
  readonly daysPastDue: number
  readonly owed: number
  readonly coming: Coming | undefined
}

/** A contact record in the making. */
export interface Log {
  readonly random: SeededRandom
  readonly life: Life
  readonly when: SampleDay
  readonly reach: Reach
  readonly contacts: Contact[]
  readonly learned: Learned[]
  /** Keys of the contact points by which something arrived, and of those by which nothing does. */
  readonly worked: Set<string>
  readonly failed: Set<string>
  spokeOn: EpochDay | undefined
  /** The day from which on the lender may get in touch again. */
  nextOutbound: EpochDay
  /** Nobody gets in touch on the lender's side any more. */
  ended: boolean
  visited: boolean
}

/** After a conversation the lender leaves someone in peace for a week. */
const PEACE_DAYS = 8
/** When people work and are called, in minutes from midnight. */
const WORKING_HOURS = [9 * 60, 17 * 60 + 30] as const

/** Puts a contact on record, at some minute of the working day, and says when it was. */
export function enter(
  { random, when, reach, contacts }: Log,
  day: EpochDay,
  channel: Channel,
  { point, ...rest }: Omit<Contact, 'at' | 'channel'>,
): string {
  const at = localInstant(when, day, wholeBetween(random, ...WORKING_HOURS) * 60)
  const listed = point !== undefined && reach.points !== undefined
  contacts.push({ at, channel, ...rest, ...(listed ? { point } : {}) })
  return at
}

/** The borrower, or who answers for them, is spoken with or gets in touch. */
export function talk(
  log: Log,
  { day, owed, coming }: Day,
  channel: Channel,
  direction: 'inbound' | 'outbound',
  point?: string,
): void {
  const { trouble } = log.life.person
  const told = log.learned.some(({ kind }) => kind === trouble.kind)
  const said = converse(log.random, log.life, day, owed, coming, told)
  const at = enter(log, day, channel, {
    ...(direction === 'inbound' ? { direction } : {}),
    party: said.party,
    outcome: said.outcome,
    ...(said.promise === undefined ? {} : { promise: said.promise }),
    ...(point === undefined ? {} : { point }),
  })
  if (channel === 'call' || channel === 'visit') log.spokeOn = day
  if (said.party === 'borrower' && point !== undefined) log.worked.add(point)
  if (said.learned !== undefined) log.learned.push({ kind: said.learned, day, at })
  if (said.ends) log.ended = true
  log.nextOutbound = Math.max(day + PEACE_DAYS, said.quietUntil ?? 0)
}
