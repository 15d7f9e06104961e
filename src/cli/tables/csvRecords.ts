import { MAX_LINE_BYTES } from '../lines.ts'
import { cellsBefore, type RowSoFar, readCells, startRow } from './csvCells.ts'
import { CELL_END, PART_END, type RowFault } from './row.ts'
import type { TextLine } from './textLines.ts'

/** A row of a CSV file. */
export interface CsvRecord {
  /** The physical line it begins on, from 1. */
  readonly line: number
  /** Of a row that is at fault those before the fault. */
  readonly cells: readonly string[]
  /** Why it cannot be read. */
  readonly fault: RowFault | undefined
}

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
  /** A row with a quote that is open yet. */
  let row: RowSoFar | undefined
  /** Its lines: where the quote never closes they are rows by themselves. */
  let lines: TextLine[] = []
  let length = 0

  const refuse = ({ line, text, fault }: TextLine, why: keyof typeof FAULTS): void => {
    const cells = cellsBefore(text, delimiter, fault === 'line.tooLong')
    records.push({ line, cells, fault: FAULTS[why] })
  }

  function push(one: TextLine): void {
    const { line, text, fault } = one
    if (row !== undefined && (fault !== undefined || length + text.length > MAX_RECORD)) {
      giveUp()
      push(one)
    } else if (fault !== undefined) refuse(one, fault)
    else if (hasSeparators(text)) refuse(one, 'separators')
    else if (row !== undefined) goOn(row, one)
    else if (!text.startsWith(' ') || text.trim() !== '') {
      const begun = startRow()
      const state = readCells(begun, text, delimiter)
      if (state === 'whole') records.push({ line, cells: begun.cells, fault: undefined })
      else if (state === 'torn') refuse(one, 'torn')
      else {
        row = begun
        lines = [one]
        length = text.length
      }
    }
  }

  function goOn(open: RowSoFar, one: TextLine): void {
    // Empty lines between were left out.
    for (let line = (lines.at(-1)?.line ?? 0) + 1; line < one.line; line++) open.open.push('')
    lines.push(one)
    length += one.text.length
    const state = readCells(open, one.text, delimiter)
    if (state === 'torn') giveUp()
    if (state !== 'whole') return
    records.push({ line: lines[0]?.line ?? one.line, cells: open.cells, fault: undefined })
    row = undefined
  }

  function giveUp(): void {
    const [first, ...others] = lines
    row = undefined
    if (first !== undefined) refuse(first, 'torn')
    for (const one of others) push(one)
  }

  return {
    push,
    end(): void {
      while (row !== undefined) giveUp()
    },
    take(): readonly CsvRecord[] {
      const taken = records
      records = []
      return taken
    },
  }
}
