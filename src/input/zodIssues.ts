import type * as z from 'zod/mini'
import type { Issue } from '../words/issue.ts'
import { issueOf, kindOf, pointerTo, shownValue } from './issueOf.ts'
import type { OwnCheck } from './ownChecks.ts'

/** Turns zod's issues into ours. zod must have been asked to report the input (`reportInput`), or nothing is known of what came. */

/** Names, keys and the lender's own fields: what stands there may tell who somebody is, so messages do not show it. */
const HIDDEN = /^\/(metadata|features)(\/|$)|\/(id|borrower|account|point|key)$/

/** Every zod issue gives one of ours: all of them are of checks of our own. */
export function issueOfZod({ path, params, input }: z.core.$ZodIssueCustom): Issue {
  const { code, expected, params: told, counts } = params as unknown as OwnCheck
  const pointer = pointerTo(path)
  if (code === 'type.wrong' || (code === 'value.unknown' && typeof input !== 'string'))
    return mistyped(pointer, expected, input)
  if (code === 'field.unknown') return issueOf(code, pointer, expected, shownValue(path.at(-1)))
  const got = counts ? String((input as { readonly length: number }).length) : shown(pointer, input)
  return issueOf(code, pointer, expected, got, told)
}

const shown = (pointer: string, input: unknown): string =>
  HIDDEN.test(pointer) ? kindOf(input) : shownValue(input)

const mistyped = (pointer: string, expected: string, input: unknown): Issue =>
  input === undefined
    ? issueOf('field.missing', pointer, expected, 'nothing')
    : issueOf('type.wrong', pointer, expected, shown(pointer, input))
