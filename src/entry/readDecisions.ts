import type { Capacity } from '../input/capacityFile.ts'
import { parseCapacity } from '../input/capacitySchema.ts'
import { failure } from '../kernel/failure.ts'
import type { DecisionRow } from '../portfolio/decisionRow.ts'
import type { ReadProblem } from '../portfolio/problem.ts'
import { readProblem } from '../portfolio/readProblem.ts'

/** What `prioritise` and its like are given, checked and read. @throws a Failure as they say. */
export function readDecisions(decisions: Iterable<DecisionRow>, capacity: Capacity): ReadProblem {
  const parsed = parseCapacity(capacity)
  if (!parsed.ok)
    throw failure(
      'capacity.invalid',
      `the capacity is not valid: ${parsed.issues[0]?.message ?? ''}`,
      parsed.issues,
    )
  if (typeof decisions?.[Symbol.iterator] !== 'function' || typeof decisions === 'string')
    throw failure('decisions.notIterable', 'a list of decisions is needed, or anything for…of can go through')
  return readProblem(Array.isArray(decisions) ? decisions : [...decisions], parsed.value)
}
