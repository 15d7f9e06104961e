import { addFeatures } from './addFeatures.ts'
import { addPreferences } from './addPreferences.ts'
import type { Entries, Entry, Fields, Findings } from './entries.ts'
import { linkPayments } from './linkPayments.ts'
import { linkPromises } from './linkPromises.ts'
import { listOf, onlyOne } from './partsOfCase.ts'

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
