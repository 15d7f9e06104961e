import { createHash, type Hash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { attempt } from '../io/output.ts'
import { HASH_BYTES, type SeenIds, seenIds } from '../io/seenIds.ts'

/** What stands in a file up to some byte. */
export interface Written {
  readonly bytes: number
  readonly sha256: string
}

/** A file that is only ever written at its end. */
export interface GrowingFile {
  readonly write: (data: string | Uint8Array) => Promise<void>
  /** Puts what is written by now on the disk, and says what that is. */
  readonly sync: () => Promise<Written>
  readonly close: () => Promise<void>
}

/**
 * Opens a file to go on after what was `found` before; whatever comes after is cut off. Without it, the file is made anew.
 * `name`: what it is called in messages; `mode`: its permissions when it is new.
 *
 * @returns undefined when what was found before is not there any more.
 * @throws a Stop when it cannot be written; so do its functions.
 */
export async function growingFile(
  path: string,
  name: string,
  found?: Written,
  mode?: number,
): Promise<GrowingFile | undefined> {
  const hash =
    found === undefined ? createHash('sha256') : await attempt(name, () => hashOfWritten(path, found))
  if (hash === undefined) return undefined
  // A link in its place, soft or hard, would have something else written.
  if (found === undefined) await attempt(name, () => rm(path, { force: true }))
  const handle = await attempt(name, () => open(path, found === undefined ? 'ax' : 'a', mode))
  let length = found?.bytes ?? 0
  await attempt(name, () => handle.truncate(length))
  let onDisk = -1
  return {
    write: (data) =>
      attempt(name, async () => {
        const bytes = typeof data === 'string' ? Buffer.from(data) : data
        await handle.appendFile(bytes)
        hash.update(bytes)
        length += bytes.length
      }),
    sync: () =>
      attempt(name, async () => {
        const written = { bytes: length, sha256: digestOf(hash) }
        if (onDisk < written.bytes) await handle.datasync()
        onDisk = written.bytes
        return written
      }),
    close: () => handle.close(),
  }
}

/** Whether all that was found before is in a file. */
export const stillHolds = async (path: string, found: Written): Promise<boolean> =>
  (await hashOfWritten(path, found)) !== undefined

/** Of what came so far; more may come. */
export const digestOf = (hash: Hash): string => hash.copy().digest('hex')

/** The hash of what was found before, to be gone on with; undefined when it is not there any more. */
async function hashOfWritten(path: string, { bytes, sha256 }: Written): Promise<Hash | undefined> {
  const size = statSync(path, { throwIfNoEntry: false })?.size
  if (size === undefined || size < bytes) return undefined
  const hash = createHash('sha256')
  if (bytes > 0) {
    for await (const chunk of createReadStream(path, { end: bytes - 1 })) hash.update(chunk as Buffer)
  }
  return digestOf(hash) === sha256 ? hash : undefined
}

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
