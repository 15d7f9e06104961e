import { createHash } from 'node:crypto'
import type { Stats } from 'node:fs'
import { open } from 'node:fs/promises'
import { unreadable } from './openInput.ts'

/** So much is looked at; of the rest the size and the time of the last change say enough. */
const HEAD_BYTES = 1024 * 1024

/** What tells a file from another that may stand in its place later. @throws a Stop when it cannot be read. */
export async function fileFingerprint(path: string, { size, mtimeMs }: Stats): Promise<string> {
  const handle = await open(path).catch((error: unknown) => {
    throw unreadable(path, error)
  })
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    const hash = createHash('sha256').update(buffer.subarray(0, bytesRead)).digest('hex')
    return `${size} bytes, changed ${mtimeMs}, sha256 ${hash}`
  } finally {
    await handle.close()
  }
}
