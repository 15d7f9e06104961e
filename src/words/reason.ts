import type { Params } from './issue.ts'

/** How strongly a contact rule binds. */
export type Force = 'statute' | 'rule' | 'presumption' | 'guideline' | 'standard' | 'selfRegulatory' | 'house'

/** The rule a reason points at. */
export interface RuleRef {
  readonly pack: string
  readonly id: string
  readonly source: string
  readonly force: Force
}

/** What a reason is about. */
export type About = 'score' | 'action'

/**
 * A reason as data: a code from a room's closed union, the figures its sentence needs, and JSON Pointers to the
 * input that caused it. Sentences are made from it in `locale/`, never before.
 */
export interface Because<Code extends string = string> {
  readonly code: Code
  readonly about: About
  /** Money in minor units, days as YYYY-MM-DD, instants as RFC 3339. */
  readonly params: Params
  readonly evidence: readonly string[]
  readonly rule?: RuleRef
  /** Of a score reason: the points this characteristic gave. */
  readonly points?: number
}

const NO_PARAMS: Params = Object.freeze({})
const NO_EVIDENCE: readonly string[] = Object.freeze([])

/** A reason about the action. `because('plan.notNeeded')` has no params and no evidence. */
export const because = <Code extends string>(
  code: Code,
  params: Params = NO_PARAMS,
  evidence: readonly string[] = NO_EVIDENCE,
): Because<Code> => ({ code, about: 'action', params, evidence })
