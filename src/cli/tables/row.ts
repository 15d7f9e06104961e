import type { RowFault } from './csvRecords.ts'

/**
 * A row of a table on its way through the ordering, as a list of JSON: which source it is from and where in it, both as
 * text, its account's id, and the cells of its columns, or what is wrong with it.
 */
export type Row = readonly [
  source: string,
  line: string,
  id: string,
  ...cells: readonly (string | null)[] | readonly [RowFault],
]

/** Where the cells begin. */
export const FIRST_CELL = 3

export const faultOfRow = (row: Row): RowFault | undefined => {
  const cell = row[FIRST_CELL]
  return typeof cell === 'object' && cell !== null ? cell : undefined
}

/** No field is as long; what is longer is refused all the same. */
export const MAX_CELL = 10_000

/** Without the blanks that columns of a fixed width are filled with. */
export const trimmed = (cell: string): string => {
  const last = cell.length - 1
  return cell.charCodeAt(0) === 32 || cell.charCodeAt(last) === 32 ? cell.replace(/^ +| +$/g, '') : cell
}
