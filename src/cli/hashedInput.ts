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

/**
 * What comes after the first bytes of an input that have this hash. They are read again: what is compressed or joined has
 * its beginning at the beginning only.
 *
 * @throws what `changed` makes when they are not what they were.
 */
export async function* after(
  bytes: number,
  sha256: string,
  { chunks, hashUpTo }: HashedInput,
  changed: () => Error,
): AsyncGenerator<Uint8Array, void> {
  let at = 0
  for await (const chunk of chunks) {
    const before = at
    at += chunk.length
    if (before < bytes && hashUpTo(Math.min(at, bytes)) !== sha256 && at >= bytes) throw changed()
    if (at > bytes) yield chunk.subarray(Math.max(0, bytes - before))
  }
  if (at < bytes) throw changed()
}
