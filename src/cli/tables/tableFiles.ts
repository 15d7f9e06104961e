import { readdirSync, type Stats, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Mapping } from '../../input/mapping.ts'
import { TABLE_NAMES, type TableName } from '../../input/tables.ts'
import { EXIT, type Stop, stop, systemReason } from '../stop.ts'

/** A file with rows of a table. */
export interface TableFile {
  readonly table: TableName
  /** Its name within the folder, for messages. */
  readonly name: string
  readonly path: string
  readonly kind: FileKind
  readonly stats: Stats
}
const KINDS = ['csv', 'csv.gz', 'parquet'] as const
export type FileKind = (typeof KINDS)[number]

/**
 * The files of a folder that hold tables, in the order of the tables, the parts of a table by name. Whatever looks like
 * a table and is none by its name must be ignored on purpose: a misspelt `circumstances` would let a dispute go unseen.
 *
 * @throws a Stop for a folder without accounts, a table with two files, and a file nobody asked for.
 */
export function tableFiles(folder: string, mapping: Mapping): readonly TableFile[] {
  const names = filesIn(folder)
  const taken = new Set(mapping.ignore)
  const files = TABLE_NAMES.flatMap((table) => {
    const named = mapping.tables?.[table]?.file
    const found = named === undefined ? names.filter((name) => isOf(table, name)) : [named]
    const [name, another] = found
    if (another !== undefined)
      throw refused(folder, `${found.join(' and ')} are both ${table}; leave one, or name it in a mapping`)
    if (name === undefined) return []
    taken.add(name)
    return partsOf(folder, name).map((part) => fileOf(folder, part, table))
  })
  if (!files.some(({ table }) => table === 'accounts'))
    throw refused(folder, 'no table accounts: accounts.csv, accounts.csv.gz or accounts.parquet')
  const unknown = names.filter((name) => kindOf(name) !== undefined && !taken.has(name))
  if (unknown.length > 0)
    throw refused(
      folder,
      `${unknown.join(', ')}: no table of that name; tables are ${TABLE_NAMES.join(', ')}; a mapping can name others' files, or ignore them`,
    )
  return files
}

const refused = (folder: string, what: string): Stop => stop(EXIT.usage, `${folder}: ${what}`)

/** A folder of parts may have the table's plain name. */
const isOf = (table: string, name: string): boolean =>
  name === table || KINDS.some((kind) => name === `${table}.${kind}`)

const kindOf = (name: string): FileKind | undefined => KINDS.find((kind) => name.endsWith(`.${kind}`))

/** The file itself, or the files in a folder of that name, but for marks such as `_SUCCESS`. */
function partsOf(folder: string, name: string): readonly string[] {
  if (!statOf(folder, name).isDirectory()) return [name]
  const parts = filesIn(resolve(folder, name)).filter((part) => !/^[._]/.test(part))
  if (parts.length === 0) throw refused(folder, `${name}: a folder without files`)
  return parts.map((part) => join(name, part))
}

function fileOf(folder: string, name: string, table: TableName): TableFile {
  const kind = kindOf(name)
  if (kind === undefined) throw refused(folder, `${name}: a table is a file .csv, .csv.gz or .parquet`)
  const stats = statOf(folder, name)
  if (!stats.isFile()) throw refused(folder, `${name}: no ordinary file`)
  return { table, name, path: resolve(folder, name), kind, stats }
}

function statOf(folder: string, name: string): Stats {
  try {
    return statSync(resolve(folder, name))
  } catch (error) {
    throw refused(folder, `${name}: ${systemReason(error)}`)
  }
}

/** In the order of their code units, whatever the file system says. */
function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort()
  } catch (error) {
    throw stop(EXIT.usage, `cannot read ${folder}: ${systemReason(error)}`)
  }
}
