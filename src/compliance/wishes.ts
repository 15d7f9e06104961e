import type { ReadCase } from '../input/readCase.ts'
import type { Channel } from '../kernel/contactOutcome.ts'
import { becauseOfRule } from './named.ts'
import type { HoursGate } from './openWindow.ts'
import { type ClockHours, clockHours } from './wallClock.ts'
import { ALL_HOURS, hoursWithout, weeklyHours } from './weeklyHours.ts'

const NO_ENTRIES = [] as const

/** Channels that disturb at an hour; letters and email wait to be read. */
export const wishesBind = (channel: Channel): boolean => channel !== 'letter' && channel !== 'email'

/** The hours the borrower leaves open: ((contactHours if given, else all) ∪ agreedHours) less avoidHours. */
export function wishedHours(view: ReadCase): HoursGate | undefined {
  const { contactHours = NO_ENTRIES, avoidHours = NO_ENTRIES, agreedHours = NO_ENTRIES } = view
  if (contactHours.length === 0 && avoidHours.length === 0) return undefined
  const wanted = contactHours.length === 0 ? ALL_HOURS : weeklyHours([...contactHours, ...agreedHours])
  const evidence = [
    ...(contactHours.length === 0 ? [] : ['/preferences/contactHours']),
    ...(avoidHours.length === 0 ? [] : ['/preferences/avoidHours']),
  ]
  return {
    hours: clockHours(hoursWithout(wanted, weeklyHours(avoidHours))),
    from: Number.NEGATIVE_INFINITY,
    to: Number.POSITIVE_INFINITY,
    agreed: undefined,
    because: becauseOfRule('wish.hours', undefined, {}, evidence),
  }
}

/** The hours that reopen what a rule with an `agreement` override closes; what the borrower avoids beats them. */
export function agreedHours({
  agreedHours: agreed,
  avoidHours = NO_ENTRIES,
}: ReadCase): ClockHours | undefined {
  if (agreed === undefined || agreed.length === 0) return undefined
  return clockHours(hoursWithout(weeklyHours(agreed), weeklyHours(avoidHours)))
}
