import type { ChoiceParams } from '../decide/choiceReasons.ts'
import type { Choice } from '../decide/decision.ts'
import type { Facts } from '../history/facts.ts'
import type { ToldFeature } from '../history/featureParams.ts'
import type { Feature, FeatureName } from '../history/features.ts'
import type { Model } from '../input/model.ts'
import type { Contribution } from '../score/score.ts'
import { pointerStep } from '../words/issue.ts'
import type { Because } from '../words/reason.ts'
import type { Reason } from './decision.ts'
import { ofScore, withPoints } from './scoreReason.ts'

/** As many reasons for a score as people take in, and as rules on notices to borrowers usually ask for. */
const MOST_SCORE_REASONS = 4
/** Remarks on the data are never among the first so many reasons. */
const PRINCIPAL_REASONS = 4

/**
 * The reasons of a decision, most important first: why this action; then what cost the score most, at most one
 * characteristic of each group and at most four, filled up with what helped it most; then remarks on the data.
 */
export function reasonsOf(choice: Choice, facts: Facts, told: ScoreTold): readonly Reason[] {
  const reasons: Reason[] = []
  for (const why of choice.why) reasons.push(why)
  addScoreReasons(reasons, choice.score, facts, told)
  if (choice.remarks.length === 0) return reasons
  if (reasons.length < PRINCIPAL_REASONS) fillWithWhyNot(reasons, choice)
  for (const remark of choice.remarks) reasons.push(remark)
  return reasons
}

function addScoreReasons(
  reasons: Reason[],
  { contributions, notApplicable }: Choice['score'],
  facts: Facts,
  { groups, tellers }: ScoreTold,
): void {
  for (const index of weightiest(contributions, notApplicable, groups)) {
    reasons.push(tell(contributions[index] as Contribution, tellers[index], facts))
  }
}

/**
 * Indices of the weightiest contributions, one of each group; of equals the model's first. Kept in order as they come.
 * What a loan of this kind cannot have is no reason, whatever points stand for it.
 */
function weightiest(
  contributions: readonly Contribution[],
  notApplicable: readonly string[],
  groups: readonly number[],
): readonly number[] {
  const top: number[] = []
  const weights: number[] = []
  for (let i = 0; i < contributions.length; i++) {
    const contribution = contributions[i] as Contribution
    if (contribution.value === null && notApplicable.includes(contribution.feature)) continue
    const weight = weightOf(contribution)
    let at = placeOfGroup(top, groups, groups[i] as number)
    const present = at < top.length
    if (present && weight <= (weights[at] as number)) continue
    if (!present && at === MOST_SCORE_REASONS) {
      if (weight <= (weights[at - 1] as number)) continue
      at--
    }
    for (; at > 0 && (weights[at - 1] as number) < weight; at--) {
      top[at] = top[at - 1] as number
      weights[at] = weights[at - 1] as number
    }
    top[at] = i
    weights[at] = weight
  }
  return top
}

/** Where a group stands in the list, or its length. */
function placeOfGroup(top: readonly number[], groups: readonly number[], group: number): number {
  let at = 0
  while (at < top.length && groups[top[at] as number] !== group) at++
  return at
}

/** Above what any scorecard gives for one characteristic, so that what cost points goes before what helped. */
const BEFORE_HELP = 1e9

/**
 * Points lost, most first; then points gained, most first. What is not known counts as lost only where that itself
 * cost points: a loan without a credit limit has not lost what a low balance would earn. Else it comes last.
 */
function weightOf({ value, points, pointsLost }: Contribution): number {
  if (value === null) return points < 0 ? BEFORE_HELP + pointsLost : points - BEFORE_HELP
  return pointsLost > 0 ? BEFORE_HELP + pointsLost : points
}

function tell({ feature, value, points }: Contribution, teller: Teller | undefined, facts: Facts): Reason {
  if (value === null) return ofScore('history.unknown', { feature }, [], points)
  if (teller !== undefined) return withPoints(teller(facts), points)
  return ofScore('features.own', { feature, value }, [`/features${pointerStep(feature)}`], points)
}

/** With a model of one or two characteristics there may be fewer than four: then why not the next best action. */
function fillWithWhyNot(reasons: Reason[], { alternatives, action }: Choice): void {
  for (const { kind, because } of alternatives) {
    const first: Because<ChoiceParams> | undefined = because[0]
    if (kind === action.kind || first === undefined) continue
    reasons.push(first)
    if (reasons.length >= PRINCIPAL_REASONS) return
  }
}

/** Tells a characteristic of the history table whose value is known. */
type Teller = (facts: Facts) => ToldFeature

/** Of each characteristic of a model its group as a number, and how to tell it, where the history table has it. */
export interface ScoreTold {
  readonly groups: readonly number[]
  readonly tellers: readonly (Teller | undefined)[]
}

/** How a model's characteristics are told, those of the history table by their rows: prepared once for each model. */
export function scoreTold(
  { characteristics }: Model,
  features: Readonly<Record<FeatureName, Feature>>,
): ScoreTold {
  const names = [...new Set(characteristics.map(({ group }) => group))]
  const isName = (feature: string): feature is FeatureName => Object.hasOwn(features, feature)
  return {
    groups: characteristics.map(({ group }) => names.indexOf(group)),
    tellers: characteristics.map(({ feature }) =>
      isName(feature) ? tellerOf(feature, features[feature]) : undefined,
    ),
  }
}

const tellerOf = (name: FeatureName, { tell }: Feature): Teller | undefined =>
  tell === null ? undefined : (facts) => tell(facts, facts.features[name] ?? 0)
