import { existsSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import type { OutputFiles } from '../io/openOutputs.ts'
import { moveTo, type Output, type OutputPlace, outputNamed, outputPlaceOf } from '../io/output.ts'
import { growingFile, stillHolds, type Written } from './growingFile.ts'
import { cannotResume, type Journal, type WrittenFiles } from './journal.ts'
import { partialOf } from './keptFiles.ts'

/** Files whose beginnings outlive a kill, under names that its successor knows. */
export interface ResumableFiles extends OutputFiles {
  /** Puts on the disk what is written up to the cut just made, and says what each file is there. */
  readonly sync: () => Promise<WrittenFiles>
  /** Writes what is left to write; nothing can be written after. */
  readonly close: () => Promise<void>
  /** The names under which they are written. */
  readonly parts: () => readonly string[]
}

interface ResumableOutput extends Output {
  readonly sync: () => Promise<Written>
  readonly part: string
}

/** `found`: the journal at `path` that a killed run left; its files are gone on with. */
export function resumableFiles(path: string, found: Journal | undefined): ResumableFiles {
  const files = new Map<string, ResumableOutput>()
  // All at once: what is written meanwhile comes after the cut in every one of them.
  const sync = async (): Promise<WrittenFiles> =>
    Object.fromEntries(await Promise.all([...files].map(async ([name, file]) => [name, await file.sync()])))
  return {
    async open(named) {
      const place = await outputPlaceOf(named)
      const name = relative(dirname(path), place.target)
      const written = found?.written[name]
      const file =
        found?.complete && written !== undefined
          ? await wholeOutput(place, written, named)
          : await partialOutput(place, written, named)
      if (file === undefined) throw cannotResume(path, `what was written of ${named} is gone, or was changed`)
      files.set(name, file)
      return file
    },
    sync,
    async close() {
      for (const file of files.values()) await file.close()
    },
    parts: () => [...files.values()].map(({ part }) => part),
    async place() {
      for (const file of files.values()) await file.place()
    },
    discard() {
      for (const file of files.values()) file.discard()
    },
  }
}

/** Undefined when what was written before is not there. */
async function partialOutput(
  { target, older }: OutputPlace,
  written: Written | undefined,
  named: string,
): Promise<ResumableOutput | undefined> {
  const partial = partialOf(target)
  const file = await growingFile(partial, named, written, older?.mode)
  if (file === undefined) return undefined
  const nothing = async () => {}
  const output = outputNamed(
    named,
    {
      write: file.write,
      cut: nothing,
      settled: nothing,
      close: async () => void (await file.sync()),
      place: async () => {
        await file.close()
        await moveTo(partial, target, named)
      },
      discard: () => void file.close().catch(() => {}),
    },
    written !== undefined && written.bytes > 0,
  )
  const sync = async () => {
    await output.settled()
    return file.sync()
  }
  return { ...output, sync, part: partial }
}

/** A file that was finished before, whether it has its name by now or not; undefined when it is not whole. */
async function wholeOutput(
  { target }: OutputPlace,
  written: Written,
  named: string,
): Promise<ResumableOutput | undefined> {
  const partial = partialOf(target)
  const isPartial = existsSync(partial)
  if (!(await stillHolds(isPartial ? partial : target, written))) return undefined
  const nothing = async () => {}
  return {
    write: nothing,
    cut: nothing,
    settled: nothing,
    close: nothing,
    sync: async () => written,
    part: partial,
    place: () => (isPartial ? moveTo(partial, target, named) : nothing()),
    discard: () => {},
  }
}
