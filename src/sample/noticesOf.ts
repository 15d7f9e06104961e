import type { Actor, Notice } from '../input/borrowerCase.ts'
import { parseDay } from '../kernel/civilDay.ts'
import { chance, type SeededRandom } from '../kernel/seededRandom.ts'
import type { ContactLog } from './contactLog.ts'
import type { Place } from './places.ts'
import { type When, writeInstant } from './when.ts'

/** What the borrower was told in writing: that the loan is in default, who collects it, that somebody will come. */
export function noticesOf(
  random: SeededRandom,
  { jurisdiction }: Place,
  actor: Actor,
  { contacts }: ContactLog,
  when: When,
  daysPastDue: number,
): Notice[] {
  const on = (daysAgo: number) => writeInstant(when, when.today - daysAgo, 10 * 3600)
  const notices: Notice[] = []
  if (daysPastDue > 75 && chance(random, 0.5)) notices.push({ kind: 'default', at: on(daysPastDue - 65) })
  if (actor === 'agency' && daysPastDue > 40) {
    notices.push({ kind: 'assignment', at: on(30) })
    if (jurisdiction === 'US' || jurisdiction === 'US-MA') notices.push({ kind: 'validation', at: on(28) })
    if (jurisdiction === 'IN' && chance(random, 0.8)) notices.push({ kind: 'agencyDetails', at: on(28) })
  }
  const visit = contacts.find(({ channel }) => channel === 'visit')
  if (visit !== undefined) notices.push({ kind: 'visit', at: noticeBefore(visit.at, when) })
  return notices
}

/** Three days before, at the same hour. */
function noticeBefore(at: string, when: When): string {
  const day = parseDay(at.slice(0, 10)) ?? when.today
  return writeInstant(when, day - 3, 10 * 3600)
}
