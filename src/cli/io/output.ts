import { randomBytes } from 'node:crypto'
import { createWriteStream, fstatSync, realpathSync, rmSync, type Stats, statSync } from 'node:fs'
import { open, readlink, realpath, rename, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Host, HostStream } from '../host.ts'
import { EXIT, type ExitStatus, stop, systemReason } from '../stop.ts'

/** Somewhere results go. A file appears under its own name only when it is whole. */
export interface Output {
  /** Resolves once it is handed on, so that a slow reader slows the writer. */
  readonly write: (text: string | Uint8Array) => Promise<void>
  /** Ends the gzip member being written, so that what comes next stands on its own; of a plain output nothing. */
  readonly cut: () => Promise<void>
  /** Resolves when everything up to the last cut is handed on; a write may resolve before. */
  readonly settled: () => Promise<void>
  /** Puts everything on the disk, a file still under its temporary name. */
  readonly close: () => Promise<void>
  /** Gives a closed file its own name, replacing an older one. */
  readonly place: () => Promise<void>
  /** Removes what is not in place. Synchronous, so that it works while the process is ending. */
  readonly discard: () => void
}

const writeNothing = async (): Promise<void> => {}
/** Of an output that is not compressed. */
const PLAIN = { cut: writeNothing, settled: writeNothing }

/** Standard output or standard error. `whenClosed`: how the command ends when its reader goes away. */
export function streamOutput(stream: Writable, name: string, whenClosed: ExitStatus): Output {
  const write = writer(stream, name, whenClosed)
  return { ...PLAIN, write, close: writeNothing, place: writeNothing, discard: () => {} }
}

/**
 * A file, written beside its place and moved there when complete. A device or a pipe is written directly;
 * `whenClosed` says how the command ends when a pipe's reader goes away.
 */
export async function fileOutput(path: string, host: Host, whenClosed: ExitStatus): Promise<Output> {
  const { target, older } = await outputPlaceOf(path)
  if (older !== undefined && !older.isFile()) return specialFile(path, whenClosed)
  const temporary = beside(target, `${randomBytes(4).toString('hex')}.partial`)
  const handle = await attempt(path, () => open(temporary, 'wx', older?.mode))
  const stream = handle.createWriteStream({ flush: true })
  const discard = () => {
    stream.destroy()
    rmSync(temporary, { force: true })
  }
  host.atInterrupt(discard)
  return {
    ...PLAIN,
    write: writer(stream, path, EXIT.usage),
    close: () => ended(stream, path),
    place: () => moveTo(temporary, target, path),
    discard,
  }
}

/** A place for a file: where its links lead, so that the file is replaced and not the link, and what stands there. */
export interface OutputPlace {
  readonly target: string
  readonly older: Stats | undefined
}

/** @throws a Stop when no file can have this name. */
export async function outputPlaceOf(path: string): Promise<OutputPlace> {
  if (path === '' || path.endsWith('/')) throw stop(EXIT.usage, `cannot write "${path}": it names no file`)
  const older = await existing(path)
  if (older?.isDirectory()) throw stop(EXIT.usage, `cannot write ${path}: it is a folder`)
  return { target: older === undefined ? await linked(path) : await realpath(path), older }
}

/** Gives a file another name beside it, for good: after a power failure too. `named`: what it is called in messages. */
export const moveTo = (from: string, to: string, named: string): Promise<void> =>
  attempt(named, async () => {
    await rename(from, to)
    await syncFolder(dirname(to))
  })

/** Puts the names of a folder on the disk, where the operating system lets a folder be opened for that. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  // Some file systems take no order to write a folder, and need none.
  await handle?.sync().catch(() => {})
  await handle?.close()
}

/** A file that belongs to another one, hidden beside it. */
export const beside = (target: string, suffix: string): string =>
  join(dirname(target), `.${basename(target)}.${suffix}`)

function specialFile(path: string, whenClosed: ExitStatus): Output {
  const stream = createWriteStream(path)
  const write = writer(stream, path, whenClosed)
  return { ...PLAIN, write, close: () => ended(stream, path), place: writeNothing, discard: () => {} }
}

function writer(stream: Writable, name: string, whenClosed: ExitStatus): Output['write'] {
  // Errors reach the next writer, through the callback; without a listener they would end the process.
  stream.on('error', () => {})
  return (text) =>
    new Promise((resolve, reject) => {
      stream.write(text, (error) => {
        if (error === null || error === undefined) resolve()
        else reject(unwritable(name, error, whenClosed))
      })
    })
}

const ended = (stream: Writable, name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    stream.once('error', (error) => reject(unwritable(name, error, EXIT.usage)))
    stream.once('close', resolve)
    stream.end()
  })

async function existing(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path)
  } catch {
    return undefined
  }
}

/** Where a symbolic link points that leads to nothing yet; the path itself where it is none. */
const linked = (path: string): Promise<string> =>
  readlink(path).then(
    (to) => resolve(dirname(path), to),
    () => path,
  )

/** Work on a file that is called so in messages. @throws a Stop when the operating system refuses. */
export async function attempt<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw unwritable(path, error, EXIT.usage)
  }
}

/** Node's words for a reader that went away: now, or before an earlier write. */
const CLOSED: ReadonlySet<unknown> = new Set(['EPIPE', 'ERR_STREAM_DESTROYED'])

function unwritable(name: string, error: unknown, whenClosed: ExitStatus) {
  const closed = error instanceof Error && 'code' in error && CLOSED.has(error.code)
  if (closed && whenClosed === EXIT.allDecided) return stop(EXIT.allDecided)
  return stop(EXIT.usage, `cannot write ${name}: ${systemReason(error)}`)
}

/** What a path or a stream leads to. Two ways to one file, pipe or device have one key. */
export interface Target {
  readonly key: string
  /** Whether it is an ordinary file, there or still to come: putting a file in its place loses what is in it. */
  readonly isFile: boolean
}

export const targetOf = (found: Stats): Target => ({
  key: `${found.dev}:${found.ino}`,
  isFile: found.isFile(),
})

/** Undefined where nothing is there. */
export const pathStats = (path: string): Stats | undefined => tried(() => statSync(path))

/** A file that is not there yet is known by its name in its real folder. Never throws: opening says what is wrong. */
export function pathTarget(path: string): Target {
  const found = pathStats(path)
  if (found !== undefined) return targetOf(found)
  const folder = tried(() => realpathSync(dirname(path)))
  return { key: folder === undefined ? resolve(path) : join(folder, basename(path)), isFile: true }
}

/** Undefined for a stream the operating system does not know. */
export const streamStats = ({ fd }: { readonly fd?: number }): Stats | undefined =>
  fd === undefined ? undefined : tried(() => fstatSync(fd))

export function streamTarget(stream: HostStream): Target | undefined {
  const found = streamStats(stream)
  return found === undefined ? undefined : targetOf(found)
}

function tried<T>(look: () => T): T | undefined {
  try {
    return look()
  } catch {
    return undefined
  }
}

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
