import { isChannel, meaningOf } from '../words/channels.ts'
import { circumstanceMeaning, classOf, isCircumstance } from '../words/circumstances.ts'
import { borrowerReason, type Place } from './borrowerReasons.ts'
import {
  actionReasons,
  isAdvised,
  isRelief,
  planPhrases,
  toldReasons,
  windowParam,
} from './collectorLines.ts'
import type { Decision, Reason } from './decision.ts'
import { holdKinds } from './holdLines.ts'
import { type Line, type Phrase, phrase } from './line.ts'

/**
 * For the borrower: what we ask or offer, when we would like to be in touch, why in words they gave us, and what they
 * can do. Nothing about scores, other people, safety or the rules a lender keeps; nothing where nobody should be
 * written to.
 */
export function borrowerLines(decision: Decision): Line[] {
  const { action } = decision
  const holds = holdKinds(decision)
  if (action.to === 'estate' || holds.some(isSilent)) return []
  const checking = holds.some(isChecked)
  const lines: Line[] = [
    [...openingLine(decision, holds.length > 0, checking), ...reasons(decision, 'before')],
    [...what(decision, holds.length > 0), ...reasons(decision, 'after')],
    referralLine(decision),
    [phrase(action.window === undefined ? 'you.tell' : 'you.contact')],
    [...(checking ? [] : [phrase('you.help')]), phrase('you.person')],
  ]
  return lines.filter((line) => line.length > 0)
}

/** A hold this version does not know, in a decision of another, is taken for the strictest. */
const isSilent = (kind: string): boolean =>
  isCircumstance(kind) && classOf(kind) === 'hold'
    ? circumstanceMeaning(kind).silent === true
    : kind !== 'timeBarred'

const isChecked = (kind: string): boolean =>
  isCircumstance(kind) && circumstanceMeaning(kind).checking === true

/** What is due, where it may be asked for; under a hold that it is not asked for. */
function openingLine(decision: Decision, onHold: boolean, checking: boolean): Line {
  if (onHold) return [phrase('you.onHold'), ...(checking ? [phrase('you.checking')] : [])]
  const { overdue, daysPastDue } = decision
  const { plan, purpose } = decision.action
  // Nor is it where a pause takes the weight off, or where the reader may be another person.
  if (plan?.kind === 'hardshipPause' || purpose === 'locate') return []
  if (overdue === 0 || daysPastDue === 0 || actionReasons(decision).some(isTakenCareOf)) return []
  return [phrase('you.due', { overdue })]
}

/** What is overdue is promised, arranged or said to be paid: nobody needs to be told of it again. */
const isTakenCareOf = ({ code }: Reason): boolean =>
  code === 'promise.open' || code === 'arrangement.running' || code === 'payment.claimed'

function what(decision: Decision, onHold: boolean): Line {
  const { action } = decision
  const { kind, to, channel, purpose, window } = action
  if (kind === 'wait') return onHold ? [] : [phrase('you.wait')]
  if (kind === 'hardshipPause' && channel === undefined)
    return [phrase('you.ownPause'), ...plainPlan(action), ...reasons(decision, 'plan')]
  if (to === 'representative') return [phrase('you.representative')]
  // Other people who are spoken with are not named to the borrower.
  if (to !== 'borrower') return []
  // A decision of a later version may name a channel nobody here knows.
  const contact = channel !== undefined && isChannel(channel) ? meaningOf(channel).action : 'reminder'
  return [
    ...askedOrOffered(decision),
    ...(window !== undefined && contact !== 'reminder'
      ? [phrase(`you.${contact}`, { window: windowParam(window) })]
      : []),
    ...(isRelief(purpose) ? [phrase('you.noPressure')] : []),
  ]
}

/** The plan without the papers it will take: nobody in trouble is asked for proof in the same breath. */
const plainPlan = (action: Decision['action']): Phrase[] =>
  planPhrases(action).filter(({ code }) => code !== 'plan.evidence')

function askedOrOffered(decision: Decision): Line {
  const { action } = decision
  const { kind, purpose, ask } = action
  if (kind === 'restructure' || kind === 'hardshipPause')
    return [
      phrase(kind === 'restructure' ? 'you.plan' : 'you.pause'),
      ...plainPlan(action),
      ...reasons(decision, 'plan'),
    ]
  if (purpose === 'findOut' || purpose === 'offerPlan') return [phrase(`you.${purpose}`)]
  if (purpose === 'locate') return [phrase('you.reach')]
  if (ask === undefined) return []
  return [phrase(purpose === 'preDue' ? 'you.coming' : 'you.ask', ask)]
}

const reasons = (decision: Decision, place: Place): Line =>
  toldReasons(actionReasons(decision)).flatMap(({ code, params }): Phrase[] => {
    const own = borrowerReason(code as Reason['code'], place)
    // The borrower's own words take the figures of the reason.
    return own === undefined ? [] : [{ code: own, params } as Phrase]
  })

/** Who can help; who looks after the lender's own side of it is not named. */
const HELPERS: Readonly<Partial<Record<string, 'you.hardshipTeam' | 'you.debtAdviser'>>> = {
  hardshipTeam: 'you.hardshipTeam',
  debtAdviser: 'you.debtAdviser',
}

function referralLine(decision: Decision): Line {
  const { referTo, to } = decision.action
  if (referTo === 'debtAdviser' && isAdvised(decision)) return []
  // A borrower with a representative or adviser has a person to ask.
  const helper = referTo === undefined || to === 'representative' ? undefined : HELPERS[referTo]
  return helper === undefined ? [] : [phrase(helper)]
}
