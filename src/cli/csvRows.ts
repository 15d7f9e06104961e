/** A row of a CSV file: the physical line it begins on, from 1, and its cells. */
export interface CsvRow {
  readonly line: number
  readonly cells: readonly string[]
}

/**
 * The rows of a CSV text (RFC 4180): commas between, cells with commas, quotes or line ends in double quotes, a quote
 * inside one doubled. Lines end at LF or CRLF; empty ones are left out, a byte-order mark before the first is dropped.
 * Where the text is no CSV a row without cells ends the list.
 *
 * @example
 * csvRows('id,bad\n"a,1",0\n') // => [{ line: 1, cells: ['id', 'bad'] }, { line: 2, cells: ['a,1', '0'] }]
 */
export function csvRows(text: string): CsvRow[] {
  const rows: CsvRow[] = []
  let cells: string[] = []
  let line = 1
  let begun = 1
  const cell = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n][^,\r\n]*|))(,|\r?\n|$)/y
  cell.lastIndex = text.startsWith('\uFEFF') ? 1 : 0
  while (cell.lastIndex < text.length || cells.length > 0) {
    const found = cell.exec(text)
    if (found === null) return [...rows, { line: begun, cells: [] }]
    const [whole, quoted, plain, end] = found
    cells.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    line += whole.split('\n').length - 1
    if (end === ',') continue
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: begun, cells })
    cells = []
    begun = line
  }
  return rows
}
