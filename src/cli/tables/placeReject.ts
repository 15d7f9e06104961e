import { told } from '../../input/issueLimit.ts'
import { issueOf, shownValue } from '../../input/issueOf.ts'
import type { Issue } from '../../words/issue.ts'
import { MAX_LINE_BYTES, ndjson } from '../io/lines.ts'
import type { Reject } from '../io/readRecord.ts'
import { DUPLICATE_ID } from '../io/seenIds.ts'
import type { AccountRows } from './accountRows.ts'
import { AT_FAULT, caseOfRows, PART_OF, sourceOf, TOO_LONG } from './caseOfRows.ts'
import type { Source } from './columnPlan.ts'
import { cellText, type EntryFields, noFindings, type PlacedIssues } from './entries.ts'
import { faultOfRow, type Row } from './row.ts'

/**
 * A reject of an account in terms of the tables: its line is that of the accounts' file, or for rows without an account
 * of the first of them in its own, and every issue says in `params` which table, file and row it is about.
 */
export function placeReject(reject: Reject, account: AccountRows, sources: readonly Source[]): Reject {
  const [first] = account.rows as readonly [Row, ...Row[]]
  const line = lineOf(first)
  const placed = (issue: Issue, row: Row): Issue => placedAt(issue, row, sources)
  if (sourceOf(first, sources).table !== 'accounts')
    return { ...reject, line, issues: told(account.rows.map((row) => placed(alone(row, sources), row))) }
  const findings = noFindings()
  const fields = caseOfRows(account, sources, findings)
  const cut = account.over === undefined && wholeLine(fields) === undefined
  if (cut) findings.rows.push({ row: first, ...TOO_LONG })
  const own = ownIssues(findings)
  const better = new Set(own.map(({ issue }) => issue.path))
  // Of a case that is no line, and of a row that could not be read, everything is missing, which says nothing more.
  const others =
    cut || account.over !== undefined
      ? []
      : reject.issues
          .filter(
            ({ code, path }) => !better.has(path) && !(code === 'field.unknown' && path === `/${AT_FAULT}`),
          )
          .filter(({ path }) => faultOfRow(first) === undefined || rowOfPointer(path, findings) !== undefined)
          .map((issue) => {
            const row = rowOfPointer(issue.path, findings) ?? first
            return placed(withLendersCell(issue, row, sourceOf(row, sources)), row)
          })
  return { ...reject, line, issues: told([...own.map(({ issue, row }) => placed(issue, row)), ...others]) }
}

/** A reject of a further row of the accounts. */
export const placeDuplicate = (reject: Reject, row: Row, sources: readonly Source[]): Reject => ({
  ...reject,
  line: lineOf(row),
  issues: [placedAt(DUPLICATE_ID, row, sources)],
})

function placedAt(issue: Issue, row: Row, sources: readonly Source[]): Issue {
  const { table, name } = sourceOf(row, sources)
  // The params stay those of the code: every code takes where its row stands besides.
  return { ...issue, params: { ...issue.params, table, file: name, row: lineOf(row) } } as Issue
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
}: PlacedIssues): { readonly issue: Issue; readonly row: Row }[] {
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
function rowOfPointer(pointer: string, { rowOf }: PlacedIssues): Row | undefined {
  for (let path = pointer; ; path = path.slice(0, path.lastIndexOf('/'))) {
    const row = rowOf.get(path)
    if (row !== undefined || path === '') return row
  }
}

/**
 * An issue of a case with the cell it is about in the place of what that was read as: the person who wrote `500,00` knows of no
 * 50000 minor units.
 */
function withLendersCell(issue: Issue, row: Row, source: Source): Issue {
  const steps = issue.path.split('/').slice(1)
  const name = steps.pop()
  const part = steps.filter((step) => !/^\d+$/.test(step)).at(-1)
  const within = source.fields.findIndex((plan) => plan.within?.[0] === part && plan.within?.[1] === name)
  const place =
    within < 0 ? source.fields.findIndex((plan) => plan.within === undefined && plan.field === name) : within
  const text = source.fields[place]?.constant ?? cellText(row, place, source)
  if (place < 0 || text === undefined) return issue
  return issueOf(issue.code, issue.path, issue.params.expected, shownValue(text), { ...issue.params })
}

/**
 * What the rows of an id come to, as a line of NDJSON: its case; the id alone where no row is of the accounts, or where
 * they are more than a line may hold.
 */
export function caseLine(account: AccountRows, sources: readonly Source[]): string {
  const { id, rows, over } = account
  const [first] = rows
  if (first === undefined || sourceOf(first, sources).table !== 'accounts')
    return ndjson(id === '' ? {} : { id })
  const whole = over === undefined ? wholeLine(caseOfRows(account, sources)) : undefined
  return whole ?? ndjson({ id, [AT_FAULT]: true })
}

/** Undefined for a case that is longer than a line may be. */
function wholeLine(fields: EntryFields): string | undefined {
  const line = ndjson(fields)
  return Buffer.byteLength(line) > MAX_LINE_BYTES ? undefined : line
}
