import type { ReferTo } from '../compliance/permissions.ts'
import type { Candidate } from './candidate.ts'
import type { Situation } from './situation.ts'

/** Who else should look at this case: decision.md 2 and 3. The strictest hold comes first. */
export function referral(situation: Situation, chosen: Candidate): ReferTo | undefined {
  for (const hold of situation.permissions.holds) if (hold.referTo !== undefined) return hold.referTo
  if (situation.hostile !== undefined) return 'safety'
  if (situation.untraceable !== undefined || allPointsInvalid(situation)) return 'tracing'
  // Nothing to live on and no end in sight: somebody who advises on debts helps more than any lender.
  const hopeless = situation.plans.capacity.verdict === 'unable' || situation.hardship?.kind === 'overIndebted'
  if (hopeless && situation.reliefWanted && situation.plans.pause.plan?.evidenceNeeded.length === 0) return 'debtAdviser'
  if (situation.hardship?.kind === 'overIndebted') return 'debtAdviser'
  if (chosen.plan !== undefined || situation.reliefWanted) return 'hardshipTeam'
  return undefined
}

const allPointsInvalid = ({ facts }: Situation): boolean => {
  const points = facts.view.contactPoints
  return points.length > 0 && points.every((point) => point.status === 'invalid')
}
