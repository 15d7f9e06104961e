import type { Preferences } from '../input/borrowerCase.ts'
import { weekdayIndex } from '../kernel/civilDay.ts'
import { chance, pickWeighted, type SeededRandom, wholeBetween } from '../kernel/seededRandom.ts'
import type { ContactLog } from './contactLog.ts'
import type { Life } from './life.ts'
import { type When, writeInstant } from './when.ts'

const WORKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const
const HOUR = 3600
const SUNDAY = 6

/** Language, and of a few what else they asked for. */
export function wishesOf(
  random: SeededRandom,
  { person }: Life,
  { spokeOn }: ContactLog,
  when: When,
  daysPastDue: number,
): Preferences | undefined {
  const wishes: { -readonly [K in keyof Preferences]: Preferences[K] } = {}
  if (person.language !== 'en' || chance(random, 0.2)) wishes.language = person.language
  if (spokeOn !== undefined) {
    const recorded = writeInstant(when, spokeOn, 18 * HOUR)
    if (chance(random, 0.06)) wishes.contactHours = [{ days: WORKDAYS, from: '17:00', to: '19:30' }]
    if (chance(random, 0.03)) wishes.agreedHours = [{ days: ['sun'], from: '10:00', to: '13:00' }]
    if (chance(random, 0.03)) wishes.consents = [{ to: 'frequency', channel: 'call', at: recorded }]
    const visits = person.place.visits && daysPastDue > 30 && spokeOn > when.today - 25
    if (visits && chance(random, 0.12)) {
      const drawn = when.today + wholeBetween(random, 2, 8)
      const day = weekdayIndex(drawn) === SUNDAY ? drawn + 1 : drawn
      wishes.visit = 'agreed'
      wishes.visitAppointment = {
        from: writeInstant(when, day, 14 * HOUR),
        to: writeInstant(when, day, 16 * HOUR),
        recorded,
      }
    } else if (person.place.visits && chance(random, 0.05)) wishes.visit = 'refused'
  }
  if (chance(random, 0.02)) wishes.avoidHours = [{ days: WORKDAYS, from: '08:00', to: '16:00' }]
  if (chance(random, 0.02)) wishes.channelsOptedOut = [pickWeighted(random, person.place.messages)]
  return Object.keys(wishes).length === 0 ? undefined : wishes
}
