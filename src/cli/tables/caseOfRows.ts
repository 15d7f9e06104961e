import type { TableName } from '../../input/tables.ts'
import { parseInstant } from '../../time/instant.ts'
import { findZone, type Zone } from '../../time/timeZone.ts'
import { pointerStep } from '../../words/issue.ts'
import { currencyExponent } from '../../words/money.ts'
import { MAX_LINE_BYTES } from '../io/lines.ts'
import { type AccountRows, MAX_ACCOUNT_BYTES } from './accountRows.ts'
import type { CellTerms } from './cellReader.ts'
import type { Source } from './columnPlan.ts'
import {
  cellText,
  type Entries,
  type Entry,
  type EntryFields,
  entryOf,
  type PlacedIssues,
  placeEntry,
} from './entries.ts'
import { inFieldOrder } from './orderedRows.ts'
import { listOf, onlyOne, TWICE, type Wrong } from './partsOfCase.ts'
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
  findings?: PlacedIssues,
): EntryFields {
  const [first, ...others] = rows as readonly [Row, ...Row[]]
  const terms = cellTerms(first, sourceOf(first, sources))
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
function cellTerms(row: Row, source: Source): CellTerms {
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

/**
 * Adds everything of a case but the account itself to the account's own fields.
 *
 * @returns whether all rows they are put together from are sound among each other.
 */
function addParts(fields: EntryFields, entries: Entries, findings: PlacedIssues | undefined): boolean {
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

const HOURS = ['contactHours', 'avoidHours', 'agreedHours'] as const
const NO_KIND: Wrong = {
  code: 'value.unknown',
  expected: `one of ${HOURS.join(', ')} as the kind`,
  got: 'something else',
}

/** Adds wishes: one row of preferences, and any of hours and consents. Returns whether all rows are sound. */
function addPreferences(
  fields: EntryFields,
  { preferences = [], hours = [], consents = [] }: Entries,
  findings: PlacedIssues | undefined,
): boolean {
  if (preferences.length + hours.length + consents.length === 0) return true
  const wishes = onlyOne('/preferences', preferences, findings) ?? {}
  const [contactHours, avoidHours, agreedHours]: [Entry[], Entry[], Entry[]] = [[], [], []]
  const lists = { contactHours, avoidHours, agreedHours }
  let sound = preferences.length < 2
  for (const entry of hours) {
    const kind = HOURS.find((one) => one === entry.fields.kind)
    // It says which list, and is no part of it.
    entry.fields.kind = undefined
    if (kind !== undefined) lists[kind].push(entry)
    else {
      sound = false
      findings?.rows.push({ row: entry.row, path: '/preferences', ...NO_KIND })
    }
  }
  for (const kind of HOURS)
    if (lists[kind].length > 0) wishes[kind] = listOf(`/preferences/${kind}`, lists[kind], 'from', findings)
  if (consents.length > 0) wishes.consents = listOf('/preferences/consents', consents, 'at', findings)
  fields.preferences = wishes
  return sound
}

/**
 * Adds a lender's own characteristics: a row each, with a number or a text, or neither where it is unknown. Returns
 * whether all rows are sound.
 */
function addFeatures(
  fields: EntryFields,
  entries: readonly Entry[],
  findings: PlacedIssues | undefined,
): boolean {
  if (entries.length === 0) return true
  const values = new Map<string, unknown>()
  let sound = true
  const refuse = (entry: Entry, wrong: Wrong) => {
    sound = false
    findings?.rows.push({ row: entry.row, path: '/features', ...wrong })
  }
  for (const entry of inFieldOrder(entries, 'name')) {
    const { name, number, text } = entry.fields
    if (typeof name !== 'string') refuse(entry, NAMELESS)
    else if (values.has(name)) refuse(entry, TWICE)
    else if (number !== undefined && text !== undefined) refuse(entry, BOTH)
    else {
      const unread = number !== undefined && typeof number !== 'number'
      if (unread) sound = false
      values.set(name, unread ? null : (number ?? text ?? null))
      if (findings !== undefined) placeEntry(entry, `/features${pointerStep(name)}`, findings)
    }
  }
  fields.features = Object.fromEntries(values)
  return sound
}

const NAMELESS: Wrong = { code: 'field.missing', expected: 'the name of a characteristic', got: 'nothing' }
const BOTH: Wrong = { code: 'row.invalid', expected: 'a number or a text', got: 'both' }

/**
 * Gives every due row its payments: the one in its own columns, and those that name its number or, without one, its day.
 *
 * @returns whether every payment found its row, and just one.
 */
function linkPayments(
  repayments: readonly Entry[],
  payments: readonly Entry[],
  findings: PlacedIssues | undefined,
): boolean {
  const paid = repayments.map(({ row, fields }): Entry[] =>
    fields.paid === undefined ? [] : [{ row, fields: fields.paid as EntryFields }],
  )
  const places = payments.length === 0 ? undefined : placesByKey(repayments)
  let all = true
  for (const payment of payments) {
    const { fields, row } = payment
    const { number, due } = fields
    // Undefined is not written: they are no part of a payment.
    fields.number = undefined
    fields.due = undefined
    const named = places?.get(number === undefined ? `due ${due}` : `number ${number}`) ?? []
    // One with both names a row that has both.
    const found = named.filter(
      (place) => due === undefined || `${repayments[place]?.fields.due}` === `${due}`,
    )
    const [place] = found
    if (place !== undefined && found.length === 1) paid[place]?.push(payment)
    else {
      all = false
      const expected = `one row of repayments with ${number === undefined ? 'this day due' : 'this number'}`
      const got = found.length === 0 ? 'none' : `${found.length} of them`
      findings?.rows.push({ row, path: '/repayments', code: 'row.unmatched', expected, got })
    }
  }
  for (const [i, { fields }] of repayments.entries()) {
    fields.number = undefined
    const entries = inFieldOrder(paid[i] as readonly Entry[], 'on')
    fields.paid = entries.length === 0 ? undefined : entries.map((entry) => entry.fields)
    for (const entry of entries) findings?.rowOf.set(entry.fields, entry.row)
  }
  return all
}

function placesByKey(repayments: readonly Entry[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  repayments.forEach(({ fields }, place) => {
    for (const key of fields.number === undefined
      ? [`due ${fields.due}`]
      : [`number ${fields.number}`, `due ${fields.due}`]) {
      const known = places.get(key)
      if (known === undefined) places.set(key, [place])
      else known.push(place)
    }
  })
  return places
}

/**
 * The contacts with their promises. A promise with a channel is a contact by itself; one without gives its terms to the
 * contact at the same instant whose outcome is a promise.
 *
 * @returns the contacts, and whether every promise found its own.
 */
function linkPromises(
  contacts: readonly Entry[],
  promises: readonly Entry[],
  findings: PlacedIssues | undefined,
): { readonly contacts: readonly Entry[]; readonly all: boolean } {
  const alone = promises.filter(({ fields }) => fields.channel !== undefined)
  for (const { fields } of alone) fields.outcome ??= 'promise'
  if (alone.length === promises.length) return { contacts: [...contacts, ...alone], all: true }
  // In an order of their own: which of two promises at one instant is whose must not depend on the order of rows.
  const lacking = withoutTerms(inFieldOrder(contacts, 'at'))
  let all = true
  for (const { row, fields } of inFieldOrder(promises, 'at')) {
    if (fields.channel !== undefined) continue
    const contact = lacking.get(instantKey(fields.at))?.shift()
    if (contact === undefined) {
      all = false
      const expected =
        'a contact at this instant with the outcome promise or partialPromise, and no terms yet'
      findings?.rows.push({ row, path: '/contacts', code: 'row.unmatched', expected, got: 'none' })
    } else {
      contact.fields.promise = fields.promise
      findings?.rowOf.set(fields.promise as object, row)
    }
  }
  return { contacts: [...contacts, ...alone], all }
}

/** Contacts whose outcome is a promise of nobody knows what, by their instant. */
function withoutTerms(contacts: readonly Entry[]): ReadonlyMap<unknown, Entry[]> {
  const lacking = new Map<unknown, Entry[]>()
  for (const contact of contacts) {
    const { outcome, promise, at } = contact.fields
    if ((outcome !== 'promise' && outcome !== 'partialPromise') || promise !== undefined) continue
    const known = lacking.get(instantKey(at))
    if (known === undefined) lacking.set(instantKey(at), [contact])
    else known.push(contact)
  }
  return lacking
}

/** What is no instant stands for itself: the case is refused for it anyway. */
function instantKey(at: unknown): unknown {
  const text: unknown = Array.isArray(at) ? at[0] : at
  return typeof text === 'string' ? (parseInstant(text) ?? text) : text
}
