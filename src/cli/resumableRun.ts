import { statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename } from 'node:path'
import type { DecideOptions } from './decideCommand.ts'
import { type DecideRun, lineSettings, readFiles } from './decideRun.ts'
import type { Host } from './host.ts'
import { idLog } from './idLog.ts'
import { cannotResume, type Journal, readJournal, type Sizes, writeJournal } from './journal.ts'
import { START } from './lines.ts'
import { difference, type MadeFrom, madeFrom } from './madeFrom.ts'
import { type Input, openInput } from './openInput.ts'
import { openOutputs } from './openOutputs.ts'
import { beside, placeOf } from './output.ts'
import { resumableFiles } from './resumableFiles.ts'
import { lockRun, type RunLock } from './runLock.ts'
import { EXIT, stop } from './stop.ts'
import { startTally } from './summary.ts'

/** A checkpoint waits for the disk. After one that took a second the next comes no sooner than in fifty: 2 % at most. */
const PACE = 50

/**
 * A run that keeps a journal beside its decisions, and goes on where the journal of a killed one ends. It fixes the
 * instant of the first start.
 *
 * @throws a Stop when it has no files to go on with, or what decides its results is not what it was at the first start.
 */
export async function resumableRun(cases: string, options: DecideOptions, host: Host): Promise<DecideRun> {
  const { out, rejects } = options
  if (cases === '-' || out === undefined || rejects === undefined)
    throw stop(EXIT.usage, '--resume needs a file of cases, and files to write: --out and --rejects')
  const { target } = await placeOf(out)
  const lock = await lockRun(target, host)
  try {
    return await lockedRun(cases, options, host, target, lock)
  } catch (error) {
    lock.release()
    throw error
  }
}

async function lockedRun(
  cases: string,
  options: DecideOptions,
  host: Host,
  target: string,
  lock: RunLock,
): Promise<DecideRun> {
  const startedAt = host.now()
  const path = beside(target, 'journal')
  const found = await readJournal(path)
  const asOf = options.asOf ?? found?.madeFrom['--as-of']
  const settings = await lineSettings({ ...options, ...(asOf === undefined ? {} : { asOf }) }, host)
  const input = await openInput(cases, host)
  if (!input.file?.isFile()) throw stop(EXIT.usage, `--resume cannot read ${cases}: it is no ordinary file`)
  const made = await madeFrom(input, settings)
  refuseOther(path, found, made)

  const files = resumableFiles(path, found)
  const log = await idLogOf(target, path, found)
  const tally = startTally(found?.counts)
  const secondsBefore = found?.seconds ?? 0
  let at = found?.at ?? START
  const sync = async (): Promise<Sizes> => ({ ...(await files.sync()), [log.name]: await log.sync() })
  const write = async (sizes: Sizes, complete: boolean) =>
    writeJournal(path, {
      arrearsJournal: 1,
      madeFrom: made,
      at,
      sizes,
      counts: tally.counts(),
      seconds: secondsBefore + (host.now() - startedAt) / 1000,
      complete,
    })
  const discard = () => {
    files.discard()
    log.discard()
    lock.release()
  }
  const place = async () => {
    await lock.hold()
    await write(await files.close(), true)
    await files.place()
    await log.remove()
    lock.release()
    // Last, since nothing is left to do where there is none.
    await rm(path, { force: true })
  }
  const inputs = readFiles(options, input)
  const outputs = await openOutputs(options, inputs, host, { ...files, place, discard })
  if (found === undefined) await write(await sync(), false)
  let due = 0
  return {
    settings,
    input: { ...input, chunks: found?.complete ? nothing() : without(input, at.byte, path) },
    from: at,
    outputs,
    tally,
    ids: log.ids,
    secondsBefore,
    hold: lock.hold,
    async reached(position) {
      const began = host.now()
      if (began < due) return
      at = position
      await write(await sync(), false)
      due = host.now() + PACE * (host.now() - began)
    },
  }
}

function refuseOther(path: string, found: Journal | undefined, made: MadeFrom): void {
  if (found === undefined) return
  const differs = difference(found.madeFrom, made)
  if (differs !== undefined) throw cannotResume(path, `changed since the first start: ${differs}`)
}

/** The log of ids beside the decisions, with those that earlier runs noted. */
async function idLogOf(target: string, journal: string, found: Journal | undefined) {
  const path = beside(target, 'ids')
  const name = basename(path)
  // Of a complete run nothing is decided any more.
  const size = found === undefined || found.complete ? 0 : (found.sizes[name] ?? 0)
  const there = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (there < size) throw cannotResume(journal, `what was written of ${path} is not there any more`)
  return { name, ...(await idLog(path, size)) }
}

/** What comes after the first bytes of an input. What is compressed can only be read from its beginning. */
async function* without({ chunks }: Input, bytes: number, journal: string): AsyncGenerator<Uint8Array, void> {
  let left = bytes
  for await (const chunk of chunks) {
    if (left < chunk.length) yield chunk.subarray(left)
    left = Math.max(0, left - chunk.length)
  }
  if (left > 0) throw cannotResume(journal, 'changed since the first start: the cases')
}

async function* nothing(): AsyncGenerator<Uint8Array, void> {}
