import type { Mapping } from '../../input/mapping.ts'
import type { TableFile } from './tableFiles.ts'

/** What the cases of a folder of tables are made from, as plain data: JSON keeps all of it. */
export interface TablesFingerprint {
  /** In the order in which they are read. */
  readonly files: readonly {
    readonly table: string
    /** Within the folder. */
    readonly name: string
    readonly bytes: number
    /** When it changed last, in milliseconds since 1970. */
    readonly changedMs: number
  }[]
  /** What the mapping says, not how it is written; null without one. */
  readonly mapping: Mapping | null
}

/** Two folders with one fingerprint come to the same cases, byte for byte, if nobody set the time of a change back. */
export const tablesFingerprint = (
  files: readonly TableFile[],
  mapping: Mapping | undefined,
): TablesFingerprint => ({
  files: files.map(({ table, name, stats }) => ({
    table,
    name,
    bytes: stats.size,
    changedMs: stats.mtimeMs,
  })),
  mapping: mapping ?? null,
})
