import { hash } from 'node:crypto'
import { issueOf } from '../input/issueOf.ts'
import type { Issue } from '../kernel/issue.ts'
import { hashSet } from './hashSet.ts'

/** What is wrong with a record whose id an earlier one has. */
export const DUPLICATE_ID: Issue = issueOf(
  'id.duplicate',
  '/id',
  'an id no earlier line has',
  'one that stands already',
)

/** Which ids came up before. */
export interface SeenIds {
  readonly isNew: (id: string) => boolean
  /** Takes the hashes of ids that came up in an earlier part of the run, `HASH_BYTES` each. */
  readonly restore: (hashes: Buffer) => void
}

/** 128 bits of SHA-256: even among a thousand million ids the odds that two share them are one in 10^20. */
export const HASH_BYTES = 16

/** Remembers the ids of a file, 20 to 30 bytes each. `noted` is given the hash of each new one, until it returns. */
export function seenIds(noted: (hash: Buffer) => void = () => {}): SeenIds {
  const seen = hashSet()
  const own = Buffer.alloc(HASH_BYTES)
  const isNewAt = (hashes: Buffer, at: number): boolean => {
    const word = (place: number): number => hashes.readUInt32LE(at + 4 * place)
    return seen.add(word(0), word(1), word(2), word(3))
  }
  return {
    isNew(id) {
      // As JSON, since in UTF-8 any two halves of a character, each on its own, are the same.
      own.write(hash('sha256', JSON.stringify(id), 'hex'), 'hex')
      const isNew = isNewAt(own, 0)
      if (isNew) noted(own)
      return isNew
    },
    restore(hashes) {
      for (let at = 0; at < hashes.length; at += HASH_BYTES) isNewAt(hashes, at)
    },
  }
}
