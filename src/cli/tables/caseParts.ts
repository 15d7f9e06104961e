import type { TableName } from '../../input/tables.ts'
import { pointerStep } from '../../kernel/issue.ts'
import { type Entry, type Fields, type Findings, type PlacedFault, placeEntry } from './entries.ts'
import { inOrder } from './inOrder.ts'
import { linkPayments } from './linkPayments.ts'
import { linkPromises } from './linkPromises.ts'

/** What the rows of an account say, by table. */
export type Entries = { readonly [Name in TableName]?: readonly Entry[] }

/** Parts of a case, and whether all rows they are put together from are sound among each other. */
export interface Parts {
  readonly fields: Fields
  readonly sound: boolean
}

/** Everything of a case but the account itself. */
export function caseParts(entries: Entries, findings: Findings | undefined): Parts {
  const { repayments = [], payments = [], promises = [], budgets = [], features } = entries
  const paid = linkPayments(repayments, payments, findings)
  const { contacts, all } = linkPromises(entries.contacts ?? [], promises, findings)
  const list = (name: string, found: readonly Entry[] | undefined, by: string) =>
    listOf(`/${name}`, found ?? [], by, findings)
  const preferences = preferencesOf(entries, findings)
  const ownFeatures = features === undefined ? NONE : featuresOf(features, findings)
  const fields = {
    repayments: list('repayments', repayments, 'due'),
    contacts: list('contacts', contacts, 'at'),
    contactPoints: list('contactPoints', entries.contactPoints, 'key'),
    notices: list('notices', entries.notices, 'at'),
    budget: onlyOne('/budget', budgets, findings),
    circumstances: list('circumstances', entries.circumstances, 'since'),
    arrangements: list('arrangements', entries.arrangements, 'from'),
    preferences: preferences.fields,
    features: ownFeatures.fields,
  }
  return { fields, sound: paid && all && budgets.length < 2 && preferences.sound && ownFeatures.sound }
}

const NONE = { fields: undefined, sound: true }

/** A part that is absent where nothing is said of it. */
interface MaybePart {
  readonly fields: Fields | undefined
  readonly sound: boolean
}

function listOf(
  pointer: string,
  entries: readonly Entry[],
  by: string,
  findings: Findings | undefined,
): Fields[] | undefined {
  if (entries.length === 0) return undefined
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

function preferencesOf(
  { preferences = [], hours = [], consents = [] }: Entries,
  findings: Findings | undefined,
): MaybePart {
  if (preferences.length + hours.length + consents.length === 0) return NONE
  // A Map, and an object made of it at the end: a kind comes from the data, and may be a name objects treat specially.
  const fields = new Map<string, unknown>(
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
    fields.set(kind, listOf(pointer, entries, 'from', findings))
    for (const { row } of entries) findings?.rowOf.set(pointer, row)
  }
  if (consents.length > 0) fields.set('consents', listOf('/preferences/consents', consents, 'at', findings))
  return { fields: Object.fromEntries(fields), sound }
}

/** A lender's own characteristics: a row each, with a number or a text, or neither where it is known to be unknown. */
function featuresOf(entries: readonly Entry[], findings: Findings | undefined): MaybePart {
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
  return { fields: Object.fromEntries(values), sound }
}

const NAMELESS: Wrong = { code: 'field.missing', expected: 'the name of a characteristic', got: 'nothing' }
const BOTH: Wrong = { code: 'row.invalid', expected: 'a number or a text', got: 'both' }
