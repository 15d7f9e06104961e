import type { Alternative } from '../decide/decision.ts'
import { actionLines, afterwards } from './actionLines.ts'
import type { Decision, Reason } from './decision.ts'
import { type Line, type Phrase, phrase } from './line.ts'

/** For the person who calls or knocks: what to do and how, why, and why nothing else. */
export function collectorLines(decision: Decision): Line[] {
  return [
    ...actionLines(decision.action),
    ...why(decision),
    score(decision),
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
    if (!phrases.some((one) => one.code === code && JSON.stringify(one.params) === text)) phrases.push({ code, params })
  }
  return phrases
}

/** The action's own reasons come before the first one of the score. */
export function actionReasons({ reasons }: Decision): readonly Reason[] {
  const first = reasons.findIndex(({ about }) => about === 'score')
  return first < 0 ? reasons.filter((reason) => !isRemark(reason)) : reasons.slice(0, first)
}

const isRemark = ({ code }: Reason): boolean => code.startsWith('data.') || code === 'cost.unknown'

export function why(decision: Decision): Line[] {
  const phrases = told(actionReasons(decision))
  return phrases.length === 0 ? [] : [[phrase('lead.why'), ...phrases]]
}

function score({ score, reasons }: Decision): Line {
  const { points, band, probability: chance, horizonDays: days } = score
  const main = told(reasons.filter(({ about }) => about === 'score'))
  const lead = main.length === 0 ? [] : [phrase('lead.mainly')]
  return [phrase('score', { points, band, chance, days }), ...lead, ...main]
}

function meansLine({ capacity }: Decision): Line[] {
  const { sustainablePayment: sustainable, basis, verdict } = capacity
  if (sustainable === null || verdict === 'unknown') return []
  return [[phrase('capacity', { sustainable, basis, verdict })]]
}

export const alternativeLines = ({ alternatives }: Decision): Line[] =>
  alternatives.flatMap((alternative) => {
    const { kind, status, until } = alternative
    if (status === 'chosen') return []
    const opens = until === undefined ? [] : [phrase('other.until', { at: until })]
    return [[phrase(`other.${status}`, { kind }), ...told(whyNot(alternative)), ...opens]]
  })

const whyNot = ({ because }: Alternative): readonly Reason[] => because

export function remarks({ reasons }: Decision): Line[] {
  const phrases = told(reasons.filter(isRemark))
  return phrases.length === 0 ? [] : [[phrase('lead.remarks'), ...phrases]]
}
