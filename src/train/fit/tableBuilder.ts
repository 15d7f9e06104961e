import type { Direction } from '../../input/model.ts'
import { failure } from '../../words/failure.ts'
import { MISSING_KINDS } from '../../words/missingKind.ts'
import type { Column, TrainingTable } from './trainingTable.ts'

/** A characteristic to collect: one of the history table, or a lender's own as declared. */
export interface Wanted {
  readonly feature: string
  readonly as: Direction | 'category'
}

/** What a row says of a characteristic. */
export type RawValue = number | string | null

/** Collects rows one by one into columns; memory grows with the rows by 8 bytes a value. */
export interface TableBuilder {
  /** `bucket` is a place in `BUCKETS`. */
  add(values: readonly RawValue[], bad: 0 | 1, bucket: number): void
  build(): TrainingTable
}

export function tableBuilder(wanted: readonly Wanted[]): TableBuilder {
  let room = 1024
  let count = 0
  let bad = new Uint8Array(room)
  let buckets = new Uint8Array(room)
  const columns = wanted.map((one) => ({
    ...one,
    values: new Float64Array(room),
    why: undefined as Uint8Array | undefined,
    levels: new Map<string, number>(),
  }))
  const grow = (): void => {
    room *= 2
    bad = copied(bad, new Uint8Array(room))
    buckets = copied(buckets, new Uint8Array(room))
    for (const column of columns) {
      column.values = copied(column.values, new Float64Array(room))
      if (column.why !== undefined) column.why = copied(column.why, new Uint8Array(room))
    }
  }
  return {
    add(values, isBad, bucket) {
      if (count === room) grow()
      bad[count] = isBad
      buckets[count] = bucket
      for (const [j, column] of columns.entries()) {
        const value = values[j] as RawValue
        const kind = typeof value === 'string' ? (MISSING_KINDS as readonly string[]).indexOf(value) : -1
        if (kind >= 0) {
          column.why ??= new Uint8Array(room)
          column.why[count] = kind + 1
        }
        column.values[count] = value === null || kind >= 0 ? Number.NaN : numberOf(value, column)
      }
      count++
    },
    build: () => ({
      count,
      bad: bad.slice(0, count),
      bucket: buckets.slice(0, count),
      columns: columns.map(({ feature, as, values, why, levels }): Column => {
        const said = why === undefined ? {} : { why: why.slice(0, count) }
        const kept = values.slice(0, count)
        return as === 'category'
          ? { kind: 'category', feature, ...sortedLevels(levels, kept), ...said }
          : { kind: 'number', feature, direction: as, values: kept, ...said }
      }),
    }),
  }
}

interface Collected extends Wanted {
  readonly levels: Map<string, number>
}

function numberOf(value: number | string, { feature, as, levels }: Collected): number {
  if (as === 'category') {
    const level = String(value)
    const known = levels.get(level)
    if (known !== undefined) return known
    levels.set(level, levels.size)
    return levels.size - 1
  }
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw failure(
    'train.value',
    `"${feature}" is declared a number but a row has ${typeof value === 'string' ? 'text' : String(value)}; write a number, null, or one of ${MISSING_KINDS.join(', ')}, or declare it a category`,
  )
}

/** Categories in code-unit order, in whatever order the rows came. */
function sortedLevels(levels: ReadonlyMap<string, number>, values: Float64Array) {
  const names = [...levels.keys()]
  const sorted = [...names].sort()
  const place = names.map((name) => sorted.indexOf(name))
  return {
    levels: sorted,
    values: Int32Array.from(values, (value) => (Number.isNaN(value) ? -1 : (place[value] as number))),
  }
}

function copied<T extends Float64Array | Uint8Array>(from: T, to: T): T {
  to.set(from)
  return to
}
