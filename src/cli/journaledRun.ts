import { rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, dirname, relative } from 'node:path'
import type { LineSettings } from './decideLines.ts'
import type { DecideOptions } from './decideOptions.ts'
import { type DecideRun, lineSettings, readFiles } from './decideRun.ts'
import { after, hashedInput } from './hashedInput.ts'
import type { Host } from './host.ts'
import { idLog } from './idLog.ts'
import { inBackground } from './inBackground.ts'
import { cannotResume, type Journal, readJournal, type WrittenFiles, writeJournal } from './journal.ts'
import { idsOf, journalOf, nextOf, orderingOf, type PlacedOutput } from './keptFiles.ts'
import { type Position, START } from './lines.ts'
import { difference, type MadeFrom, madeFrom } from './madeFrom.ts'
import type { CasesInput } from './openCases.ts'
import { openOutputs } from './openOutputs.ts'
import { orderingFolder } from './orderingFolder.ts'
import { resumableFiles } from './resumableFiles.ts'
import type { RunLock } from './runLock.ts'
import { startTally } from './summary.ts'

/** Cases that can be read again, and what tells them from others. */
interface KnownCases extends CasesInput {
  readonly print: string
}

/** A run whose outputs are locked; see resumableRun.ts. */
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
  const hashed = hashedInput(found?.complete ? nothing() : input.chunks)
  let casesSha256 = found?.casesSha256 ?? hashed.hashUpTo(0)
  const changed = () => cannotResume(path, 'changed since the first start: the cases')
  const files = resumableFiles(path, found)
  const log = await idLogOf(target, path, found)
  const ordering = orderingFolder(orderingOf(target))
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

async function* nothing(): AsyncGenerator<Uint8Array, void> {}
