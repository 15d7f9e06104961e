import { type FileHandle, open } from 'node:fs/promises'
import type { Host } from '../host.ts'
import { openInput } from '../io/openInput.ts'
import { EXIT, isStop, type Stop, stop, systemReason } from '../stop.ts'
import type { Source } from './columnPlan.ts'
import { type CsvRecord, csvRecords } from './csvRecords.ts'
import {
  MAX_CELL,
  MAX_ID,
  MAX_ROW_BYTES,
  PART_END,
  ROW_TOO_LONG,
  type Row,
  type RowFault,
  rowText,
  trimmed,
} from './row.ts'
import type { TableFile } from './tableFiles.ts'
import { textLines } from './textLines.ts'

/** Characters written at a time. */
const BLOCK = 256 * 1024

/** The names of the columns, from the first row. @throws a Stop for a file without one. */
export async function csvHeader(file: TableFile, delimiter: string, host: Host): Promise<readonly string[]> {
  for await (const [head] of await recordsOf(file, delimiter, host)) {
    if (head === undefined) continue
    const { cells, fault } = head
    if (fault === undefined) return cells.map(trimmed)
    throw stop(EXIT.usage, `${file.name}: expected ${fault.expected} in the first row, but got ${fault.got}`)
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

interface Copied {
  readonly rows: number
  readonly faults: number
}

/**
 * Copies the rows of a CSV file for the ordering: line, id and the row's text, see row.ts.
 *
 * @returns how many there are, and how many of them are at fault.
 * @throws a Stop when the file cannot be read, or the copy not be written.
 */
export async function copyCsvRows(source: Source, copying: Copying, host: Host): Promise<Copied> {
  const write = rowWriter(source, copying)
  const copy = await copyTo(copying.to)
  let rows = 0
  let faults = 0
  let head = true
  try {
    let text = ''
    for await (const records of await recordsOf(source, copying.delimiter, host)) {
      for (const record of head ? records.slice(1) : records) {
        const row = write(record)
        if (row === undefined) continue
        rows++
        if (row.fault) faults++
        text += row.text
      }
      if (records.length > 0) head = false
      if (text.length < BLOCK) continue
      await copy.write(text)
      text = ''
    }
    await copy.write(text)
    return { rows, faults }
  } finally {
    await copy.close()
  }
}

function rowWriter(source: Source, { number, only }: Copying) {
  const { table, header, columns, nameless, nulls } = source
  const [idPlace, ...places] = columns.map((name) => header.indexOf(name)) as [number, ...number[]]
  return ({
    line,
    cells,
    fault: torn,
  }: CsvRecord): { readonly text: string; readonly fault: boolean } | undefined => {
    let id = trimmed(cells[idPlace] ?? '').slice(0, MAX_ID)
    let fault = torn
    if (fault === undefined && cells.length !== header.length) fault = wrongCount(header.length, cells.length)
    if (/\p{Cc}|\uFFFD/u.test(id)) {
      fault ??= CONTROL
      id = ''
    } else if (nulls.has(id)) id = ''
    for (const place of nameless) if (trimmed(cells[place] ?? '') !== '') throw unnamed(source, line, place)
    // Whose row it is that has no id, nobody knows.
    if (only !== undefined && id !== only && (id !== '' || table === 'accounts')) return undefined
    const row =
      fault === undefined
        ? places.map((place) => trimmed(cells[place] as string).slice(0, MAX_CELL))
        : [fault]
    const whole = rowText([`${number}`, `${line}`, id, ...row] as Row)
    const tooLong =
      fault === undefined && whole.length * 3 > MAX_ROW_BYTES && Buffer.byteLength(whole) > MAX_ROW_BYTES
    const text = tooLong ? rowText([`${number}`, `${line}`, id, ROW_TOO_LONG]) : whole
    return { text: `${line}${PART_END}${id}${PART_END}${text}\n`, fault: fault !== undefined }
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
  expected: 'an id without control characters and U+FFFD',
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
