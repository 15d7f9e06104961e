import { createReadStream, type Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Host } from './host.ts'
import { EXIT, type Stop, stop, systemReason } from './stop.ts'

/** Large enough that splitting costs little, small enough that a batch of decisions stays small. */
const CHUNK_BYTES = 128 * 1024

/** Where the cases come from, for messages, and their bytes. */
export interface Input {
  readonly name: string
  readonly chunks: AsyncIterable<Uint8Array>
  /** Undefined for standard input. */
  readonly file: Stats | undefined
}

/** A file of cases, or standard input for `-`. @throws a Stop when there is nothing to read. */
export async function openInput(path: string, host: Host): Promise<Input> {
  if (path === '-') {
    const name = 'standard input'
    return { name, chunks: guarded(name, () => host.stdin), file: undefined }
  }
  const file = await statOf(path)
  if (file.isDirectory()) {
    throw stop(EXIT.usage, `cannot read ${path}: it is a folder; give a file with one case a line, or -`)
  }
  const read = () => createReadStream(path, { highWaterMark: CHUNK_BYTES })
  return { name: path, chunks: guarded(path, read), file }
}

async function statOf(path: string): Promise<Stats> {
  try {
    return await stat(path)
  } catch (error) {
    throw unreadable(path, error)
  }
}

/** Opens on the first read; a read that fails half-way ends the command like one that fails at once. */
async function* guarded(name: string, chunks: () => AsyncIterable<Uint8Array>) {
  try {
    yield* chunks()
  } catch (error) {
    throw unreadable(name, error)
  }
}

const unreadable = (name: string, error: unknown): Stop =>
  stop(EXIT.usage, `cannot read ${name}: ${systemReason(error)}`)
