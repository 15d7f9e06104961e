import type { IssueCode } from '../../words/issue.ts'

/** What is wrong with a row as such; `expected` and `got` complete "Expected …, but got …". */
export interface RowFault {
  readonly code: IssueCode
  readonly expected: string
  readonly got: string
}

/**
 * A row of a table on its way through the ordering: which source it is from and where in it, both as text, its account's
 * id, and the cells of its columns, or what is wrong with it.
 */
export type Row = readonly [
  source: string,
  line: string,
  id: string,
  ...cells: readonly (string | null)[] | readonly [RowFault],
]

/** Between the parts of a line for the ordering, and the cells of a row in it: files with these in them are refused. */
export const PART_END = '\u001e'
export const CELL_END = '\u001f'

/** A row as text on one line: its cells with a separator between, or JSON where one of them would tear it. */
export function rowText(row: Row): string {
  const text = row.join(CELL_END)
  return faultOfRow(row) !== undefined || text.includes('\n') || text.includes('\r')
    ? JSON.stringify(row)
    : text
}

export const rowOf = (text: string): Row =>
  text.startsWith('[') ? JSON.parse(text) : (text.split(CELL_END) as readonly string[] as Row)

/** Where the cells begin. */
export const FIRST_CELL = 3

export const faultOfRow = (row: Row): RowFault | undefined => {
  const cell = row[FIRST_CELL]
  return typeof cell === 'object' && cell !== null ? cell : undefined
}

/** No field is as long; what is longer is refused all the same. */
export const MAX_CELL = 10_000
/** No id is as long; what is longer is refused all the same. */
export const MAX_ID = 500

/** Longer rows take more memory to order than there is, however few fit into it at once. */
export const MAX_ROW_BYTES = 4096
export const ROW_TOO_LONG: RowFault = {
  code: 'line.tooLong',
  expected: `at most ${MAX_ROW_BYTES} bytes in the cells of a row that are read`,
  got: 'more',
}

/** Without the blanks that columns of a fixed width are filled with. */
export const trimmed = (cell: string): string => {
  const last = cell.length - 1
  return cell.charCodeAt(0) === 32 || cell.charCodeAt(last) === 32 ? cell.replace(/^ +| +$/g, '') : cell
}
