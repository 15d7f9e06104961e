import { createHash } from 'node:crypto'
import { digestOf } from './growingFile.ts'

/** What is read, and a hash of it up to any byte that came. */
export interface HashedInput {
  readonly chunks: AsyncIterable<Uint8Array>
  /** The SHA-256 of the first bytes. Never asked for fewer of them than before; what comes after is kept until it is. */
  readonly hashUpTo: (byte: number) => string
}

export function hashedInput(input: AsyncIterable<Uint8Array>): HashedInput {
  const hash = createHash('sha256')
  const waiting: Uint8Array[] = []
  let hashed = 0
  async function* chunks() {
    for await (const chunk of input) {
      waiting.push(chunk)
      yield chunk
    }
  }
  return {
    chunks: chunks(),
    hashUpTo(byte) {
      while (hashed < byte) {
        const chunk = waiting.shift() as Uint8Array
        const known = chunk.subarray(0, byte - hashed)
        hash.update(known)
        hashed += known.length
        if (known.length < chunk.length) waiting.unshift(chunk.subarray(known.length))
      }
      return digestOf(hash)
    },
  }
}
