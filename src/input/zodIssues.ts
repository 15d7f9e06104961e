import type * as z from 'zod/mini'
import type { Issue } from '../kernel/issue.ts'
import { isFull } from './issueLimit.ts'
import { issueOf, kindOf, pointerTo, shownValue } from './issueOf.ts'
import type { OwnCheck } from './ownChecks.ts'

/** Turns zod's issues into ours. zod must have been asked to report the input (`reportInput`), or nothing is known of what came. */

/** Names, keys and the lender's own fields: what stands there may tell who somebody is, so messages do not show it. */
const HIDDEN = /^\/(metadata|features)(\/|$)|\/(id|borrower|account|point|key)$/

/** Every zod issue gives one of ours, an object with unknown fields one for each of them; no more once it is full. */
export const issuesOfZod = (zodIssues: readonly z.core.$ZodIssue[]): Issue[] => {
  const issues: Issue[] = []
  for (const one of zodIssues) if (!isFull(issues)) issues.push(...issuesOfOne(one))
  return issues
}

function issuesOfOne(issue: z.core.$ZodIssue): Issue[] {
  const { path, input } = issue
  const pointer = pointerTo(path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        issueOf('field.unknown', pointerTo([...path, key]), 'no field of this name', shownValue(key)),
      )
    case 'custom':
      return [faulty(pointer, issue.params as unknown as OwnCheck, input)]
    default:
      return [mistyped(pointer, 'an object', input)]
  }
}

/** A check of our own that failed. */
function faulty(pointer: string, { code, expected, params, counts }: OwnCheck, input: unknown): Issue {
  if (code === 'type.wrong' || (code === 'value.unknown' && typeof input !== 'string'))
    return mistyped(pointer, expected, input)
  const got = counts ? String((input as { readonly length: number }).length) : shown(pointer, input)
  return issueOf(code, pointer, expected, got, params)
}

const shown = (pointer: string, input: unknown): string =>
  HIDDEN.test(pointer) ? kindOf(input) : shownValue(input)

const mistyped = (pointer: string, expected: string, input: unknown): Issue =>
  input === undefined
    ? issueOf('field.missing', pointer, expected, 'nothing')
    : issueOf('type.wrong', pointer, expected, shown(pointer, input))
