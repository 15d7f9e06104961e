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
