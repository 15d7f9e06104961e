import type { Issue } from '../words/issue.ts'
import { issueOf } from './issueOf.ts'

/** No reader needs more issues of one record than this; where there are more, the search for them stops. */
export const MAX_ISSUES = 1_000

/** Whether enough were found to know that there are too many: one more than can be told. */
export const isFull = (issues: readonly unknown[]): boolean => issues.length > MAX_ISSUES

/** The issues a record is refused with: all of them, or as many as are told and in the last place how many are not. */
export function told(issues: readonly Issue[]): readonly Issue[] {
  if (!isFull(issues)) return issues
  const maximum = MAX_ISSUES - 1
  const params = { maximum, more: issues.length - maximum }
  const summary = issueOf(
    'list.tooLong',
    '',
    `at most ${maximum} issues in a record`,
    `${issues.length} or more`,
    params,
  )
  return [...issues.slice(0, maximum), summary]
}
