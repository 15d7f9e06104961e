import { rmSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename } from 'node:path'
import type { DecideOptions } from './decideCommand.ts'
import type { LineSettings } from './decideLines.ts'
import { type DecideRun, lineSettings, readFiles } from './decideRun.ts'
import type { Host } from './host.ts'
import { idLog } from './idLog.ts'
import { inBackground } from './inBackground.ts'
import { cannotResume, type Journal, readJournal, type Sizes, writeJournal } from './journal.ts'
import { type Position, START } from './lines.ts'
import { difference, type MadeFrom, madeFrom } from './madeFrom.ts'
import { type CasesInput, openCases } from './openCases.ts'
import type { Input } from './openInput.ts'
import { openOutputs } from './openOutputs.ts'
import { beside, placeOf } from './output.ts'
import { resumableFiles } from './resumableFiles.ts'
import { lockRun, type RunLock } from './runLock.ts'
import { EXIT, stop } from './stop.ts'
import { startTally } from './summary.ts'

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

/** What a run decides, and the journal it goes on with, where there is one. */
interface Beginning {
  readonly found: Journal | undefined
  readonly settings: LineSettings
  readonly input: CasesInput
  readonly made: MadeFrom
}

async function beginning(
  cases: string,
  options: DecideOptions,
  host: Host,
  path: string,
): Promise<Beginning> {
  const found = await readJournal(path)
  const asOf = options.asOf ?? found?.madeFrom['--as-of']
  const settings = await lineSettings({ ...options, ...(asOf === undefined ? {} : { asOf }) }, host)
  const input = await openCases(cases, options, host)
  if (!input.file?.isFile()) throw stop(EXIT.usage, `--resume cannot read ${cases}: it is no ordinary file`)
  const made = await madeFrom(input, settings)
  const differs = found === undefined ? undefined : difference(found.madeFrom, made)
  if (differs !== undefined) throw cannotResume(path, `changed since the first start: ${differs}`)
  const chunks = found?.complete ? nothing() : without(input, found?.at.byte ?? 0, path)
  return { found, settings, input: { ...input, chunks }, made }
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
  const { found, settings, input, made } = await beginning(cases, options, host, path)
  const tally = startTally(found?.counts)
  const secondsBefore = found?.seconds ?? 0
  const from = found?.at ?? START
  const files = resumableFiles(path, found)
  const log = await idLogOf(target, path, found)
  const onDisk = async (): Promise<Sizes> => {
    const [sizes, size] = await Promise.all([files.sync(), log.sync()])
    return { ...sizes, [log.name]: size }
  }
  // Everything in it is as things stand when this is called, whatever is written meanwhile.
  const record = async (at: Position, complete: boolean): Promise<void> => {
    const seconds = secondsBefore + (host.now() - startedAt) / 1000
    const now = { arrearsJournal: 1, madeFrom: made, at, counts: tally.counts(), seconds, complete } as const
    await writeJournal(path, { ...now, sizes: await onDisk() })
  }
  const checkpoints = inBackground((at: Position) => record(at, false))
  let begun = found !== undefined
  const discard = () => {
    files.discard()
    log.discard()
    // What no journal tells of, nobody goes on with.
    if (!begun) for (const part of [...files.parts(), log.path]) rmSync(part, { force: true })
    lock.release()
  }
  const place = async () => {
    await lock.hold()
    await checkpoints.ended()
    await files.close()
    await record(from, true)
    await files.place()
    log.discard()
    await rm(log.path, { force: true })
    lock.release()
    // Last: where there is no journal, nothing is left to do.
    await rm(path, { force: true })
  }
  const outputs = await openOutputs(options, readFiles(options, input), host, { ...files, place, discard })
  try {
    if (!begun) await record(START, false)
    begun = true
  } catch (error) {
    discard()
    throw error
  }
  return {
    settings,
    input,
    from,
    outputs,
    tally,
    ids: log.ids,
    secondsBefore,
    hold: lock.hold,
    reached: checkpoints.start,
    settled: () => checkpoints.ended().catch(() => {}),
  }
}

/** The log of ids beside the decisions, with those that earlier runs noted. */
async function idLogOf(target: string, journal: string, found: Journal | undefined) {
  const path = beside(target, 'ids')
  const name = basename(path)
  // Of a complete run nothing is decided any more.
  const size = found === undefined || found.complete ? 0 : (found.sizes[name] ?? 0)
  const there = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (there < size) throw cannotResume(journal, `what was written of ${path} is not there any more`)
  return { name, path, ...(await idLog(path, size)) }
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
