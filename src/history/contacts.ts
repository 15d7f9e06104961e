import type { Policy } from '../input/policy.ts'
import type { ReadCase, ReadContact } from '../input/readCase.ts'
import type { EpochDay } from '../kernel/civilDay.ts'
import { CHANNELS, CONTACT_OUTCOMES } from '../kernel/contactOutcome.ts'
import type { EpochSecond } from '../kernel/instant.ts'
import { shrunkShare } from '../kernel/maths.ts'
import { localSecond, startOfDay, type Zone } from '../kernel/timeZone.ts'
import type { Facts, UnansweredAttempts } from './facts.ts'
import { contactPointer } from './pointers.ts'
import { isAttempt, isBorrowersConversation, isHeard, isSpoken, isTwoWay } from './reach.ts'
import type { RowReading } from './rows.ts'

/** How often contact on this account was tried, by the borrower's calendar; a window of N days ends with today. */
export interface ContactCounts {
  readonly attempts1: number
  readonly attempts7: number
  readonly attempts30: number
  readonly contactsMade30: number
  readonly technicalFailures90: number
}

const WEEK_DAYS = 7
const MONTH_DAYS = 30
const QUARTER_DAYS = 90

export function countContacts(contacts: readonly ReadContact[], today: EpochDay): ContactCounts {
  let attempts1 = 0
  let attempts7 = 0
  let attempts30 = 0
  let contactsMade30 = 0
  let technicalFailures90 = 0
  for (let i = contacts.length - 1; i >= 0; i--) {
    const contact = contacts[i] as ReadContact
    const age = today - contact.day
    if (age >= QUARTER_DAYS) break
    if (!contact.own) continue
    if (contact.outcome === 'technicalFailure') technicalFailures90++
    if (contact.inbound || age >= MONTH_DAYS) continue
    attempts30++
    if (CONTACT_OUTCOMES[contact.outcome].contactMade) contactsMade30++
    if (age < WEEK_DAYS) attempts7++
    if (age < 1) attempts1++
  }
  return { attempts1, attempts7, attempts30, contactsMade30, technicalFailures90 }
}

/** How easily the person is reached by voice or face to face, on whichever account. */
export interface Reachability {
  readonly rightPartyRate: number | null
  readonly consecutiveFailures: number
  /** The newest time the borrower was heard. */
  readonly lastHeard: ReadContact | undefined
  readonly lastConversation: ReadContact | undefined
  /** Calls and visits of the last half year: tried, and met the borrower for certain. */
  readonly tried: number
  readonly met: number
  /** The newest attempts that failed, at most three. */
  readonly newestFailures: readonly string[]
}

/** Older attempts say little about today's numbers and habits. */
const REACH_DAYS = 180
/**
 * Share of calls and visits that meet the borrower before any is known, and its weight in attempts. Collections of
 * purchased debts reach the client in 5.6 % of calls, younger arrears more often: one in ten, worth ten attempts.
 */
export const RIGHT_PARTY_PRIOR = { share: 0.1, weight: 10 } as const
const FAILURES_SHOWN = 3

export function readReachability(contacts: readonly ReadContact[], today: EpochDay): Reachability {
  let tried = 0
  let met = 0
  let failures = 0
  let lastHeard: ReadContact | undefined
  let lastConversation: ReadContact | undefined
  const newestFailures: string[] = []
  for (let i = contacts.length - 1; i >= 0; i--) {
    const contact = contacts[i] as ReadContact
    const recent = today - contact.day < REACH_DAYS
    if (!recent && lastConversation !== undefined) break
    const talked = isBorrowersConversation(contact)
    if (talked) lastConversation ??= contact
    if (lastHeard === undefined && (talked || isHeard(contact))) lastHeard = contact
    if (!isSpoken(contact) || !isAttempt(contact)) continue
    if (recent) {
      tried++
      if (talked && contact.party === 'borrower') met++
    }
    if (lastHeard !== undefined) continue
    failures++
    if (newestFailures.length < FAILURES_SHOWN) newestFailures.push(contactPointer(contact.index))
  }
  return {
    rightPartyRate: tried === 0 ? null : shrunkShare(met, tried, RIGHT_PARTY_PRIOR.share, RIGHT_PARTY_PRIOR.weight),
    consecutiveFailures: failures,
    lastHeard,
    lastConversation,
    tried,
    met,
    newestFailures,
  }
}

/** The newest two-way contact on this account. */
export function findTwoWay(contacts: readonly ReadContact[]): Facts['lastTwoWay'] {
  for (let i = contacts.length - 1; i >= 0; i--) {
    const contact = contacts[i] as ReadContact
    if (contact.own && isTwoWay(contact)) return { at: contact.at, evidence: contactPointer(contact.index) }
  }
  return undefined
}

/** The newest claim on this account to have paid, unless a payment was posted on its day or since. */
export function findClaimedPaid(contacts: readonly ReadContact[], lastPosted: EpochDay | undefined): Facts['claimedPaid'] {
  for (let i = contacts.length - 1; i >= 0; i--) {
    const contact = contacts[i] as ReadContact
    if (lastPosted !== undefined && contact.day <= lastPosted) return undefined
    if (!contact.own || contact.party === 'thirdParty') continue
    if (contact.outcome === 'claimsPaid' || contact.outcome === 'paid') {
      return { at: contact.at, evidence: contactPointer(contact.index) }
    }
  }
  return undefined
}

/** A third party's refusal concerns the person, whichever account it was asked about. */
export const hasThirdPartyRefused = (contacts: readonly ReadContact[]): boolean =>
  contacts.some((contact) => contact.outcome === 'contactRefusedByThirdParty')

/**
 * Attempts on this account within `policy.visit.withinDays` since the borrower was last heard, on any account, or
 * last paid: decision.md 5. After a payment they count from the day after it, since its hour is not known.
 */
export function readUnanswered(
  view: ReadCase,
  reading: RowReading,
  lastHeard: ReadContact | undefined,
  today: EpochDay,
  policy: Policy,
): UnansweredAttempts {
  const { contacts, zone } = view
  const { lastPayment } = reading
  const paid = lastPayment === undefined ? undefined : startOfDay(zone, lastPayment + 1) - 1
  const since = newer(lastHeard?.at, paid)
  let attempts = 0
  let days = 0
  let day: EpochDay | undefined
  let channels = 0
  for (let i = contacts.length - 1; i >= 0; i--) {
    const contact = contacts[i] as ReadContact
    if (since !== undefined && contact.at <= since) break
    if (today - contact.day >= policy.visit.withinDays) break
    if (!contact.own || !isAttempt(contact)) continue
    attempts++
    if (contact.day !== day) days++
    day = contact.day
    channels |= 1 << CHANNELS.indexOf(contact.channel)
  }
  return { attempts, days, channels: countBits(channels), since }
}

const newer = (a: EpochSecond | undefined, b: EpochSecond | undefined): EpochSecond | undefined =>
  a === undefined ? b : b === undefined ? a : Math.max(a, b)

function countBits(bits: number): number {
  let count = 0
  for (let rest = bits; rest > 0; rest &= rest - 1) count++
  return count
}

const HOURS = 24
const SECONDS_PER_HOUR = 3600

/** The local hour at which the borrower was heard most often; of equals the earliest. */
export function findBestHour(contacts: readonly ReadContact[], zone: Zone): Facts['bestHour'] {
  let hours: number[] | undefined
  let best: { hour: number; answered: number } | undefined
  for (const contact of contacts) {
    if (!isHeard(contact)) continue
    hours ??= new Array<number>(HOURS).fill(0)
    const hour = Math.floor(localSecond(zone, contact.at) / SECONDS_PER_HOUR)
    const answered = (hours[hour] as number) + 1
    hours[hour] = answered
    if (best === undefined || answered > best.answered || (answered === best.answered && hour < best.hour)) {
      best = { hour, answered }
    }
  }
  return best
}
