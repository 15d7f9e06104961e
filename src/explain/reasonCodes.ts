import type { ChoiceParams } from '../decide/choiceReasons.ts'
import type { FeatureParams } from '../history/featureParams.ts'

/** Why a score is what it is. */
export interface ScoreParams extends FeatureParams {
  /** What is not known counts too. */
  'history.unknown': { readonly feature: string }
  /** A lender's own characteristic. */
  'features.own': { readonly feature: string; readonly value: number | string }
}

/** Every reason a decision can carry, and its params: where the rooms' own are joined. Each language has a sentence for each. */
export interface ReasonParams extends ChoiceParams, ScoreParams {}

export type ReasonCode = keyof ReasonParams
