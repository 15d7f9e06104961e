import { parseInstant } from '../../kernel/instant.ts'
import type { Entry, Findings } from './entries.ts'

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
  const own: Entry[] = []
  let all = true
  for (const promise of promises) {
    const { row, fields } = promise
    if (fields.channel !== undefined) {
      fields.outcome ??= 'promise'
      own.push(promise)
      continue
    }
    const contact = contacts.find((one) => lacksTerms(one) && isAt(one, fields.at))
    if (contact === undefined) {
      all = false
      const expected =
        'a contact at this instant with the outcome promise or partialPromise, and no terms yet'
      findings?.rows.push({ row, path: '/contacts', code: 'row.unmatched', expected, got: 'none' })
    } else {
      contact.fields.promise = fields.promise
      if (typeof fields.promise === 'object' && fields.promise !== null)
        findings?.rowOf.set(fields.promise, row)
    }
  }
  return { contacts: own.length === 0 ? contacts : [...contacts, ...own], all }
}

const lacksTerms = ({ fields }: Entry): boolean =>
  (fields.outcome === 'promise' || fields.outcome === 'partialPromise') && fields.promise === undefined

const isAt = ({ fields }: Entry, at: unknown): boolean =>
  typeof at === 'string' && typeof fields.at === 'string' && second(fields.at) === second(at)

/** Text that is no instant stands for itself: the case is refused for it anyway. */
const second = (text: string): number | string => parseInstant(text) ?? text
