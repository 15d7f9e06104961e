import { readFile } from 'node:fs/promises'
import type { TrainingRow } from '../../train/fit/readRows.ts'
import type { Host } from '../host.ts'
import { openCases } from '../io/openCases.ts'
import { pathStats } from '../io/output.ts'
import type { InputFile } from '../io/refuseLoss.ts'
import { EXIT, type Stop, stop, systemReason } from '../stop.ts'
import { type CsvRecord, csvRecords } from '../tables/csvRecords.ts'
import { textLines } from '../tables/textLines.ts'
import { type CaseAt, readAllCases } from './readAllCases.ts'
import type { Settings } from './settings.ts'

/** The files that past cases and what became of them are read from. */
export interface TrainingFiles {
  readonly outcomes: string
  readonly groups?: string
  readonly mapping?: string
}

/** Cases with their outcomes, not read yet; `files` are what no result may be put over. */
export interface TrainingInput {
  readonly files: readonly InputFile[]
  readonly read: (settings: Settings) => Promise<TrainingRow[]>
}

/**
 * Opens the cases and names the files beside them; the small ones are read first, so that a wrong one is known soon.
 * `option` is the one that names the outcomes.
 */
export async function trainingInput(
  cases: string,
  { outcomes, groups, mapping }: TrainingFiles,
  host: Host,
  option = '--outcomes',
): Promise<TrainingInput> {
  const input = await openCases(cases, { mapping }, host)
  return {
    files: [
      ...input.files,
      { name: option, file: pathStats(outcomes) },
      ...(groups === undefined ? [] : [{ name: '--groups', file: pathStats(groups) }]),
    ],
    read: async (settings) => {
      const said = { option, path: outcomes, column: await readColumn(option, outcomes, 'bad') }
      const grouped =
        groups === undefined
          ? undefined
          : { option: '--groups', path: groups, column: await readColumn('--groups', groups, 'group') }
      return withOutcomes(await readAllCases(input, settings), input.name, said, grouped)
    },
  }
}

/** A file beside the cases: its option, its path and what it says of each id. */
export interface Beside {
  readonly option: string
  readonly path: string
  readonly column: OutcomeColumn
}

/**
 * Cases with what became of them, and the group of each where groups are given. Every case has one outcome and every
 * outcome a case: whatever is over would bend the figures unseen.
 *
 * @throws a Stop that names the first line without its counterpart, or with an outcome that is none.
 */
function withOutcomes(
  cases: readonly CaseAt[],
  casesName: string,
  outcomes: Beside,
  groups?: Beside,
): TrainingRow[] {
  const ids = new Set(cases.map(({ id }) => id))
  for (const { option, path, column } of [outcomes, ...(groups === undefined ? [] : [groups])]) {
    const over = [...column].filter(([id]) => !ids.has(id)).map(([, { line }]) => line)
    if (over.length > 0)
      throw stop(
        EXIT.usage,
        `${option} ${path} line ${over[0]}: no case has this id${andMore(over)}; leave it out, or give its case`,
      )
    const lacking = cases.filter(({ id }) => !column.has(id)).map(({ line }) => line)
    if (lacking.length > 0)
      throw stop(
        EXIT.usage,
        `${casesName} line ${lacking[0]}: ${option} ${path} says nothing of this id${andMore(lacking)}; leave the case out, or add it there`,
      )
  }
  return cases.map(({ id, case: record, asOf }) => {
    const group = groups?.column.get(id)?.value
    return { case: record, asOf, bad: badOf(id, outcomes), ...(group === undefined ? {} : { group }) }
  })
}

function badOf(id: string, { option, path, column }: Beside): 0 | 1 {
  const said = column.get(id)
  if (said?.value === '0') return 0
  if (said?.value === '1') return 1
  throw stop(
    EXIT.usage,
    `${option} ${path} line ${said?.line}: bad must be 0 (it went well) or 1 (it went badly)`,
  )
}

const andMore = (lines: readonly number[]): string =>
  lines.length === 1 ? '' : ` (nor ${lines.length - 1} more)`

/** What a CSV file says of each id, with the line it says it on. */
export type OutcomeColumn = ReadonlyMap<string, { readonly line: number; readonly value: string }>

/**
 * Reads a CSV file with the columns `id` and one more, in any order; other columns are not looked at.
 *
 * @throws a Stop for a file that cannot be read, lacks a column, or has an id twice.
 */
export async function readColumn(option: string, path: string, name: string): Promise<OutcomeColumn> {
  const [head, ...rows] = await csvRecordsOf(option, path)
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

async function csvRecordsOf(option: string, path: string): Promise<readonly CsvRecord[]> {
  const records: CsvRecord[] = []
  for await (const batch of csvRecords(textLines(outcomeBytes(option, path)), ','))
    for (const record of batch) records.push(record)
  return records
}

async function* outcomeBytes(option: string, path: string): AsyncGenerator<Uint8Array, void> {
  try {
    yield await readFile(path)
  } catch (error) {
    throw stop(EXIT.usage, `${option} ${path}: ${systemReason(error)}`)
  }
}
