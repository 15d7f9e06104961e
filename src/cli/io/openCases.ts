import { createHash } from 'node:crypto'
import type { Stats } from 'node:fs'
import { open } from 'node:fs/promises'
import { canonicalJson } from '../../numbers/canonicalHash.ts'
import type { Host } from '../host.ts'
import { EXIT, stop } from '../stop.ts'
import type { TableOptions } from '../tables/openTables.ts'
import { type Input, openInput, unreadable } from './openInput.ts'
import { pathStats } from './output.ts'
import type { Reject } from './readRecord.ts'
import type { InputFile } from './refuseLoss.ts'

/** Cases to read: NDJSON, whatever it comes from. */
export interface CasesInput extends Input {
  /** What no result may be put over. */
  readonly files: readonly InputFile[]
  /** A reject of one of its lines in terms of what it comes from. */
  readonly placed: (reject: Reject) => Promise<Reject>
  /** The line of the file it comes from, of tables that of the accounts, where one of its own lines stands. */
  readonly lineOf: (line: number) => number
  /** Rows read, by table, where it comes from tables. */
  readonly rows?: () => Readonly<Record<string, number>>
  /** While it is the same, so are the cases, byte for byte; there is none of what can be read only once. */
  readonly fingerprint?: () => Promise<string>
}

/**
 * Opens cases: a file, standard input for `-`, or a folder of tables. What reads tables is loaded only for a folder.
 *
 * @throws a Stop when there is nothing to read, or it is not what it should be.
 */
export async function openCases(path: string, options: TableOptions, host: Host): Promise<CasesInput> {
  if (path !== '-' && pathStats(path)?.isDirectory()) {
    const { openTables } = await import('../tables/openTables.ts')
    const tables = await openTables(path, options, host)
    return { ...tables, fingerprint: async () => canonicalJson(tables.fingerprint) }
  }
  if (options.mapping !== undefined)
    throw stop(EXIT.usage, `--mapping is for a folder of tables, and ${path} is none`)
  const input = await openInput(path, host)
  const { file } = input
  return {
    ...input,
    ...(path !== '-' && file?.isFile() && { fingerprint: () => fileFingerprint(path, file) }),
    files: [{ name: 'the cases', file }],
    placed: async (reject) => reject,
    lineOf: (line) => line,
  }
}

/** So much is looked at; of the rest the size and the time of the last change say enough. */
const HEAD_BYTES = 1024 * 1024

/** What tells a file from another that may stand in its place later. @throws a Stop when it cannot be read. */
async function fileFingerprint(path: string, { size, mtimeMs }: Stats): Promise<string> {
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
