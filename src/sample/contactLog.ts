import type { Contact, ContactPoint } from '../input/borrowerCase.ts'
import type { CircumstanceKind } from '../kernel/circumstance.ts'
import { type EpochDay, weekdayIndex } from '../kernel/civilDay.ts'
import type { Channel } from '../kernel/contactOutcome.ts'
import { chance, pickWeighted, type SeededRandom, wholeBetween } from '../kernel/seededRandom.ts'
import { type Coming, converse, type Said } from './conversation.ts'
import type { Life } from './life.ts'
import { CALLS_IN, CALLS_OUT, CONTACT_DAYS, CONTACT_GAP_DAYS, MOST_CONTACTS } from './rates.ts'
import { drawReach, messageOutcome, missedCall } from './reach.ts'
import { isDuring } from './trouble.ts'
import { type When, writeInstant } from './when.ts'

/** Something the lender learned, and when. */
export interface Learned {
  readonly kind: CircumstanceKind
  readonly day: EpochDay
  readonly at: string
}

export interface ContactLog {
  readonly contacts: readonly Contact[]
  readonly points: readonly ContactPoint[] | undefined
  readonly learned: readonly Learned[]
  /** The day of the last conversation. */
  readonly spokeOn: EpochDay | undefined
  readonly visited: boolean
}

/** What every day is decided from. */
interface Day {
  readonly day: EpochDay
  readonly daysPastDue: number
  readonly owed: number
  readonly coming: Coming | undefined
}

/**
 * Goes through the days in arrears: the lender writes and calls as lenders do, rarely more than twice a week, and the
 * borrower answers or gets in touch as contactability and willingness have it.
 *
 * @param dayOf how the account stands on a day
 */
export function logContacts(
  random: SeededRandom,
  life: Life,
  when: When,
  dayOf: (day: EpochDay) => Omit<Day, 'day'>,
): ContactLog {
  const log = startLog(random, life, when)
  for (let day = when.today - CONTACT_DAYS; day < when.today && !log.full(); day++) {
    const { daysPastDue, owed, coming } = dayOf(day)
    if (daysPastDue > 0) log.live({ day, daysPastDue, owed, coming })
  }
  return log.whole()
}

function startLog(random: SeededRandom, life: Life, when: When) {
  const { person } = life
  const { place, traits, trouble } = person
  const reach = drawReach(random, person)
  const contacts: Contact[] = []
  const learned: Learned[] = []
  const worked = new Set<string>()
  const failed = new Set<string>()
  let spokeOn: EpochDay | undefined
  let nextOutbound = 0
  let ended = false
  let visited = false
  const known = () => learned.some(({ kind }) => kind === trouble.kind)
  const write = (day: EpochDay, channel: Channel, rest: Omit<Contact, 'at' | 'channel'>): string => {
    const at = writeInstant(when, day, wholeBetween(random, 9 * 60, 17 * 60 + 30) * 60)
    const { point, ...others } = rest
    contacts.push({ at, channel, ...others, ...(point === undefined || !reach.points ? {} : { point }) })
    return at
  }
  const speak = (at: Day, channel: Channel, direction: 'inbound' | 'outbound', point?: string) => {
    const said: Said = converse(random, life, at.day, at.owed, at.coming, known())
    const { party, outcome, promise, quietUntil, learned: kind, ends } = said
    const rest = { party, outcome, ...(promise === undefined ? {} : { promise }) }
    const instant = write(at.day, channel, {
      ...(direction === 'inbound' ? { direction } : {}),
      ...rest,
      ...(point === undefined ? {} : { point }),
    })
    if (channel === 'call' || channel === 'visit') spokeOn = at.day
    if (party === 'borrower' && point !== undefined) worked.add(point)
    if (kind !== undefined) learned.push({ kind, day: at.day, at: instant })
    ended ||= ends === true
    nextOutbound = Math.max(at.day + 8, quietUntil ?? 0)
  }
  const call = (at: Day) => {
    const second = reach.secondPhone && (failed.has('n1') || chance(random, 0.25))
    const point = second ? 'n2' : 'n1'
    if (failed.has(point)) return
    nextOutbound = at.day + CONTACT_GAP_DAYS
    if (!second && !reach.phoneWorks) {
      failed.add(point)
      write(at.day, 'call', { outcome: 'invalidNumber', point })
    } else if (chance(random, isGone(at.day) ? 0.03 : reach.perCall)) speak(at, 'call', 'outbound', point)
    else write(at.day, 'call', { outcome: missedCall(random, place.jurisdiction !== 'CN'), point })
  }
  const message = (at: Day) => {
    const channel = pickWeighted(random, place.messages)
    const point = POINT_OF[channel]
    const works = channel === 'email' ? reach.emailWorks : channel !== 'sms' || reach.phoneWorks
    if (failed.has(point)) return
    nextOutbound = at.day + CONTACT_GAP_DAYS
    const outcome = messageOutcome(random, channel, works)
    if (outcome === 'bounced') failed.add(point)
    else if (channel !== 'letter') worked.add(point)
    write(at.day, channel, { outcome, point, ...(chance(random, 0.6) ? { agent: 'automated' } : {}) })
  }
  const visit = (at: Day) => {
    visited = true
    nextOutbound = at.day + 8
    // Half of visits meet the client.
    if (!isGone(at.day) && chance(random, 0.3 + 0.6 * traits.contactability)) speak(at, 'visit', 'outbound')
    else write(at.day, 'visit', { outcome: 'notHome' })
  }
  const isGone = (day: EpochDay) => isDuring(trouble, day) && GONE.has(trouble.kind)
  return {
    full: () => contacts.length >= MOST_CONTACTS,
    live(at: Day) {
      const { day, daysPastDue } = at
      const weekday = weekdayIndex(day)
      if (weekday === 6) return
      const reachesOut = 0.3 + (traits.willingness + traits.contactability) / 2
      if (day >= nextOutbound - 6 && !isGone(day) && chance(random, CALLS_IN * reachesOut))
        return speak(at, chance(random, 0.6) ? 'call' : inboundChannel(life), 'inbound')
      if (ended || day < nextOutbound || weekday === 5) return
      if (place.visits && daysPastDue > 60 && !visited && chance(random, 0.008)) return visit(at)
      if (chance(random, daysPastDue < 8 ? (daysPastDue > 2 ? 0.3 : 0) : 0.08)) return message(at)
      if (chance(random, callChance(daysPastDue))) call(at)
    },
    whole: (): ContactLog => ({
      contacts,
      learned,
      spokeOn,
      visited,
      points: reach.points?.map((point) => ({
        ...point,
        ...(failed.has(point.key)
          ? { status: 'invalid' as const }
          : worked.has(point.key)
            ? { status: 'verified' as const }
            : {}),
      })),
    }),
  }
}

const GONE: ReadonlySet<string> = new Set(['deceased', 'imprisoned', 'limitedCapacity'])

const POINT_OF: Readonly<Record<Channel, string>> = {
  sms: 'n1',
  app: 'a1',
  messaging: 'm1',
  email: 'e1',
  letter: 'l1',
  call: 'n1',
  visit: 'v1',
}

/** Whoever writes does so by what the lender wrote with; nobody answers by letter first. */
const inboundChannel = ({ person }: Life): Channel =>
  person.place.messages.find(([channel]) => channel !== 'sms' && channel !== 'letter')?.[0] ?? 'sms'

function callChance(daysPastDue: number): number {
  for (const [upTo, perDay] of CALLS_OUT) if (daysPastDue <= upTo) return perDay
  return 0
}
