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

/** Of a code whose sentence needs no figures. */
export type NoParams = Readonly<Record<string, never>>

/**
 * A reason as data: a code, the figures its sentence needs, and JSON Pointers to the input that caused it. Sentences
 * are made from it in `locale/`, never before. `All` is an interface from each code of a room to its params: money in
 * minor units, days as YYYY-MM-DD, instants as RFC 3339.
 */
export type Because<All, Code extends keyof All = keyof All> = {
  readonly [C in Code]: {
    readonly code: C
    readonly about: About
    readonly params: Readonly<All[C]>
    readonly evidence: readonly string[]
    readonly rule?: RuleRef
    /** Of a score reason: the points this characteristic gave. */
    readonly points?: number
  }
}[Code]

/** Makes a reason about the action. Only where a code needs no params may they be left out. */
export type GiveReason<All> = <Code extends keyof All>(
  code: Code,
  ...given: GivenParams<All[Code]>
) => Because<All, Code>

type GivenParams<P> = NoParams extends P
  ? [params?: P, evidence?: readonly string[]]
  : [params: P, evidence?: readonly string[]]

const NO_PARAMS: Params = Object.freeze({})
const NO_EVIDENCE: readonly string[] = Object.freeze([])

const because = (
  code: string,
  params: Params = NO_PARAMS,
  evidence: readonly string[] = NO_EVIDENCE,
): unknown => ({ code, about: 'action', params, evidence })

/**
 * `because` of a room, held to the room's own interface from code to params.
 *
 * @example
 * const because = becauseOf<{ 'plan.fits': { instalment: number } }>()
 * because('plan.fits', { instalment: 31000 }) // without the instalment it does not compile
 */
// What it makes has the code and the params it was given, which the compiler cannot follow through a generic code.
export const becauseOf = <All>(): GiveReason<All> => because as GiveReason<All>
