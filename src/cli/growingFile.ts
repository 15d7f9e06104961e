import { open } from 'node:fs/promises'
import { attempt } from './output.ts'

/** A file that is only ever written at its end. */
export interface GrowingFile {
  readonly write: (data: string | Uint8Array) => Promise<void>
  /** Puts what is written by now on the disk, and says how many bytes that is. */
  readonly sync: () => Promise<number>
  readonly close: () => Promise<void>
}

/**
 * Opens a file to go on after its first `size` bytes; whatever comes after them is cut off. `name`: what it is called in
 * messages; `mode`: its permissions when it is new.
 *
 * @throws a Stop when it cannot be written; so do its functions.
 */
export async function growingFile(
  path: string,
  name: string,
  size: number,
  mode?: number,
): Promise<GrowingFile> {
  const handle = await attempt(name, () => open(path, 'a', mode))
  await attempt(name, () => handle.truncate(size))
  let length = size
  let onDisk = -1
  return {
    write: (data) =>
      attempt(name, async () => {
        const bytes = typeof data === 'string' ? Buffer.from(data) : data
        await handle.appendFile(bytes)
        length += bytes.length
      }),
    sync: () =>
      attempt(name, async () => {
        const written = length
        if (onDisk < written) await handle.datasync()
        onDisk = written
        return written
      }),
    close: () => handle.close(),
  }
}
