import { readFile } from 'node:fs/promises'
import { csvRows } from './csvRows.ts'
import { EXIT, type Stop, stop, systemReason } from './stop.ts'

/** What a CSV file says of each id, with the line it says it on. */
export type Column = ReadonlyMap<string, { readonly line: number; readonly value: string }>

/**
 * Reads a CSV file with the columns `id` and one more, in any order; other columns are not looked at.
 *
 * @throws a Stop for a file that cannot be read, lacks a column, or has an id twice.
 */
export async function readColumn(option: string, path: string, name: string): Promise<Column> {
  const [head, ...rows] = csvRows(await textOf(option, path))
  const refuse = (line: number, what: string): Stop =>
    stop(EXIT.usage, `${option} ${path} line ${line}: ${what}`)
  const places = ['id', name].map((wanted) => head?.cells.findIndex((cell) => cell.trim() === wanted) ?? -1)
  const [idAt, valueAt] = places as [number, number]
  if (idAt < 0 || valueAt < 0)
    throw refuse(1, `expected a line of column names with id and ${name}, such as: id,${name}`)
  const column = new Map<string, { line: number; value: string }>()
  for (const { line, cells } of rows) {
    const [id, value] = [cells[idAt], cells[valueAt]]
    if (cells.length !== head?.cells.length || id === undefined || value === undefined)
      throw refuse(line, `expected ${head?.cells.length} cells, as in the first line; is the file whole?`)
    if (column.has(id)) throw refuse(line, `an id that stands already, in line ${column.get(id)?.line}`)
    column.set(id, { line, value: value.trim() })
  }
  return column
}

async function textOf(option: string, path: string): Promise<string> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    throw stop(EXIT.usage, `${option} ${path}: ${systemReason(error)}`)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw stop(EXIT.usage, `${option} ${path}: expected UTF-8`)
  }
}
