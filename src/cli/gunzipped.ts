import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { EXIT, type Stop, stop, systemReason } from './stop.ts'

/** What every gzip member begins with (RFC 1952, 2.3.1). */
const MAGIC = [0x1f, 0x8b] as const

/** Whether these bytes begin a gzip stream. */
export const isGzip = (bytes: Uint8Array): boolean => MAGIC.every((byte, index) => bytes[index] === byte)

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
