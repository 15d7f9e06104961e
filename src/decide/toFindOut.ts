import { isLive } from '../words/channels.ts'
import { classOf } from '../words/circumstances.ts'
import type { Gap } from '../words/states.ts'
import type { Candidate } from './candidate.ts'
import type { Situation } from './situation.ts'

/** From this day past due on the means are asked for in every conversation. */
const MEANS_FROM_DAY = 31

/**
 * What a conversation should find out, most telling first: what the record does not say and the next decision would
 * turn on. Nothing where nobody is talked with.
 */
export function toFindOut(
  { facts, plans, hardship, course, permissions }: Situation,
  { channel, purpose, permission }: Candidate,
): readonly Gap[] | undefined {
  // A message asks one thing at most: what is found out is found out in a talk.
  const asks =
    channel !== undefined && (isLive(channel) || purpose === 'findOut' || purpose === 'arrangeVisit')
  if (!asks || permission?.to !== 'borrower' || purpose === 'preDue') return undefined
  const gaps: Gap[] = []
  if (purpose === 'arrangeVisit') gaps.push('whetherVisitSuits')
  const unknown = plans.capacity.verdict === 'unknown'
  const wanted = purpose === 'findOut' || purpose === 'offerPlan' || facts.daysPastDue >= MEANS_FROM_DAY
  if (unknown && (wanted || facts.brokenSincePayment > 1)) gaps.push('budget')
  if (facts.trouble.length > 0 && (hardship === undefined || hardship.kind === 'hardshipDeclared'))
    gaps.push('cause')
  const open = facts.circumstances.some(
    ({ kind, now, lastDay }) =>
      now && classOf(kind) === 'hardship' && kind !== 'hardshipDeclared' && lastDay === undefined,
  )
  if (open) gaps.push('expectedEnd')
  if (unknown && wanted && facts.payday === undefined) gaps.push('payday')
  const lost = course.state.some(({ kind }) => kind === 'contactLost' || kind === 'strangersNumber')
  if (lost || permissions.demand.call.status === 'unreachable') gaps.push('anotherNumber')
  return gaps.length === 0 ? undefined : gaps
}
