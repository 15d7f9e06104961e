import type { TableName } from './tables.ts'

/**
 * How a lender's own extracts are read as the tables of a case: their files, columns, units and words. What it does
 * not name is read as docs/tables.md says: a file of the table's name, a column of the field's name.
 */
export interface Mapping {
  /** Where the JSON Schema of this file stands: for editors; nothing else reads it. */
  readonly $schema?: string
  /** The unit of amounts without one of their own; default `minor`: `104000` is 1,040.00 CNY. */
  readonly money?: MoneyUnit
  /** The zone of times without an offset; default: the account's own. */
  readonly zone?: string
  /** What stands between the cells of a CSV file; default a comma. */
  readonly delimiter?: Delimiter
  /** What stands before the decimals of a number; default a point. */
  readonly decimal?: '.' | ','
  /** Cells that say nothing, besides empty ones: `NULL`, `\N`, `n/a`. */
  readonly nulls?: readonly string[]
  readonly tables?: { readonly [Name in TableName]?: TableMapping }
  /** Files in the folder that are no table. */
  readonly ignore?: readonly string[]
}

export type MoneyUnit = 'minor' | 'major'
export type Delimiter = ',' | ';' | '\t' | '|'

export interface TableMapping {
  /** The file in the folder, or a folder there whose files are parts of the table. */
  readonly file?: string
  /** By field: the column it stands in, or more about it. */
  readonly columns?: Readonly<Record<string, string | ColumnMapping>>
  /** Columns that are not read; `*`: every column no field has. */
  readonly ignore?: readonly string[]
}

export interface ColumnMapping {
  /** Default: the field's own name. */
  readonly column?: string
  /** The same for every row, instead of a column: written as a cell would be. */
  readonly value?: string
  /** Of an amount: `minor` or `major`; of a rate: `fraction` (default) or `percent`. */
  readonly unit?: MoneyUnit | 'fraction' | 'percent'
  /**
   * How a day or a time is written, and nothing else then: in YYYY MM DD HH mm ss, or YY and for one digit or two M D H,
   * and what stands between: `DD/MM/YYYY HH:mm`, `D.M.YY`; or in the signs of date-fns: `dd-MMM-yy`, `yyyy年M月d日`.
   */
  readonly format?: string
  /** The zone of times without an offset in this column. */
  readonly zone?: string
  /** Words of theirs, and ours for them. Others are taken as they stand. */
  readonly words?: Readonly<Record<string, string>>
}
