import type * as z from 'zod/mini'
import { type Issue, pointerStep } from '../kernel/issue.ts'
import { issueOf, kindOf, shownValue } from './issueOf.ts'
import type { OwnCheck } from './ownChecks.ts'

/** Turns zod's issues into ours. zod must have been asked to report the input (`reportInput`), or nothing is known of what came. */

/** A JSON Pointer (RFC 6901) from zod's path. */
const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((key) => pointerStep(String(key))).join('')

/** Names, keys and the lender's own fields: what stands there may tell who somebody is, so messages do not show it. */
const HIDDEN = /^\/(metadata|features)(\/|$)|\/(id|borrower|account|point|key)$/

/** Every zod issue gives one of ours, an object with unknown fields one for each of them. */
export const issuesOfZod = (zodIssues: readonly z.core.$ZodIssue[]): Issue[] => zodIssues.flatMap(issuesOfOne)

function issuesOfOne(issue: z.core.$ZodIssue): Issue[] {
  const { path, input } = issue
  const pointer = pointerOf(path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        issueOf('field.unknown', pointer + pointerStep(key), 'no field of this name', shownValue(key)),
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
