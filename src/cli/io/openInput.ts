import type { Stats } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Host } from '../host.ts'
import { EXIT, isStop, type Stop, stop, systemReason } from '../stop.ts'
import { streamStats } from './output.ts'

/** Large enough that splitting costs little, small enough that a batch of decisions stays small. */
const CHUNK_BYTES = 128 * 1024

/** Where the cases come from, for messages, and their bytes, decompressed where they were gzipped. */
export interface Input {
  readonly name: string
  readonly chunks: AsyncIterable<Uint8Array>
  /** Bytes read so far, as they stand in the file. */
  readonly bytesRead: () => number
  /** What it is read from; undefined where the operating system does not know. */
  readonly file: Stats | undefined
}

/** A file of cases, or standard input for `-`. @throws a Stop when there is nothing to read. */
export async function openInput(path: string, host: Host): Promise<Input> {
  if (path === '-') return inputOf('standard input', () => host.stdin, streamStats(host.stdin))
  const file = await inputStats(path)
  if (file.isDirectory()) {
    throw stop(EXIT.usage, `cannot read ${path}: it is a folder; give a file with one case a line, or -`)
  }
  return inputOf(path, () => fileBytes(path, file), file)
}

function inputOf(name: string, chunks: () => AsyncIterable<Uint8Array>, file: Stats | undefined): Input {
  let bytes = 0
  async function* counted() {
    for await (const chunk of guarded(name, chunks)) {
      bytes += chunk.length
      yield chunk
    }
  }
  return { name, chunks: gunzipped(name, counted(), CHUNK_BYTES), bytesRead: () => bytes, file }
}

/**
 * A batch made of a file that someone is still writing would be a part taken for the whole. `before`: the file as it
 * was when the command started.
 */
async function* fileBytes(path: string, before: Stats): AsyncGenerator<Uint8Array, void> {
  const handle = await open(path)
  try {
    yield* handle.createReadStream({ highWaterMark: CHUNK_BYTES, autoClose: false })
    const after = await handle.stat()
    if (before.isFile() && (after.size !== before.size || after.mtimeMs !== before.mtimeMs)) {
      throw stop(EXIT.usage, `${path} changed while it was read; give a file that is finished, or -`)
    }
  } finally {
    await handle.close()
  }
}

async function inputStats(path: string): Promise<Stats> {
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
    throw isStop(error) ? error : unreadable(name, error)
  }
}

/** What to say of an input that cannot be read. */
export const unreadable = (name: string, error: unknown): Stop =>
  stop(EXIT.usage, `cannot read ${name}: ${systemReason(error)}`)

/** What every gzip member begins with (RFC 1952, 2.3.1). */
const MAGIC = [0x1f, 0x8b] as const

/** Whether these bytes begin a gzip stream. */
const isGzip = (bytes: Uint8Array): boolean => MAGIC.every((byte, index) => bytes[index] === byte)

/**
 * The bytes themselves, or what is in them where they begin like gzip, of one member or many. `name`: what they are
 * called in messages; `chunkBytes`: how much is handed on at a time.
 *
 * @throws a Stop at the end of a gzip stream that is cut off, broken, or followed by something else.
 */
export async function* gunzipped(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  chunkBytes: number,
): AsyncGenerator<Uint8Array, void> {
  const rest = chunks[Symbol.asyncIterator]()
  const head = await firstBytes(rest)
  const all = followed(head, rest)
  yield* isGzip(head) ? membersOf(name, all, chunkBytes) : all
}

/** As many chunks in one as it takes to tell gzip from anything else; fewer bytes only where there are no more. */
async function firstBytes(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let head: Uint8Array = new Uint8Array()
  while (head.length < MAGIC.length) {
    const { done, value } = await chunks.next()
    if (done) break
    head = head.length === 0 ? value : Buffer.concat([head, value])
  }
  return head
}

async function* followed(head: Uint8Array, rest: AsyncIterator<Uint8Array>) {
  try {
    if (head.length > 0) yield head
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}

async function* membersOf(name: string, chunks: AsyncIterable<Uint8Array>, chunkBytes: number) {
  let given = 0
  async function* counted() {
    for await (const chunk of chunks) {
      given += chunk.length
      yield chunk
    }
  }
  const source = Readable.from(counted(), { objectMode: false })
  const gunzip = createGunzip({ chunkSize: chunkBytes })
  // A pipe hands on no errors.
  source.once('error', (error) => gunzip.destroy(error))
  source.pipe(gunzip)
  try {
    yield* gunzip
  } catch (error) {
    throw isGzipFault(error) ? broken(name, systemReason(error)) : error
  } finally {
    source.destroy()
  }
  // It stops reading, and says nothing, at zeros between members.
  if (gunzip.bytesWritten < given) throw broken(name, 'something stands after its end')
}

const isGzipFault = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && `${error.code}`.startsWith('Z_')

const broken = (name: string, reason: string): Stop =>
  stop(EXIT.usage, `cannot read ${name}: its gzip stream is cut off or broken (${reason})`)
