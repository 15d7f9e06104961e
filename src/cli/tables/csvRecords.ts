import { isUtf8 } from 'node:buffer'
import type { IssueCode } from '../../kernel/issue.ts'
import { type Line, MAX_LINE_BYTES } from '../lines.ts'
import { asText } from './asText.ts'
import { csvCells } from './csvCells.ts'

/** What is wrong with a row as such; `expected` and `got` complete "Expected …, but got …". */
export interface RowFault {
  readonly code: IssueCode
  readonly expected: string
  readonly got: string
}

/** A row of a CSV file: the physical line it begins on, from 1, and its cells, or why it has none. */
export type CsvRecord =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly fault: RowFault }

/** A row goes on for so many characters at most: behind a quote that never closes come all the other rows. */
const MAX_RECORD = 256 * 1024

/**
 * The rows of a CSV file, batch by batch. Where quotes do not fit, the line they stand on is at fault and no other: the
 * lines after it are read as if it were not there.
 */
export async function* csvRecords(
  batches: AsyncIterable<readonly Line[]>,
  delimiter: string,
): AsyncGenerator<readonly CsvRecord[], void> {
  const reader = recordReader(delimiter)
  for await (const lines of batches) {
    for (const line of lines) reader.push(textOf(line))
    yield reader.take()
  }
  reader.end()
  yield reader.take()
}

interface TextLine {
  readonly line: number
  readonly text: string | RowFault
}

const TOO_LONG: RowFault = {
  code: 'line.tooLong',
  expected: `at most ${MAX_LINE_BYTES} bytes on a line`,
  got: 'more',
}
const NO_UTF8: RowFault = { code: 'encoding.invalid', expected: 'UTF-8', got: 'bytes that are none' }
const TORN: RowFault = {
  code: 'row.invalid',
  expected: 'quotes that open and close with a cell',
  got: 'a row that is torn',
}

function textOf({ number, bytes }: Line): TextLine {
  if (bytes === undefined) return { line: number, text: TOO_LONG }
  return { line: number, text: isUtf8(bytes) ? asText(bytes) : NO_UTF8 }
}

/** Puts lines together to rows. */
function recordReader(delimiter: string) {
  let records: CsvRecord[] = []
  /** The lines of a row with a quote that is open yet. */
  let open: { readonly line: number; readonly text: string }[] = []
  let length = 0

  function push(one: TextLine): void {
    const { line, text } = one
    if (open.length > 0 && (typeof text !== 'string' || length + text.length > MAX_RECORD)) {
      giveUp()
      push(one)
    } else if (typeof text !== 'string') records.push({ line, fault: text })
    else if (open.length > 0) goOn(line, text)
    else begin(line, text)
  }

  function begin(line: number, text: string): void {
    if (text.startsWith(' ') && text.trim() === '') return
    const cells = csvCells(text, delimiter)
    if (cells === 'torn') records.push({ line, fault: TORN })
    else if (cells === 'open') {
      open = [{ line, text }]
      length = text.length
    } else records.push({ line, cells })
  }

  function goOn(line: number, text: string): void {
    open.push({ line, text })
    length += text.length
    // Only a quote can close a quote.
    if (!text.includes('"')) return
    const cells = csvCells(joined(open), delimiter)
    if (cells === 'open') return
    if (cells === 'torn') giveUp()
    else {
      records.push({ line: open[0]?.line ?? line, cells })
      open = []
    }
  }

  function giveUp(): void {
    const [first, ...others] = open
    open = []
    if (first !== undefined) records.push({ line: first.line, fault: TORN })
    for (const one of others) push(one)
  }

  return {
    push,
    end(): void {
      while (open.length > 0) giveUp()
    },
    take(): readonly CsvRecord[] {
      const taken = records
      records = []
      return taken
    },
  }
}

/** Empty lines between them were left out. */
const joined = (lines: readonly { readonly line: number; readonly text: string }[]): string =>
  lines
    .map(({ line, text }, i) => `${'\n'.repeat(i === 0 ? 0 : line - (lines[i - 1]?.line ?? 0))}${text}`)
    .join('')
