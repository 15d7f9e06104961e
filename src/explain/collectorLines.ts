import type { Alternative, Status } from '../decide/decision.ts'
import type { ActionKind } from '../kernel/actionKind.ts'
import type { CircumstanceKind } from '../kernel/circumstance.ts'
import { actionLines, afterwards } from './actionLines.ts'
import type { Decision, Reason } from './decision.ts'
import { type Line, type Phrase, phrase } from './line.ts'

/** For the person who calls or knocks: what to do and how, why, and why nothing else. */
export function collectorLines(decision: Decision): Line[] {
  return [
    ...actionLines(decision.action),
    ...why(decision),
    ...score(decision),
    ...meansLine(decision),
    ...alternativeLines(decision),
    ...remarks(decision),
    afterwards(decision.action),
  ]
}

/** Sentences of reasons, each said once. */
export function told(reasons: readonly Reason[]): Phrase[] {
  const phrases: Phrase[] = []
  for (const { code, params } of reasons) {
    const text = JSON.stringify(params)
    if (!phrases.some((one) => one.code === code && JSON.stringify(one.params) === text))
      phrases.push({ code, params })
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
    led('lead.why', told(reasons.filter((reason) => !timing.includes(reason)))),
    led('lead.timing', told(timing)),
  ].filter((line) => line.length > 0)
}

const led = (lead: 'lead.why' | 'lead.timing', phrases: readonly Phrase[]): Line =>
  phrases.length === 0 ? [] : [phrase(lead), ...phrases]

const isTiming = ({ code }: Reason): boolean => code.startsWith('rule.') || code === 'wish.hours'

/** Nobody asks how likely somebody is to pay who has died, or who was never the borrower. */
const PAST_SCORING: ReadonlySet<unknown> = new Set<CircumstanceKind>(['deceased', 'notTheBorrower'])

function score({ score, reasons }: Decision): Line[] {
  if (reasons.some(({ code, params }) => code === 'rule.hold' && PAST_SCORING.has(params.hold))) return []
  const { points, band, probability: chance, horizonDays: days } = score
  const main = unknownTogether(told(reasons.filter(({ about }) => about === 'score')))
  const lead = main.length === 0 ? [] : [phrase('lead.mainly')]
  return [[phrase('score', { points, band, chance, days }), ...lead, ...main]]
}

/** All that is not known in one sentence, at the end. */
function unknownTogether(phrases: readonly Phrase[]): Phrase[] {
  const known = phrases.filter(({ code }) => code !== 'history.unknown')
  const unknown = phrases.filter(({ code }) => code === 'history.unknown').map(({ params }) => params.feature)
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
export function alternativeLines({ alternatives }: Decision): Line[] {
  const found = new Map<string, WhyNot>()
  for (const alternative of alternatives) {
    const { kind, status, until } = alternative
    if (status === 'chosen') continue
    const opens = until === undefined ? [] : [phrase('other.until', { at: until })]
    const why = [...told(whyNot(alternative)), ...opens]
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

const whyNot = ({ because }: Alternative): readonly Reason[] => because

export function remarks({ reasons }: Decision): Line[] {
  const phrases = told(reasons.filter(isRemark))
  return phrases.length === 0 ? [] : [[phrase('lead.remarks'), ...phrases]]
}
