import type { Choice, ChoiceCode } from '../decide/decision.ts'
import type { Facts } from '../history/facts.ts'
import type { Characteristic, Model } from '../input/model.ts'
import { pointerStep } from '../kernel/issue.ts'
import type { Because } from '../kernel/reason.ts'
import type { Contribution } from '../score/score.ts'
import type { Reason } from './decision.ts'
import { FEATURE_REASONS, type Teller } from './featureReasons.ts'
import type { ScoreCode } from './reasonCodes.ts'

/** As many reasons for a score as people take in, and as rules on notices to borrowers usually ask for. */
const MOST_SCORE_REASONS = 4
/** Remarks on the data are never among the first so many reasons. */
const PRINCIPAL_REASONS = 4

/**
 * The reasons of a decision, most important first: why this action; then what cost the score most, at most one
 * characteristic of each group and at most four, filled up with what helped it most; then remarks on the data.
 */
export function reasonsOf(choice: Choice, facts: Facts, model: Model): readonly Reason[] {
  const reasons: Reason[] = []
  for (const why of choice.why) reasons.push(why)
  addScoreReasons(reasons, choice.score.contributions, facts, model)
  if (choice.remarks.length === 0) return reasons
  if (reasons.length < PRINCIPAL_REASONS) fillWithWhyNot(reasons, choice)
  for (const remark of choice.remarks) reasons.push(remark)
  return reasons
}

function addScoreReasons(
  reasons: Reason[],
  contributions: readonly Contribution[],
  facts: Facts,
  model: Model,
): void {
  const { groups, tellers } = preparedOf(model)
  const told: number[] = []
  while (told.length < MOST_SCORE_REASONS) {
    let best = -1
    let bestWeight = Number.NEGATIVE_INFINITY
    for (let i = 0; i < contributions.length; i++) {
      if (told.includes(groups[i] as number)) continue
      const weight = weightOf(contributions[i] as Contribution)
      if (weight <= bestWeight) continue
      best = i
      bestWeight = weight
    }
    if (best < 0) return
    told.push(groups[best] as number)
    reasons.push(tell(contributions[best] as Contribution, tellers[best], facts))
  }
}

/** Above what any scorecard gives for one characteristic, so that what cost points goes before what helped. */
const BEFORE_HELP = 1e9

/** Points lost, most first; then points gained, most first; what is not known and cost nothing comes last. */
function weightOf({ value, points, pointsLost }: Contribution): number {
  if (pointsLost > 0) return BEFORE_HELP + pointsLost
  return value === null ? points - BEFORE_HELP : points
}

function tell({ feature, value, points }: Contribution, teller: Teller | undefined, facts: Facts): Reason {
  if (value === null) return ofScore('history.unknown', { feature }, [], points)
  if (teller !== undefined) return teller(facts, points)
  return ofScore('features.own', { feature, value }, [`/features${pointerStep(feature)}`], points)
}

const ofScore = (
  code: ScoreCode,
  params: Reason['params'],
  evidence: readonly string[],
  points: number,
): Because<ScoreCode> => ({ code, about: 'score', params, evidence, points })

/** With a model of one or two characteristics there may be fewer than four: then why not the next best action. */
function fillWithWhyNot(reasons: Reason[], { alternatives, action }: Choice): void {
  for (const { kind, because } of alternatives) {
    const first: Because<ChoiceCode> | undefined = because[0]
    if (kind === action.kind || first === undefined) continue
    reasons.push(first)
    if (reasons.length >= PRINCIPAL_REASONS) return
  }
}

/** Of each characteristic its group as a number, and how to tell it, where the history table has it. */
interface Prepared {
  readonly groups: readonly number[]
  readonly tellers: readonly (Teller | undefined)[]
}

/** Derived data only, kept as long as its model. */
const prepared = new WeakMap<Model, Prepared>()

function preparedOf(model: Model): Prepared {
  const known = prepared.get(model)
  if (known !== undefined) return known
  const names = [...new Set(model.characteristics.map(({ group }) => group))]
  const made: Prepared = {
    groups: model.characteristics.map(({ group }) => names.indexOf(group)),
    tellers: model.characteristics.map(tellerOf),
  }
  prepared.set(model, made)
  return made
}

const tellerOf = ({ feature }: Characteristic): Teller | undefined =>
  Object.hasOwn(FEATURE_REASONS, feature)
    ? FEATURE_REASONS[feature as keyof typeof FEATURE_REASONS]
    : undefined
