import type { Contact, ContactPoint } from '../input/borrowerCase.ts'
import { type EpochDay, weekdayIndex } from '../kernel/civilDay.ts'
import type { Channel } from '../kernel/contactOutcome.ts'
import { parseInstant } from '../kernel/instant.ts'
import { chance, type SeededRandom } from '../kernel/seededRandom.ts'
import { localDay } from '../kernel/timeZone.ts'
import type { Life } from './life.ts'
import { CALLS_IN, CALLS_OUT, CONTACT_DAYS, MOST_CONTACTS } from './rates.ts'
import { drawReach } from './reach.ts'
import { call, visit, write } from './reachOut.ts'
import { type Day, type Learned, type Log, talk } from './talk.ts'
import { isGone } from './trouble.ts'
import type { When } from './when.ts'

export interface ContactLog {
  readonly contacts: readonly Contact[]
  readonly points: readonly ContactPoint[] | undefined
  readonly learned: readonly Learned[]
  /** The day of the last conversation. */
  readonly spokeOn: EpochDay | undefined
}

const SATURDAY = 5
const SUNDAY = 6
/** Invented: nobody travels for young arrears, and then seldom. */
const VISITS = { afterDays: 60, perDay: 0.008 } as const
/** Invented: a text in the first days, as nearly every lender sends, and one now and then later. */
const MESSAGES = { fromDay: 3, toDay: 7, perDay: 0.3, laterPerDay: 0.08 } as const
/** Nobody calls in within the first days after a talk, with nothing new to say. */
const SILENT_DAYS = 6

/**
 * Goes through the days in arrears: the lender writes and calls as lenders do, rarely more than twice a week, and the
 * borrower answers or gets in touch as contactability and willingness have it.
 *
 * @param dayOf how the account stands on a day; asked for ascending days
 */
export function logContacts(
  random: SeededRandom,
  life: Life,
  when: When,
  dayOf: (day: EpochDay) => Omit<Day, 'day'>,
): ContactLog {
  const log: Log = {
    random,
    life,
    when,
    reach: drawReach(random, life.person),
    contacts: [],
    learned: [],
    worked: new Set(),
    failed: new Set(),
    spokeOn: undefined,
    nextOutbound: 0,
    ended: false,
    visited: false,
  }
  for (let day = when.today - CONTACT_DAYS; day < when.today && log.contacts.length < MOST_CONTACTS; day++) {
    const { daysPastDue, owed, coming } = dayOf(day)
    if (daysPastDue > 0) spend(log, { day, daysPastDue, owed, coming })
  }
  const { contacts, learned, spokeOn } = log
  return { contacts, learned, spokeOn, points: pointsAfter(log) }
}

/** One day in arrears: at most one contact, by whoever comes first. */
function spend(log: Log, at: Day): void {
  const { random, life } = log
  const weekday = weekdayIndex(at.day)
  if (weekday === SUNDAY) return
  if (getsInTouch(log, at.day)) talk(log, at, chance(random, 0.6) ? 'call' : writtenChannel(life), 'inbound')
  else if (log.ended || at.day < log.nextOutbound || weekday === SATURDAY) return
  else if (isWorthTravel(log, at) && chance(random, VISITS.perDay)) visit(log, at)
  else if (chance(random, messageChance(at.daysPastDue))) write(log, at)
  else if (chance(random, callChance(at.daysPastDue))) call(log, at)
}

function getsInTouch({ random, life, nextOutbound }: Log, day: EpochDay): boolean {
  const { traits, trouble } = life.person
  const eager = 0.3 + (traits.willingness + traits.contactability) / 2
  return day >= nextOutbound - SILENT_DAYS && !isGone(trouble, day) && chance(random, CALLS_IN * eager)
}

const isWorthTravel = ({ life, visited }: Log, { daysPastDue }: Day): boolean =>
  life.person.place.visits && daysPastDue > VISITS.afterDays && !visited

/** Whoever writes does so by what the lender wrote with; nobody answers by letter first. */
const writtenChannel = ({ person }: Life): Channel =>
  person.place.messages.find(([channel]) => channel !== 'sms' && channel !== 'letter')?.[0] ?? 'sms'

function messageChance(daysPastDue: number): number {
  if (daysPastDue < MESSAGES.fromDay) return 0
  return daysPastDue <= MESSAGES.toDay ? MESSAGES.perDay : MESSAGES.laterPerDay
}

function callChance(daysPastDue: number): number {
  for (const [upTo, perDay] of CALLS_OUT) if (daysPastDue <= upTo) return perDay
  return 0
}

/** The points on file, with what the contacts showed of each. */
const pointsAfter = ({ reach, failed, worked }: Log): readonly ContactPoint[] | undefined =>
  reach.points?.map((point) => {
    if (failed.has(point.key)) return { ...point, status: 'invalid' }
    return worked.has(point.key) ? { ...point, status: 'verified' } : point
  })

/** The log without what the lender would not have done while an arrangement was kept. */
export function leftInPeace(
  log: ContactLog,
  { zone }: When,
  [from, until]: readonly [EpochDay, EpochDay],
): ContactLog {
  const dayOf = ({ at }: Contact) => localDay(zone, parseInstant(at) as number)
  const contacts = log.contacts.filter(
    (contact) => contact.direction === 'inbound' || dayOf(contact) < from || dayOf(contact) > until,
  )
  const kept = new Set(contacts.map(({ at }) => at))
  const last = contacts
    .filter(({ channel, party }) => (channel === 'call' || channel === 'visit') && party !== undefined)
    .at(-1)
  return {
    ...log,
    contacts,
    learned: log.learned.filter(({ at }) => kept.has(at)),
    spokeOn: last === undefined ? undefined : dayOf(last),
  }
}
