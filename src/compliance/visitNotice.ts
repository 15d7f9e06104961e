import type { Facts } from '../history/facts.ts'
import { type EpochDay, formatDay } from '../kernel/civilDay.ts'
import type { EpochSecond } from '../kernel/instant.ts'
import { localDay } from '../kernel/timeZone.ts'
import { dayStart } from './daySpan.ts'
import { becauseOfRule } from './named.ts'
import type { Closure } from './openWindow.ts'
import type { Prerequisite } from './permissions.ts'
import type { NoticeDemand, VisitDemands } from './visitRules.ts'

/** How many days after it a notice of a visit still counts. */
const NOTICE_LASTS_DAYS = 30

/** The last day on which a visit needs no further notice, where a notice given covers `day`; else undefined. */
function coveredUntil(facts: Facts, demand: NoticeDemand, day: EpochDay): EpochDay | undefined {
  const { view, asOf } = facts
  if (demand.firstOnly && visitedBefore(facts)) return Number.POSITIVE_INFINITY
  let last: EpochDay | undefined
  for (const notice of view.notices) {
    if (notice.kind !== demand.notice || notice.at > asOf) continue
    const given = localDay(view.zone, notice.at)
    const until = demand.firstOnly ? Number.POSITIVE_INFINITY : given + NOTICE_LASTS_DAYS
    if (given + demand.noticeDays <= day && day <= until) last = Math.max(last ?? until, until)
  }
  return last
}

/** Whether this actor has visited about this account before. */
const visitedBefore = ({ view }: Facts): boolean =>
  view.contacts.some(
    ({ channel, inbound, own, by }) => channel === 'visit' && !inbound && own && by === view.actor,
  )

/** The first day on which a visit can be made on a notice given from now on: tomorrow's. */
const earliestDay = (facts: Facts, demand: NoticeDemand): EpochDay => facts.today + 1 + demand.noticeDays

/** An appointment the borrower made sooner than notice could be given says all that notice would. */
const excused = (facts: Facts, demand: NoticeDemand, appointment: Facts['appointment']): boolean =>
  demand.notice === 'visit' &&
  appointment !== undefined &&
  localDay(facts.view.zone, appointment.from) < earliestDay(facts, demand)

/** Whether the borrower agreed to a visit. */
const agreedToVisit = (facts: Facts, appointment: Facts['appointment']): boolean =>
  facts.visitWish?.wish === 'agreed' ||
  appointment !== undefined ||
  facts.view.consents.some(({ to, channel }) => to === 'visit' && (channel ?? 'visit') === 'visit')

/** The days on which no visit is possible because notice or consent cannot have been given in time. */
export function addNoticeClosures(
  facts: Facts,
  demands: VisitDemands,
  appointment: Facts['appointment'],
  closures: Closure[],
): void {
  const { zone } = facts.view
  for (const demand of demands.notices) {
    if (excused(facts, demand, appointment)) continue
    const because = becauseOfRule('rule.visit', demand.ref, { because: 'notice' })
    let day = facts.today
    const end = earliestDay(facts, demand)
    while (day < end) {
      const first = day
      while (day < end && coveredUntil(facts, demand, day) === undefined) day++
      if (day > first) {
        const from = Math.max(dayStart(zone, first), dayStart(zone, demand.days.from))
        const to = Math.min(dayStart(zone, day), dayStart(zone, demand.days.to))
        if (from < to) closures.push({ from, to, because })
      }
      while (day < end && coveredUntil(facts, demand, day) !== undefined) day++
    }
  }
  if (agreedToVisit(facts, appointment)) return
  for (const { days, ref } of demands.consentToVisit) {
    const from = dayStart(zone, days.from)
    const to = Math.min(dayStart(zone, facts.today + 1), dayStart(zone, days.to))
    if (from < to)
      closures.push({ from, to, because: becauseOfRule('rule.visit', ref, { because: 'consent' }) })
  }
}

/** What must be done before a visit that begins at an instant, and until when nothing more is needed. */
export interface VisitTerms {
  readonly prerequisites: readonly Prerequisite[]
  readonly until: EpochSecond
}

export function visitTerms(
  facts: Facts,
  demands: VisitDemands,
  appointment: Facts['appointment'],
  from: EpochSecond,
): VisitTerms {
  const { zone } = facts.view
  const day = localDay(zone, from)
  const inForce = <T extends { readonly days: { readonly from: EpochDay; readonly to: EpochDay } }>(
    list: readonly T[],
  ): readonly T[] => list.filter(({ days }) => days.from <= day && day < days.to)
  const { until, noticeBy } = noticesNeeded(facts, inForce(demands.notices), appointment, day)
  const prerequisites: Prerequisite[] = []
  for (const code of ['visit', 'agencyDetails'] as const) {
    const by = noticeBy[code]
    if (by !== undefined)
      prerequisites.push({
        code: code === 'visit' ? 'visit.notice' : 'visit.agencyDetails',
        by: formatDay(by),
      })
  }
  if (inForce(demands.consentToVisit).length > 0 && !agreedToVisit(facts, appointment))
    prerequisites.push({ code: 'visit.consent', by: formatDay(day - 1) })
  if (inForce(demands.consentToEnter).length > 0) prerequisites.push({ code: 'visit.consentToEnter' })
  const staff = inForce(demands.staff).reduce((most, demand) => Math.max(most, demand.staff), 1)
  if (staff > 1) prerequisites.push({ code: 'visit.staff', params: { staff } })
  const noShows = noShowsInARow(facts)
  if (inForce(demands.places).some((place) => noShows < place.noShows))
    prerequisites.push({ code: 'visit.placeOfChoice' })
  return { prerequisites, until: Math.min(until, nextStart(facts, demands, from)) }
}

function noticesNeeded(
  facts: Facts,
  demands: readonly NoticeDemand[],
  appointment: Facts['appointment'],
  day: EpochDay,
): {
  readonly until: EpochSecond
  readonly noticeBy: Record<'visit' | 'agencyDetails', EpochDay | undefined>
} {
  const noticeBy: Record<'visit' | 'agencyDetails', EpochDay | undefined> = {
    visit: undefined,
    agencyDetails: undefined,
  }
  let until = Number.POSITIVE_INFINITY
  for (const demand of demands) {
    const covered = coveredUntil(facts, demand, day)
    if (covered !== undefined) until = Math.min(until, dayStart(facts.view.zone, covered + 1))
    else if (!excused(facts, demand, appointment))
      noticeBy[demand.notice] = Math.min(
        noticeBy[demand.notice] ?? Number.POSITIVE_INFINITY,
        day - demand.noticeDays,
      )
  }
  return { until, noticeBy }
}

/** The next instant at which a rule that may ask for more comes into force. */
function nextStart(facts: Facts, demands: VisitDemands, from: EpochSecond): EpochSecond {
  let next = Number.POSITIVE_INFINITY
  for (const list of Object.values(demands) as readonly (readonly { days: NoticeDemand['days'] }[])[])
    for (const { days } of list) {
      const start = dayStart(facts.view.zone, days.from)
      if (start > from && start < next) next = start
    }
  return next
}

/** Visits about this account, newest first, that met nobody. */
function noShowsInARow({ view }: Facts): number {
  let count = 0
  for (let i = view.contacts.length - 1; i >= 0; i--) {
    const contact = view.contacts[i]
    if (contact === undefined || contact.channel !== 'visit' || contact.inbound || !contact.own) continue
    if (contact.outcome !== 'notHome') break
    count++
  }
  return count
}
