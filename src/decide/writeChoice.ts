import type { Because } from '../kernel/reason.ts'
import { because } from '../kernel/reason.ts'
import type { Candidate } from './candidate.ts'
import type { Action, Alternative, CancelOn, Choice, ChoiceCode, ExperimentArmDrawn, Offer, Status } from './decision.ts'
import { referral } from './referral.ts'
import type { Situation } from './situation.ts'
import { askOf, bestFrom, reviewOn, writeInstant, writeWindow } from './timing.ts'

const SECONDS_PER_HOUR = 3600
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
  const chosen = first.status === 'eligible' ? first : (ranked.find(({ kind }) => kind === 'wait') as Candidate)
  const order = chosen === first ? ranked : [chosen, ...ranked.filter((candidate) => candidate !== chosen)]
  const why = whyChosen(situation, chosen, order)
  const chosenOffer = offerOf(situation, chosen)
  const { capacity } = plans
  return {
    id: source.id,
    borrower: facts.view.borrower,
    asOf: writeInstant(facts.view.zone, facts.asOf),
    currency: source.currency,
    ...(source.area === undefined ? undefined : { area: source.area }),
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
    action: actionOf(situation, chosen, chosenOffer, order),
    alternatives: order.map((candidate) =>
      candidate === chosen
        ? alternative(chosenOffer, 'chosen', why.slice(0, 1))
        : alternativeOf(situation, candidate, chosen),
    ),
    why,
    remarks: remarksOf(situation, costsUnknown),
    experiment,
    versions: context.versions,
  }
}

/** A candidate as written; keys in one fixed order. */
function offerOf(situation: Situation, candidate: Candidate): Offer {
  const { permission, channel, purpose } = candidate
  const zone = situation.facts.view.zone
  return {
    kind: candidate.kind,
    ...(purpose === undefined ? undefined : { purpose }),
    ...(channel === undefined ? undefined : { channel }),
    ...(permission === undefined ? undefined : { to: permission.to }),
    ...(permission?.point === undefined ? undefined : { point: permission.point }),
    ...(permission?.window === undefined ? undefined : { window: writeWindow(zone, permission.window) }),
    value: whole(candidate.worth),
    cost: candidate.cost,
    ...(candidate.use === undefined ? undefined : { use: candidate.use }),
    ...(permission === undefined || permission.prerequisites.length === 0
      ? undefined
      : { prerequisites: permission.prerequisites }),
    ...(candidate.plan === undefined ? undefined : { plan: candidate.plan }),
  }
}

/** Rounded to a whole minor unit, without a negative zero. */
const whole = (x: number): number => Math.round(x) || 0

function actionOf(situation: Situation, chosen: Candidate, offer: Offer, ranked: readonly Candidate[]): Action {
  const { facts, policy } = situation
  const { zone } = facts.view
  const best = chosen.permission === undefined ? undefined : bestFrom(situation, chosen.permission)
  const ask = askOf(situation, chosen)
  const referTo = referral(situation, chosen)
  const window = chosen.permission?.window
  const validUntil =
    chosen.kind === 'visit' && window !== undefined ? window.to : facts.asOf + policy.horizonHours * SECONDS_PER_HOUR
  return {
    ...offer,
    ...(best === undefined ? undefined : { bestFrom: writeInstant(zone, best) }),
    ...(ask === undefined ? undefined : { ask }),
    approval: needsHuman(situation, chosen) ? 'human' : 'none',
    ...(referTo === undefined ? undefined : { referTo }),
    validUntil: writeInstant(zone, validUntil),
    cancelOn: chosen.kind === 'wait' ? WAIT_CANCELS : CONTACT_CANCELS,
    reviewOn: reviewOn(situation, chosen, ranked),
  }
}

/** Every visit, and relief beyond what the policy lets anybody grant alone. */
function needsHuman({ policy, facts }: Situation, { kind, plan }: Candidate): boolean {
  if (kind === 'visit') return true
  return plan?.kind === 'restructure' && plan.forgiven > policy.relief.authority.forgiveShare * facts.outstanding
}

function alternative(offer: Offer, status: Status, why: readonly Because<ChoiceCode>[]): Alternative {
  const { kind, ...rest } = offer
  return { kind, status, ...rest, because: why }
}

function alternativeOf(situation: Situation, candidate: Candidate, chosen: Candidate): Alternative {
  if (candidate.status === 'eligible') {
    return alternative(offerOf(situation, candidate), 'eligible', [lowerThan(chosen, candidate)])
  }
  const opensAt = candidate.status === 'blocked' ? candidate.permission?.opensAt : undefined
  return {
    kind: candidate.kind,
    status: candidate.status as Status,
    ...(opensAt === undefined ? undefined : { until: writeInstant(situation.facts.view.zone, opensAt) }),
    because: candidate.because.slice(0, 3),
  }
}

function lowerThan(chosen: Candidate, other: Candidate): Because<ChoiceCode> {
  const by = whole(chosen.worth) - whole(other.worth)
  if (chosen.kind === 'wait' && other.worth < 0) return because('value.negative', { value: whole(other.worth) })
  return by > 0 ? because('value.lower', { by }) : because('value.equal')
}

/** What decided it, most important first: its cause, what it rests on, the rules that time it, its worth. */
function whyChosen(
  situation: Situation,
  chosen: Candidate,
  ranked: readonly Candidate[],
): readonly Because<ChoiceCode>[] {
  const why: Because<ChoiceCode>[] = [...chosen.because]
  if (chosen.kind === 'wait') {
    for (const hold of situation.permissions.holds) why.unshift(hold.because)
    if (why.length === 0) why.push(waitReason(ranked))
  } else {
    if (chosen.permission !== undefined) why.push(...chosen.permission.because.slice(0, 1))
    why.push(because('value.highest', { value: whole(chosen.worth) }))
  }
  return why
}

function waitReason(ranked: readonly Candidate[]): Because<ChoiceCode> {
  const open = ranked.some(({ kind, status }) => kind !== 'wait' && status === 'eligible')
  const blocked = ranked.some(({ status }) => status === 'blocked')
  return !open && blocked ? because('wait.allBlocked') : because('wait.nothingBetter')
}

function remarksOf(situation: Situation, costsUnknown: boolean): readonly Because<ChoiceCode>[] {
  const { facts, permissions } = situation
  const remarks: Because<ChoiceCode>[] = [...permissions.notes]
  if (facts.overdueDiffers !== undefined) {
    remarks.push(because('data.differs', { by: facts.overdueDiffers }, ['/loan/overdue', '/repayments']))
  }
  if (costsUnknown) remarks.push(because('cost.unknown', { currency: facts.view.source.currency }, ['/currency']))
  return remarks
}
