import { MAX_LINE_BYTES } from '../io/lines.ts'
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

/** A row that is being read, line by line: it changes with every call of `readCells`. */
export interface RowSoFar {
  readonly cells: string[]
  /** The lines, up to here, of a cell whose quote is open. */
  readonly open: string[]
}

const startRow = (): RowSoFar => ({ cells: [], open: [] })

/** Whether a row ends with its line, goes on in the next one, or has a quote that closes before its cell ends. */
export type CsvRowState = 'whole' | 'open' | 'torn'

/**
 * Adds a line to a row of a CSV file (RFC 4180): cells with delimiters, quotes or line ends stand in double quotes, a
 * quote inside one is doubled. Every line is looked at once, however many the row has. Of a torn row the cells are those
 * before the tear.
 *
 * @example
 * readCells(row, 'a,"b ""c"", d"', ',') // => 'whole', and row.cells is ['a', 'b "c", d']
 */
function readCells({ cells, open }: RowSoFar, line: string, delimiter: string): CsvRowState {
  let at = 0
  let quoted = open.length > 0
  if (!quoted && !line.includes('"')) {
    for (const cell of line.split(delimiter)) cells.push(cell)
    return 'whole'
  }
  for (;;) {
    let end: number
    if (quoted || line[at] === '"') {
      const from = quoted ? at : at + 1
      const close = closingQuote(line, from)
      open.push(line.slice(from, close < 0 ? undefined : close))
      if (close < 0) return 'open'
      end = close + 1
      if (end < line.length && line[end] !== delimiter) return 'torn'
      cells.push(open.join('\n').replaceAll('""', '"'))
      open.length = 0
      quoted = false
    } else {
      end = line.indexOf(delimiter, at)
      if (end < 0) end = line.length
      cells.push(line.slice(at, end))
    }
    if (end >= line.length) return 'whole'
    at = end + 1
  }
}

/** The cells of a line up to where it cannot be read; of one that was cut off, without the last. */
function cellsBefore(line: string, delimiter: string, cutOff: boolean): readonly string[] {
  const row = startRow()
  const state = readCells(row, line, delimiter)
  return cutOff && state === 'whole' ? row.cells.slice(0, -1) : row.cells
}

/** The place of the first quote from `from` on that is not doubled; -1 where there is none. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at
  return -1
}
