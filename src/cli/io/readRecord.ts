import { issueOf } from '../../input/issueOf.ts'
import type { Issue } from '../../words/issue.ts'
import { type InputLine, MAX_LINE_BYTES } from './lines.ts'

/** A line that is no record for `decide`: where it stands, whose it is where that could be read, and what is wrong. */
export interface Reject {
  readonly line: number
  readonly id: string | null
  readonly issues: readonly Issue[]
}

/** What stands on a line: a JSON value with its id, or what is wrong. */
export type CaseRecord =
  | { readonly ok: true; readonly line: number; readonly id: string | null; readonly value: unknown }
  | ({ readonly ok: false } & Reject)

/** A mark inside the text is data; only one before the first line is dropped, and that is done already. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Reads one line; undefined when there is nothing on it but white space. */
export function readCaseLine({ number, bytes }: InputLine): CaseRecord | undefined {
  if (bytes === undefined) {
    const expected = `at most ${MAX_LINE_BYTES} bytes on a line`
    return unreadableRecord(number, issueOf('line.tooLong', '', expected, 'more', { max: MAX_LINE_BYTES }))
  }
  const text = decoded(bytes)
  if (text === undefined) {
    return unreadableRecord(number, issueOf('encoding.invalid', '', 'UTF-8', 'bytes that are none'))
  }
  if (text.trim() === '') return undefined
  const parsed = fromJson(text)
  if (!parsed.ok) {
    // The parser's own words quote the line, and with it the borrower.
    return unreadableRecord(
      number,
      issueOf('json.invalid', '', 'one JSON object on the line', 'text that is not JSON'),
    )
  }
  return { ok: true, line: number, id: idOf(parsed.value), value: parsed.value }
}

const unreadableRecord = (line: number, issue: Issue): CaseRecord => ({
  ok: false,
  line,
  id: null,
  issues: [issue],
})

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

function fromJson(text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return { ok: false }
  }
}

/** The id of a record, whatever else is wrong with it; null when there is none the contract allows. */
function idOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'id')) return null
  const { id } = value as { id: unknown }
  return typeof id === 'string' && id.length >= 1 && id.length <= 128 ? id : null
}
