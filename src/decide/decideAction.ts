import type { ExperimentArm } from '../input/policy.ts'
import type { Because } from '../kernel/reason.ts'
import { because } from '../kernel/reason.ts'
import { type Candidate, notPossible } from './candidate.ts'
import { channelRecord } from './channels.ts'
import { callCandidate, contactPurpose, reminderCandidate, visitCandidate } from './contactCandidates.ts'
import type { Choice, ChoiceCode, ExperimentArmDrawn } from './decision.ts'
import { armAllows, drawArm } from './experimentArm.ts'
import { rank } from './rank.ts'
import { pauseCandidate, restructureCandidate } from './reliefCandidates.ts'
import { type Findings, type Situation, situationOf } from './situation.ts'
import { type Futures, futuresOf } from './worth.ts'
import { writeChoice } from './writeChoice.ts'

/**
 * Decides: which of the six kinds are permitted and suit, what each is worth, which is first (decision.md 3–6).
 * Pure; given the same findings it gives the same choice.
 */
export function decideAction(findings: Findings): Choice {
  const situation = situationOf(findings)
  const futures = futuresOf(situation)
  const { policy, facts } = situation
  const experiment = policy.experiments[0]
  const arm = experiment === undefined ? undefined : drawArm(experiment, facts.view.borrower)
  const within = (candidate: Candidate): Candidate => withinArm(candidate, arm, experiment?.id ?? '')
  const candidates = candidatesOf(situation, futures, within)
  const ranked = rank(candidates, facts.outstanding)
  const drawn: ExperimentArmDrawn =
    experiment === undefined || arm === undefined
      ? { id: 'none', arm: 'none', probability: 1 }
      : { id: experiment.id, arm: arm.id, probability: arm.share }
  return writeChoice(situation, ranked, drawn, futures.costs === undefined)
}

/** The six kinds from gentle to harsh; relief that the experiment's arm leaves out stands in nobody's way. */
function candidatesOf(
  situation: Situation,
  futures: Futures,
  within: (candidate: Candidate) => Candidate,
): Candidate[] {
  const record = channelRecord(situation.facts)
  const aim = contactPurpose(situation)
  const restructure = within(restructureCandidate(situation, futures, record))
  const pause = within(pauseCandidate(situation, futures, record))
  const relief = [restructure, pause].find((candidate) => candidate.status === 'eligible')
  return [
    waitCandidate(situation, relief),
    within(reminderCandidate(situation, futures, aim, record, relief)),
    pause,
    restructure,
    within(callCandidate(situation, futures, aim, record, relief)),
    within(visitCandidate(situation, futures, aim, record, relief)),
  ]
}

/** Waiting costs nothing and gains nothing: all else is measured against it. */
function waitCandidate(situation: Situation, relief: Candidate | undefined): Candidate {
  if (relief !== undefined)
    return notPossible('wait', 'unsuitable', [because('relief.suitable', { kind: relief.kind })])
  const why: Because<ChoiceCode>[] = situation.waitCause === undefined ? [] : [situation.waitCause]
  if (!situation.facts.inArrears) why.push(because('arrears.none'))
  return { ...notPossible('wait', 'unsuitable', why), status: 'eligible' }
}

function withinArm(candidate: Candidate, arm: ExperimentArm | undefined, experiment: string): Candidate {
  if (arm === undefined || candidate.status !== 'eligible' || armAllows(arm, candidate.kind)) return candidate
  return notPossible(candidate.kind, 'unsuitable', [because('experiment.arm', { experiment, arm: arm.id })])
}
