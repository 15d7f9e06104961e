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
  /** explain, prioritise, shadowPrices or choosingAtPrices was given something that decide did not make. */
  | 'decision.notMade'
  /** explain or explainPlace was given an audience that does not exist, or a language that was not imported. */
  | 'option.unknown'
  /** explainPlace was given something that is no list of reasons. */
  | 'because.notGiven'
  /** prioritise or shadowPrices was given decisions that are no list, set, generator or the like. */
  | 'decisions.notIterable'
  /** prioritise or shadowPrices was given a capacity that is none; `issues` say what. */
  | 'capacity.invalid'
  /** choosingAtPrices was given a capacity or prices that are none, or a pool without a price; `issues` say what. */
  | 'prices.invalid'
  /** Decisions are in several currencies, and the capacity gives no rate between them. */
  | 'currency.mixed'
  /** simulate was given an option that is none, or out of its range. */
  | 'simulate.option'
  /** A world wrote a record that parseCase refuses; `issues` say why. */
  | 'simulate.record'
  | TrainFailureCode

/** Why nothing was fitted: what to do about it stands in the message. There is never a model then. */
export type TrainFailureCode =
  /** An option that is none, or out of its range. */
  | 'train.option'
  /** No rows at all. */
  | 'train.noRows'
  /** A row that is not `{ case, asOf, bad }` with an outcome of 0 or 1 and a valid instant. */
  | 'train.row'
  /** A case that `parseCase` or the instant refuses; `issues` say why. */
  | 'train.caseRefused'
  /** An id that stands already. */
  | 'train.duplicateId'
  /** A lender's own characteristic that is text where a number is declared. */
  | 'train.value'
  /** All outcomes are good, all are bad, or too few are one of them. */
  | 'train.oneClass'
  /** A characteristic asked for by name is missing everywhere. */
  | 'train.allMissing'
  /** A characteristic asked for by name has one value everywhere. */
  | 'train.constant'
  /** No characteristic says anything of the outcome. */
  | 'train.noInformation'
  /** Good and bad can be told apart without error. */
  | 'train.separated'
  | 'train.notConverged'
  /** A model that is none, or that the format it is exported to cannot carry; `issues` say what is wrong. */
  | 'train.model'
  /** The two solvers found different coefficients. */
  | 'train.solversDiffer'

/** An Error with a `code`, and `issues` where data was refused. */
export interface Failure extends Error {
  readonly code: FailureCode
  readonly issues: readonly Issue[]
}

/**
 * What a message says of data that was refused: what is wrong first, and where. Keys, never a value that may be a
 * person's.
 */
export const firstFault = ([first]: readonly Issue[]): string =>
  first === undefined ? '' : `${first.message}${first.path === '' ? '' : ` (at ${first.path})`}`

/** Makes the error to throw. The message never carries a borrower's data. */
export function failure(code: FailureCode, message: string, issues: readonly Issue[] = []): Failure {
  return Object.assign(new Error(message), { name: 'ArrearsFailure', code, issues })
}
