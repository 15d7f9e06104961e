import { type Entry, type EntryFields, type PlacedFault, type PlacedIssues, placeEntry } from './entries.ts'
import { inFieldOrder } from './orderedRows.ts'

/** The entries as a list of the case, in the order of this field. */
export function listOf(
  pointer: string,
  entries: readonly Entry[],
  by: string,
  findings: PlacedIssues | undefined,
): EntryFields[] {
  const ordered = inFieldOrder(entries, by)
  if (findings !== undefined) placeList(ordered, pointer, findings)
  return ordered.map(({ fields }) => fields)
}

function placeList(entries: readonly Entry[], pointer: string, findings: PlacedIssues): void {
  for (const [i, entry] of entries.entries()) {
    placeEntry(entry, `${pointer}/${i}`, findings)
    const { paid } = entry.fields
    if (!Array.isArray(paid)) continue
    for (const [j, fields] of paid.entries()) {
      const row = findings.rowOf.get(fields) ?? entry.row
      placeEntry({ row, fields }, `${pointer}/${i}/paid/${j}`, findings)
    }
  }
}

/** Of two rows where a case has one thing neither can be told to be the right one. */
export function onlyOne(
  pointer: string,
  entries: readonly Entry[],
  findings: PlacedIssues | undefined,
): EntryFields | undefined {
  const [entry, ...others] = entries
  if (entry === undefined) return undefined
  if (findings !== undefined) placeEntry(entry, pointer, findings)
  for (const { row } of others) findings?.rows.push({ row, path: pointer, ...TWICE })
  return entry.fields
}

/** What is wrong with a row; where it stands is known. */
export type Wrong = Pick<PlacedFault, 'code' | 'expected' | 'got'>
export const TWICE: Wrong = { code: 'id.duplicate', expected: 'one row for an account', got: 'another one' }
