import { hash } from 'node:crypto'
import { issueOf } from '../../input/issueOf.ts'
import type { Issue } from '../../words/issue.ts'

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

/** A set of 128-bit hashes. */
export interface HashSet {
  /** Whether it is new; it is there from then on. The four words are taken to be evenly spread. */
  readonly add: (a: number, b: number, c: number, d: number) => boolean
}

const WORDS = 4
/** The tables grow one by one, so that no more than one is ever there twice. */
const TABLES = 64
const FIRST_SLOTS = 64
/** Grown by half when four fifths full, a table takes 20 to 30 bytes a hash. */
const FULL = 0.8
const GROWTH = 1.5

/** 128-bit hashes in open addressing with linear probing, in a few flat arrays: no object for each. */
export function hashSet(): HashSet {
  const tables = Array.from({ length: TABLES }, () => startTable(FIRST_SLOTS))
  return {
    add(a, b, c, d) {
      const place = a % TABLES
      const table = tables[place] as HashTable
      // All zeros means an empty slot; of the hash that is all zeros another one is made.
      const last = (a | b | c | d) === 0 ? 1 : d
      if (!put(table, a, b, c, last)) return false
      if (table.count > table.slots * FULL) tables[place] = grown(table)
      return true
    },
  }
}

interface HashTable {
  readonly slots: number
  readonly words: Uint32Array
  count: number
}

const startTable = (slots: number): HashTable => ({ slots, words: new Uint32Array(slots * WORDS), count: 0 })

function put(table: HashTable, a: number, b: number, c: number, d: number): boolean {
  const { words, slots } = table
  let at = Math.floor((b / 2 ** 32) * slots) * WORDS
  for (; ; at = at + WORDS === words.length ? 0 : at + WORDS) {
    if (words[at] === a && words[at + 1] === b && words[at + 2] === c && words[at + 3] === d) return false
    if (isEmpty(words, at)) break
  }
  words[at] = a
  words[at + 1] = b
  words[at + 2] = c
  words[at + 3] = d
  table.count += 1
  return true
}

function grown({ slots, words }: HashTable): HashTable {
  const larger = startTable(Math.ceil(slots * GROWTH))
  for (let at = 0; at < words.length; at += WORDS) {
    if (isEmpty(words, at)) continue
    const word = (place: number): number => words[at + place] as number
    put(larger, word(0), word(1), word(2), word(3))
  }
  return larger
}

const isEmpty = (words: Uint32Array, at: number): boolean =>
  words[at] === 0 && words[at + 1] === 0 && words[at + 2] === 0 && words[at + 3] === 0
