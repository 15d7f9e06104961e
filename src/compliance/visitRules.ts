import type { CircumstanceSpan, Facts } from '../history/facts.ts'
import type { VisitRule } from '../input/rulePack.ts'
import { CIRCUMSTANCE_CLASS, CIRCUMSTANCE_KINDS, type CircumstanceKind } from '../kernel/circumstance.ts'
import type { EpochDay } from '../kernel/civilDay.ts'
import type { RuleRef } from '../kernel/reason.ts'
import { type BoundRule, daysInForce } from './boundRules.ts'
import { type DaySpan, dayStart } from './daySpan.ts'
import { becauseOfRule, type NamedBecause } from './named.ts'
import type { Closure } from './openWindow.ts'

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
  if (kinds.has('hardship'))
    for (const kind of CIRCUMSTANCE_KINDS) if (CIRCUMSTANCE_CLASS[kind] === 'hardship') kinds.add(kind)
  if (kinds.has('vulnerable')) kinds.add('economicAbuse')
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
