import type { Facts } from '../history/facts.ts'
import { formatDay } from '../time/civilDay.ts'
import { classOf } from '../words/circumstances.ts'
import { type Purpose, purposeClass } from '../words/purposes.ts'
import type { Because } from '../words/reason.ts'
import { type Candidate, contactGain, type Futures, notPossible, refusedBy, useAndCost } from './candidate.ts'
import { type ChannelRecord, type ChannelUse, chooseChannel, REMINDER_CHANNELS } from './channels.ts'
import { because, type ChoiceParams, type DecideParams } from './choiceReasons.ts'
import type { Situation } from './situation.ts'

/** What a contact would be for, and why. */
export interface ContactPurpose {
  readonly purpose: Purpose
  readonly because: readonly Because<DecideParams>[]
}

/** Day 30 and younger is a reminder of something forgotten; older is a demand. */
const LAST_DAY_OF_REMINDING = 30
/** From this share of late periods on, a borrower is "usually late". */
const USUALLY_LATE_SHARE = 0.5
export const usuallyLate = ({ features }: Facts): boolean => (features.shareLate6 ?? 0) >= USUALLY_LATE_SHARE

export function contactPurpose(situation: Situation): ContactPurpose {
  const { facts, plans, reliefWanted, hardship, untraceable } = situation
  const { verdict } = plans.capacity
  if (reliefWanted) {
    const why: Because<DecideParams>[] = []
    if (hardship !== undefined)
      why.push(because('hardship.known', { kind: hardship.kind }, [hardship.pointer]))
    why.push(capacityReason(situation))
    const offer = plans.restructure.viable || (plans.pause.viable && verdict !== 'unknown')
    if (offer && situation.contactFirst) why.unshift(needsContact(situation))
    return { purpose: offer ? 'offerPlan' : 'findOut', because: why }
  }
  if (untraceable !== undefined) {
    return { purpose: 'locate', because: [because('borrower.untraceable', {}, [untraceable.pointer])] }
  }
  if (!facts.inArrears) return { purpose: 'preDue', because: [] }
  if (situation.callbackAsked !== undefined) return { purpose: 'findOut', because: [situation.callbackAsked] }
  if (situation.shortfall !== undefined && facts.arrangement !== undefined) {
    const { kind, pointer } = facts.arrangement
    return {
      purpose: 'findOut',
      because: [because('arrangement.missed', { kind, ...situation.shortfall }, [pointer])],
    }
  }
  if (verdict === 'unknown' && facts.trouble.length > 0) {
    const gaps = facts.trouble.map(({ sign, evidence }) => because('information.gap', { sign }, evidence))
    return { purpose: 'findOut', because: gaps }
  }
  if (facts.brokenSincePayment > 0) return { purpose: 'followUpPromise', because: [brokenPromise(situation)] }
  const purpose = facts.daysPastDue <= LAST_DAY_OF_REMINDING ? 'remind' : 'demand'
  return {
    purpose,
    because: [
      because('arrears.since', { overdue: facts.overdue, days: facts.daysPastDue }, ['/loan/overdue']),
    ],
  }
}

/** What is known of the means, as a reason. */
export function capacityReason({ plans }: Situation): Because<DecideParams> {
  const { verdict, sustainablePayment, needed, evidence } = plans.capacity
  if (verdict === 'unknown' || sustainablePayment === null) return because('capacity.unknown')
  return because(`capacity.${verdict}`, { sustainable: sustainablePayment, needed }, evidence)
}

export const needsContact = ({ policy }: Situation): Because<DecideParams> =>
  because('relief.needsContact', { days: policy.recentDays.twoWayContact })

function brokenPromise({ facts }: Situation): Because<DecideParams> {
  // Where one was broken since the last payment, so was the newest broken one.
  const broken = facts.promises.filter(({ status }) => status === 'broken')
  const last = broken.at(-1)
  if (last === undefined) return because('promise.broken', { count: facts.brokenSincePayment })
  const params = { count: facts.brokenSincePayment, amount: last.amount, by: formatDay(last.by) }
  return because('promise.broken', params, [last.pointer])
}

/** Why no contact is called for, whatever the channel; undefined when one is. */
function noContactCause(
  situation: Situation,
  relief: Candidate | undefined,
): Because<ChoiceParams> | undefined {
  if (situation.waitCause !== undefined) return situation.waitCause
  if (relief !== undefined) return because('relief.suitable', { kind: relief.kind })
  return undefined
}

/** Looking for a person by a channel that only ever failed would tell a stranger: the number may be another's now. */
const deadChannel = (
  aim: ContactPurpose,
  { worked, failed }: ChannelUse,
): Because<DecideParams> | undefined =>
  aim.purpose === 'locate' && worked === 0 && failed > 0 ? aim.because[0] : undefined

/** A borrower who asked for a call is not written to while one is possible. */
const callInstead = ({ callbackAsked, permissions }: Situation): Because<DecideParams> | undefined =>
  permissions.relief.call.status === 'open' ? callbackAsked : undefined

function preDueCause(situation: Situation): Because<DecideParams> | undefined {
  const { facts, policy } = situation
  const due = facts.view.nextDueDay
  const near = due !== undefined && due > facts.today && due - facts.today <= policy.preDueDays
  return near && usuallyLate(facts) ? undefined : because('preDue.notNeeded', { days: policy.preDueDays })
}

/** A message: the gentlest contact. `relief` is the relief that is eligible, if any. */
export function reminderCandidate(
  situation: Situation,
  futures: Futures,
  aim: ContactPurpose,
  record: ChannelRecord,
  relief: Candidate | undefined,
): Candidate {
  const { purpose } = aim
  const { channel, permission } = chooseChannel(
    REMINDER_CHANNELS,
    situation.permissions,
    purposeClass(purpose),
    record,
  )
  if (permission.status === 'blocked') return refusedBy('reminder', permission)
  const cause =
    noContactCause(situation, relief) ??
    deadChannel(aim, record[channel]) ??
    (purpose === 'preDue' ? preDueCause(situation) : callInstead(situation))
  if (cause !== undefined) return notPossible('reminder', 'unsuitable', [cause])
  if (permission.status === 'unreachable') return refusedBy('reminder', permission)
  let tried = 0
  for (const name of REMINDER_CHANNELS) tried += record[name].tried
  const { use, cost } = useAndCost('reminder', situation.policy, futures)
  const why = purpose === 'preDue' ? preDueReasons(situation) : aim.because
  return {
    kind: 'reminder',
    status: 'eligible',
    worth: contactGain(situation, futures, 'reminder', purpose, tried) - cost,
    cost,
    use,
    purpose,
    channel,
    permission,
    plan: undefined,
    because: why,
  }
}

function preDueReasons({ facts }: Situation): readonly Because<DecideParams>[] {
  const dueOn = facts.view.nextDueDay
  return dueOn === undefined
    ? []
    : [because('preDue.near', { dueOn: formatDay(dueOn) }, ['/loan/nextDueDay'])]
}

export function callCandidate(
  situation: Situation,
  futures: Futures,
  aim: ContactPurpose,
  record: ChannelRecord,
  relief: Candidate | undefined,
): Candidate {
  const { purpose } = aim
  const permission = situation.permissions[purposeClass(purpose)].call
  if (permission.status === 'blocked') return refusedBy('call', permission)
  const cause =
    noContactCause(situation, relief) ??
    deadChannel(aim, record.call) ??
    (purpose === 'preDue' ? because('arrears.none') : undefined)
  if (cause !== undefined) return notPossible('call', 'unsuitable', [cause])
  if (permission.status === 'unreachable') return refusedBy('call', permission)
  const { use, cost } = useAndCost('call', situation.policy, futures)
  return {
    kind: 'call',
    status: 'eligible',
    worth: contactGain(situation, futures, 'call', purpose, callsTried(record)) - cost,
    cost,
    use,
    purpose,
    channel: 'call',
    permission,
    plan: undefined,
    because: aim.because,
  }
}

/** Calls already made; a message of the last day counts as one, for it has not had time to work yet. */
function callsTried(record: ChannelRecord): number {
  let tried = record.call.tried
  for (const name of REMINDER_CHANNELS) tried += record[name].today
  return tried
}

/** A visit: the last step, only where it is permitted, safe, not unwanted, in proportion, and worth the travel. */
export function visitCandidate(
  situation: Situation,
  futures: Futures,
  aim: ContactPurpose,
  record: ChannelRecord,
  relief: Candidate | undefined,
): Candidate {
  const { purpose } = aim
  const permission = situation.permissions[purposeClass(purpose)].visit
  if (permission.status === 'blocked') return refusedBy('visit', permission)
  const cause = noContactCause(situation, relief) ?? visitUnsuitable(situation)
  if (cause !== undefined) return notPossible('visit', 'unsuitable', [cause])
  if (situation.hostile !== undefined) {
    const danger = because('safety.hostile', { days: situation.policy.visit.hostileDays }, [
      situation.hostile.pointer,
    ])
    return notPossible('visit', 'blocked', [danger])
  }
  if (permission.status === 'unreachable') return refusedBy('visit', permission)
  const step = visitStep(situation)
  if (!step.met) return notPossible('visit', 'blocked', [step.because])
  if (futures.costs === undefined) {
    return notPossible('visit', 'unsuitable', [
      because('cost.unknown', { currency: situation.facts.view.source.currency }),
    ])
  }
  const { use, cost } = useAndCost('visit', situation.policy, futures)
  const worth = contactGain(situation, futures, 'visit', purpose, record.visit.tried) - cost
  if (worth <= 0)
    return notPossible('visit', 'unsuitable', [because('visit.stakeTooSmall', { value: Math.round(worth) })])
  return {
    kind: 'visit',
    status: 'eligible',
    worth,
    cost,
    use,
    purpose,
    channel: 'visit',
    permission,
    plan: undefined,
    because: [step.because, ...aim.because.filter(({ code }) => code !== step.because.code)],
  }
}

/** Nobody vulnerable, in hardship or without means is visited, appointment or not. */
function visitUnsuitable(situation: Situation): Because<DecideParams> | undefined {
  const { facts, visitBar, plans, untraceable } = situation
  const { verdict } = plans.capacity
  if (visitBar !== undefined) {
    const evidence = [visitBar.pointer]
    if (classOf(visitBar.kind) === 'vulnerability') return because('visit.vulnerable', {}, evidence)
    if (verdict !== 'able') return because('visit.hardship', { kind: visitBar.kind }, evidence)
  }
  if (verdict === 'stretched' || verdict === 'unable') return capacityReason(situation)
  if (!facts.inArrears) return because('arrears.none')
  if (untraceable !== undefined) return because('borrower.untraceable', {}, [untraceable.pointer])
  return undefined
}

/** Broken promises since the last payment that open the way to a visit as well as vain attempts do. */
const BROKEN_PROMISES = 2

export interface VisitStep {
  readonly met: boolean
  readonly because: Because<DecideParams>
}

/** Whether gentler contact was really tried before a visit is made. */
function visitStep({ facts, policy }: Situation): VisitStep {
  if (facts.appointment !== undefined && facts.appointment.to > facts.asOf) {
    return { met: true, because: because('visit.appointment', {}, ['/preferences/visitAppointment']) }
  }
  if (facts.brokenSincePayment >= BROKEN_PROMISES) {
    return { met: true, because: because('promise.broken', { count: facts.brokenSincePayment }) }
  }
  const { attempts, days, channels } = facts.unanswered
  const need = policy.visit
  if (attempts >= need.attempts && days >= need.days && channels >= need.channels) {
    return { met: true, because: because('contact.triedGently', { attempts, days }) }
  }
  const params = {
    needed: need.attempts,
    done: attempts,
    daysNeeded: need.days,
    days,
    channelsNeeded: need.channels,
    channels,
  }
  return { met: false, because: because('contact.gentleFirst', params) }
}
