import type { CircumstanceSpan, Facts } from '../history/facts.ts'
import type { VisitRule } from '../input/rulePack.ts'
import { type EpochDay, formatDay } from '../time/civilDay.ts'
import type { EpochSecond } from '../time/instant.ts'
import { localDay } from '../time/timeZone.ts'
import { meaningOf } from '../words/channels.ts'
import { type CircumstanceKind, circumstancesOf } from '../words/circumstances.ts'
import { COUNTS_AS } from '../words/countsAs.ts'
import type { RuleRef } from '../words/reason.ts'
import { type BoundRule, daysInForce } from './boundRules.ts'
import { becauseOfRule, type NamedBecause } from './complianceReasons.ts'
import type { Prerequisite } from './permissions.ts'
import { type DaySpan, dayStart } from './wallClock.ts'
import type { Closure } from './windows.ts'

export interface Dated {
  readonly days: DaySpan
  readonly ref: RuleRef
}
export interface NoticeDemand extends Dated {
  readonly noticeDays: number
  readonly notice: 'visit' | 'agencyDetails'
  readonly firstOnly: boolean
  readonly because: NamedBecause
}

/**
 * What the visit rules ask for, aspect by aspect. Each aspect is a dimension of its own: the house's notice stands
 * beside a law that asks for two people, and gives way to a law that asks for notice.
 */
export interface VisitDemands {
  readonly staff: readonly (Dated & { readonly staff: number })[]
  readonly notices: readonly NoticeDemand[]
  readonly consentToVisit: readonly (Dated & { readonly because: NamedBecause })[]
  readonly consentToEnter: readonly Dated[]
  readonly bars: readonly (Dated & { readonly kinds: ReadonlySet<string> })[]
  readonly places: readonly (Dated & { readonly noShows: number })[]
  /** Days to come on which some of this comes into force. */
  readonly starts: readonly EpochDay[]
}

export function readyVisits(bound: readonly BoundRule<VisitRule>[]): VisitDemands {
  const aspect = <T>(
    of: (rule: VisitRule) => T | undefined,
    same: (mine: T, other: T) => boolean = () => true,
  ): (Dated & { readonly value: T })[] =>
    bound.flatMap((each) => {
      const value = of(each.rule)
      if (value === undefined) return []
      const covers = (other: VisitRule) => {
        const theirs = of(other)
        return theirs !== undefined && same(value, theirs)
      }
      return daysInForce(each, bound, covers).map((days) => ({ value, days, ref: each.ref }))
    })
  const staff = aspect((rule) => rule.staff).map(({ value, days, ref }) => ({ days, ref, staff: value }))
  const notices = aspect(noticeAspect, (a, b) => a.notice === b.notice).map(
    ({ value: { noticeDays, notice, firstOnly }, days, ref }) => {
      const because = becauseOfRule('rule.visit', ref, { because: 'notice' })
      return { days, ref, noticeDays, notice, firstOnly, because }
    },
  )
  const consentToVisit = aspect(({ consent }) => (consent === 'toVisit' ? true : undefined)).map(
    ({ days, ref }) => ({ days, ref, because: becauseOfRule('rule.visit', ref, { because: 'consent' }) }),
  )
  const consentToEnter = aspect(({ consent }) => (consent === 'toEnter' ? true : undefined))
  // Who bars one circumstance has not spoken of another, so that the house's bars always stand.
  const bars = aspect(
    ({ notWhen }) => notWhen,
    () => false,
  ).map(({ value, days, ref }) => ({ days, ref, kinds: barredKinds(value) }))
  const places = aspect((rule) => rule.placeChosenUntilNoShows).map(({ value, days, ref }) => ({
    days,
    ref,
    noShows: value,
  }))
  const dated: readonly Dated[] = [staff, notices, consentToVisit, consentToEnter, bars, places].flat()
  const starts = dated.map(({ days }) => days.from).filter(Number.isFinite)
  return { staff, notices, consentToVisit, consentToEnter, bars, places, starts }
}

const noticeAspect = ({ noticeDays, notice, firstOnly }: VisitRule) =>
  noticeDays === undefined
    ? undefined
    : { noticeDays, notice: notice ?? ('visit' as const), firstOnly: firstOnly ?? false }

/** A rule's words with what they take in: hardship of any kind; vulnerable people, whatever made them so. */
function barredKinds(words: readonly (CircumstanceKind | 'hardship')[]): ReadonlySet<string> {
  const kinds = new Set<string>(words)
  if (kinds.has('hardship')) for (const kind of circumstancesOf('hardship')) kinds.add(kind)
  if (kinds.has('vulnerable')) for (const kind of circumstancesOf('vulnerability')) kinds.add(kind)
  return kinds
}

/** The appointment the borrower made, if it is not over. */
export const comingAppointment = ({ appointment, asOf }: Facts): Facts['appointment'] =>
  appointment !== undefined && appointment.to > asOf ? appointment : undefined

const ALWAYS = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY } as const

/** What forbids visits: wishes, circumstances, and notice or consent that cannot have been given yet. */
export function addVisitClosures(
  facts: Facts,
  demands: VisitDemands,
  appointment: Facts['appointment'],
  closures: Closure[],
): void {
  if (facts.visitWish?.wish === 'refused')
    closures.push({
      ...ALWAYS,
      because: becauseOfRule('wish.visitRefused', undefined, {}, [facts.visitWish.evidence]),
    })
  if (appointment !== undefined) {
    const because = becauseOfRule('wish.hours', undefined, {}, ['/preferences/visitAppointment'])
    closures.push({ ...ALWAYS, to: appointment.from, because }, { ...ALWAYS, from: appointment.to, because })
  }
  for (const bar of demands.bars)
    for (const span of facts.circumstances) if (bar.kinds.has(span.kind)) addBar(facts, bar, span, closures)
}

function addBar(facts: Facts, { days, ref }: Dated, span: CircumstanceSpan, closures: Closure[]): void {
  const from = Math.max(span.from, dayStart(facts.view.zone, days.from))
  const to = Math.min(span.to, dayStart(facts.view.zone, days.to))
  if (from >= to || to <= facts.asOf) return
  closures.push({
    from,
    to,
    because: becauseOfRule('rule.visit', ref, { because: span.kind }, [span.pointer]),
  })
}

/** How many days after it a notice of a visit still counts. */
const NOTICE_LASTS_DAYS = 30

/** The last day on which a visit needs no further notice, where a notice given covers `day`; else undefined. */
function coveredUntil({ view, asOf }: Facts, demand: NoticeDemand, day: EpochDay): EpochDay | undefined {
  let last: EpochDay | undefined
  for (const notice of view.notices) {
    if (notice.kind !== demand.notice || notice.at > asOf) continue
    const given = localDay(view.zone, notice.at)
    const until = demand.firstOnly ? Number.POSITIVE_INFINITY : given + NOTICE_LASTS_DAYS
    if (given + demand.noticeDays <= day && day <= until) last = Math.max(last ?? until, until)
  }
  return last
}

const VISIT_MADE = COUNTS_AS.visit | COUNTS_AS.attempt | COUNTS_AS.own
const isVisitMade = ({ ledger }: Facts, place: number): boolean =>
  ((ledger.counts[place] as number) & VISIT_MADE) === VISIT_MADE

/** Whether this actor has visited about this account before, where only the first visit needs the notice. */
const isLaterVisit = (facts: Facts, { firstOnly }: NoticeDemand): boolean =>
  firstOnly &&
  facts.ledger.contacts.some(({ by }, place) => by === facts.view.actor && isVisitMade(facts, place))

/** The first day on which a visit can be made on a notice given from now on: tomorrow's. */
const earliestDay = (facts: Facts, demand: NoticeDemand): EpochDay => facts.today + 1 + demand.noticeDays

/**
 * Whether the notice is not needed: an appointment the borrower made says all that the house's notice would, though
 * not who the agency is. A notice the law asks for is never excused.
 */
const isExcused = (facts: Facts, demand: NoticeDemand, appointment: Facts['appointment']): boolean =>
  isLaterVisit(facts, demand) ||
  (demand.notice === 'visit' && demand.because.rule?.force === 'house' && appointment !== undefined)

/** Whether the borrower agreed to a visit. */
const agreedToVisit = (facts: Facts, appointment: Facts['appointment']): boolean =>
  facts.visitWish?.wish === 'agreed' ||
  appointment !== undefined ||
  facts.view.consents.some(
    ({ to, channel }) => to === 'visit' && (channel === undefined || meaningOf(channel).isVisit),
  )

/** The days on which no visit is possible because notice or consent cannot have been given in time. */
export function addNoticeClosures(
  facts: Facts,
  demands: VisitDemands,
  appointment: Facts['appointment'],
  closures: Closure[],
): void {
  for (const demand of demands.notices)
    if (!isExcused(facts, demand, appointment)) addUncoveredDays(facts, demand, closures)
  if (demands.consentToVisit.length === 0 || agreedToVisit(facts, appointment)) return
  const { zone } = facts.view
  for (const { days, because } of demands.consentToVisit) {
    const from = dayStart(zone, days.from)
    const to = Math.min(dayStart(zone, facts.today + 1), dayStart(zone, days.to))
    if (from < to) closures.push({ from, to, because })
  }
}

/** Closes the days from today on that no notice given covers, until one still to be given can. */
function addUncoveredDays(facts: Facts, demand: NoticeDemand, closures: Closure[]): void {
  const { zone } = facts.view
  const end = earliestDay(facts, demand)
  let day = facts.today
  while (day < end) {
    const first = day
    while (day < end && coveredUntil(facts, demand, day) === undefined) day++
    if (day > first) {
      const from = Math.max(
        first === facts.today ? Number.NEGATIVE_INFINITY : dayStart(zone, first),
        dayStart(zone, demand.days.from),
      )
      const to = Math.min(dayStart(zone, day), dayStart(zone, demand.days.to))
      if (from < to) closures.push({ from, to, because: demand.because })
    }
    while (day < end && coveredUntil(facts, demand, day) !== undefined) day++
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
  const prerequisites: Prerequisite[] = []
  let until = nextStart(facts, demands, from)
  const noticeBy: { visit?: EpochDay; agencyDetails?: EpochDay } = {}
  for (const demand of demands.notices) {
    if (!isDemandInForce(demand, day) || isExcused(facts, demand, appointment)) continue
    const covered = coveredUntil(facts, demand, day)
    if (covered !== undefined) until = Math.min(until, dayStart(zone, covered + 1))
    else noticeBy[demand.notice] = Math.min(noticeBy[demand.notice] ?? day, day - demand.noticeDays)
  }
  if (noticeBy.visit !== undefined)
    prerequisites.push({ code: 'visit.notice', by: formatDay(noticeBy.visit) })
  if (noticeBy.agencyDetails !== undefined)
    prerequisites.push({ code: 'visit.agencyDetails', by: formatDay(noticeBy.agencyDetails) })
  if (isAsked(demands.consentToVisit, day) && !agreedToVisit(facts, appointment))
    prerequisites.push({ code: 'visit.consent', by: formatDay(day - 1) })
  if (isAsked(demands.consentToEnter, day)) prerequisites.push(CONSENT_TO_ENTER)
  let staff = 1
  for (const demand of demands.staff)
    if (demand.staff > staff && isDemandInForce(demand, day)) staff = demand.staff
  if (staff > 1) prerequisites.push({ code: 'visit.staff', params: { staff } })
  if (demands.places.length > 0) {
    const noShows = noShowsInARow(facts)
    if (demands.places.some((place) => noShows < place.noShows && isDemandInForce(place, day)))
      prerequisites.push(PLACE_OF_CHOICE)
  }
  return { prerequisites, until }
}

const CONSENT_TO_ENTER: Prerequisite = Object.freeze({ code: 'visit.consentToEnter' })
const PLACE_OF_CHOICE: Prerequisite = Object.freeze({ code: 'visit.placeOfChoice' })

const isDemandInForce = ({ days }: Dated, day: EpochDay): boolean => days.from <= day && day < days.to

const isAsked = (demands: readonly Dated[], day: EpochDay): boolean =>
  demands.length > 0 && demands.some((demand) => isDemandInForce(demand, day))

/** The next instant at which a rule that may ask for more comes into force. */
function nextStart(facts: Facts, { starts }: VisitDemands, from: EpochSecond): EpochSecond {
  let next = Number.POSITIVE_INFINITY
  for (const day of starts) {
    const start = dayStart(facts.view.zone, day)
    if (start > from && start < next) next = start
  }
  return next
}

/** Visits about this account, newest first, that met nobody. */
function noShowsInARow(facts: Facts): number {
  const { contacts } = facts.ledger
  let count = 0
  for (let i = contacts.length - 1; i >= 0; i--) {
    if (!isVisitMade(facts, i)) continue
    if (contacts[i]?.outcome !== 'notHome') break
    count++
  }
  return count
}
