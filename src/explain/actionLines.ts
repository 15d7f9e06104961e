import type { Action, Offer, TimeWindow } from '../decide/decision.ts'
import type { Purpose } from '../kernel/actionKind.ts'
import { type Line, type LineCode, type Phrase, phrase } from './line.ts'

/** What to do, when, what to ask or offer, and what must come first: for whoever carries it out. */
export function actionLines(action: Action): Line[] {
  const lines: Line[] = [
    [whatToDo(action), ...whatFor(action)],
    when(action),
    planPhrases(action),
    before(action),
  ]
  return lines.filter((line) => line.length > 0)
}

/** Who is to be contacted how and to what end, or what is to be granted. */
export function whatToDo({
  kind,
  channel,
  to,
  purpose,
}: Pick<Offer, 'kind' | 'channel' | 'to' | 'purpose'>): Phrase {
  if (kind === 'wait') return phrase('do.wait')
  // A pause the lender grants on its own needs no contact.
  if (channel === undefined || to === undefined) return phrase('do.ownPause')
  const aim = purpose === undefined ? undefined : { purpose }
  return phrase(`do.${kind}`, { channel, to, ...aim })
}

/** Of a plan the first instalment is asked for, which its own line says; who cannot be found is asked for nothing. */
function whatFor({ ask, plan, purpose }: Action): Phrase[] {
  if (ask === undefined || plan !== undefined || purpose === 'locate') return []
  return [phrase(purpose === 'preDue' ? 'do.coming' : 'do.ask', { ...ask })]
}

/** To find out or to offer help: not to ask for money. */
export const isRelief = (purpose: Purpose | undefined): boolean =>
  purpose === 'findOut' || purpose === 'offerPlan'

/** A span in one param: `from/to`, as ISO 8601 writes intervals. */
export const windowParam = ({ from, to }: TimeWindow): string => `${from}/${to}`

/** In which window, and by which number or address on file. */
export function when({
  window,
  bestFrom,
  point,
  to,
}: Pick<Action, 'window' | 'bestFrom' | 'point' | 'to'>): Phrase[] {
  const phrases: Phrase[] = []
  if (window !== undefined) phrases.push(phrase('do.window', { window: windowParam(window) }))
  // The hour at which the borrower answered says nothing of somebody who speaks for them.
  if (bestFrom !== undefined && to === 'borrower') phrases.push(phrase('do.best', { at: bestFrom }))
  if (point !== undefined) phrases.push(phrase('do.point', { point }))
  return phrases
}

/** The plan on offer in words, without its schedule. */
export function planPhrases({ plan }: Pick<Action, 'plan'>): Phrase[] {
  if (plan?.kind === 'restructure') {
    const { count, period, instalment, firstDue: first, lastDue: end, total, interest, measures } = plan
    const last = total - instalment * (count - 1)
    return [
      phrase('plan.instalments', { count, period, instalment, first, end }),
      ...(last === instalment || count < 2 ? [] : [phrase('plan.last', { amount: last })]),
      phrase('plan.total', { total, interest }),
      ...(measures.length === 0 ? [] : [phrase('plan.measures', { measures: measures.join() })]),
    ]
  }
  if (plan?.kind !== 'hardshipPause') return []
  const { from, until, interest, tokenPayment, reviewOn, evidenceNeeded } = plan
  return [
    phrase('plan.pause', { from, until }),
    phrase(interest === 'frozen' ? 'plan.frozen' : 'plan.accrues'),
    ...(tokenPayment > 0 ? [phrase('plan.token', { amount: tokenPayment })] : []),
    ...(evidenceNeeded.length === 0 ? [] : [phrase('plan.evidence', { kinds: evidenceNeeded.join() })]),
    phrase('plan.talk', { on: reviewOn }),
  ]
}

function before({ kind, prerequisites = [], approval, referTo, to }: Action): Phrase[] {
  const phrases = prerequisites.map(({ code, by, params }) => {
    const day = by === undefined ? undefined : { by }
    return phrase(`before.${code}` satisfies LineCode, { ...day, ...params })
  })
  if (approval === 'human') phrases.push(phrase('do.approval'))
  // Who has an adviser need not be told of one.
  if (referTo !== undefined && !(referTo === 'debtAdviser' && to === 'representative'))
    phrases.push(phrase('do.refer', kind === 'wait' ? { referTo, whenHeard: true } : { referTo }))
  return phrases
}

/** When to look again, and what ends the action before. */
export function afterwards({ reviewOn, cancelOn, validUntil, kind }: Action): Line {
  return [
    phrase('do.review', { on: reviewOn }),
    ...(cancelOn.length === 0
      ? []
      : [phrase(kind === 'wait' ? 'do.sooner' : 'do.cancel', { cancelOn: cancelOn.join() })]),
    ...(kind === 'wait' ? [] : [phrase('do.valid', { until: validUntil })]),
  ]
}
