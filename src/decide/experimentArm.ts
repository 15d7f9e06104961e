import type { Experiment, ExperimentArm } from '../input/policy.ts'
import type { ActionKind } from '../kernel/actionKind.ts'
import { hashFraction } from '../kernel/canonicalHash.ts'

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
