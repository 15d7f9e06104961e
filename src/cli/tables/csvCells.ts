/** A row that is being read, line by line: it changes with every call of `readCells`. */
export interface RowSoFar {
  readonly cells: string[]
  /** The lines, up to here, of a cell whose quote is open. */
  readonly open: string[]
}

export const startRow = (): RowSoFar => ({ cells: [], open: [] })

/** Whether a row ends with its line, goes on in the next one, or has a quote that closes before its cell ends. */
export type RowState = 'whole' | 'open' | 'torn'

/**
 * Adds a line to a row of a CSV file (RFC 4180): cells with delimiters, quotes or line ends stand in double quotes, a
 * quote inside one is doubled. Every line is looked at once, however many the row has. Of a torn row the cells are those
 * before the tear.
 *
 * @example
 * readCells(row, 'a,"b ""c"", d"', ',') // => 'whole', and row.cells is ['a', 'b "c", d']
 */
export function readCells({ cells, open }: RowSoFar, line: string, delimiter: string): RowState {
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
export function cellsBefore(line: string, delimiter: string, cutOff: boolean): readonly string[] {
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
