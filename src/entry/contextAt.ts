import { parseAsOf } from '../input/asOf.ts'
import type { Context } from '../input/context.ts'
import { valid } from './createContext.ts'
import { requireContext } from './pipeline.ts'

/**
 * The same context at another instant: only the clock moves. What was read of its policy, packs and model is shared,
 * so this costs about a microsecond where `createContext` with a policy of one's own costs a thousand: make
 * one context for a policy, and one more of it for each instant to decide as of.
 *
 * @throws a Failure with code `context.notMade`, or `context.invalid` and `issues` when `asOf` is no instant with an
 * offset.
 * @example
 * contextAt(context, '2026-11-26T02:00:00+08:00').asOf // => '2026-11-26T02:00:00+08:00'
 */
export function contextAt(context: Context, asOf: string): Context {
  requireContext(context)
  const { asOf: text, asOfSecond } = valid('asOf', parseAsOf(asOf))
  return Object.freeze({ ...context, asOf: text, asOfSecond })
}
