import type { ReferTo } from '../compliance/permissions.ts'
import type { PausePlan } from '../plan/planOptions.ts'
import { formatDay, parseDay } from '../time/civilDay.ts'
import { SECONDS_PER_HOUR } from '../time/instant.ts'
import { actionMeaning, isContact, KIND_PLACE } from '../words/actions.ts'
import { CHANNELS, meaningOf } from '../words/channels.ts'
import type { Because } from '../words/reason.ts'
import type { StateKind } from '../words/states.ts'
import type { Candidate } from './candidate.ts'
import { because, type ChoiceParams } from './choiceReasons.ts'
import type {
  Action,
  Alternative,
  CancelOn,
  Choice,
  ExperimentArmDrawn,
  Offer,
  OpenCommitment,
  Status,
  TimeWindow,
} from './decision.ts'
import { holdsInForce } from './holdsInForce.ts'
import type { Situation } from './situation.ts'
import { askOf, bestFrom, reviewOn, writeInstant, writeWindow } from './timing.ts'
import { toFindOut } from './toFindOut.ts'

/** Reasons an alternative gives at most: what decides it, and what else stands in its way. */
const MOST_REASONS = 3
const CONTACT_CANCELS: readonly CancelOn[] = Object.freeze(['payment', 'promise', 'inbound', 'hold'] as const)
const WAIT_CANCELS: readonly CancelOn[] = Object.freeze(['payment', 'inbound', 'hold'] as const)

/** Turns the ranking into plain data: the chosen action in full, the six alternatives, and why. */
export function writeChoice(
  situation: Situation,
  ranked: readonly Candidate[],
  experiment: ExperimentArmDrawn,
  costsUnknown: boolean,
): Choice {
  const { facts, score, plans, context, policy } = situation
  const source = facts.view.source
  // When waiting is the only thing left it is chosen, whatever was said against it.
  const first = ranked[0] as Candidate
  const chosen =
    first.status === 'eligible' ? first : (ranked.find(({ kind }) => kind === 'wait') as Candidate)
  const order = chosen === first ? ranked : [chosen, ...ranked.filter((candidate) => candidate !== chosen)]
  const why = whyChosen(situation, chosen, order)
  const window = windowOf(chosen)
  const { capacity } = plans
  return {
    id: source.id,
    borrower: facts.view.borrower,
    asOf: writeInstant(facts.view.zone, facts.asOf),
    currency: source.currency,
    area: source.area,
    language: source.preferences?.language ?? policy.language,
    outstanding: facts.outstanding,
    overdue: facts.overdue,
    daysPastDue: facts.daysPastDue,
    bucket: facts.bucket,
    score,
    profile: {
      ability: capacity.ability,
      willingness: facts.profile.willingness,
      contactability: facts.profile.contactability,
    },
    capacity: {
      surplus: capacity.surplus,
      sustainablePayment: capacity.sustainablePayment,
      basis: capacity.basis,
      verdict: capacity.verdict,
    },
    holds: holdsInForce(situation),
    care: situation.course.care,
    commitments: openCommitments(situation),
    state: situation.course.state,
    action: actionOf(situation, chosen, window, order),
    alternatives: order.map((candidate) => {
      if (candidate === chosen) return alternativeOf(situation, chosen, 'chosen', window, why.slice(0, 1))
      if (candidate.status !== 'eligible') {
        return alternativeOf(
          situation,
          candidate,
          candidate.status,
          undefined,
          candidate.because.slice(0, MOST_REASONS),
        )
      }
      return alternativeOf(situation, candidate, 'eligible', windowOf(candidate), [
        lowerThan(chosen, candidate, facts.outstanding),
      ])
    }),
    why,
    remarks: remarksOf(situation, costsUnknown),
    experiment,
    versions: context.versions,
  }
}

const NO_COMMITMENTS: readonly OpenCommitment[] = Object.freeze([])

function openCommitments({ course: { commitments } }: Situation): readonly OpenCommitment[] {
  if (commitments.length === 0) return NO_COMMITMENTS
  return commitments.map(({ kind, since, nextOn, evidence }) =>
    since === undefined
      ? { kind, nextOn: formatDay(nextOn), evidence }
      : { kind, since: formatDay(since), nextOn: formatDay(nextOn), evidence },
  )
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** Writes what chosen and eligible ones carry, keys in one fixed order; assigned one by one, for spreading is slow. */
function writeOffer(
  target: Writable<Partial<Offer>>,
  candidate: Candidate,
  window: TimeWindow | undefined,
): void {
  const { permission, channel, purpose, use, plan } = candidate
  if (purpose !== undefined) target.purpose = purpose
  if (channel !== undefined) target.channel = channel
  if (permission !== undefined) {
    target.to = permission.to
    if (permission.point !== undefined) target.point = permission.point
  }
  if (window !== undefined) target.window = window
  target.value = whole(candidate.worth)
  if (candidate.gain !== undefined) target.gain = candidate.gain
  target.cost = candidate.cost
  if (use !== undefined) target.use = use
  if (permission !== undefined && permission.prerequisites.length > 0)
    target.prerequisites = permission.prerequisites
  if (plan !== undefined) target.plan = plan
}

/** On the clock of the place where they are reached. */
const windowOf = ({ permission }: Candidate): TimeWindow | undefined =>
  permission?.window === undefined ? undefined : writeWindow(permission.zone, permission.window)

/** Rounded to a whole minor unit, without a negative zero. */
const whole = (x: number): number => Math.round(x) || 0

function actionOf(
  situation: Situation,
  chosen: Candidate,
  window: TimeWindow | undefined,
  ranked: readonly Candidate[],
): Action {
  const { facts, policy } = situation
  const { zone } = facts.view
  const { channel, permission } = chosen
  const best =
    channel === undefined || permission === undefined ? undefined : bestFrom(situation, channel, permission)
  const ask = askOf(situation, chosen)
  const referTo = referral(situation, chosen)
  const opens = chosen.permission?.window
  const validUntil =
    chosen.kind === 'visit' && opens !== undefined
      ? opens.to
      : facts.asOf + policy.horizonHours * SECONDS_PER_HOUR
  const action: Writable<Partial<Action>> = { kind: chosen.kind }
  writeOffer(action as Writable<Partial<Offer>>, chosen, window)
  if (best !== undefined) action.bestFrom = writeInstant(zone, best)
  if (ask !== undefined) action.ask = ask
  const gaps = toFindOut(situation, chosen)
  if (gaps !== undefined) action.toFindOut = gaps
  action.approval = needsHuman(situation, chosen) ? 'human' : 'none'
  if (referTo !== undefined) action.referTo = referTo
  action.validUntil = writeInstant(zone, validUntil)
  action.cancelOn = chosen.kind === 'wait' ? WAIT_CANCELS : CONTACT_CANCELS
  action.reviewOn = reviewOn(situation, chosen, ranked, ask)
  return action as Action
}

const MONTH_DAYS = 31
const YEAR_DAYS = 366

/** Days of this pause and of those of the last year: beyond the usual length a person decides, and nobody is refused by a number. */
function pausedDays({ view, today }: Situation['facts'], plan: PausePlan): number {
  let days = (parseDay(plan.until) ?? today) - today
  for (const { kind, status, from, until } of view.arrangements) {
    if (kind !== 'hardshipPause' || status === 'cancelled' || until === undefined) continue
    days += Math.max(0, Math.min(until, today) - Math.max(from, today - YEAR_DAYS) + 1)
  }
  return days
}

/** Where the table of actions says so; of a plan, what it forgives beyond the policy's share; of a pause, beyond the usual length. */
function needsHuman({ policy, facts }: Situation, { kind, plan }: Candidate): boolean {
  const { approval } = actionMeaning(kind)
  if (approval !== 'beyondAuthority') return approval === 'always'
  if (plan?.kind === 'hardshipPause') return pausedDays(facts, plan) > policy.relief.pauseMonths * MONTH_DAYS
  return (
    plan?.kind === 'restructure' && plan.forgiven > policy.relief.authority.forgiveShare * facts.outstanding
  )
}

function alternativeOf(
  situation: Situation,
  candidate: Candidate,
  status: Status,
  window: TimeWindow | undefined,
  because: readonly Because<ChoiceParams>[],
): Alternative {
  const written: Writable<Partial<Alternative>> = { kind: candidate.kind, status }
  if (status === 'chosen' || status === 'eligible') {
    writeOffer(written as Writable<Partial<Offer>>, candidate, window)
  } else if (status === 'blocked' && candidate.permission?.opensAt !== undefined) {
    written.until = writeInstant(situation.facts.view.zone, candidate.permission.opensAt)
  }
  written.because = because
  return written as Alternative
}

/** Told by the figures that ranked them, not by the rounded ones that are shown. */
function lowerThan(chosen: Candidate, other: Candidate, outstanding: number): Because<ChoiceParams> {
  if (chosen.kind === 'wait' && other.worth < 0)
    return because('value.negative', { value: whole(other.worth) })
  if (comparable(chosen.worth, outstanding) === comparable(other.worth, outstanding))
    return because('value.equal')
  return because('value.lower', { by: whole(chosen.worth) - whole(other.worth) })
}

/** What decided it, most important first: its cause, what it rests on, the rules that time it, its worth. */
function whyChosen(
  situation: Situation,
  chosen: Candidate,
  ranked: readonly Candidate[],
): readonly Because<ChoiceParams>[] {
  const why: Because<ChoiceParams>[] = [...chosen.because]
  if (chosen.kind === 'wait') {
    // A hold says it all: the pace would have asked for patience anyway.
    if (situation.permissions.holds.length > 0 && why[0]?.code === 'commitment.open') why.shift()
    for (const hold of situation.permissions.holds) why.unshift(hold.because)
    if (why.length === 0) why.push(waitReason(ranked))
  } else {
    if (chosen.permission !== undefined) why.push(...chosen.permission.because.slice(0, 1))
    // Relief is given because it fits, not for what it brings.
    if (chosen.plan === undefined && chosen.worth > 0)
      why.push(because('value.highest', { value: whole(chosen.worth) }))
    if (chosen.worth <= 0 && situation.talkDue?.because.code === 'help.due')
      why.push(situation.talkDue.because)
  }
  return why
}

function waitReason(ranked: readonly Candidate[]): Because<ChoiceParams> {
  for (const { because: why } of ranked) if (why[0]?.code === 'experiment.arm') return why[0]
  const unreached = ranked.find(({ because: why }) => why[0]?.code === 'contact.noPoint')
  const gentle = ranked.filter(({ kind }) => isContact(kind) && KIND_PLACE[kind] < KIND_PLACE.visit)
  if (unreached !== undefined && gentle.every(({ because: why }) => why[0]?.code === 'contact.noPoint')) {
    return unreached.because[0] as Because<ChoiceParams>
  }
  const open = ranked.some(({ kind, status }) => kind !== 'wait' && status === 'eligible')
  const blocked = ranked.some(({ status }) => status === 'blocked')
  return !open && blocked ? because('wait.allBlocked') : because('wait.nothingBetter')
}

function remarksOf(situation: Situation, costsUnknown: boolean): readonly Because<ChoiceParams>[] {
  const { facts, permissions } = situation
  const remarks: Because<ChoiceParams>[] = [...permissions.notes]
  if (facts.overdueDiffers !== undefined) {
    remarks.push(because('data.differs', { by: facts.overdueDiffers }, ['/loan/overdue', '/repayments']))
  }
  if (costsUnknown)
    remarks.push(because('cost.unknown', { currency: facts.view.source.currency }, ['/currency']))
  return remarks
}

/** Values are compared to nine significant digits of the balance, so that rounding noise decides nothing. */
const COMPARED_SHARE = 1e9

const STATUS_ORDER = { eligible: 0, blocked: 1, unsuitable: 2 } as const

/** What two worths are compared by; equal means neither is better. */
const comparable = (worth: number, outstanding: number): number =>
  outstanding > 0 ? Math.round((worth / outstanding) * COMPARED_SHARE) : worth

/**
 * Orders all kinds: eligible ones by worth, equal ones the gentler first; then the blocked, then the unsuitable,
 * from gentle to harsh. When nothing is eligible, waiting comes first all the same: one can always wait.
 */
export function rank(candidates: readonly Candidate[], outstanding: number): readonly Candidate[] {
  return [...candidates].sort(
    (a, b) =>
      STATUS_ORDER[a.status] - STATUS_ORDER[b.status] ||
      comparable(b.worth, outstanding) - comparable(a.worth, outstanding) ||
      KIND_PLACE[a.kind] - KIND_PLACE[b.kind],
  )
}

/** Who deals with what more of the same contact will not move. */
const STATE_GOES_TO: Readonly<Partial<Record<StateKind, ReferTo>>> = {
  contactLost: 'tracing',
  strangersNumber: 'tracing',
  optedOut: 'complaints',
  unanswered: 'hardshipTeam',
  willNotPay: 'legal',
}

/** Half a year before a debt can no longer be enforced, somebody decides what is to be done about it. */
const LIMITATION_DAYS = 180
const limitationNear = ({ facts }: Situation): boolean => {
  const { limitationUntil } = facts.view
  return facts.inArrears && limitationUntil !== undefined && limitationUntil - facts.today <= LIMITATION_DAYS
}

/** Who else should look at this case. The strictest hold comes first. */
function referral(situation: Situation, chosen: Candidate): ReferTo | undefined {
  for (const hold of situation.permissions.holds) if (hold.referTo !== undefined) return hold.referTo
  // Help goes before caution: no visit is made to a borrower who needs relief, so no one is in danger.
  if (situation.hostile !== undefined && !situation.reliefWanted) return 'safety'
  if (situation.untraceable !== undefined || nobodyToReach(situation)) return 'tracing'
  for (const { kind } of situation.course.state) {
    const referTo = STATE_GOES_TO[kind]
    if (referTo !== undefined && !(situation.reliefWanted && kind === 'willNotPay')) return referTo
  }
  if (limitationNear(situation) && situation.hardship === undefined) return 'legal'
  // A specialist talks with whoever is vulnerable.
  const vulnerable = situation.course.care.some(
    ({ code }) => code === 'care.vulnerable' || code === 'care.economicAbuse',
  )
  if (!situation.reliefWanted)
    return chosen.plan === undefined && !(vulnerable && chosen.channel !== undefined)
      ? undefined
      : 'hardshipTeam'
  // Nothing to pay with and no end in sight: a debt adviser helps more than any lender.
  const { hardship, plans } = situation
  if (hardship !== undefined) return hardship.kind === 'overIndebted' ? 'debtAdviser' : 'hardshipTeam'
  return plans.capacity.verdict === 'unable' || chosen.kind === 'hardshipPause'
    ? 'debtAdviser'
    : 'hardshipTeam'
}

/** In arrears, and no channel has a contact point that may be used: a district to drive to is none. */
const nobodyToReach = ({ facts, permissions }: Situation): boolean =>
  facts.inArrears &&
  CHANNELS.every((channel) => {
    const { status, point } = permissions.demand[channel]
    return status === 'unreachable' || (meaningOf(channel).isVisit && point === undefined)
  })
