import type { Action, Alternative, Offer, Status, TimeWindow } from '../decide/decision.ts'
import type { ActionKind } from '../words/actions.ts'
import { circumstanceMeaning, isCircumstance } from '../words/circumstances.ts'
import type { Purpose } from '../words/purposes.ts'
import type { Decision, Reason } from './decision.ts'
import { holdLines } from './holdLines.ts'
import { type Line, type Phrase, phrase } from './line.ts'

/** For the person who calls or knocks: what to do and how, why, and why nothing else. */
export function collectorLines(decision: Decision): Line[] {
  return [
    ...careLines(decision),
    ...holdLines(decision),
    ...actionLines(decision.action, isAdvised(decision)),
    ...why(decision),
    ...score(decision),
    ...meansLine(decision),
    ...alternativeLines(decision),
    ...remarks(decision),
    afterwards(decision.action),
  ]
}

/** What the person needs of us, and where they have come to: before anything is done. */
function careLines({ care = [], state = [] }: Decision): Line[] {
  // Of one item, so that they belong together.
  const cares = care.map(({ code, params }) => [{ code, params } as Phrase])
  return [...cares, ...state.map(({ kind }) => [phrase(`state.${kind}`)])]
}

/** Who has a debt adviser is not told of debt advice. */
export const isAdvised = ({ care = [], holds = [] }: Decision): boolean =>
  care.some(({ code }) => code === 'care.adviser') || holds.some(({ kind }) => kind === 'adviserEngaged')

/** Sentences of reasons, each said once. */
export function toldReasons(reasons: readonly Reason[]): Phrase[] {
  const phrases: Phrase[] = []
  for (const { code, params } of reasons) {
    const text = JSON.stringify(params)
    if (!phrases.some((one) => one.code === code && JSON.stringify(one.params) === text))
      // Of one reason, so that they belong together.
      phrases.push({ code, params } as Phrase)
  }
  return phrases
}

/** The action's own reasons come before the first one of the score. */
export function actionReasons({ reasons }: Decision): readonly Reason[] {
  const first = reasons.findIndex(({ about }) => about === 'score')
  return first < 0 ? reasons.filter((reason) => !isRemark(reason)) : reasons.slice(0, first)
}

const isRemark = ({ code }: Reason): boolean => code.startsWith('data.') || code === 'cost.unknown'

/** Why the action, and then why at that time: a rule that leaves it possible has only moved its window. */
export function why(decision: Decision): Line[] {
  const reasons = actionReasons(decision)
  const timing = decision.action.window === undefined ? [] : reasons.filter(isTiming)
  return [
    led('lead.why', toldReasons(reasons.filter((reason) => !timing.includes(reason)))),
    led('lead.timing', toldReasons(timing)),
  ].filter((line) => line.length > 0)
}

const led = (lead: 'lead.why' | 'lead.timing', phrases: readonly Phrase[]): Line =>
  phrases.length === 0 ? [] : [phrase(lead), ...phrases]

const isTiming = ({ code }: Reason): boolean => code.startsWith('rule.') || code === 'wish.hours'

function score({ score, reasons, holds }: Decision): Line[] {
  if (holds.some(({ kind }) => isCircumstance(kind) && circumstanceMeaning(kind).pastScoring)) return []
  const { points, band, probability: chance, horizonDays: days } = score
  const main = unknownTogether(toldReasons(reasons.filter(({ about }) => about === 'score')))
  const lead = main.length === 0 ? [] : [phrase('lead.mainly')]
  return [[phrase('score', { points, band, chance, days }), ...lead, ...main]]
}

/** All that is not known in one sentence, at the end. */
function unknownTogether(phrases: readonly Phrase[]): Phrase[] {
  const known = phrases.filter(({ code }) => code !== 'history.unknown')
  const unknown = phrases.flatMap((one) => (one.code === 'history.unknown' ? [one.params.feature] : []))
  return unknown.length === 0 ? known : [...known, phrase('history.unknown', { feature: unknown.join() })]
}

function meansLine({ capacity }: Decision): Line[] {
  const { sustainablePayment: sustainable, basis, verdict } = capacity
  if (sustainable === null || verdict === 'unknown') return []
  return [[phrase('capacity', { sustainable, basis, verdict })]]
}

interface WhyNot {
  readonly kinds: ActionKind[]
  readonly status: Exclude<Status, 'chosen'>
  readonly why: readonly Phrase[]
}

/** What was not chosen, and why not; kinds of which the same is to be said share a line. */
export function alternativeLines({ alternatives, reasons }: Decision): Line[] {
  const found = new Map<string, WhyNot>()
  const gainIsTold = reasons.some(({ code }) => code === 'value.highest')
  for (const alternative of alternatives) {
    const { kind, status, until } = alternative
    if (status === 'chosen') continue
    const opens = until === undefined ? [] : [phrase('other.until', { at: until })]
    const why = [...toldReasons(whyNot(alternative, gainIsTold)), ...opens]
    const key = JSON.stringify([status, why])
    const same = found.get(key)
    if (same === undefined) found.set(key, { kinds: [kind], status, why })
    else same.kinds.push(kind)
  }
  return [...found.values()].map(({ kinds, status, why }) => [
    phrase(`other.${status}`, { kinds: kinds.join() }),
    ...why,
  ])
}

/** What the chosen step brings more than waiting is told of the step: of waiting it would be the same again. */
const whyNot = ({ kind, because }: Alternative, gainIsTold: boolean): readonly Reason[] =>
  kind === 'wait' && gainIsTold ? because.filter(({ code }) => code !== 'value.lower') : because

export function remarks({ reasons }: Decision): Line[] {
  const phrases = toldReasons(reasons.filter(isRemark))
  return phrases.length === 0 ? [] : [[phrase('lead.remarks'), ...phrases]]
}

/** What to do, when, what to ask or offer, and what must come first: for the person who carries it out. */
export function actionLines(action: Action, advised = false): Line[] {
  const lines: Line[] = [
    [whatToDo(action), ...whatFor(action), ...gapPhrases(action)],
    whenLine(action),
    planPhrases(action),
    before(action, advised),
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
export function whenLine({
  window,
  bestFrom,
  point,
  to,
}: Pick<Action, 'window' | 'bestFrom' | 'point' | 'to'>): Phrase[] {
  const phrases: Phrase[] = []
  if (window !== undefined) phrases.push(phrase('do.window', { window: windowParam(window) }))
  // The hour at which the borrower answered says nothing of a person who speaks for them.
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

/** What to ask, and to write down. */
const gapPhrases = ({ toFindOut }: Action): Phrase[] =>
  toFindOut === undefined || toFindOut.length === 0
    ? []
    : [phrase('do.toFindOut', { gaps: toFindOut.join() })]

function before({ kind, prerequisites = [], approval, referTo, to }: Action, advised: boolean): Phrase[] {
  const phrases = prerequisites.map(({ code, by, params }) => {
    const day = by === undefined ? undefined : { by }
    return phrase(`before.${code}`, { ...day, ...params })
  })
  if (approval === 'human') phrases.push(phrase('do.approval'))
  // Who has an adviser need not be told of one.
  const helped = advised || to === 'representative'
  if (referTo !== undefined && !(referTo === 'debtAdviser' && helped))
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
