import type { Facts } from '../history/facts.ts'
import type { ReadContact } from '../input/readCase.ts'
import { type EpochSecond, SECONDS_PER_HOUR } from '../time/instant.ts'
import { localDay, offsetAt, startOfDay, type Zone } from '../time/timeZone.ts'
import { COUNTS_AS } from '../words/countsAs.ts'
import { PERIODS_PER_YEAR } from '../words/money.ts'
import type { Because } from '../words/reason.ts'
import { because, type DecideParams } from './choiceReasons.ts'
import type { Futures } from './futures.ts'
import type { Situation } from './situation.ts'

/** Whether a visit is the next step, and why or why not. */
export interface VisitStep {
  /** `ask`: everything gentler was tried, and whether a visit suits has to be asked first. */
  readonly step: 'notYet' | 'ask' | 'visit'
  readonly because: Because<DecideParams>
}

export const byAppointment = ({ appointment, asOf }: Facts): boolean =>
  appointment !== undefined && appointment.to > asOf

/**
 * A visit is the last step: the debt is old and large enough, a letter went unanswered, calls at different times of day
 * over weeks reached nobody, and somebody asked whether a visit suits. An appointment stands for all of it.
 */
export function visitStep(situation: Situation, stake: number, cost: number): VisitStep {
  const { facts, policy } = situation
  if (byAppointment(facts)) {
    return { step: 'visit', because: because('visit.appointment', {}, ['/preferences/visitAppointment']) }
  }
  const need = policy.visit
  const onlyAgreed = need.onlyAgreed.some(
    ({ jurisdiction, actor }) =>
      facts.view.source.jurisdiction?.slice(0, 2) === jurisdiction &&
      (actor === undefined || actor === facts.view.actor),
  )
  if (onlyAgreed && facts.visitWish?.wish !== 'agreed') return notYet(because('visit.onlyAgreed'))
  if (facts.daysPastDue < need.fromDays || monthsOverdue(facts) < need.instalments) {
    return notYet(because('visit.tooEarly', { fromDays: need.fromDays, instalments: need.instalments }))
  }
  const tried = triedBefore(facts, need.withinDays)
  if (tried.visits >= need.most) return notYet(because('visit.once'))
  const spanDays = tried.firstDay === undefined ? 0 : facts.today - tried.firstDay
  const gently =
    tried.attempts >= need.attempts &&
    spanDays >= need.spanDays &&
    tried.dayParts >= need.dayParts &&
    (tried.letters > 0 || !need.letterFirst)
  if (!gently || tried.heard) {
    const params = {
      needed: need.attempts,
      done: tried.heard ? 0 : tried.attempts,
      spanNeeded: need.spanDays,
      span: tried.heard ? 0 : spanDays,
      partsNeeded: need.dayParts,
      parts: tried.heard ? 0 : tried.dayParts,
    }
    return notYet(because('contact.gentleFirst', params))
  }
  if (stake < need.stakeToCost * cost)
    return notYet(because('visit.stakeTooSmall', { value: Math.round(stake) }))
  const why = because('contact.triedGently', { attempts: tried.attempts, days: tried.days })
  const asked = tried.askedOn
  if (facts.visitWish?.wish === 'agreed') return { step: 'visit', because: why }
  if (asked === undefined) return { step: 'ask', because: why }
  return facts.today - asked <= need.answerDays
    ? { step: 'visit', because: why }
    : notYet(because('visit.noAnswer', { days: need.answerDays }))
}

const notYet = (why: Because<DecideParams>): VisitStep => ({ step: 'notYet', because: why })

/** Overdue in months' worth of instalments; without an instalment any debt is old enough to count. */
function monthsOverdue({ overdue, instalment, view }: Facts): number {
  if (instalment === null || instalment === 0) return Number.POSITIVE_INFINITY
  const perMonth = PERIODS_PER_YEAR[view.source.loan.period ?? 'month'] / PERIODS_PER_YEAR.month
  return overdue / (instalment * perMonth)
}

interface TriedBefore {
  attempts: number
  days: number
  dayParts: number
  firstDay: number | undefined
  letters: number
  visits: number
  heard: boolean
  askedOn: number | undefined
}

const BY_BORROWER = COUNTS_AS.own | COUNTS_AS.attemptOnBorrower
/** Before noon, in the afternoon, in the evening: who is out at one is in at another. */
const DAY_PARTS = [12, 17, 24]

/** What was tried on this account within so many days, all in this spell of arrears but the conversations. */
function triedBefore(
  { ledger, today, daysPastDue, view, lastPayment }: Facts,
  withinDays: number,
): TriedBefore {
  const tried: TriedBefore = {
    attempts: 0,
    days: 0,
    dayParts: 0,
    firstDay: undefined,
    letters: 0,
    visits: 0,
    heard: false,
    askedOn: undefined,
  }
  let parts = 0
  let day: number | undefined
  for (let i = ledger.contacts.length - 1; i >= 0; i--) {
    const contact = ledger.contacts[i] as ReadContact
    const age = today - contact.day
    if (age >= withinDays && age > daysPastDue) break
    const countsAs = ledger.counts[i] as number
    if (age < withinDays && (countsAs & COUNTS_AS.heard) !== 0) tried.heard = true
    if ((countsAs & BY_BORROWER) !== BY_BORROWER || age > daysPastDue) continue
    if (contact.purpose === 'arrangeVisit') tried.askedOn ??= contact.day
    if ((countsAs & COUNTS_AS.visit) !== 0) tried.visits++
    else {
      if (contact.channel === 'letter' || contact.channel === 'email') tried.letters++
      if (age >= withinDays || (lastPayment !== undefined && contact.day <= lastPayment)) continue
      tried.attempts++
      if (contact.day !== day) tried.days++
      day = contact.day
      tried.firstDay = contact.day
      parts |= 1 << partOfDay(view.zone, contact.at)
    }
  }
  for (let bit = 0; bit < DAY_PARTS.length; bit++) if ((parts & (1 << bit)) !== 0) tried.dayParts++
  return tried
}

function partOfDay(zone: Zone, at: EpochSecond): number {
  const hour = Math.floor((at + offsetAt(zone, at)) / SECONDS_PER_HOUR) % 24
  return DAY_PARTS.findIndex((end) => hour < end)
}

/** Daylight at any place and time of year in which visits are made. */
const DAYLIGHT = { from: 9, to: 17 } as const

/**
 * The slot of a visit that nobody chose: so many hours in daylight, the earliest on the day on which the window opens.
 * Undefined where the window has none; an appointment is its own slot.
 */
export function visitSlot(
  { facts, policy }: Situation,
  window: { readonly from: EpochSecond; readonly to: EpochSecond },
): { readonly from: EpochSecond; readonly to: EpochSecond } | undefined {
  if (byAppointment(facts)) return window
  const { zone } = facts.view
  const hours = policy.visit.slotHours * SECONDS_PER_HOUR
  const start = startOfDay(zone, localDay(zone, window.from))
  const from = Math.max(window.from, start + DAYLIGHT.from * SECONDS_PER_HOUR)
  const to = Math.min(window.to, start + DAYLIGHT.to * SECONDS_PER_HOUR)
  return to - from >= hours ? { from, to: from + hours } : undefined
}

/** Whether a contact should ask now if and when a visit suits: all else that a visit takes is there. */
export function asksForVisit(situation: Situation, { stake, costs }: Futures): boolean {
  const { facts, permissions, plans, visitBar, hostile, untraceable } = situation
  const { verdict } = plans.capacity
  if (!facts.inArrears || costs === undefined || permissions.demand.visit.status !== 'open') return false
  if (visitBar !== undefined || hostile !== undefined || untraceable !== undefined) return false
  if (verdict === 'stretched' || verdict === 'unable') return false
  return visitStep(situation, stake, costs.visit).step === 'ask'
}
