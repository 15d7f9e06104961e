import type { Contact, ContactPoint } from '../input/borrowerCase.ts'
import { chance, pickWeighted, type SeededRandom } from '../numbers/seededRandom.ts'
import { type EpochDay, weekdayIndex } from '../time/civilDay.ts'
import { parseInstant } from '../time/instant.ts'
import { localDay } from '../time/timeZone.ts'
import type { Channel } from '../words/channels.ts'
import { type Day, enter, type Learned, type Log, talk } from './conversation.ts'
import type { Life } from './life.ts'
import { CALLS_IN, CALLS_OUT, CONTACT_DAYS, CONTACT_GAP_DAYS, MOST_CONTACTS } from './rates.ts'
import { drawReach, messageOutcome, missedCall } from './reach.ts'
import { isAway } from './trouble.ts'
import type { SampleDay } from './when.ts'

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
  when: SampleDay,
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

/** One day in arrears: at most one contact, by the side that comes first. */
function spend(log: Log, at: Day): void {
  const { random, life } = log
  const weekday = weekdayIndex(at.day)
  if (weekday === SUNDAY) return
  if (getsInTouch(log, at.day)) talk(log, at, chance(random, 0.6) ? 'call' : writtenChannel(life), 'inbound')
  else if (log.ended || at.day < log.nextOutbound || weekday === SATURDAY) return
  else if (isWorthTravel(log, at) && chance(random, VISITS.perDay)) visit(log, at)
  else if (chance(random, messageChance(at.daysPastDue))) sendMessage(log, at)
  else if (chance(random, callChance(at.daysPastDue))) call(log, at)
}

function getsInTouch({ random, life, nextOutbound }: Log, day: EpochDay): boolean {
  const { traits, trouble } = life.person
  const eager = 0.3 + (traits.willingness + traits.contactability) / 2
  return day >= nextOutbound - SILENT_DAYS && !isAway(trouble, day) && chance(random, CALLS_IN * eager)
}

const isWorthTravel = ({ life, visited }: Log, { daysPastDue }: Day): boolean =>
  life.person.place.visits && daysPastDue > VISITS.afterDays && !visited

/** Borrowers write by the channel the lender used; nobody answers by letter first. */
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
  { zone }: SampleDay,
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

/** The key of the contact point each channel goes to. */
const POINT_OF: Readonly<Record<Channel, string>> = {
  sms: 'n1',
  app: 'a1',
  messaging: 'm1',
  email: 'e1',
  socialMedia: 's1',
  letter: 'l1',
  call: 'n1',
  visit: 'v1',
}
/** Someone else answers the phone of the dead now and then. */
const ANSWERED_FOR = 0.03
/** After a visit nobody writes for a week. */
const AFTER_VISIT_DAYS = 8

/** The lender calls; a number found to be nobody's is not called again. */
function call(log: Log, at: Day): void {
  const { random, reach, failed, life } = log
  const second = reach.secondPhone && (failed.has('n1') || chance(random, 0.25))
  const point = second ? 'n2' : 'n1'
  if (failed.has(point)) return
  log.nextOutbound = at.day + CONTACT_GAP_DAYS
  if (!second && !reach.phoneWorks) {
    failed.add(point)
    enter(log, at.day, 'call', { outcome: 'invalidNumber', point })
    return
  }
  const reached = isAway(life.person.trouble, at.day) ? ANSWERED_FOR : reach.perCall
  if (chance(random, reached)) talk(log, at, 'call', 'outbound', point)
  else {
    // Voicemail is hardly used in China.
    const outcome = missedCall(random, life.person.place.jurisdiction !== 'CN')
    enter(log, at.day, 'call', { outcome, point })
  }
}

/** The lender writes, mostly by machine. */
function sendMessage(log: Log, { day }: Day): void {
  const { random, reach, failed, worked, life } = log
  const channel = pickWeighted(random, life.person.place.messages)
  const point = POINT_OF[channel]
  const works = channel === 'email' ? reach.emailWorks : channel !== 'sms' || reach.phoneWorks
  if (failed.has(point)) return
  log.nextOutbound = day + CONTACT_GAP_DAYS
  const outcome = messageOutcome(random, channel, works, !isAway(life.person.trouble, day))
  if (outcome === 'bounced') failed.add(point)
  else if (channel !== 'letter') worked.add(point)
  enter(log, day, channel, { outcome, point, ...(chance(random, 0.6) ? { agent: 'automated' } : {}) })
}

/** Someone goes there; about half of visits meet the borrower, as was seen. */
function visit(log: Log, at: Day): void {
  const { traits, trouble } = log.life.person
  log.visited = true
  log.nextOutbound = at.day + AFTER_VISIT_DAYS
  if (!isAway(trouble, at.day) && chance(log.random, 0.3 + 0.6 * traits.contactability))
    talk(log, at, 'visit', 'outbound')
  else enter(log, at.day, 'visit', { outcome: 'notHome' })
}
