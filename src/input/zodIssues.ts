import type * as z from 'zod/mini'
import { type Issue, type IssueCode, type Params, pointerStep } from '../kernel/issue.ts'
import type { OwnCheck } from './fields.ts'
import { issueOf, kindOf, shownValue } from './issueOf.ts'

/** Turns zod's issues into ours. zod must have been asked to report the input (`reportInput`), or nothing is known of what came. */

type ZodIssue = z.core.$ZodIssue

/** A JSON Pointer (RFC 6901) from zod's path. */
const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((key) => pointerStep(String(key))).join('')

/** Names, keys and the lender's own fields: what stands there may tell who somebody is, so messages do not show it. */
const HIDDEN = /^\/(metadata|features)(\/|$)|\/(id|borrower|account|point|key)$/

/** Every zod issue gives one of ours, an object with unknown fields one for each of them. */
export function issuesOfZod(zodIssues: readonly ZodIssue[], above: readonly PropertyKey[] = []): Issue[] {
  return zodIssues.flatMap((issue) => issuesOfOne(issue, [...above, ...issue.path]))
}

function issuesOfOne(issue: ZodIssue, path: readonly PropertyKey[]): Issue[] {
  const pointer = pointerOf(path)
  switch (issue.code) {
    case 'invalid_type':
      return [mistyped(pointer, kindExpected(issue.expected), issue.input)]
    case 'invalid_value':
      return [notAmong(pointer, issue.values, issue.input)]
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        issueOf('field.unknown', pointer + pointerStep(key), 'no field of this name', shownValue(key)),
      )
    case 'invalid_key':
      return issuesOfZod(issue.issues, path)
    case 'invalid_union':
      return issuesOfUnion(issue, path)
    case 'too_small':
    case 'too_big':
      return [outOfBounds(issue, pointer)]
    case 'custom': {
      const own = issue.params as OwnCheck | undefined
      return [faulty(own?.code ?? 'type.wrong', pointer, own?.expected ?? 'another value', issue.input)]
    }
    default:
      return [mistyped(pointer, 'another value', issue.input)]
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  null: 'null',
}
const kindExpected = (kind: string): string => KINDS[kind] ?? 'an object'

const shown = (pointer: string, input: unknown): string =>
  HIDDEN.test(pointer) ? kindOf(input) : shownValue(input)

const faulty = (code: IssueCode, pointer: string, expected: string, input: unknown, params?: Params): Issue =>
  issueOf(code, pointer, expected, shown(pointer, input), params)

const mistyped = (pointer: string, expected: string, input: unknown): Issue =>
  input === undefined
    ? issueOf('field.missing', pointer, expected, 'nothing')
    : faulty('type.wrong', pointer, expected, input)

function notAmong(pointer: string, values: readonly unknown[], input: unknown): Issue {
  const allowed = values.map((value) => JSON.stringify(value)).join(', ')
  const expected = values.length === 1 ? allowed : `one of ${allowed}`
  return values.some((value) => typeof value === typeof input)
    ? faulty('value.unknown', pointer, expected, input, { allowed })
    : mistyped(pointer, expected, input)
}

type OutOfBounds = z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig

function outOfBounds(issue: OutOfBounds, pointer: string): Issue {
  const small = issue.code === 'too_small'
  const bound = Number(small ? issue.minimum : issue.maximum)
  const params: Params = small ? { minimum: bound } : { maximum: bound }
  const least = small ? 'at least' : 'at most'
  const size = (issue.input as { readonly length?: number } | undefined)?.length ?? 0
  switch (issue.origin) {
    case 'string':
      return small
        ? issueOf('string.tooShort', pointer, `${least} ${counted(bound, 'character')}`, 'fewer', params)
        : issueOf('string.tooLong', pointer, `${least} ${counted(bound, 'character')}`, `${size}`, params)
    case 'array':
      return small
        ? issueOf(
            'field.missing',
            `${pointer}/${size}`,
            `${least} ${counted(bound, 'item')}`,
            `${size}`,
            params,
          )
        : issueOf('list.tooLong', pointer, `${least} ${counted(bound, 'item')}`, `${size}`, params)
    default: {
      const than = small ? 'a number above' : 'a number below'
      const expected = issue.inclusive === false ? `${than} ${bound}` : `${least} ${bound}`
      return faulty('number.outOfRange', pointer, expected, issue.input, params)
    }
  }
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

/** Of several alternatives, the one the value comes closest to: one that has the same type. */
function issuesOfUnion(issue: z.core.$ZodIssueInvalidUnion, path: readonly PropertyKey[]): Issue[] {
  if ('options' in issue && issue.discriminator !== undefined) {
    const tag = (issue.input as Readonly<Record<string, unknown>> | undefined)?.[issue.discriminator]
    return [notAmong(pointerOf(path), issue.options ?? [], tag)]
  }
  const alternatives: Issue[][] = issue.errors.map((errors) => issuesOfZod(errors, path))
  const here = pointerOf(path)
  const closest = alternatives.find((issues) =>
    issues.every(({ code, path: at }) => at !== here || (code !== 'type.wrong' && code !== 'field.missing')),
  )
  return closest ?? [mistyped(here, 'a value of another kind', issue.input)]
}
