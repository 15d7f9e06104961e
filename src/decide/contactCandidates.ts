import type { Facts } from '../history/facts.ts'
import { formatDay } from '../time/civilDay.ts'
import { SECONDS_PER_DAY } from '../time/instant.ts'
import { classOf } from '../words/circumstances.ts'
import { type Purpose, purposeClass } from '../words/purposes.ts'
import type { Because } from '../words/reason.ts'
import { type Candidate, notPossible, refusedBy, useAndCost } from './candidate.ts'
import {
  CALL_CHANNELS,
  type ChannelRecord,
  type ChannelUse,
  chooseChannel,
  REMINDER_CHANNELS,
  VISIT_CHANNELS,
} from './channels.ts'
import { because, type ChoiceParams, type DecideParams } from './choiceReasons.ts'
import { type ContactPurpose, capacityReason } from './contactPurpose.ts'
import { contactGain, type Futures, gainBeforeCost } from './futures.ts'
import { isPaced, isToldOf, type Situation } from './situation.ts'
import { byAppointment, visitSlot, visitStep } from './visitStep.ts'

/** From this share of late periods on, a borrower is "usually late". */
const USUALLY_LATE_SHARE = 0.5
export const usuallyLate = ({ features }: Facts): boolean => (features.shareLate6 ?? 0) >= USUALLY_LATE_SHARE

/** Why no contact is called for, whatever the channel; undefined when one is. */
function noContactCause(
  situation: Situation,
  purpose: Purpose,
  relief: Candidate | undefined,
): Because<ChoiceParams> | undefined {
  const wait = situation.waitCause[purposeClass(purpose)]
  if (wait !== undefined) return wait
  if (relief !== undefined) return because('relief.suitable', { kind: relief.kind })
  return undefined
}

/** Looking for a person by a channel that only ever failed would tell a stranger: the number may be another's now. */
const deadChannel = (
  aim: ContactPurpose,
  { worked, failed }: ChannelUse,
): Because<DecideParams> | undefined =>
  aim.purpose === 'locate' && worked === 0 && failed > 0 ? aim.because[0] : undefined

/** Who has to be talked with is not written to while a call is possible. */
const callInstead = ({ talkDue, permissions }: Situation): Because<DecideParams> | undefined =>
  talkDue?.live === true && CALL_CHANNELS.some((channel) => permissions.relief[channel].status === 'open')
    ? talkDue.because
    : undefined

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
    noContactCause(situation, purpose, relief) ??
    deadChannel(aim, record[channel]) ??
    (purpose === 'preDue' ? preDueCause(situation) : callInstead(situation))
  if (cause !== undefined) return notPossible('reminder', 'unsuitable', [cause])
  if (permission.status === 'unreachable') return refusedBy('reminder', permission)
  const gain = contactGain(situation, futures, 'reminder', purpose)
  const { use, cost } = useAndCost('reminder', situation.policy, futures)
  const why = purpose === 'preDue' ? preDueReasons(situation) : aim.because
  return {
    kind: 'reminder',
    status: 'eligible',
    worth: gainBeforeCost(gain) - cost,
    gain,
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
  const { channel, permission } = chooseChannel(
    CALL_CHANNELS,
    situation.permissions,
    purposeClass(purpose),
    record,
  )
  if (permission.status === 'blocked') return refusedBy('call', permission)
  const cause =
    noContactCause(situation, purpose, relief) ??
    deadChannel(aim, record[channel]) ??
    (purpose === 'preDue' ? because('arrears.none') : undefined) ??
    restsAfterHostility(situation) ??
    tooEarlyToCall(situation, purpose) ??
    messageFirst(situation, purpose, record)
  if (cause !== undefined) return notPossible('call', 'unsuitable', [cause])
  if (permission.status === 'unreachable') return refusedBy('call', permission)
  const { use, cost } = useAndCost('call', situation.policy, futures)
  const gain = contactGain(situation, futures, 'call', purpose)
  return {
    kind: 'call',
    status: 'eligible',
    worth: gainBeforeCost(gain) - cost,
    gain,
    cost,
    use,
    purpose,
    channel,
    permission,
    plan: undefined,
    because: aim.because,
  }
}

/**
 * The first word of a spell of arrears is written, where a message can be: unless they asked for a call, agreed on a
 * plan that was missed, or messages only ever failed.
 */
function messageFirst(
  { facts, tried, shortfall, talkDue, permissions }: Situation,
  purpose: Purpose,
  record: ChannelRecord,
): Because<DecideParams> | undefined {
  const told = facts.callbackAsked !== undefined || talkDue?.live === true || shortfall !== undefined
  if (!facts.inArrears || tried.written || tried.talked || told) return undefined
  const { channel, permission } = chooseChannel(REMINDER_CHANNELS, permissions, purposeClass(purpose), record)
  const { worked, failed } = record[channel]
  return permission.status === 'open' && (worked > 0 || failed === 0)
    ? because('contact.messageFirst')
    : undefined
}

/** After hostility nobody is called for a time: some days after harsh words, weeks after what was recorded as a danger. */
function restsAfterHostility({ facts, policy }: Situation): Because<DecideParams> | undefined {
  const { swearingDays, threatDays } = policy.care
  for (const { kind, from, implied, pointer } of facts.circumstances) {
    if (kind !== 'hostile' || from > facts.asOf) continue
    const days = implied ? swearingDays : threatDays
    if (facts.asOf - from < days * SECONDS_PER_DAY) return because('call.hostile', { days }, [pointer])
  }
  return undefined
}

/** In the first week a call does no more than a message, unless there is something to talk about. */
function tooEarlyToCall({ facts, policy }: Situation, purpose: Purpose): Because<DecideParams> | undefined {
  const { callFromDay } = policy.pace
  const early = facts.inArrears && facts.daysPastDue < callFromDay && !isToldOf(facts, purposeClass(purpose))
  return early ? because('call.early', { fromDay: callFromDay }) : undefined
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
  const { channel, permission } = chooseChannel(
    VISIT_CHANNELS,
    situation.permissions,
    purposeClass(purpose),
    record,
  )
  if (permission.status === 'blocked') return refusedBy('visit', permission)
  // Whoever made an appointment is not kept waiting by the pace.
  const paced = isPaced(situation, purposeClass(purpose)) && byAppointment(situation.facts)
  const cause = (paced ? undefined : noContactCause(situation, purpose, relief)) ?? visitUnsuitable(situation)
  if (cause !== undefined) return notPossible('visit', 'unsuitable', [cause])
  if (situation.hostile !== undefined) {
    const danger = because('safety.hostile', { days: situation.policy.visit.hostileDays }, [
      situation.hostile.pointer,
    ])
    return notPossible('visit', 'blocked', [danger])
  }
  if (permission.status === 'unreachable') return refusedBy('visit', permission)
  if (futures.costs === undefined) {
    return notPossible('visit', 'unsuitable', [
      because('cost.unknown', { currency: situation.facts.view.source.currency }),
    ])
  }
  const { use, cost } = useAndCost('visit', situation.policy, futures)
  const { step, because: why } = visitStep(situation, futures.stake, cost)
  if (step === 'notYet') return notPossible('visit', 'blocked', [why])
  if (step === 'ask') return notPossible('visit', 'unsuitable', [because('visit.askFirst')])
  const { window } = permission
  const slot = window === undefined ? undefined : visitSlot(situation, window)
  if (slot === undefined) return notPossible('visit', 'unsuitable', [because('visit.noSlot')])
  const gain = contactGain(situation, futures, 'visit', purpose)
  return {
    kind: 'visit',
    status: 'eligible',
    worth: gainBeforeCost(gain) - cost,
    gain,
    cost,
    use,
    purpose,
    channel,
    permission: { ...permission, window: slot },
    plan: undefined,
    because: [why, ...aim.because.filter(({ code }) => code !== why.code)],
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
