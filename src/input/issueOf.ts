import { type Issue, type IssueCode, type IssueParams, type Params, pointerStep } from '../words/issue.ts'

/** Of a value at fault a message shows this much, of a key a pointer. */
const SHOWN = 60

/** An issue whose sentence says what was expected and what came. */
export const issueOf = <Code extends IssueCode>(
  code: Code,
  path: string,
  expected: string,
  got: string,
  params?: Params,
): Issue<Code> => ({
  code,
  path,
  message: `Expected ${expected}, but got ${got}.`,
  // Which figures come with a code is said in `IssueParams`; the checks that find it hand them on as they are.
  params: { ...params, expected, got } as unknown as IssueParams[Code],
})

/**
 * A value at fault for a sentence: scalars as JSON, the first 60 characters, nothing unprintable; of lists and
 * objects only what they are.
 */
export function shownValue(value: unknown): string {
  if (typeof value === 'string') return shownText(value)
  return typeof value === 'object' ? kindOf(value) : String(value)
}

/** The kind of a JSON value for a sentence: 'a string', 'a number', 'null', 'a list'. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

const shownText = (text: string): string =>
  `"${cut(text).replaceAll(/["\\\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, escaped)}"`

function cut(text: string): string {
  if (text.length <= SHOWN) return text
  // A cut between the halves of a surrogate pair would leave the first one alone.
  const end = /[\uD800-\uDBFF]/.test(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN
  return `${text.slice(0, end)}…`
}

/** A JSON Pointer (RFC 6901) to what an issue is about, with long keys cut. */
export const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((key) => pointerStep(cut(String(key)))).join('')

const escaped = (char: string): string =>
  char === '"' || char === '\\'
    ? `\\${char}`
    : `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
