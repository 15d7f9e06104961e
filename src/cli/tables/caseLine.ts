import { MAX_LINE_BYTES, ndjson } from '../io/lines.ts'
import type { AccountRows } from './accountRows.ts'
import { AT_FAULT, caseOfRows, sourceOf } from './caseOfRows.ts'
import type { Source } from './columnPlan.ts'
import type { Fields } from './entries.ts'

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
export function wholeLine(fields: Fields): string | undefined {
  const line = ndjson(fields)
  return Buffer.byteLength(line) > MAX_LINE_BYTES ? undefined : line
}
