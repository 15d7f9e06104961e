import { existsSync, statSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { dirname, relative } from 'node:path'
import { growingFile } from './growingFile.ts'
import { outputNamed } from './gzipOutput.ts'
import { cannotResume, type Journal, type Sizes } from './journal.ts'
import { attempt, beside, type Output, type Place, placeOf } from './output.ts'
import type { OutputFiles } from './outputFiles.ts'
import { EXIT, stop } from './stop.ts'

/** Files whose beginnings outlive a kill, under names that its successor knows. */
export interface ResumableFiles extends OutputFiles {
  /** Puts on the disk what is written up to the cut just made, and says how long each file is there. */
  readonly sync: () => Promise<Sizes>
  /** Writes what is left to write; nothing can be written after. */
  readonly close: () => Promise<void>
  /** The names under which they are written. */
  readonly parts: () => readonly string[]
}

interface ResumableOutput extends Output {
  readonly sync: () => Promise<number>
  readonly part: string
}

/** `found`: the journal at `path` that a killed run left; its files are gone on with. */
export function resumableFiles(path: string, found: Journal | undefined): ResumableFiles {
  const files = new Map<string, ResumableOutput>()
  // All at once: what is written meanwhile comes after the cut in every one of them.
  const sync = async (): Promise<Sizes> =>
    Object.fromEntries(await Promise.all([...files].map(async ([name, file]) => [name, await file.sync()])))
  return {
    async open(named) {
      const place = await placeOf(named)
      if (place.older !== undefined && !place.older.isFile())
        throw stop(EXIT.usage, `--resume cannot write ${named}: it is no ordinary file`)
      const name = relative(dirname(path), place.target)
      const size = found === undefined ? 0 : found.sizes[name]
      if (size === undefined) throw cannotResume(path, `${named} was no output before`)
      const missing = cannotResume(path, `what was written of ${named} is not there any more`)
      const file = found?.complete
        ? wholeOutput(place, size, named)
        : await partialOutput(place, size, named, found !== undefined)
      if (file === undefined) throw missing
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

/** Undefined when less than `size` bytes are there. */
async function partialOutput(
  { target, older }: Place,
  size: number,
  named: string,
  begun: boolean,
): Promise<ResumableOutput | undefined> {
  const partial = beside(target, 'partial')
  if (begun && !(sizeOf(partial) >= size)) return undefined
  const file = await growingFile(partial, named, size, older?.mode)
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
        await attempt(named, () => rename(partial, target))
      },
      discard: () => void file.close().catch(() => {}),
    },
    size > 0,
  )
  const sync = async () => {
    await output.settled()
    return file.sync()
  }
  return { ...output, sync, part: partial }
}

/** A file that was finished before, whether it has its name by now or not; undefined when it is not whole. */
function wholeOutput({ target }: Place, size: number, named: string): ResumableOutput | undefined {
  const partial = beside(target, 'partial')
  const isPartial = existsSync(partial)
  if (sizeOf(isPartial ? partial : target) !== size) return undefined
  const nothing = async () => {}
  return {
    write: nothing,
    cut: nothing,
    settled: nothing,
    close: nothing,
    sync: async () => size,
    part: partial,
    place: () => (isPartial ? attempt(named, () => rename(partial, target)) : nothing()),
    discard: () => {},
  }
}

/** Of a file that is not there: no number. */
const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? Number.NaN
