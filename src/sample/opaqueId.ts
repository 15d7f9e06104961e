import { mix32 } from '../kernel/seededRandom.ts'

/** Consonants alone, so that no id spells a word, and none could be taken for a number of anybody's. */
const LETTERS = 'bcdfghjkmnpqrstv'
/** So that near seeds do not name their accounts alike. */
const KEPT_APART = 0x5bd1e995

/**
 * Eight letters for a whole number below 2³². Different numbers never share one, and nothing about the account shows.
 * `opaqueId('b', 7, 0)` names the first account of seed 7.
 */
export function opaqueId(kind: string, seed: number, place: number): string {
  let bits = mix32(mix32(place) + mix32(seed ^ KEPT_APART))
  let letters = ''
  for (let i = 0; i < 8; i++) {
    letters += LETTERS[bits & 15]
    bits >>>= 4
  }
  return `${kind}-${letters}`
}
