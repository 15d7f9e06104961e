import { parseInstant } from '../../kernel/instant.ts'
import type { Entry, Findings } from './entries.ts'
import { inOrder } from './inOrder.ts'

/**
 * The contacts with their promises. A promise with a channel is a contact by itself; one without gives its terms to the
 * contact at the same instant whose outcome is a promise.
 *
 * @returns the contacts, and whether every promise found its own.
 */
export function linkPromises(
  contacts: readonly Entry[],
  promises: readonly Entry[],
  findings: Findings | undefined,
): { readonly contacts: readonly Entry[]; readonly all: boolean } {
  const alone = promises.filter(({ fields }) => fields.channel !== undefined)
  for (const { fields } of alone) fields.outcome ??= 'promise'
  if (alone.length === promises.length) return { contacts: [...contacts, ...alone], all: true }
  // In an order of their own: which of two promises at one instant is whose must not depend on the order of rows.
  const lacking = withoutTerms(inOrder(contacts, 'at'))
  let all = true
  for (const { row, fields } of inOrder(promises, 'at')) {
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
