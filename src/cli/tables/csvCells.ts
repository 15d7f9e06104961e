/** Why a text is no row of cells: a quote that does not close in it, or one that closes before the cell ends. */
export type NoCells = 'open' | 'torn'

/**
 * The cells of a row of a CSV file (RFC 4180): cells with delimiters, quotes or line ends stand in double quotes, a
 * quote inside one is doubled. `text` is the row without its line end.
 *
 * @example
 * csvCells('a,"b ""c"", d"', ',') // => ['a', 'b "c", d']; csvCells('a,"b', ',') // => 'open'
 */
export function csvCells(text: string, delimiter: string): readonly string[] | NoCells {
  if (!text.includes('"')) return text.split(delimiter)
  const cells: string[] = []
  let at = 0
  for (;;) {
    let end: number
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1)
      if (close < 0) return 'open'
      cells.push(text.slice(at + 1, close).replaceAll('""', '"'))
      end = close + 1
      if (end < text.length && text[end] !== delimiter) return 'torn'
    } else {
      end = text.indexOf(delimiter, at)
      if (end < 0) end = text.length
      const cell = text.slice(at, end)
      // A row on several lines: only quotes can hold a line end.
      if (cell.includes('\n')) return 'torn'
      cells.push(cell)
    }
    if (end >= text.length) return cells
    at = end + 1
  }
}

/** The place of the first quote from `from` on that is not doubled; -1 where there is none. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at
  return -1
}
