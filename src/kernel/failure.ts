import type { Issue } from './issue.ts'

/** Why the library threw: always a programmer's mistake, never a borrower's data. Recognise it by `code`. */
export type FailureCode =
  /** createContext was given an `asOf`, policy, model or option that is none; `issues` say what. */
  | 'context.invalid'
  /** decide was given something that parseCase did not make. */
  | 'case.notParsed'
  /** decide was given a case that this context refuses, such as one with a payment after `asOf`. */
  | 'case.refused'
  /** A function was given a context that createContext did not make. */
  | 'context.notMade'
  /** decideAll was given something that is no list, set, generator or the like. */
  | 'cases.notIterable'
  /** explain, prioritise or shadowPrices was given something that decide did not make. */
  | 'decision.notMade'
  /** explain was given a language or audience that does not exist. */
  | 'option.unknown'
  /** prioritise or shadowPrices was given decisions that are no list, set, generator or the like. */
  | 'decisions.notIterable'
  /** prioritise or shadowPrices was given a capacity that is none; `issues` say what. */
  | 'capacity.invalid'
  /** Decisions are in several currencies, and the capacity gives no rate between them. */
  | 'currency.mixed'

/** An Error with a `code`, and `issues` where data was refused. */
export interface Failure extends Error {
  readonly code: FailureCode
  readonly issues: readonly Issue[]
}

/** Makes the error to throw. The message never carries a borrower's data. */
export function failure(code: FailureCode, message: string, issues: readonly Issue[] = []): Failure {
  return Object.assign(new Error(message), { name: 'ArrearsFailure', code, issues })
}
