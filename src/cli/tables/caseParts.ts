import type { TableName } from '../../input/tables.ts'
import { pointerStep } from '../../kernel/issue.ts'
import { type Entry, type Fields, type Findings, type PlacedFault, placeEntry } from './entries.ts'
import { inOrder } from './inOrder.ts'
import { linkPayments } from './linkPayments.ts'
import { linkPromises } from './linkPromises.ts'

/** What the rows of an account say, by table. */
export type Entries = { readonly [Name in TableName]?: readonly Entry[] }

/**
 * Adds everything of a case but the account itself to the account's own fields.
 *
 * @returns whether all rows they are put together from are sound among each other.
 */
export function addParts(fields: Fields, entries: Entries, findings: Findings | undefined): boolean {
  const { repayments = [], payments = [], promises = [], budgets = [] } = entries
  const paid = linkPayments(repayments, payments, findings)
  const { contacts, all } = linkPromises(entries.contacts ?? [], promises, findings)
  const add = (name: string, found: readonly Entry[] | undefined, by: string) => {
    if (found !== undefined && found.length > 0) fields[name] = listOf(`/${name}`, found, by, findings)
  }
  add('repayments', repayments, 'due')
  add('contacts', contacts, 'at')
  add('contactPoints', entries.contactPoints, 'key')
  add('notices', entries.notices, 'at')
  add('circumstances', entries.circumstances, 'since')
  add('arrangements', entries.arrangements, 'from')
  if (budgets.length > 0) fields.budget = onlyOne('/budget', budgets, findings)
  const wishes = addPreferences(fields, entries, findings)
  const own = addFeatures(fields, entries.features ?? [], findings)
  return paid && all && budgets.length < 2 && wishes && own
}

function listOf(
  pointer: string,
  entries: readonly Entry[],
  by: string,
  findings: Findings | undefined,
): Fields[] {
  const ordered = inOrder(entries, by)
  if (findings !== undefined) placeList(ordered, pointer, findings)
  return ordered.map(({ fields }) => fields)
}

function placeList(entries: readonly Entry[], pointer: string, findings: Findings): void {
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
function onlyOne(
  pointer: string,
  entries: readonly Entry[],
  findings: Findings | undefined,
): Fields | undefined {
  const [entry, ...others] = entries
  if (entry === undefined) return undefined
  if (findings !== undefined) placeEntry(entry, pointer, findings)
  for (const { row } of others) findings?.rows.push({ row, path: pointer, ...TWICE })
  return entry.fields
}

type Wrong = Pick<PlacedFault, 'code' | 'expected' | 'got'>
const TWICE: Wrong = { code: 'id.duplicate', expected: 'one row for an account', got: 'another one' }

const HOURS: Wrong = {
  code: 'field.missing',
  expected: 'a kind: contactHours, avoidHours or agreedHours',
  got: 'nothing',
}

function addPreferences(
  fields: Fields,
  { preferences = [], hours = [], consents = [] }: Entries,
  findings: Findings | undefined,
): boolean {
  if (preferences.length + hours.length + consents.length === 0) return true
  // A Map, and an object made of it at the end: a kind comes from the data, and may be a name objects treat specially.
  const wishes = new Map<string, unknown>(
    Object.entries(onlyOne('/preferences', preferences, findings) ?? {}),
  )
  const kinds = new Map<string, Entry[]>()
  let sound = preferences.length < 2
  for (const entry of hours) {
    const { kind } = entry.fields
    entry.fields.kind = undefined
    if (typeof kind === 'string') kinds.set(kind, [...(kinds.get(kind) ?? []), entry])
    else {
      sound = false
      findings?.rows.push({ row: entry.row, path: '/preferences', ...HOURS })
    }
  }
  for (const [kind, entries] of kinds) {
    const pointer = `/preferences${pointerStep(kind)}`
    wishes.set(kind, listOf(pointer, entries, 'from', findings))
    for (const { row } of entries) findings?.rowOf.set(pointer, row)
  }
  if (consents.length > 0) wishes.set('consents', listOf('/preferences/consents', consents, 'at', findings))
  fields.preferences = Object.fromEntries(wishes)
  return sound
}

/** A lender's own characteristics: a row each, with a number or a text, or neither where it is known to be unknown. */
function addFeatures(fields: Fields, entries: readonly Entry[], findings: Findings | undefined): boolean {
  if (entries.length === 0) return true
  const values = new Map<string, unknown>()
  let sound = true
  const refuse = (entry: Entry, wrong: Wrong) => {
    sound = false
    findings?.rows.push({ row: entry.row, path: '/features', ...wrong })
  }
  for (const entry of inOrder(entries, 'name')) {
    const { name, number, text } = entry.fields
    if (typeof name !== 'string') refuse(entry, NAMELESS)
    else if (values.has(name)) refuse(entry, TWICE)
    else if (number !== undefined && text !== undefined) refuse(entry, BOTH)
    else {
      // Text where a number belongs would be a sound characteristic of another kind.
      if (typeof number === 'string') sound = false
      values.set(name, number ?? text ?? null)
      if (findings !== undefined) placeEntry(entry, `/features${pointerStep(name)}`, findings)
    }
  }
  fields.features = Object.fromEntries(values)
  return sound
}

const NAMELESS: Wrong = { code: 'field.missing', expected: 'the name of a characteristic', got: 'nothing' }
const BOTH: Wrong = { code: 'row.invalid', expected: 'a number or a text', got: 'both' }
