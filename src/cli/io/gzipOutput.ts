import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Output } from './output.ts'

/** The most a gzip member holds, before compression: enough to compress well, little enough to keep in memory. */
export const MEMBER_BYTES = 1024 * 1024

const compress = promisify(gzip)

/** The same output, compressed where its name ends in .gz. `begun`: whether there is something in the file already. */
export const outputNamed = (path: string, output: Output, begun = false): Output =>
  path.endsWith('.gz') ? gzipOutput(output, begun) : output

/**
 * Compresses what is written, in gzip members that each stand on their own. One ends after `MEMBER_BYTES` and at every
 * cut, whatever the pieces that are written: the same text with the same cuts gives the same bytes. One member is
 * compressed, on another thread, while the next is gathered.
 */
function gzipOutput(inner: Output, begun: boolean): Output {
  let pieces: Uint8Array[] = []
  let length = 0
  let members = begun ? 1 : 0
  let handedOn = Promise.resolve()
  const endMember = async () => {
    const member = Buffer.concat(pieces, length)
    pieces = []
    length = 0
    members += 1
    await handedOn
    handedOn = compress(member).then(inner.write)
    // The code that waits for it is told of a failure.
    handedOn.catch(() => {})
  }
  const cut = async () => {
    if (length > 0) await endMember()
  }
  return {
    async write(text) {
      let bytes = typeof text === 'string' ? Buffer.from(text) : text
      while (bytes.length > 0) {
        const piece = bytes.subarray(0, MEMBER_BYTES - length)
        pieces.push(piece)
        length += piece.length
        bytes = bytes.subarray(piece.length)
        if (length === MEMBER_BYTES) await endMember()
      }
    },
    cut,
    settled: () => handedOn,
    async close() {
      await cut()
      // A file of nothing is no gzip stream.
      if (members === 0) await endMember()
      await handedOn
      await inner.close()
    },
    place: inner.place,
    discard: inner.discard,
  }
}
