import type { ActionKind } from '../words/actions.ts'
import type { RuleRef } from '../words/reason.ts'
import {
  actionLines,
  actionReasons,
  afterwards,
  alternativeLines,
  isAdvised,
  remarks,
  toldReasons,
  why,
  windowParam,
} from './collectorLines.ts'
import type { Decision, Reason } from './decision.ts'
import { holdLines } from './holdLines.ts'
import { type Line, type Phrase, phrase } from './line.ts'

/** For the people who answer for it: what was allowed, which rule stopped what, under which holds, and on which versions. */
export function complianceLines(decision: Decision): Line[] {
  return [
    ...holdLines(decision),
    ...actionLines(decision.action, isAdvised(decision)),
    ...why(decision),
    allowed(decision),
    ...ruleLines(decision),
    ...noHold(decision),
    ...alternativeLines(decision),
    ...scoreLines(decision),
    ...remarks(decision),
    ...experiment(decision),
    afterwards(decision.action),
    [phrase('check.versions', { ...decision.versions })],
  ]
}

function allowed({ alternatives }: Decision): Line {
  const options = alternatives.flatMap(({ kind, status, channel, to, window }): Phrase[] => {
    if (status !== 'chosen' && status !== 'eligible') return []
    const contact =
      channel === undefined || to === undefined || window === undefined
        ? undefined
        : { channel, to, window: windowParam(window) }
    return [phrase('check.option', { kind, ...contact })]
  })
  return [phrase('check.allowed'), ...options]
}

/** A rule, the reason it gave, and the kinds of action it bears on. */
interface RuleBearing {
  readonly rule: RuleRef
  readonly reason: Reason
  readonly kinds: ActionKind[]
}

/** One line for each rule that stopped something, then one for each that only put something off. */
function ruleLines(decision: Decision): Line[] {
  const stopped = new Map<string, RuleBearing>()
  const delayed = new Map<string, RuleBearing>()
  for (const { kind, status, because } of decision.alternatives) {
    const stops = status === 'blocked' || status === 'unsuitable' || kind === 'wait'
    for (const reason of because) bear(stops ? stopped : delayed, reason, kind)
  }
  const { kind } = decision.action
  for (const reason of actionReasons(decision)) bear(kind === 'wait' ? stopped : delayed, reason, kind)
  if (stopped.size === 0 && delayed.size === 0) return [[phrase('check.noRule')]]
  return [...lines('check.stopped', stopped), ...lines('check.delayed', delayed)]
}

function bear(found: Map<string, RuleBearing>, reason: Reason, kind: ActionKind): void {
  const { rule } = reason
  if (rule === undefined) return
  const key = `${rule.pack} ${rule.id}`
  const known = found.get(key)
  if (known === undefined) found.set(key, { rule, reason, kinds: [kind] })
  else if (!known.kinds.includes(kind)) known.kinds.push(kind)
}

const lines = (code: 'check.stopped' | 'check.delayed', found: Map<string, RuleBearing>): Line[] =>
  [...found.values()].map(({ rule: { pack, id, force, source }, reason, kinds }) => {
    // Waiting is what is left when a rule stops the rest: it is not what was stopped.
    const others = kinds.filter((kind) => kind !== 'wait')
    const bearing = others.length === 0 ? undefined : { kinds: others.join() }
    return [phrase(code, { pack, id, force, source, ...bearing }), ...toldReasons([reason])]
  })

const noHold = ({ holds }: Decision): Line[] => (holds.length === 0 ? [[phrase('check.noHold')]] : [])

function scoreLines({ score }: Decision): Line[] {
  const { points, basePoints: base, probability: chance, event, horizonDays: days, contributions } = score
  const of = contributions.length
  const count = contributions.filter(({ prior }) => prior).length
  const line = [phrase('check.score', { points, base, chance, event, days })]
  // A decision of an earlier version does not say what its loan cannot have.
  const unknown = score.missing.filter((feature) => !score.notApplicable?.includes(feature))
  if (unknown.length > 0) line.push(phrase('check.missing', { features: unknown.join() }))
  if (count > 0)
    line.push(count === of ? phrase('check.allPriors', { of }) : phrase('check.priors', { count, of }))
  return [line, [phrase('check.effects')]]
}

const experiment = ({ experiment: { id, arm, probability } }: Decision): Line[] =>
  id === 'none' ? [] : [[phrase('check.experiment', { id, arm, share: probability })]]
