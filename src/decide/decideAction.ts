import type { Experiment, ExperimentArm } from '../input/policy.ts'
import { hashFraction } from '../numbers/canonicalHash.ts'
import { formatDay } from '../time/civilDay.ts'
import { localDay } from '../time/timeZone.ts'
import { type ActionKind, KIND_PLACE, type ReliefKind } from '../words/actions.ts'
import type { Because } from '../words/reason.ts'
import { type Candidate, notPossible } from './candidate.ts'
import { channelRecord } from './channels.ts'
import { because, type ChoiceParams } from './choiceReasons.ts'
import { callCandidate, reminderCandidate, visitCandidate } from './contactCandidates.ts'
import { contactPurpose } from './contactPurpose.ts'
import type { Choice, ExperimentArmDrawn } from './decision.ts'
import { type Futures, futuresOf } from './futures.ts'
import { pauseCandidate, restructureCandidate } from './reliefCandidates.ts'
import { type Findings, type Situation, situationOf } from './situation.ts'
import { byAppointment } from './visitStep.ts'
import { rank, writeChoice } from './writeChoice.ts'

/**
 * Decides: which kinds are permitted and suit, what each is worth, which is first.
 * Pure; given the same findings it gives the same choice.
 */
export function decideAction(findings: Findings): Choice {
  const situation = situationOf(findings)
  const futures = futuresOf(situation)
  const drawn = drawnFor(situation)
  const candidates = rankedCandidates(situation, futures, drawn)
  return writeChoice(situation, candidates, writtenArm(drawn), futures.costs === undefined)
}

/** The kind that `decideAction` would choose, without writing the choice out. */
export function chosenKind(findings: Findings): ActionKind {
  const situation = situationOf(findings)
  const [first] = rankedCandidates(situation, futuresOf(situation), drawnFor(situation))
  return first?.status === 'eligible' ? first.kind : 'wait'
}

/** The experiment that runs, and the arm this borrower is in. */
interface Drawn {
  readonly experiment: string
  readonly arm: ExperimentArm
}

function drawnFor({ policy, facts }: Situation): Drawn | undefined {
  const experiment = policy.experiments[0]
  return experiment === undefined
    ? undefined
    : { experiment: experiment.id, arm: drawArm(experiment, facts.view.borrower) }
}

const writtenArm = (drawn: Drawn | undefined): ExperimentArmDrawn =>
  drawn === undefined
    ? { id: 'none', arm: 'none', probability: 1 }
    : { id: drawn.experiment, arm: drawn.arm.id, probability: drawn.arm.share }

const rankedCandidates = (
  situation: Situation,
  futures: Futures,
  drawn: Drawn | undefined,
): readonly Candidate[] => rank(candidatesOf(situation, futures, drawn), situation.facts.outstanding)

/** Relief, the fuller help first: where both suit, it is what the other kinds stand back for. */
const RELIEF_CANDIDATES: Readonly<Record<ReliefKind, typeof pauseCandidate>> = {
  restructure: restructureCandidate,
  hardshipPause: pauseCandidate,
}

/** Kinds that know of the relief that suits. A kind without its row, here or above, does not compile. */
const OTHER_CANDIDATES: Readonly<Record<Exclude<ActionKind, ReliefKind>, typeof callCandidate>> = {
  wait: (situation, _futures, _aim, _record, relief) => waitCandidate(situation, relief),
  reminder: reminderCandidate,
  call: callCandidate,
  visit: visitCandidate,
}

/** All kinds from gentle to harsh; relief that the experiment's arm leaves out does not stand in the way of others. */
function candidatesOf(situation: Situation, futures: Futures, drawn: Drawn | undefined): Candidate[] {
  const record = channelRecord(situation.facts)
  const aim = contactPurpose(situation, futures)
  const reliefs = Object.values(RELIEF_CANDIDATES).map((make) =>
    withinArm(make(situation, futures, record), drawn),
  )
  const relief = reliefs.find(({ status }) => status === 'eligible')
  const others = Object.values(OTHER_CANDIDATES).map((make) =>
    withinArm(make(situation, futures, aim, record, relief), drawn),
  )
  const all = gentlerToday([...others, ...reliefs], situation)
  const { talkDue } = situation
  const canTalk = all.some(({ status, channel }) => status === 'eligible' && channel !== undefined)
  // Waiting is no answer to somebody who has to be talked with.
  const due =
    talkDue !== undefined && canTalk ? notPossible('wait', 'unsuitable', [talkDue.because]) : undefined
  return [...all]
    .map((one) => (due !== undefined && one.kind === 'wait' ? due : one))
    .sort((a, b) => KIND_PLACE[a.kind] - KIND_PLACE[b.kind])
}

/**
 * Who made an appointment is visited then, and not contacted before. Any other visit of a later day waits while something
 * gentler that is worth more than nothing can be done today, unless they agreed to one.
 */
function gentlerToday(all: readonly Candidate[], { facts }: Situation): readonly Candidate[] {
  const visit = all.find(({ kind, status }) => kind === 'visit' && status === 'eligible')
  const opens = visit?.permission?.window
  if (visit === undefined || opens === undefined) return all
  if (byAppointment(facts)) {
    const appointed = because('visit.appointment', {}, ['/preferences/visitAppointment'])
    return all.map((one) =>
      one !== visit && one.status === 'eligible' && one.channel !== undefined
        ? notPossible(one.kind, 'unsuitable', [appointed])
        : one,
    )
  }
  const { zone } = facts.view
  const isToday = (window: { readonly from: number }): boolean => localDay(zone, window.from) === facts.today
  if (facts.visitWish?.wish === 'agreed' || isToday(opens)) return all
  const gentler = all.some(
    ({ kind, status, worth, permission }) =>
      status === 'eligible' &&
      kind !== 'visit' &&
      worth > 0 &&
      permission?.window !== undefined &&
      isToday(permission.window),
  )
  if (!gentler) return all
  const later = because('visit.later', { on: formatDay(localDay(zone, opens.from)) })
  return all.map((one) => (one === visit ? notPossible('visit', 'unsuitable', [later]) : one))
}

/** Waiting costs nothing and gains nothing: all else is measured against it. */
function waitCandidate(situation: Situation, relief: Candidate | undefined): Candidate {
  if (relief !== undefined)
    return notPossible('wait', 'unsuitable', [because('relief.suitable', { kind: relief.kind })])
  const cause = situation.waitCause.demand ?? situation.waitCause.relief
  const why: Because<ChoiceParams>[] = cause === undefined ? [] : [cause]
  if (!situation.facts.inArrears) why.push(because('arrears.none'))
  return { ...notPossible('wait', 'unsuitable', why), status: 'eligible' }
}

function withinArm(candidate: Candidate, drawn: Drawn | undefined): Candidate {
  if (drawn === undefined || candidate.status !== 'eligible' || armAllows(drawn.arm, candidate.kind))
    return candidate
  const { experiment, arm } = drawn
  return notPossible(candidate.kind, 'unsuitable', [because('experiment.arm', { experiment, arm: arm.id })])
}

/**
 * The arm a borrower is in: the same for all its accounts and every night, spread by the arms' shares. Logged with
 * its probability, so that any other policy can be evaluated on the outcomes later.
 */
export function drawArm(experiment: Experiment, borrower: string): ExperimentArm {
  const drawn = hashFraction(`${experiment.id}\n${experiment.seed}\n${borrower}`)
  let upTo = 0
  for (const arm of experiment.arms) {
    upTo += arm.share
    if (drawn < upTo) return arm
  }
  return experiment.arms.at(-1) as ExperimentArm
}

/** Whether an arm may use a kind. Waiting is always allowed: no experiment may force a contact. */
export const armAllows = (arm: ExperimentArm | undefined, kind: ActionKind): boolean =>
  arm?.only === undefined || kind === 'wait' || arm.only.includes(kind)
