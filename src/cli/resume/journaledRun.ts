import { createHash } from 'node:crypto'
import { readdirSync, rmdirSync, rmSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import type { LineSettings } from '../commands/decideLines.ts'
import { type DecideOptions, type DecideRun, lineSettings, readFiles } from '../commands/decideRun.ts'
import type { Host } from '../host.ts'
import { type Position, START } from '../io/lines.ts'
import type { CasesInput } from '../io/openCases.ts'
import { openOutputs } from '../io/openOutputs.ts'
import { attempt } from '../io/output.ts'
import { startTally } from '../screen/summary.ts'
import { digestOf, idLog } from './growingFile.ts'
import {
  cannotResume,
  difference,
  type Journal,
  type MadeFrom,
  madeFrom,
  readJournal,
  type WrittenFiles,
  writeJournal,
} from './journal.ts'
import { idsOf, journalOf, nextOf, type PlacedOutput, tablesFolderBeside } from './keptFiles.ts'
import { resumableFiles } from './resumableFiles.ts'
import type { RunLock } from './runLock.ts'

/** Cases that can be read again, and what tells them from others. */
interface KnownCases extends CasesInput {
  readonly print: string
}

/** A run whose outputs are locked; see resumableFiles.ts. */
export async function journaledRun(
  input: KnownCases,
  options: DecideOptions,
  host: Host,
  placed: readonly [PlacedOutput, ...PlacedOutput[]],
  lock: RunLock,
): Promise<DecideRun> {
  const startedAt = host.now()
  const [[, target]] = placed
  const path = journalOf(target)
  const { found, settings, made } = await beginning(input, options, host, path, placed)
  const tally = startTally(found?.counts)
  const secondsBefore = found?.seconds ?? 0
  const from = found?.at ?? START
  const hashed = hashedInput(found?.complete ? noBytes() : input.chunks)
  let casesSha256 = found?.casesSha256 ?? hashed.hashUpTo(0)
  const changed = () => cannotResume(path, 'changed since the first start: the cases')
  const files = resumableFiles(path, found)
  const log = await idLogOf(target, path, found)
  const ordering = orderingFolder(tablesFolderBeside(target))
  const onDisk = async (): Promise<WrittenFiles> => {
    const [written, ids] = await Promise.all([files.sync(), log.sync()])
    return { ...written, [log.name]: ids }
  }
  // Everything in it is as things stand when this is called, whatever is written meanwhile.
  const record = async (at: Position, complete: boolean): Promise<void> => {
    const seconds = secondsBefore + (host.now() - startedAt) / 1000
    const counts = tally.counts()
    const now = { arrearsJournal: 2, madeFrom: made, at, casesSha256, counts, seconds, complete } as const
    await writeJournal(path, { ...now, written: await onDisk() })
  }
  const checkpoints = inBackground((at: Position) => record(at, false))
  let begun = found !== undefined
  const discard = () => {
    files.discard()
    log.discard()
    ordering.remove()
    // What no journal tells of, nobody goes on with.
    if (!begun) for (const part of [...files.parts(), log.path, nextOf(path)]) rmSync(part, { force: true })
    lock.release()
  }
  const place = async () => {
    await lock.hold()
    await checkpoints.ended()
    await files.close()
    await record(from, true)
    await files.place()
    log.discard()
    ordering.remove()
    await rm(log.path, { force: true })
    lock.release()
    // Last: where there is no journal, nothing is left to do.
    await rm(path, { force: true })
  }
  const outputs = await openOutputs(options, readFiles(options, input), host, { ...files, place, discard })
  try {
    if (input.rows !== undefined) {
      host.atInterrupt(ordering.remove)
      await ordering.make()
    }
    if (!begun) await record(START, false)
    begun = true
  } catch (error) {
    discard()
    throw error
  }
  return {
    settings,
    input: {
      ...input,
      chunks: found?.complete ? hashed.chunks : after(from.byte, casesSha256, hashed, changed),
    },
    from,
    outputs,
    tally,
    ids: log.ids,
    secondsBefore,
    async hold(at) {
      casesSha256 = hashed.hashUpTo(at.byte)
      await lock.hold()
    },
    reached: checkpoints.start,
    settled: () => checkpoints.ended().catch(() => {}),
  }
}

/** What a run decides, and the journal it goes on with, where there is one. */
interface Beginning {
  readonly found: Journal | undefined
  readonly settings: LineSettings
  readonly made: MadeFrom
}

async function beginning(
  { print }: KnownCases,
  options: DecideOptions,
  host: Host,
  path: string,
  placed: readonly PlacedOutput[],
): Promise<Beginning> {
  const found = await readJournal(path)
  const asOf = options.asOf ?? found?.madeFrom['--as-of']
  const settings = await lineSettings({ ...options, ...(asOf === undefined ? {} : { asOf }) }, host)
  const outputs = placed.map(([option, target]) => [option, relative(dirname(path), target)])
  const made = madeFrom(print, settings, Object.fromEntries(outputs))
  const differs = found === undefined ? undefined : difference(found.madeFrom, made)
  if (differs !== undefined) throw cannotResume(path, `changed since the first start: ${differs}`)
  return { found, settings, made }
}

/** The log of ids beside the decisions, with those that earlier runs noted. */
async function idLogOf(target: string, journal: string, found: Journal | undefined) {
  const path = idsOf(target)
  const name = basename(path)
  // Of a complete run nothing is decided any more.
  const log = await idLog(path, found?.complete ? undefined : found?.written[name])
  if (log === undefined) throw cannotResume(journal, `what was written of ${path} is gone, or was changed`)
  return { name, path, ...log }
}

async function* noBytes(): AsyncGenerator<Uint8Array, void> {}

/** Work that goes on while other work does; one piece at a time. */
export interface InBackground<T> {
  /** Starts it, or leaves it out while the one before goes on. @throws what the one before threw. */
  readonly start: (given: T) => Promise<void>
  /** Resolves when none goes on. @throws what the last one threw. */
  readonly ended: () => Promise<void>
}

function inBackground<T>(work: (given: T) => Promise<void>): InBackground<T> {
  let last = Promise.resolve()
  let busy = false
  return {
    async start(given) {
      if (busy) return
      await last
      busy = true
      last = work(given).finally(() => {
        busy = false
      })
      // The code that starts the next, or waits for the end, is told of a failure.
      last.catch(() => {})
    },
    ended: () => last,
  }
}

/** Where a run with a journal puts rows of tables in order: a folder that the next run finds, to clear it after a kill. */
export interface OrderingFolder {
  /** Makes it, without what a killed run left there. */
  readonly make: () => Promise<void>
  /** Synchronous, so that it works while the process is ending. */
  readonly remove: () => void
}

function orderingFolder(path: string): OrderingFolder {
  // Only what is known to be ours.
  const remove = () => {
    for (const name of namesIn(path))
      if (name.startsWith('.arrears-tables-')) rmSync(join(path, name), { recursive: true, force: true })
    try {
      rmdirSync(path)
    } catch {
      // Not there, or with something in it that someone else put there.
    }
  }
  return {
    async make() {
      remove()
      await attempt(path, async () => void (await mkdir(path, { recursive: true, mode: 0o700 })))
    },
    remove,
  }
}

function namesIn(path: string): readonly string[] {
  try {
    return readdirSync(path)
  } catch {
    return []
  }
}

/** What is read, and a hash of it up to any byte that came. */
export interface HashedInput {
  readonly chunks: AsyncIterable<Uint8Array>
  /** The SHA-256 of the first bytes. Never asked for fewer of them than before; what comes after is kept until it is. */
  readonly hashUpTo: (byte: number) => string
}

export function hashedInput(input: AsyncIterable<Uint8Array>): HashedInput {
  const hash = createHash('sha256')
  const waiting: Uint8Array[] = []
  let hashed = 0
  async function* chunks() {
    for await (const chunk of input) {
      waiting.push(chunk)
      yield chunk
    }
  }
  return {
    chunks: chunks(),
    hashUpTo(byte) {
      while (hashed < byte) {
        const chunk = waiting.shift() as Uint8Array
        const known = chunk.subarray(0, byte - hashed)
        hash.update(known)
        hashed += known.length
        if (known.length < chunk.length) waiting.unshift(chunk.subarray(known.length))
      }
      return digestOf(hash)
    },
  }
}

/**
 * What comes after the first bytes of an input that have this hash. They are read again: what is compressed or joined has
 * its beginning at the beginning only.
 *
 * @throws what `changed` makes when they are not what they were.
 */
export async function* after(
  bytes: number,
  sha256: string,
  { chunks, hashUpTo }: HashedInput,
  changed: () => Error,
): AsyncGenerator<Uint8Array, void> {
  let at = 0
  for await (const chunk of chunks) {
    const before = at
    at += chunk.length
    if (before < bytes && hashUpTo(Math.min(at, bytes)) !== sha256 && at >= bytes) throw changed()
    if (at > bytes) yield chunk.subarray(Math.max(0, bytes - before))
  }
  if (at < bytes) throw changed()
}
