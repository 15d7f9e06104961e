import type { TableName } from '../../input/tables.ts'
import type { IssueCode } from '../../words/issue.ts'
import type { CellTerms } from './cellReader.ts'
import type { FieldPlan, Source } from './columnPlan.ts'
import { FIRST_CELL, type Row } from './row.ts'

/** What a row says, by field. */
export type EntryFields = Record<string, unknown>
export interface Entry {
  readonly row: Row
  readonly fields: EntryFields
}

/** What is looked for only once a case is refused: where its parts stand in the tables, and what is wrong there. */
export interface PlacedIssues {
  /** Cells at fault, by the object of the case they are in. */
  readonly cells: CellFault[]
  readonly rows: PlacedFault[]
  /** The rows that parts of the case are from: objects, and once the case is put together pointers. */
  readonly rowOf: Map<object | string, Row>
  readonly pointerOf: Map<object, string>
}
interface CellFault {
  readonly holder: EntryFields
  readonly name: string
  readonly code: IssueCode
  readonly expected: string
  readonly text: string
}
/** What is wrong with a row among the others; `expected` and `got` complete "Expected …, but got …". */
export interface PlacedFault {
  readonly row: Row
  readonly path: string
  readonly code: IssueCode
  readonly expected: string
  readonly got: string
}

export const noFindings = (): PlacedIssues => ({
  cells: [],
  rows: [],
  rowOf: new Map(),
  pointerOf: new Map(),
})

/** Reads the cells of a row; for one at fault there is something else, which the case is refused for. */
export function entryOf(
  row: Row,
  source: Source,
  terms: CellTerms,
  findings: PlacedIssues | undefined,
): Entry {
  const fields: EntryFields = {}
  for (let place = 0; place < source.fields.length; place++) {
    const plan = source.fields[place] as FieldPlan
    const text = plan.constant ?? cellText(row, place, source)
    if (text === undefined) continue
    const value = plan.read(text, terms)
    const { within } = plan
    const holder = within === undefined ? fields : entryPart(fields, within[0])
    const name = within === undefined ? plan.field : within[1]
    // In a list of its own, which no such field takes: the text alone may be sound, and mean something else.
    holder[name] = value ?? [text]
    if (value === undefined) findings?.cells.push({ holder, name, text, ...plan.fault(text, terms) })
  }
  return { row, fields }
}

function entryPart(fields: EntryFields, name: string): EntryFields {
  const part = (fields[name] ?? {}) as EntryFields
  fields[name] = part
  return part
}

/** The text of a cell that says something. */
export function cellText(row: Row, place: number, { nulls }: Source): string | undefined {
  const cell = row[FIRST_CELL + place]
  return typeof cell !== 'string' || cell === '' || nulls.has(cell) ? undefined : cell
}

/** Says where in the case the parts of an entry are. */
export function placeEntry({ row, fields }: Entry, pointer: string, findings: PlacedIssues): void {
  placePart(fields, row, pointer, findings)
  for (const [name, part] of Object.entries(fields))
    if (typeof part === 'object' && part !== null && !Array.isArray(part))
      placePart(part, findings.rowOf.get(part) ?? row, `${pointer}/${name}`, findings)
}

function placePart(part: object, row: Row, pointer: string, { pointerOf, rowOf }: PlacedIssues): void {
  pointerOf.set(part, pointer)
  rowOf.set(pointer, row)
}

/** What the rows of an account say, by table. */
export type Entries = { readonly [Name in TableName]?: readonly Entry[] }
