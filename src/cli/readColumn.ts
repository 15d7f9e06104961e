import { readFile } from 'node:fs/promises'
import { EXIT, type Stop, stop, systemReason } from './stop.ts'
import { type CsvRecord, csvRecords } from './tables/csvRecords.ts'
import { textLines } from './tables/textLines.ts'

/** What a CSV file says of each id, with the line it says it on. */
export type Column = ReadonlyMap<string, { readonly line: number; readonly value: string }>

/**
 * Reads a CSV file with the columns `id` and one more, in any order; other columns are not looked at.
 *
 * @throws a Stop for a file that cannot be read, lacks a column, or has an id twice.
 */
export async function readColumn(option: string, path: string, name: string): Promise<Column> {
  const [head, ...rows] = await recordsOf(option, path)
  const refuse = (line: number, what: string): Stop =>
    stop(EXIT.usage, `${option} ${path} line ${line}: ${what}`)
  const refuseFault = ({ line, fault }: CsvRecord): void => {
    if (fault !== undefined) throw refuse(line, `expected ${fault.expected}, but got ${fault.got}`)
  }
  if (head !== undefined) refuseFault(head)
  const places = ['id', name].map((wanted) => head?.cells.findIndex((cell) => cell.trim() === wanted) ?? -1)
  const [idAt, valueAt] = places as [number, number]
  if (idAt < 0 || valueAt < 0)
    throw refuse(1, `expected a line of column names with id and ${name}, such as: id,${name}`)
  const column = new Map<string, { line: number; value: string }>()
  for (const row of rows) {
    refuseFault(row)
    const { line, cells } = row
    const [id, value] = [cells[idAt], cells[valueAt]]
    if (cells.length !== head?.cells.length || id === undefined || value === undefined)
      throw refuse(line, `expected ${head?.cells.length} cells, as in the first line; is the file whole?`)
    if (column.has(id)) throw refuse(line, `an id that stands already, in line ${column.get(id)?.line}`)
    column.set(id, { line, value: value.trim() })
  }
  return column
}

async function recordsOf(option: string, path: string): Promise<readonly CsvRecord[]> {
  const records: CsvRecord[] = []
  for await (const batch of csvRecords(textLines(bytesOf(option, path)), ','))
    for (const record of batch) records.push(record)
  return records
}

async function* bytesOf(option: string, path: string): AsyncGenerator<Uint8Array, void> {
  try {
    yield await readFile(path)
  } catch (error) {
    throw stop(EXIT.usage, `${option} ${path}: ${systemReason(error)}`)
  }
}
