import type { Channel } from '../kernel/contactOutcome.ts'
import { chance, pickWeighted } from '../kernel/seededRandom.ts'
import { CONTACT_GAP_DAYS } from './rates.ts'
import { messageOutcome, missedCall } from './reach.ts'
import { type Day, enter, type Log, talk } from './talk.ts'
import { isGone } from './trouble.ts'

/** The key of the contact point each channel goes to. */
const POINT_OF: Readonly<Record<Channel, string>> = {
  sms: 'n1',
  app: 'a1',
  messaging: 'm1',
  email: 'e1',
  letter: 'l1',
  call: 'n1',
  visit: 'v1',
}
/** Somebody else answers the phone of the dead now and then. */
const ANSWERED_FOR = 0.03
/** After a visit nobody writes for a week. */
const AFTER_VISIT_DAYS = 8

/** The lender calls; a number found to be nobody's is not called again. */
export function call(log: Log, at: Day): void {
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
  const reached = isGone(life.person.trouble, at.day) ? ANSWERED_FOR : reach.perCall
  if (chance(random, reached)) talk(log, at, 'call', 'outbound', point)
  else {
    // Voicemail is hardly used in China.
    const outcome = missedCall(random, life.person.place.jurisdiction !== 'CN')
    enter(log, at.day, 'call', { outcome, point })
  }
}

/** The lender writes, mostly by machine. */
export function write(log: Log, { day }: Day): void {
  const { random, reach, failed, worked, life } = log
  const channel = pickWeighted(random, life.person.place.messages)
  const point = POINT_OF[channel]
  const works = channel === 'email' ? reach.emailWorks : channel !== 'sms' || reach.phoneWorks
  if (failed.has(point)) return
  log.nextOutbound = day + CONTACT_GAP_DAYS
  const outcome = messageOutcome(random, channel, works, !isGone(life.person.trouble, day))
  if (outcome === 'bounced') failed.add(point)
  else if (channel !== 'letter') worked.add(point)
  enter(log, day, channel, { outcome, point, ...(chance(random, 0.6) ? { agent: 'automated' } : {}) })
}

/** Somebody goes there; about half of visits meet the borrower, as was seen. */
export function visit(log: Log, at: Day): void {
  const { traits, trouble } = log.life.person
  log.visited = true
  log.nextOutbound = at.day + AFTER_VISIT_DAYS
  if (!isGone(trouble, at.day) && chance(log.random, 0.3 + 0.6 * traits.contactability))
    talk(log, at, 'visit', 'outbound')
  else enter(log, at.day, 'visit', { outcome: 'notHome' })
}
