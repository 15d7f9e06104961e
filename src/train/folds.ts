import { mix32 } from '../kernel/seededRandom.ts'
import type { TrainingTable } from './trainingTable.ts'

/**
 * The fold of every row, from its own values and the seed: so rows that are alike in everything fall on the same side
 * of every split, kin do too, copies of rows change no other row's fold, and the order of rows changes nothing. Sizes
 * are equal by chance, not exactly.
 */
export function foldsOf({ count, columns, kin }: TrainingTable, folds: number, seed: number): Uint8Array {
  const hashes = new Uint32Array(count).fill(mix32(seed))
  const word = new Uint32Array(2)
  const float = new Float64Array(word.buffer)
  for (const { values } of columns)
    for (let i = 0; i < count; i++) {
      const value = values[i] as number
      float[0] = Number.isNaN(value) ? Number.NaN : value + 0 // one NaN, one zero
      const mixed = mix32((hashes[i] as number) ^ (word[0] as number))
      hashes[i] = mix32((mixed + 0x9e3779b9) ^ (word[1] as number))
    }
  if (kin !== undefined) shareHashes(hashes, kin)
  return Uint8Array.from(hashes, (hash) => Math.floor((hash / 0x100000000) * folds))
}

/** Gives kin one hash, that of all the different ones among them. */
function shareHashes(hashes: Uint32Array, kin: Uint32Array): void {
  const different = new Map<number, Set<number>>()
  for (let i = 0; i < kin.length; i++) {
    const known = different.get(kin[i] as number)
    if (known === undefined) different.set(kin[i] as number, new Set([hashes[i] as number]))
    else known.add(hashes[i] as number)
  }
  const shared = new Map<number, number>()
  for (const [number, of] of different) shared.set(number, [...of].reduce((all, one) => all ^ one, 0) >>> 0)
  for (let i = 0; i < kin.length; i++) hashes[i] = shared.get(kin[i] as number) as number
}

/** Places of the rows outside and inside a fold. */
export function splitAt(foldOf: Uint8Array, fold: number): { rest: Int32Array; held: Int32Array } {
  const rest: number[] = []
  const held: number[] = []
  for (let i = 0; i < foldOf.length; i++) (foldOf[i] === fold ? held : rest).push(i)
  return { rest: Int32Array.from(rest), held: Int32Array.from(held) }
}
