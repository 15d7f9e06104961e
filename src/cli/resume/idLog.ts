import { createReadStream } from 'node:fs'
import { attempt } from '../io/output.ts'
import { HASH_BYTES, type SeenIds, seenIds } from '../io/seenIds.ts'
import { growingFile, type Written } from './growingFile.ts'

/** The ids of a run, remembered in a file as well, for the run that goes on with it. */
export interface IdLog {
  readonly ids: SeenIds
  /** Puts those that came up so far on the disk, and says what the file is then. */
  readonly sync: () => Promise<Written>
  readonly discard: () => void
}

/** So many bytes of hashes are written at a time, at the least. */
const BLOCK_BYTES = HASH_BYTES * 4096

/**
 * Opens the log at this path, with what was `found` there before.
 *
 * @returns undefined when that is not there any more.
 * @throws a Stop when it cannot be read or written.
 */
export async function idLog(path: string, found: Written | undefined): Promise<IdLog | undefined> {
  const file = await growingFile(path, path, found)
  if (file === undefined) return undefined
  const full: Buffer[] = []
  let block = Buffer.allocUnsafe(BLOCK_BYTES)
  let length = 0
  const ids = seenIds((hash) => {
    length += hash.copy(block, length)
    if (length < BLOCK_BYTES) return
    full.push(block)
    block = Buffer.allocUnsafe(BLOCK_BYTES)
    length = 0
  })
  await attempt(path, async () => {
    for await (const hashes of wholeHashes(path)) ids.restore(hashes)
  })
  return {
    ids,
    async sync() {
      const hashes = Buffer.concat([...full.splice(0), block.subarray(0, length)])
      length = 0
      if (hashes.length > 0) await file.write(hashes)
      return file.sync()
    },
    discard: () => void file.close().catch(() => {}),
  }
}

/** A chunk may end inside a hash. */
async function* wholeHashes(path: string): AsyncGenerator<Buffer, void> {
  let rest = Buffer.alloc(0)
  for await (const chunk of createReadStream(path, { highWaterMark: BLOCK_BYTES })) {
    const bytes = Buffer.concat([rest, chunk as Buffer])
    const whole = bytes.length - (bytes.length % HASH_BYTES)
    yield bytes.subarray(0, whole)
    rest = bytes.subarray(whole)
  }
}
