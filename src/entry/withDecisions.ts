import type { Capacity } from '../input/capacityFile.ts'
import { parseCapacity } from '../input/capacitySchema.ts'
import { failure } from '../kernel/failure.ts'
import { doneWith } from '../kernel/numberLists.ts'
import type { DecisionRow } from '../portfolio/decisionRow.ts'
import type { ReadProblem } from '../portfolio/problem.ts'
import { readProblem } from '../portfolio/readProblem.ts'

/** Works with what `prioritise` and its like are given, checked and read. @throws a Failure as they say. */
export function withDecisions<T>(
  decisions: Iterable<DecisionRow>,
  capacity: Capacity,
  work: (problem: ReadProblem) => T,
): T {
  const parsed = parseCapacity(capacity)
  if (!parsed.ok)
    throw failure(
      'capacity.invalid',
      `the capacity is not valid: ${parsed.issues[0]?.message ?? ''}`,
      parsed.issues,
    )
  if (typeof decisions?.[Symbol.iterator] !== 'function' || typeof decisions === 'string')
    throw failure('decisions.notIterable', 'a list of decisions is needed, or anything for…of can go through')
  const problem = readProblem(Array.isArray(decisions) ? decisions : [...decisions], parsed.value)
  const found = work(problem)
  doneWith(Object.values(problem))
  return found
}
