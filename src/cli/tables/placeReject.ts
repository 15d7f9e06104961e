import { told } from '../../input/issueLimit.ts'
import { issueOf, shownValue } from '../../input/issueOf.ts'
import type { Issue } from '../../kernel/issue.ts'
import type { Reject } from '../readRecord.ts'
import { DUPLICATE_ID } from '../seenIds.ts'
import type { AccountRows } from './accountRows.ts'
import { AT_FAULT, caseOfRows, PART_OF, sourceOf } from './caseOfRows.ts'
import type { Source } from './columnPlan.ts'
import { type Findings, noFindings } from './entries.ts'
import { faultOfRow, type Row } from './row.ts'

/** A record of an account's rows: which of them comes to what. */
export interface RowsRecord {
  readonly account: AccountRows
  /** 0: what the rows come to; from 1 on: another account of the same id. */
  readonly place: number
}

/**
 * A reject in terms of the tables: its line is that of the accounts' file, or for rows without an account of the first of
 * them in its own, and every issue says in `params` which table, file and row it is about.
 */
export function placeReject(
  reject: Reject,
  { account, place }: RowsRecord,
  sources: readonly Source[],
): Reject {
  const [first] = account.rows as readonly [Row, ...Row[]]
  const accounts = account.rows.filter((row) => sourceOf(row, sources).table === 'accounts')
  const at = (row: Row): Issue['params'] => {
    const { table, name } = sourceOf(row, sources)
    return { table, file: name, row: lineOf(row) }
  }
  const placed = (issue: Issue, row: Row): Issue => ({ ...issue, params: { ...issue.params, ...at(row) } })
  if (place > 0) {
    const row = accounts[place] ?? first
    return { ...reject, line: lineOf(row), issues: [placed(DUPLICATE_ID, row)] }
  }
  const line = lineOf(first)
  if (accounts.length === 0)
    return { ...reject, line, issues: told(account.rows.map((row) => placed(alone(row, sources), row))) }
  const findings = noFindings()
  caseOfRows(account, sources, findings)
  const own = ownIssues(findings)
  const better = new Set(own.map(({ issue }) => issue.path))
  const others = reject.issues
    .filter(({ code, path }) => !better.has(path) && !(code === 'field.unknown' && path === `/${AT_FAULT}`))
    .map((issue) => placed(issue, rowAt(issue.path, findings) ?? first))
    // Of a row that could not be read everything is missing, which says nothing more.
    .filter(({ path }) => faultOfRow(first) === undefined || rowAt(path, findings) !== undefined)
  return { ...reject, line, issues: told([...own.map(({ issue, row }) => placed(issue, row)), ...others]) }
}

const lineOf = (row: Row): number => Number(row[1])

/** Why a row comes to no case by itself. */
function alone(row: Row, sources: readonly Source[]): Issue {
  const path = PART_OF[sourceOf(row, sources).table]
  const fault = faultOfRow(row)
  if (fault !== undefined) return issueOf(fault.code, path, fault.expected, fault.got)
  return row[2] === ''
    ? issueOf('field.missing', '/id', 'the id of an account', 'nothing')
    : issueOf('row.unmatched', path, 'an account with this id', 'none')
}

/** What the tables themselves say is wrong. */
function ownIssues({
  cells,
  rows,
  pointerOf,
  rowOf,
}: Findings): { readonly issue: Issue; readonly row: Row }[] {
  const ofRows = rows.map(({ row, path, code, expected, got }) => ({
    issue: issueOf(code, path, expected, got),
    row,
  }))
  const ofCells = cells.flatMap(({ holder, name, code, expected, text }) => {
    const pointer = pointerOf.get(holder)
    const row = pointer === undefined ? undefined : rowOf.get(pointer)
    return row === undefined
      ? []
      : [{ issue: issueOf(code, `${pointer}/${name}`, expected, shownValue(text)), row }]
  })
  return [...ofRows, ...ofCells]
}

/** The row that what a pointer leads to is from. */
function rowAt(pointer: string, { rowOf }: Findings): Row | undefined {
  for (let path = pointer; ; path = path.slice(0, path.lastIndexOf('/'))) {
    const row = rowOf.get(path)
    if (row !== undefined || path === '') return row
  }
}
