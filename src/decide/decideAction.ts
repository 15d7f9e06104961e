import type { ExperimentArm } from '../input/policy.ts'
import type { ActionKind } from '../kernel/actionKind.ts'
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
 * Decides: which of the six kinds are permitted and suit, what each is worth, which is first.
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

/** The six kinds from gentle to harsh; relief that the experiment's arm leaves out stands in nobody's way. */
function candidatesOf(situation: Situation, futures: Futures, drawn: Drawn | undefined): Candidate[] {
  const record = channelRecord(situation.facts)
  const aim = contactPurpose(situation)
  const restructure = withinArm(restructureCandidate(situation, futures, record), drawn)
  const pause = withinArm(pauseCandidate(situation, futures, record), drawn)
  const relief = [restructure, pause].find((candidate) => candidate.status === 'eligible')
  return [
    waitCandidate(situation, relief),
    withinArm(reminderCandidate(situation, futures, aim, record, relief), drawn),
    pause,
    restructure,
    withinArm(callCandidate(situation, futures, aim, record, relief), drawn),
    withinArm(visitCandidate(situation, futures, aim, record, relief), drawn),
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

function withinArm(candidate: Candidate, drawn: Drawn | undefined): Candidate {
  if (drawn === undefined || candidate.status !== 'eligible' || armAllows(drawn.arm, candidate.kind))
    return candidate
  const { experiment, arm } = drawn
  return notPossible(candidate.kind, 'unsuitable', [because('experiment.arm', { experiment, arm: arm.id })])
}
