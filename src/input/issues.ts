import type * as z from 'zod/mini'
import type { Issue, IssueCode, Params } from '../words/issue.ts'
import { issueOf, kindOf, pointerTo, shownValue } from './issueOf.ts'
import { valueAt } from './sound.ts'

/** Turns zod's issues into ours. */

/** What a check of our own tells zod of a fault, in an issue's `params`; its message completes "Expected …". */
export interface Fault {
  readonly code: IssueCode
  /** What came, for a sentence; default: the value that stands there. */
  readonly got?: string
  /** Whether it lies between parts that are sound in themselves. */
  readonly crosses?: boolean
}

/** One fault at one place: unions, keys and the like that zod tells of in one issue are taken apart. */
export interface Finding {
  readonly path: IssuePath
  /** Undefined: a value of the wrong type, or none. */
  readonly code: IssueCode | undefined
  readonly expected: string
  /** What came, where the value that stands there does not say it. */
  readonly got?: string | undefined
  readonly params?: Params | undefined
  /** See `Fault`. */
  readonly crosses?: boolean
}

type IssuePath = readonly PropertyKey[]

const TYPES: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

/** What zod found in `root`, in zod's order: that of a schema's fields, unknown ones after them. */
export const findingsOf = (issues: readonly z.core.$ZodIssue[], root: unknown): Finding[] =>
  worthTelling(issues).flatMap((issue) => findings(issue, [], root))

/** Of one place the first fault: zod asks a list where a text should be for its length, too. */
const worthTelling = (issues: readonly z.core.$ZodIssue[]): readonly z.core.$ZodIssue[] =>
  issues.filter((issue, i) => {
    const before = issues[i - 1]
    return before === undefined || !isAtOnePlace(issue, before) || isOfWhole(issue)
  })

const isAtOnePlace = ({ path = [] }: z.core.$ZodIssue, { path: other = [] }: z.core.$ZodIssue): boolean =>
  path.length === other.length && path.every((key, i) => key === other[i])

/** Whether it is about an object as a whole, whatever else is wrong with it. */
const isOfWhole = (issue: z.core.$ZodIssue): boolean =>
  issue.code === 'unrecognized_keys' || (issue.code === 'custom' && issue.params?.crosses === true)

function findings(issue: z.core.$ZodIssue, above: IssuePath, root: unknown): readonly Finding[] {
  const path = [...above, ...(issue.path ?? [])]
  switch (issue.code) {
    case 'invalid_type':
      return [{ path, code: undefined, expected: TYPES[issue.expected] ?? issue.expected }]
    case 'invalid_value':
      return [ofWords(issue.values.map(String), path, root)]
    case 'too_small':
    case 'too_big':
      return [ofBound(issue, path, root)]
    case 'invalid_format':
      return [{ path, code: 'string.pattern', expected: issue.message }]
    case 'unrecognized_keys':
      return issue.keys.map((key) => ofUnknown(key, path))
    case 'invalid_key':
      return issue.issues
        .flatMap((inner) => findings(inner, path, root))
        .map((inner) => ({ ...inner, got: shown(pointerTo(path), path.at(-1)) }))
    case 'invalid_union':
      return ofUnion(issue, path, root)
    default:
      return [ofOwnCheck(issue as z.core.$ZodIssueCustom, path)]
  }
}

const ofUnknown = (key: string, path: IssuePath): Finding => ({
  path: [...path, key],
  code: 'field.unknown',
  expected: 'no field of this name',
  got: shownValue(key),
})

function ofWords(words: readonly string[], path: IssuePath, root: unknown): Finding {
  const allowed = words.map((word) => `"${word}"`).join(', ')
  const expected = words.length === 1 ? allowed : `one of ${allowed}`
  return typeof valueAt(root, path) === 'string'
    ? { path, code: 'value.unknown', expected, params: { allowed } }
    : { path, code: undefined, expected }
}

function ofBound(
  issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
  path: IssuePath,
  root: unknown,
): Finding {
  const small = issue.code === 'too_small'
  const bound = Number(small ? issue.minimum : issue.maximum)
  const params = small ? { minimum: bound } : { maximum: bound }
  if (issue.origin === 'number') {
    const words = issue.inclusive ? ['at least', 'at most'] : ['a number above', 'a number below']
    return { path, code: 'number.outOfRange', expected: `${words[small ? 0 : 1]} ${bound}`, params }
  }
  const units = issue.origin === 'string' ? 'character' : 'item'
  const expected = small ? `at least ${bound} ${units}` : `at most ${bound} ${units}s`
  const got = String((valueAt(root, path) as { readonly length: number } | undefined)?.length)
  if (issue.origin === 'string')
    return { path, code: small ? 'string.tooShort' : 'string.tooLong', expected, params, got }
  return small
    ? { path: [...path, bound - 1], code: 'field.missing', expected, params, got }
    : { path, code: 'list.tooLong', expected, params, got }
}

function ofUnion(issue: z.core.$ZodIssueInvalidUnion, path: IssuePath, root: unknown): readonly Finding[] {
  if (issue.discriminator !== undefined && 'options' in issue)
    return [ofWords((issue.options ?? []).map(String), path, root)]
  const value = valueAt(root, path)
  const meant = issue.errors.find((errors) => errors.every((error) => isOfType(error, value)))
  if (meant === undefined && issue.message !== NO_MESSAGE)
    return [{ path, code: undefined, expected: issue.message }]
  return worthTelling(meant ?? issue.errors.at(-1) ?? []).flatMap((error) => findings(error, path, root))
}

/** What zod says where a schema says nothing of its own. */
const NO_MESSAGE = 'Invalid input'

/** Whether a fault leaves it possible that a value of this type was meant. */
function isOfType(issue: z.core.$ZodIssue, value: unknown): boolean {
  if (issue.path.length > 0) return true
  return issue.code !== 'invalid_type' && (issue.code !== 'invalid_value' || typeof value === 'string')
}

function ofOwnCheck({ params, message }: z.core.$ZodIssueCustom, path: IssuePath): Finding {
  const { code, got, crosses } = params as unknown as Fault
  return { path, code, expected: message, got, crosses: crosses === true }
}

/** Names, keys and the lender's own fields: what stands there may tell who a person is, so messages do not show it. */
const HIDDEN = /^\/(metadata|features)(\/|$)|\/(id|borrower|account|point|key)$/

const shown = (pointer: string, value: unknown): string =>
  HIDDEN.test(pointer) ? kindOf(value) : shownValue(value)

/** An issue about what was found in `root`. */
export function issueOfFinding({ path, code, expected, got, params }: Finding, root: unknown): Issue {
  const pointer = pointerTo(path)
  if (got !== undefined) return issueOf(code ?? 'type.wrong', pointer, expected, got, params)
  const value = valueAt(root, path)
  if (value === undefined) return issueOf(code ?? 'field.missing', pointer, expected, 'nothing', params)
  return issueOf(code ?? 'type.wrong', pointer, expected, shown(pointer, value), params)
}
