import type { Direction } from '../../input/model.ts'

/** Characteristics and outcomes of many borrowers, column by column: what everything in this room is fitted on. */
export interface TrainingTable {
  readonly count: number
  /** 1: the bad event came. */
  readonly bad: Uint8Array
  /** Age of the arrears, as a place in `BUCKETS`. */
  readonly bucket: Uint8Array
  /** The same number: rows of the same person, or copies (readRows.ts). Absent: nobody is there twice. */
  readonly kin?: Uint32Array
  readonly columns: readonly Column[]
}

export type Column = NumberColumn | CategoryColumn

export interface NumberColumn {
  readonly kind: 'number'
  readonly feature: string
  /** `up`: more never costs points. */
  readonly direction: Direction
  /** NaN where missing. */
  readonly values: Float64Array
  /** Why a value is missing, as its place in `MISSING_KINDS` plus one; 0 where that is not said. Absent: never said. */
  readonly why?: Uint8Array
}

export interface CategoryColumn {
  readonly kind: 'category'
  readonly feature: string
  /** The categories there are, in code-unit order. */
  readonly levels: readonly string[]
  /** Place among `levels`; −1 where missing. */
  readonly values: Int32Array
  readonly why?: Uint8Array
}

/** How many were good and bad. */
export interface OutcomeTotals {
  readonly good: number
  readonly bad: number
}

/** Goods and bads among the rows. */
export function outcomeTotals(bad: Uint8Array): OutcomeTotals {
  let sum = 0
  for (let i = 0; i < bad.length; i++) sum += bad[i] as number
  return { good: bad.length - sum, bad: sum }
}

/** The rows of a table at the given places, in that order. */
export function rowsAt(table: TrainingTable, places: Int32Array): TrainingTable {
  const columns = table.columns.map((column): Column => {
    const why =
      column.why === undefined ? {} : { why: picked(column.why, new Uint8Array(places.length), places) }
    return column.kind === 'number'
      ? { ...column, values: picked(column.values, new Float64Array(places.length), places), ...why }
      : { ...column, values: picked(column.values, new Int32Array(places.length), places), ...why }
  })
  const bytes = (from: Uint8Array): Uint8Array => picked(from, new Uint8Array(places.length), places)
  const kin =
    table.kin === undefined ? {} : { kin: picked(table.kin, new Uint32Array(places.length), places) }
  return { count: places.length, bad: bytes(table.bad), bucket: bytes(table.bucket), ...kin, columns }
}

function picked<T extends Float64Array | Int32Array | Uint32Array | Uint8Array>(
  from: T,
  to: T,
  places: Int32Array,
): T {
  for (let i = 0; i < places.length; i++) to[i] = from[places[i] as number] as number
  return to
}
