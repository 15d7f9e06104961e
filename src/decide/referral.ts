import type { ReferTo } from '../compliance/permissions.ts'
import { CHANNELS } from '../kernel/contactOutcome.ts'
import type { Candidate } from './candidate.ts'
import type { Situation } from './situation.ts'

/** Who else should look at this case. The strictest hold comes first. */
export function referral(situation: Situation, chosen: Candidate): ReferTo | undefined {
  for (const hold of situation.permissions.holds) if (hold.referTo !== undefined) return hold.referTo
  // Help goes before caution: nobody is sent to somebody who needs relief, so nobody is in danger.
  if (situation.hostile !== undefined && !situation.reliefWanted) return 'safety'
  if (situation.untraceable !== undefined || nobodyToReach(situation)) return 'tracing'
  if (!situation.reliefWanted) return chosen.plan === undefined ? undefined : 'hardshipTeam'
  // Nothing to pay with and no end in sight: somebody who advises on debts helps more than any lender.
  const { hardship, plans } = situation
  if (hardship !== undefined) return hardship.kind === 'overIndebted' ? 'debtAdviser' : 'hardshipTeam'
  return plans.capacity.verdict === 'unable' || chosen.kind === 'hardshipPause'
    ? 'debtAdviser'
    : 'hardshipTeam'
}

/** In arrears, and no channel has a contact point that may be used. */
const nobodyToReach = ({ facts, permissions }: Situation): boolean =>
  facts.inArrears && CHANNELS.every((channel) => permissions.demand[channel].status === 'unreachable')
