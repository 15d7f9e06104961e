import type { Permission } from '../compliance/permissions.ts'
import type { PausePlan, PlanOption, RestructurePlan } from '../plan/planOptions.ts'
import type { ReliefKind } from '../words/actions.ts'
import type { Because } from '../words/reason.ts'
import { type Candidate, notPossible, refusedBy, useAndCost } from './candidate.ts'
import { type ChannelRecord, chooseChannel, RELIEF_CHANNELS } from './channels.ts'
import { because, type DecideParams } from './choiceReasons.ts'
import { capacityReason, needsContact } from './contactPurpose.ts'
import { type Futures, reliefGain } from './futures.ts'
import { isPaced, type Situation } from './situation.ts'

/** Spreads the debt over what the borrower can pay. */
export function restructureCandidate(
  situation: Situation,
  futures: Futures,
  record: ChannelRecord,
): Candidate {
  const { channel, permission } = chooseChannel(RELIEF_CHANNELS, situation.permissions, 'relief', record)
  if (permission.status === 'blocked') return refusedBy('restructure', permission)
  const option = situation.plans.restructure
  const plan = option.plan
  const hindered = hindrance(situation, option, false) ?? reliefUnreachable('restructure', permission)
  if (hindered !== undefined || plan === undefined) {
    return hindered ?? notPossible('restructure', 'unsuitable', option.because)
  }
  const { use, cost } = useAndCost('restructure', situation.policy, futures)
  return {
    kind: 'restructure',
    status: 'eligible',
    worth:
      reliefGain(futures, Math.max(0, situation.plans.contractValue - plan.presentValue), plan.completion) -
      cost,
    gain: undefined,
    cost,
    use,
    purpose: 'offerPlan',
    channel,
    permission,
    plan,
    because: [...reliefReasons(situation), ...option.because],
  }
}

/** Stops the clock while a cause lasts. */
export function pauseCandidate(situation: Situation, futures: Futures, record: ChannelRecord): Candidate {
  const own = situation.ownPause
  const { channel, permission } = chooseChannel(RELIEF_CHANNELS, situation.permissions, 'relief', record)
  const ownPermission = situation.permissions.ownPause
  if (own && !ownPermission.allowed) return notPossible('hardshipPause', 'blocked', ownPermission.because)
  if (!own && permission.status === 'blocked') return refusedBy('hardshipPause', permission)
  const option = situation.plans.pause
  const plan = option.plan
  const hindered =
    hindrance(situation, option, own) ?? (own ? undefined : reliefUnreachable('hardshipPause', permission))
  if (hindered !== undefined || plan === undefined) {
    return hindered ?? notPossible('hardshipPause', 'unsuitable', option.because)
  }
  const { use, cost } = useAndCost('hardshipPause', situation.policy, futures)
  // A pause has no instalment to compare with the means: the last row is the policy's most cautious one.
  const completion = situation.policy.completion.at(-1)?.rate ?? 0
  return {
    kind: 'hardshipPause',
    status: 'eligible',
    worth:
      reliefGain(
        futures,
        Math.max(0, situation.plans.contractValue - situation.plans.pausedValue),
        completion,
      ) - cost,
    gain: undefined,
    cost,
    use,
    purpose: own ? undefined : 'offerPlan',
    channel: own ? undefined : channel,
    permission: own ? undefined : permission,
    plan,
    because: own
      ? [because('relief.ownPause', { kind: situation.hardship?.kind ?? '' }), ...reliefReasons(situation)]
      : [...reliefReasons(situation), ...option.because],
  }
}

/** Why relief does not suit, though no rule forbids it. */
function hindrance(
  situation: Situation,
  option: PlanOption<RestructurePlan> | PlanOption<PausePlan>,
  own: boolean,
): Candidate | undefined {
  const kind = option === situation.plans.restructure ? 'restructure' : 'hardshipPause'
  // The lender's own pause takes no contact, so no pace stands in its way.
  const { course, facts } = situation
  const waitCause = situation.waitCause.relief
  if (waitCause !== undefined && !(own && isPaced(situation, 'relief')))
    return notPossible(kind, 'unsuitable', [waitCause])
  if (facts.arrangement?.kind === 'hardshipPause' && course.pauseEnds) {
    const { kind: running, pointer } = facts.arrangement
    return notPossible(kind, 'unsuitable', [because('arrangement.running', { kind: running }, [pointer])])
  }
  if (!situation.reliefWanted || !option.viable) {
    const why = option.viable || option.because.length === 0 ? [because('plan.notNeeded')] : option.because
    return notPossible(kind, 'unsuitable', why)
  }
  if (!own && situation.contactFirst) return notPossible(kind, 'unsuitable', [needsContact(situation)])
  return undefined
}

const reliefUnreachable = (kind: ReliefKind, permission: Permission): Candidate | undefined =>
  permission.status === 'unreachable' ? refusedBy(kind, permission) : undefined

function reliefReasons(situation: Situation): Because<DecideParams>[] {
  const { hardship } = situation
  const means = capacityReason(situation)
  return hardship === undefined
    ? [means]
    : [because('hardship.known', { kind: hardship.kind }, [hardship.pointer]), means]
}
