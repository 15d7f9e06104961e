import type { Capacity } from '../input/capacityFile.ts'
import { parseCapacity } from '../input/capacitySchema.ts'
import { doneWith } from '../numbers/numberLists.ts'
import type { DecisionRow } from '../portfolio/decisionRow.ts'
import type { Prioritised } from '../portfolio/prioritised.ts'
import { prioritiseProblem, solveAtPrices } from '../portfolio/prioritiseProblem.ts'
import type { ReadProblem } from '../portfolio/problem.ts'
import { readProblem } from '../portfolio/readProblem.ts'
import { type ThumbRules, thumbRulesOf } from '../portfolio/thumbRules.ts'
import { failure, firstFault } from '../words/failure.ts'

/**
 * Who comes first when callers, visitors and the like are scarce: worklists in calling order that bring the most
 * together. Takes decisions whole or slim; each borrower gets at most one action, over all accounts. The same
 * decisions and capacity always give the same.
 *
 * @throws a Failure with code `capacity.invalid` (and `issues`), `decisions.notIterable`, `decision.notMade`, or
 * `currency.mixed` where the capacity gives no rate between currencies.
 * @example
 * const pools = [{ id: 'callers', unit: 'minute', available: 480, serves: [{ action: 'call' }] }]
 * prioritise(decisions, { currency: 'CNY', day: '2026-11-25', pools }).pools[0].used // => 480
 */
export const prioritise = (decisions: Iterable<DecisionRow>, capacity: Capacity): Prioritised =>
  withDecisions(decisions, capacity, prioritiseProblem)

/** Prices of what is scarce, what a plan at them brings, and what none can exceed; minor units of the capacity's currency. */
export interface ShadowPrices {
  /** Of one unit of each pool, by its id, to 6 decimals. */
  readonly prices: Readonly<Record<string, number>>
  readonly value: number
  readonly bound: number
}

/**
 * What one more unit of each pool would bring. With the prices each choice can be made on its own, anywhere: see
 * `choosingAtPrices`, and `arrears decide --prices`. For a sample of the decisions give the same share of each pool. Floors set no prices.
 *
 * @throws a Failure as `prioritise` does.
 * @example
 * shadowPrices(decisions, capacity).prices.callers // => 895.089214
 */
export const shadowPrices = (decisions: Iterable<DecisionRow>, capacity: Capacity): ShadowPrices =>
  withDecisions(decisions, capacity, solveAtPrices)

/**
 * What the three rules people go by would bring with the same pools: largest balance first, oldest first, lowest score
 * first, each account with its own best action while there is room.
 *
 * @throws a Failure as `prioritise` does.
 */
export const thumbRules = (decisions: Iterable<DecisionRow>, capacity: Capacity): ThumbRules =>
  withDecisions(decisions, capacity, thumbRulesOf)

/** Works with what `prioritise` and its like are given, checked and read. @throws a Failure as they say. */
function withDecisions<T>(
  decisions: Iterable<DecisionRow>,
  capacity: Capacity,
  work: (problem: ReadProblem) => T,
): T {
  const parsed = parseCapacity(capacity)
  if (!parsed.ok)
    throw failure(
      'capacity.invalid',
      `the capacity is not valid: ${firstFault(parsed.issues)}`,
      parsed.issues,
    )
  if (typeof decisions?.[Symbol.iterator] !== 'function' || typeof decisions === 'string')
    throw failure('decisions.notIterable', 'a list of decisions is needed, or anything for…of can go through')
  const problem = readProblem(Array.isArray(decisions) ? decisions : [...decisions], parsed.value)
  const found = work(problem)
  doneWith(Object.values(problem))
  return found
}
