import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { canonicalJson } from '../kernel/canonicalHash.ts'
import type { LineSettings } from './decideLines.ts'
import { type Input, unreadable } from './openInput.ts'

/** Everything that decides what a run writes, by what it is called in messages. */
export type MadeFrom = Readonly<Record<string, string>>

/** Of the cases so much is looked at; of the rest their size and the time of their last change say enough. */
const HEAD_BYTES = 1024 * 1024

/** What a run over this file is made from. How many workers decide changes nothing in it. */
export async function madeFrom({ name, file }: Input, settings: LineSettings): Promise<MadeFrom> {
  const { context, asOfRecord, ...options } = settings
  return {
    'the cases': `${file?.size} bytes, changed ${file?.mtimeMs}, sha256 ${await headHash(name)}`,
    'the policy': context.versions.policy,
    'the model': context.versions.model,
    'the engine': `${context.versions.engine}, node ${process.version}, time zones ${process.versions.tz}`,
    '--as-of': asOfRecord ? 'record' : context.asOf,
    '--later': context.later,
    ...Object.fromEntries(
      Object.entries(options).map(([name, value]) => [`--${name}`, canonicalJson(value)]),
    ),
  }
}

/** The first thing that differs. */
export const difference = (a: MadeFrom, b: MadeFrom): string | undefined =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].find((key) => a[key] !== b[key])

async function headHash(path: string): Promise<string> {
  const handle = await open(path).catch((error: unknown) => {
    throw unreadable(path, error)
  })
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return createHash('sha256').update(buffer.subarray(0, bytesRead)).digest('hex')
  } finally {
    await handle.close()
  }
}
