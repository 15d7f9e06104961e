export type {
  Action,
  Alternative,
  Offer,
  ScheduledPlan,
  Status,
  TimeWindow,
} from '../decide/decision.ts'
export type { ChangeCode, Counterfactual } from '../explain/counterfactual.ts'
export type { Decision, Reason } from '../explain/decision.ts'
export type { ReasonCode } from '../explain/reasonCodes.ts'
export type { BorrowerCase } from '../input/borrowerCase.ts'
export type { Context } from '../input/context.ts'
export type { Model } from '../input/model.ts'
export { parseCase } from '../input/parseCase.ts'
export type { Policy, PolicyInput } from '../input/policy.ts'
export type { ParsedCase } from '../input/readCase.ts'
export type { Rule, RulePack } from '../input/rulePack.ts'
export type { Language } from '../locale/language.ts'
export type { PausePlan, RestructurePlan } from '../plan/planOptions.ts'
export type { Contribution, Score } from '../score/score.ts'
export type { Failure, FailureCode } from '../words/failure.ts'
export type { Issue, IssueCode, IssueParams, Parsed } from '../words/issue.ts'
export type { UnitUse as Use } from '../words/units.ts'
export { contextAt } from './contextAt.ts'
export { counterfactuals } from './counterfactuals.ts'
export { type ContextOptions, createContext } from './createContext.ts'
export { type Decided, decide, decideAll } from './decide.ts'
export { type Audience, type ExplainOptions, explain } from './explain.ts'
export { explainIssue } from './explainIssue.ts'
