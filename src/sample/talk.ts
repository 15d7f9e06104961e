import type { Contact } from '../input/borrowerCase.ts'
import type { CircumstanceKind } from '../kernel/circumstance.ts'
import type { EpochDay } from '../kernel/civilDay.ts'
import type { Channel } from '../kernel/contactOutcome.ts'
import { type SeededRandom, wholeBetween } from '../kernel/seededRandom.ts'
import { type Coming, converse } from './conversation.ts'
import type { Life } from './life.ts'
import type { Reach } from './reach.ts'
import { type When, writeInstant } from './when.ts'

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
  readonly when: When
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

/** After a conversation the lender leaves somebody in peace for a week. */
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
  const at = writeInstant(when, day, wholeBetween(random, ...WORKING_HOURS) * 60)
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
