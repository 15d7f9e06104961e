import type { Permissions } from '../compliance/permissions.ts'
import type { Commitment } from '../course/commitments.ts'
import type { Course } from '../course/course.ts'
import type { CircumstanceSpan, Facts } from '../history/facts.ts'
import type { Context } from '../input/context.ts'
import type { Policy } from '../input/policy.ts'
import type { PlanOptions } from '../plan/planOptions.ts'
import type { Score } from '../score/score.ts'
import { formatDay } from '../time/civilDay.ts'
import { SECONDS_PER_DAY, SECONDS_PER_HOUR } from '../time/instant.ts'
import { type CircumstanceClass, circumstanceMeaning, classOf } from '../words/circumstances.ts'
import type { PurposeClass } from '../words/purposes.ts'
import type { Because } from '../words/reason.ts'
import { because, type DecideParams } from './choiceReasons.ts'
import type { PolicyTables } from './policyTables.ts'
import { type TalkDue, talkDueOf } from './talkDue.ts'
import { type TriedInSpell, triedInSpell } from './triedInSpell.ts'

/** Everything the rooms before said of one case, side by side. */
export interface Findings {
  readonly facts: Facts
  readonly score: Score
  readonly permissions: Permissions
  /** What is under way. */
  readonly course: Course
  readonly plans: PlanOptions
  readonly context: Context
  /** The rows of the context's policy, sorted out. */
  readonly tables: PolicyTables
}

/** What those findings mean for all kinds of action. */
export interface Situation extends Findings {
  readonly policy: Policy
  /** Why waiting is right in itself, whatever a contact would be worth, by what it would be for. */
  readonly waitCause: Readonly<Record<PurposeClass, Because<DecideParams> | undefined>>
  /** What was paid of what fell due under a running arrangement, when that is too little. */
  readonly shortfall: { readonly paid: number; readonly due: number } | undefined
  /** Hardship in force, newest first. */
  readonly hardship: CircumstanceSpan | undefined
  readonly hostile: CircumstanceSpan | undefined
  readonly untraceable: CircumstanceSpan | undefined
  /** A hardship or vulnerability in force now or announced for a day on which a visit could fall. */
  readonly visitBar: CircumstanceSpan | undefined
  /** Relief rather than demands: the borrower cannot pay, or is in hardship and not known to be able to. */
  readonly reliefWanted: boolean
  /** The lender may pause on its own: nothing known of the means, and a cause nobody would ask a borrower to prove first. */
  readonly ownPause: boolean
  /** The borrower asked lately to be called back, and nobody has spoken with them since. */
  readonly callbackAsked: Because<DecideParams> | undefined
  readonly tried: TriedInSpell
  /** Why waiting is not enough. */
  readonly talkDue: TalkDue | undefined
  /** An offer of relief would come out of the blue. */
  readonly contactFirst: boolean
}

const KEEPS_VISITORS_AWAY: ReadonlySet<CircumstanceClass> = new Set(['hardship', 'vulnerability'])

/** Weighs the findings once, before the kinds are looked at one by one. */
export function situationOf(findings: Findings): Situation {
  const { facts, plans, context } = findings
  const policy = context.policy
  let hardship: CircumstanceSpan | undefined
  let ownPauseCause: CircumstanceSpan | undefined
  let hostile: CircumstanceSpan | undefined
  let untraceable: CircumstanceSpan | undefined
  let visitBar: CircumstanceSpan | undefined
  const actionsUntil = facts.asOf + policy.horizonHours * SECONDS_PER_HOUR
  const visitsUntil = facts.asOf + policy.visitHorizonDays * SECONDS_PER_DAY
  for (const span of facts.circumstances) {
    if (span.kind === 'hostile' && isDanger(span, facts, policy)) hostile = laterSpan(hostile, span)
    // What is announced counts as soon as an action of today could fall into it; a visit looks further ahead.
    if (span.to <= facts.asOf || span.from >= visitsUntil) continue
    if (KEEPS_VISITORS_AWAY.has(classOf(span.kind))) visitBar = laterSpan(visitBar, span)
    if (span.from >= actionsUntil) continue
    if (span.kind === 'untraceable') {
      if (!foundSince(span, facts)) untraceable = laterSpan(untraceable, span)
    } else if (classOf(span.kind) === 'hardship') {
      hardship = hardship === undefined ? span : moreSpecific(hardship, span)
      if (circumstanceMeaning(span.kind).pausesUnasked) ownPauseCause = laterSpan(ownPauseCause, span)
    }
  }
  const verdict = plans.capacity.verdict
  const cannotPay = verdict === 'stretched' || verdict === 'unable'
  const reliefWanted = (hardship !== undefined && verdict !== 'able') || (facts.inArrears && cannotPay)
  const { shortfall } = facts
  const tried = triedInSpell(facts)
  const spoke = facts.lastTwoWay
  const fresh = policy.recentDays.twoWayContact * SECONDS_PER_DAY
  const lately = spoke !== undefined && facts.asOf - spoke.at <= fresh
  return {
    facts,
    score: findings.score,
    permissions: findings.permissions,
    course: findings.course,
    plans,
    context,
    tables: findings.tables,
    policy,
    waitCause: {
      demand: waitCauseOf(findings, policy, 'demand'),
      relief: waitCauseOf(findings, policy, 'relief'),
    },
    shortfall,
    hardship,
    hostile,
    untraceable,
    visitBar,
    reliefWanted,
    ownPause: verdict === 'unknown' && ownPauseCause !== undefined,
    callbackAsked:
      lately && facts.callbackAsked !== undefined
        ? because('contact.callbackAsked', {}, [facts.callbackAsked.evidence])
        : undefined,
    tried,
    talkDue: talkDueOf(findings, tried, isTrifle(facts, policy), policy),
    // Whoever applied for help is answered, not asked to talk first.
    contactFirst:
      !lately && !facts.circumstances.some(({ kind, now }) => now && kind === 'hardshipApplication'),
  }
}

const laterSpan = (a: CircumstanceSpan | undefined, b: CircumstanceSpan): CircumstanceSpan =>
  a === undefined || b.from > a.from || (b.from === a.from && b.kind < a.kind) ? b : a

/** Whether the borrower was spoken with, or wrote, after the day on which they were given up for lost. */
const foundSince = ({ from }: CircumstanceSpan, { lastTwoWay }: Facts): boolean =>
  lastTwoWay !== undefined && lastTwoWay.at >= from + SECONDS_PER_DAY

/** Within the policy's days of it; a danger the lender itself recorded stands as long as the record says. */
const isDanger = (
  { from, to, implied }: CircumstanceSpan,
  { asOf }: Facts,
  { visit, visitHorizonDays }: Policy,
): boolean =>
  (!implied && to > asOf && from < asOf + visitHorizonDays * SECONDS_PER_DAY) ||
  (from <= asOf && asOf - from < visit.hostileDays * SECONDS_PER_DAY)

/** The later of two hardships, but a cause by name before a mere declaration. */
function moreSpecific(a: CircumstanceSpan, b: CircumstanceSpan): CircumstanceSpan {
  if ((a.kind === 'hardshipDeclared') !== (b.kind === 'hardshipDeclared'))
    return a.kind === 'hardshipDeclared' ? b : a
  return laterSpan(a, b)
}

/** What makes waiting right in itself: something under way has its own day, or it is too early. */
function waitCauseOf(
  { facts, course }: Findings,
  policy: Policy,
  of: PurposeClass,
): Because<DecideParams> | undefined {
  const wait = course.waits[of]
  if (wait !== undefined) return waitReasonOf(wait.on, facts, policy)
  if (!facts.inArrears || isToldOf(facts, of)) return undefined
  const { fromDay } = policy.pace
  if (facts.daysPastDue < fromDay) return because('arrears.early', { fromDay })
  if (isTrifle(facts, policy)) return because('arrears.trifle', { overdue: facts.overdue }, ['/loan/overdue'])
  const { payday } = facts
  if (of === 'demand' && payday !== undefined && facts.today < payday.on + policy.promise.toleranceDays) {
    return because('habit.payday', { on: formatDay(payday.on) }, payday.evidence)
  }
  return undefined
}

/** A tenth of an instalment, where that is less than the policy's amount. */
const TRIFLING_SHARE = 0.1

/** So little overdue that nothing is worth a contact: it is carried to the next due day. */
function isTrifle({ overdue, instalment, view }: Facts, { materiality }: Policy): boolean {
  const amount = materiality[view.source.currency] ?? 0
  return overdue < (instalment === null ? amount : Math.min(amount, instalment * TRIFLING_SHARE))
}

/** Whether there is something to talk about at once: a debit that failed, a call asked for, trouble to help with. */
export const isToldOf = ({ callbackAsked, trouble }: Facts, of: PurposeClass): boolean =>
  callbackAsked !== undefined ||
  (of === 'relief' ? trouble.length > 0 : trouble.some(({ sign }) => sign === 'technicalFailures'))

/** Waits that had a code of their own before there were commitments keep it. */
function waitReasonOf(
  { kind, nextOn, evidence }: Commitment,
  { arrangement, openPromise }: Facts,
  { recentDays }: Policy,
): Because<DecideParams> {
  if ((kind === 'plan' || kind === 'pause') && arrangement !== undefined)
    return because('arrangement.running', { kind: arrangement.kind }, evidence)
  if (kind === 'promise' && openPromise !== undefined && evidence[0] === openPromise.pointer) {
    return because('promise.open', { amount: openPromise.amount, by: formatDay(openPromise.by) }, evidence)
  }
  if (kind === 'claim') return because('payment.claimed', { days: recentDays.claimedPaid }, evidence)
  return because('commitment.open', { kind, nextOn: formatDay(nextOn) }, evidence)
}

/** Whether only the pace stands in the way: an ask or a contact that needs time, nothing agreed or promised. */
export function isPaced({ course: { waits } }: Situation, of: PurposeClass): boolean {
  const kind = waits[of]?.on.kind
  return kind === 'contact' || kind === 'ask'
}
