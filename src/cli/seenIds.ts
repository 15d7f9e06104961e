import { issueOf } from '../input/issueOf.ts'
import type { Issue } from '../kernel/issue.ts'

/** What is wrong with a record whose id an earlier one has. */
export const DUPLICATE_ID: Issue = issueOf(
  'id.duplicate',
  '/id',
  'an id no earlier line has',
  'one that stands already',
)

/**
 * Remembers the ids of a file. Holds the ids themselves, some 70 bytes each: exact, and good for some ten million
 * records. For more, or for less memory, replace this set by one of 128-bit hashes; nothing else has to change.
 */
export function seenIds(): { readonly isNew: (id: string) => boolean } {
  const seen = new Set<string>()
  return {
    isNew(id) {
      const before = seen.size
      return seen.add(id).size > before
    },
  }
}
