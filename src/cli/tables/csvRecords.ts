import type { IssueCode } from '../../kernel/issue.ts'
import { MAX_LINE_BYTES } from '../lines.ts'
import { csvCells } from './csvCells.ts'
import { CELL_END, PART_END } from './row.ts'
import type { TextLine } from './textLines.ts'

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
  batches: AsyncIterable<readonly TextLine[]>,
  delimiter: string,
): AsyncGenerator<readonly CsvRecord[], void> {
  const reader = recordReader(delimiter)
  for await (const lines of batches) {
    for (const line of lines) reader.push(line)
    yield reader.take()
  }
  reader.end()
  yield reader.take()
}

/** What the ordering puts between the parts of a row: no row may have them. */
const hasSeparators = (text: string): boolean => text.includes(PART_END) || text.includes(CELL_END)

const FAULTS = {
  'line.tooLong': {
    code: 'line.tooLong',
    expected: `at most ${MAX_LINE_BYTES} bytes on a line`,
    got: 'more',
  },
  'encoding.invalid': { code: 'encoding.invalid', expected: 'UTF-8', got: 'bytes that are none' },
  torn: {
    code: 'row.invalid',
    expected: 'quotes that open and close with a cell',
    got: 'a row that is torn',
  },
  separators: {
    code: 'row.invalid',
    expected: 'a row without the control characters U+001E and U+001F',
    got: 'one with them',
  },
} as const satisfies Readonly<Record<string, RowFault>>

/** Puts lines together to rows. */
function recordReader(delimiter: string) {
  let records: CsvRecord[] = []
  /** The lines of a row with a quote that is open yet. */
  let open: { readonly line: number; readonly text: string }[] = []
  let length = 0

  function push(one: TextLine): void {
    const { line, text, fault } = one
    if (open.length > 0 && (text === undefined || length + text.length > MAX_RECORD)) {
      giveUp()
      push(one)
    } else if (text === undefined) records.push({ line, fault: FAULTS[fault ?? 'encoding.invalid'] })
    else if (hasSeparators(text)) records.push({ line, fault: FAULTS.separators })
    else if (open.length > 0) goOn(line, text)
    else begin(line, text)
  }

  function begin(line: number, text: string): void {
    if (text.startsWith(' ') && text.trim() === '') return
    const cells = csvCells(text, delimiter)
    if (cells === 'torn') records.push({ line, fault: FAULTS.torn })
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
    if (first !== undefined) records.push({ line: first.line, fault: FAULTS.torn })
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
