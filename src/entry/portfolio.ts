export type { Capacity, Floors } from '../input/capacityFile.ts'
export type { Context } from '../input/context.ts'
export type { ChoiceAtPrices, ChooseAtPrices } from '../portfolio/choosingAtPrices.ts'
export type { ActionTerms, DecisionRow, RowAlternative } from '../portfolio/decisionRow.ts'
export type { Flow, PolicyComparison, PolicySide } from '../portfolio/policyComparison.ts'
export type {
  FloorUse,
  PlaceBecause,
  PoolUse,
  PortfolioCode,
  Prioritised,
  Worklist,
  WorklistItem,
} from '../portfolio/prioritised.ts'
export type { ThumbRules } from '../portfolio/thumbRules.ts'
export type { Failure } from '../words/failure.ts'
export type { Pool, PoolService } from '../words/pool.ts'
export { choosingAtPrices } from './choosingAtPrices.ts'
export { comparePolicies } from './comparePolicies.ts'
export { explainPlace } from './explainPlace.ts'
export { prioritise, type ShadowPrices, shadowPrices, thumbRules } from './prioritise.ts'
