import type { ColumnMapping, Mapping } from '../../input/mapping.ts'
import { TABLES, type TableField } from '../../input/tables.ts'
import { EXIT, type Stop, stop } from '../stop.ts'
import { type CellReader, cellReader } from './cellReader.ts'
import type { TableFile } from './tableFiles.ts'

/** A field of a table, and how its cells are read. */
export interface FieldPlan extends CellReader {
  readonly field: string
  readonly within: TableField['within']
  /** The same text for every row, where it is in no column. */
  readonly constant: string | undefined
}

/** How the rows of one file are read. */
export interface Source extends TableFile {
  /** The names of all its columns. */
  readonly header: readonly string[]
  /** The columns that are read: the id's, then those of `fields` that are no constants. */
  readonly columns: readonly string[]
  /** Places of columns without a name that nobody ignored: a cell in one of them is of nobody knows what. */
  readonly nameless: readonly number[]
  /** Those in columns first, in the order of `columns`, then constants; in the order of the tables' fields each. */
  readonly fields: readonly FieldPlan[]
  /** Cells that say nothing, besides empty ones. */
  readonly nulls: ReadonlySet<string>
}

/** What is said of a column, without how its days and numbers are written. */
const plain = <T extends ColumnMapping & Mapping>({ format: _, decimal: __, ...said }: T) => said

/**
 * Finds the columns of a file's fields among those it has.
 *
 * `typed`: columns that hold numbers or days rather than text, for which nobody has a format of their own.
 *
 * @throws a Stop that names every column that is lacking, and every one that nothing is known of: a misspelt column
 * would be a wish nobody sees.
 */
export function columnPlan(
  file: TableFile,
  header: readonly string[],
  mapping: Mapping,
  typed: ReadonlySet<string> = new Set(),
): Source {
  const { columns = {}, ignore = [] } = mapping.tables?.[file.table] ?? {}
  const ignored = new Set(ignore)
  const has = new Set(header)
  const read: string[] = []
  const known = new Set<string>()
  const lacking: string[] = []
  const [inColumns, constants]: [FieldPlan[], FieldPlan[]] = [[], []]
  for (const [field, { kind, needed, within }] of Object.entries(TABLES[file.table])) {
    const said = columns[field]
    const settings: ColumnMapping = typeof said === 'string' ? { column: said } : (said ?? {})
    const { column = field, value } = settings
    const asText = !typed.has(column) || value !== undefined
    const reader = cellReader(kind, asText ? settings : plain(settings), asText ? mapping : plain(mapping))
    const plan = { field, within, constant: value, ...reader }
    if (value !== undefined && field !== 'id') constants.push(plan)
    else if (has.has(column) && (said !== undefined || !ignored.has(column))) {
      known.add(column)
      read.push(column)
      if (field !== 'id') inColumns.push(plan)
    } else if (needed || said !== undefined) lacking.push(column === field ? field : `${column} (${field})`)
  }
  if (file.table === 'payments' && !read.includes('due') && !read.includes('number'))
    if (![...inColumns, ...constants].some(({ field }) => field === 'due' || field === 'number'))
      lacking.push('due or number')
  const unread = header.filter((name) => !known.has(name) && !ignored.has(name) && !ignored.has('*'))
  // A row of names may end in delimiters, and so may all others: only a cell there is something unread.
  const unknown = unread.filter((name) => name !== '' || file.kind === 'parquet')
  if (lacking.length > 0)
    throw refusedTable(file, `no column ${lacking.join(', ')}; ${whatIsThere(header, known)}`)
  refuseTwice(file, read, header)
  if (unknown.length > 0)
    throw refusedTable(
      file,
      `column ${shownColumns(unknown)}: no field of ${file.table}; a mapping can ignore it`,
    )
  return {
    ...file,
    header,
    columns: read,
    nameless: unread.includes('') ? header.flatMap((name, place) => (name === '' ? [place] : [])) : [],
    fields: [...inColumns, ...constants],
    nulls: new Set(mapping.nulls),
  }
}

function refuseTwice(file: TableFile, read: readonly string[], header: readonly string[]): void {
  const twice = read.filter((name) => header.indexOf(name) !== header.lastIndexOf(name))
  if (twice.length > 0) throw refusedTable(file, `column ${twice.join(', ')} twice`)
}

/** Where no name is known the first row may be a borrower's, whose cells belong in no message. */
const whatIsThere = (header: readonly string[], known: ReadonlySet<string>): string =>
  known.size === 0
    ? `its first row names no known column, among ${header.length}; is it a row of names, and the delimiter the right one?`
    : `its columns are ${shownColumns(header)}`

const shownColumns = (names: readonly string[]): string => {
  const shown = [...new Set(names)]
    .slice(0, 30)
    .map((name) => name.slice(0, 60).replaceAll(/\p{Cc}/gu, ' ') || '""')
  return `${shown.join(', ')}${names.length > shown.length ? ', …' : ''}`
}

const refusedTable = ({ name }: TableFile, what: string): Stop => stop(EXIT.usage, `${name}: ${what}`)
