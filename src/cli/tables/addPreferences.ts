import type { Entries, Entry, Fields, Findings } from './entries.ts'
import { listOf, onlyOne, type Wrong } from './partsOfCase.ts'

const HOURS = ['contactHours', 'avoidHours', 'agreedHours'] as const
const NO_KIND: Wrong = {
  code: 'value.unknown',
  expected: `one of ${HOURS.join(', ')} as the kind`,
  got: 'something else',
}

/** Adds wishes: one row of preferences, and any of hours and consents. Returns whether all rows are sound. */
export function addPreferences(
  fields: Fields,
  { preferences = [], hours = [], consents = [] }: Entries,
  findings: Findings | undefined,
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
