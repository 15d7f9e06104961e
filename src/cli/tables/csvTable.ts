import { type FileHandle, open } from 'node:fs/promises'
import type { Host } from '../host.ts'
import { openInput } from '../openInput.ts'
import { EXIT, isStop, type Stop, stop, systemReason } from '../stop.ts'
import type { Source } from './columnPlan.ts'
import { type CsvRecord, csvRecords, type RowFault } from './csvRecords.ts'
import { MAX_CELL, PART_END, type Row, rowText, trimmed } from './row.ts'
import type { TableFile } from './tableFiles.ts'
import { textLines } from './textLines.ts'

/** Characters written at a time. */
const BLOCK = 256 * 1024

/** The names of the columns, from the first row. @throws a Stop for a file without one. */
export async function csvHeader(file: TableFile, delimiter: string, host: Host): Promise<readonly string[]> {
  for await (const [head] of await recordsOf(file, delimiter, host)) {
    if (head === undefined) continue
    if ('cells' in head) return head.cells.map(trimmed)
    throw stop(
      EXIT.usage,
      `${file.name}: expected ${head.fault.expected} in the first row, but got ${head.fault.got}`,
    )
  }
  throw stop(EXIT.usage, `${file.name}: an empty file; expected a row of column names`)
}

const recordsOf = async ({ path }: TableFile, delimiter: string, host: Host) =>
  csvRecords(textLines((await openInput(path, host)).chunks), delimiter)

/** How the rows of a file are copied. */
export interface Copying {
  /** Of the source, among all. */
  readonly number: number
  readonly delimiter: string
  /** The id whose rows alone are asked for. */
  readonly only: string | undefined
  readonly to: string
}

/**
 * Copies the rows of a CSV file for the ordering: line, id and the row as JSON.
 *
 * @returns how many.
 * @throws a Stop when the file cannot be read, or the copy not be written.
 */
export async function copyCsvRows(source: Source, copying: Copying, host: Host): Promise<number> {
  const write = rowWriter(source, copying)
  const copy = await copyTo(copying.to)
  let rows = 0
  let head = true
  try {
    let text = ''
    for await (const records of await recordsOf(source, copying.delimiter, host)) {
      for (const record of head ? records.slice(1) : records) {
        const row = write(record)
        if (row === undefined) continue
        rows++
        text += row
      }
      if (records.length > 0) head = false
      if (text.length < BLOCK) continue
      await copy.write(text)
      text = ''
    }
    await copy.write(text)
    return rows
  } finally {
    await copy.close()
  }
}

function rowWriter(source: Source, { number, only }: Copying) {
  const { header, columns, nameless } = source
  const [idPlace, ...places] = columns.map((name) => header.indexOf(name)) as [number, ...number[]]
  return (record: CsvRecord): string | undefined => {
    const cells = 'cells' in record ? record.cells : []
    let id = trimmed(cells[idPlace] ?? '').slice(0, MAX_CELL)
    let fault = 'cells' in record ? undefined : record.fault
    if (fault === undefined && cells.length !== header.length) fault = wrongCount(header.length, cells.length)
    if (/\p{Cc}/u.test(id)) {
      fault ??= CONTROL
      id = ''
    }
    for (const place of nameless)
      if (trimmed(cells[place] ?? '') !== '') throw unnamed(source, record.line, place)
    if (only !== undefined && id !== only) return undefined
    const row =
      fault === undefined
        ? places.map((place) => trimmed(cells[place] as string).slice(0, MAX_CELL))
        : [fault]
    return `${record.line}${PART_END}${id}${PART_END}${rowText([`${number}`, `${record.line}`, id, ...row] as Row)}\n`
  }
}

/** Nobody knows what it says: maybe that the debt is disputed. */
const unnamed = ({ name }: TableFile, line: number, place: number): Stop =>
  stop(
    EXIT.usage,
    `${name} line ${line}: a cell in column ${place + 1}, which has no name in the first row; name it there, or let a mapping ignore the column ""`,
  )

const wrongCount = (wanted: number, found: number): RowFault => ({
  code: 'row.invalid',
  expected: `${wanted} cells, as in the first row`,
  got: `${found}`,
})
const CONTROL: RowFault = {
  code: 'row.invalid',
  expected: 'an id without control characters',
  got: 'one with them',
}

/** Nobody else may read it: it holds what the tables hold. */
async function copyTo(path: string) {
  const attempt = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw isStop(error) ? error : stop(EXIT.usage, `cannot write ${path}: ${systemReason(error)}`)
    }
  }
  const handle: FileHandle = await attempt(() => open(path, 'wx', 0o600))
  return {
    write: (text: string) => attempt(() => handle.writeFile(text)),
    close: () => handle.close(),
  }
}
