import type { TableName } from '../../input/tables.ts'
import { currencyExponent } from '../../kernel/money.ts'
import { findZone, type Zone } from '../../kernel/timeZone.ts'
import { MAX_LINE_BYTES } from '../lines.ts'
import { type AccountRows, MAX_ACCOUNT_BYTES } from './accountRows.ts'
import { addParts } from './addParts.ts'
import type { Terms } from './cellReader.ts'
import type { Source } from './columnPlan.ts'
import { cellText, type Entry, entryOf, type Fields, type Findings, placeEntry } from './entries.ts'
import { faultOfRow, type Row } from './row.ts'

/** A field no case has. A case with rows that are at fault gets it, so that it is refused whatever else it holds. */
export const AT_FAULT = 'rows'

/** The part of the case that a table's rows are in. */
export const PART_OF: Readonly<Record<TableName, string>> = {
  accounts: '',
  repayments: '/repayments',
  payments: '/repayments',
  contacts: '/contacts',
  promises: '/contacts',
  contactPoints: '/contactPoints',
  notices: '/notices',
  budgets: '/budget',
  circumstances: '/circumstances',
  arrangements: '/arrangements',
  preferences: '/preferences',
  hours: '/preferences',
  consents: '/preferences/consents',
  features: '/features',
}

/**
 * The case of an account, put together from its rows, the first of which is of the accounts: not checked, that is for
 * `parseCase`. Lists come in the order of their days or instants. Where rows are at fault the case says so in a field no
 * case has; `findings`, where given, hears which.
 */
export function caseOfRows(
  { id, rows, over }: AccountRows,
  sources: readonly Source[],
  findings?: Findings,
): Fields {
  const [first, ...others] = rows as readonly [Row, ...Row[]]
  const terms = termsOf(first, sourceOf(first, sources))
  const entries: { [Name in TableName]?: Entry[] } = {}
  let sound = over === undefined
  const take = (row: Row): Entry | undefined => {
    const source = sourceOf(row, sources)
    const fault = faultOfRow(row)
    if (fault === undefined) return entryOf(row, source, terms, findings)
    sound = false
    findings?.rows.push({ row, path: PART_OF[source.table], ...fault })
    return undefined
  }
  const account = take(first)
  for (const row of others) {
    const { table } = sourceOf(row, sources)
    const entry = take(row)
    if (entry === undefined) continue
    const known = entries[table]
    if (known === undefined) entries[table] = [entry]
    else known.push(entry)
  }
  if (over !== undefined) findings?.rows.push({ row: over, ...TOO_LONG })
  if (account !== undefined && findings !== undefined) placeEntry(account, '', findings)
  const fields = account?.fields ?? {}
  if (id !== '') fields.id = id
  const linked = addParts(fields, entries, findings)
  if (!sound || !linked) fields[AT_FAULT] = true
  return fields
}

/** What is wrong with an account whose rows come to more than a case may hold. */
export const TOO_LONG = {
  path: '',
  code: 'line.tooLong',
  expected: `at most ${MAX_ACCOUNT_BYTES} bytes of rows for an account, and ${MAX_LINE_BYTES} of its case as JSON`,
  got: 'more',
} as const

export const sourceOf = (row: Row, sources: readonly Source[]): Source => sources[Number(row[0])] as Source

const UTC = findZone('UTC') as Zone

/** Where the account says neither currency nor zone the case is refused for that, and what is read here is not used. */
function termsOf(row: Row, source: Source): Terms {
  const text = (name: string): string => {
    const place = source.fields.findIndex(({ field }) => field === name)
    const plan = source.fields[place]
    const said = plan?.constant ?? cellText(row, place, source)
    return said === undefined ? '' : String(plan?.read(said, { decimals: 2, zone: UTC }))
  }
  return {
    decimals: currencyExponent(text('currency')) ?? 2,
    zone: findZone(text('timeZone')) ?? UTC,
  }
}
