import type { Context } from '../input/context.ts'
import { comparing, type PolicyComparison } from '../portfolio/policyComparison.ts'
import { failure } from '../words/failure.ts'
import { decideOne } from './decide.ts'
import { requireContext } from './pipeline.ts'

/**
 * Decides every case in two contexts, and tells who would move from which action to which, and why. Takes records as
 * JSON values or already parsed; what one of the two refuses is counted as rejected.
 *
 * @throws a Failure with code `context.notMade` or `cases.notIterable`.
 * @example
 * comparePolicies(cases, createContext({ asOf }), createContext({ asOf, policy }))
 * // => { flows: [{ from: 'wait', to: 'call', count: 12, because: { 'value.highest': 12, 'value.lower': 12 } }, …], a: …, b: … }
 */
export function comparePolicies(
  cases: Iterable<unknown>,
  contextA: Context,
  contextB: Context,
): PolicyComparison {
  requireContext(contextA)
  requireContext(contextB)
  if (typeof cases?.[Symbol.iterator] !== 'function')
    throw failure(
      'cases.notIterable',
      'comparePolicies takes a list of cases, or anything for…of can go through',
    )
  const comparison = comparing()
  for (const one of cases) {
    const a = decideOne(one, contextA)
    const b = decideOne(one, contextB)
    if (a.ok && b.ok) comparison.add(a.decision, b.decision)
    else comparison.reject()
  }
  return comparison.result()
}
