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
 * The files of a folder that hold tables, in the order of the tables, the parts of a table by name. Whatever else lies
 * there must be ignored on purpose, or be no table beyond doubt: a misspelt `circumstances` would let a dispute go
 * unseen. Names of tables and endings are read whatever their case.
 *
 * @throws a Stop for a folder without accounts, a table with two files, and a file nobody asked for.
 */
export function tableFiles(folder: string, mapping: Mapping): readonly TableFile[] {
  const names = filesIn(folder)
  const taken = new Set(mapping.ignore)
  const found = TABLE_NAMES.flatMap((table) => {
    const name = nameOf(table, mapping, names, folder)
    if (name === undefined) return []
    taken.add(name)
    return [{ table, name }]
  })
  const unknown = names.filter((name) => !taken.has(name) && !isNoTable(name))
  const listed = unknown.length === 0 ? '' : `${shownNames(unknown)}: no table of that name; ${KNOWN}`
  if (!found.some(({ table }) => table === 'accounts'))
    throw refusedFolder(
      folder,
      `no table accounts: accounts.csv, accounts.csv.gz or accounts.parquet${listed === '' ? `; ${KNOWN}` : `; ${listed}`}`,
    )
  if (listed !== '') throw refusedFolder(folder, listed)
  return found.flatMap(({ table, name }) =>
    partFiles(folder, name).map((part) => fileOf(folder, part, table)),
  )
}

const refusedFolder = (folder: string, what: string): Stop => stop(EXIT.usage, `${folder}: ${what}`)

const KNOWN = `tables are ${TABLE_NAMES.join(', ')}, as .csv, .csv.gz, .parquet or a folder of such parts; a mapping (--mapping) can name others' files, or ignore them`

/** A folder may be full of files. */
const shownNames = (names: readonly string[]): string =>
  `${names.slice(0, 20).join(', ')}${names.length > 20 ? ` and ${names.length - 20} more` : ''}`

/** The name within the folder of a table's file or folder; undefined where it has none. */
function nameOf(
  table: TableName,
  mapping: Mapping,
  names: readonly string[],
  folder: string,
): string | undefined {
  const named = mapping.tables?.[table]?.file
  if (named !== undefined) {
    statOf(folder, named)
    return named
  }
  const found = names.filter((name) => isOf(table, name) && !mapping.ignore?.includes(name))
  if (found.length > 1)
    throw refusedFolder(
      folder,
      `${found.join(' and ')} are both ${table}; leave one, or name it in a mapping`,
    )
  return found[0]
}

/** A folder of parts may have the table's plain name. */
function isOf(table: string, name: string): boolean {
  const [lower, plain] = [name.toLowerCase(), table.toLowerCase()]
  return lower === plain || KINDS.some((kind) => lower === `${plain}.${kind}`)
}

const fileKind = (name: string): FileKind | undefined =>
  KINDS.find((kind) => name.toLowerCase().endsWith(`.${kind}`))

/**
 * What lies in many a folder and holds no rows: hidden files, marks that a folder is complete, what is to be read by
 * people, and JSON, such as mappings. Not where it has a table's name: `circumstances.json` is someone's table.
 */
const isNoTable = (name: string): boolean =>
  name.startsWith('.') ||
  (/^_SUCCESS$|^README|\.(md|json)$/i.test(name) &&
    fileKind(name) === undefined &&
    !TABLE_STEMS.has(stemOf(name)))

const stemOf = (name: string): string => name.toLowerCase().replace(/\..*$/s, '')
const TABLE_STEMS: ReadonlySet<string> = new Set(TABLE_NAMES.map((name) => name.toLowerCase()))

/** The file itself, or the files in a folder of that name, but for marks such as `_SUCCESS`. */
function partFiles(folder: string, name: string): readonly string[] {
  if (!statOf(folder, name).isDirectory()) return [name]
  const all = filesIn(resolve(folder, name))
  // There files lie on that the table has no longer.
  if (all.includes('_delta_log'))
    throw refusedFolder(folder, `${name}: a Delta table; give its rows as plain Parquet`)
  const parts = all.filter((part) => !/^[._]/.test(part))
  if (parts.length === 0) throw refusedFolder(folder, `${name}: a folder without files`)
  return parts.map((part) => join(name, part))
}

function fileOf(folder: string, name: string, table: TableName): TableFile {
  const kind = fileKind(name)
  if (kind === undefined) throw refusedFolder(folder, `${name}: a table is a file .csv, .csv.gz or .parquet`)
  const stats = statOf(folder, name)
  if (!stats.isFile()) throw refusedFolder(folder, `${name}: no ordinary file`)
  return { table, name, path: resolve(folder, name), kind, stats }
}

function statOf(folder: string, name: string): Stats {
  try {
    return statSync(resolve(folder, name))
  } catch (error) {
    const near = filesIn(folder).filter((one) => withoutEnding(one) === withoutEnding(name))
    const there = near.length === 0 ? '' : `; there is ${near.join(', ')}, which the mapping can name`
    throw refusedFolder(folder, `${name}: ${systemReason(error)}${there}`)
  }
}

/** What is left of `Konten.csv` and of `konten.CSV.gz`. */
const withoutEnding = (name: string): string => name.toLowerCase().replace(/(\.(csv|gz|parquet))+$/, '')

/** In the order of their code units, whatever the file system says. */
function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort()
  } catch (error) {
    throw stop(EXIT.usage, `cannot read ${folder}: ${systemReason(error)}`)
  }
}
