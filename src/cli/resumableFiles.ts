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
  /** Puts everything up to the last cut on the disk, and says how long each file is then. */
  readonly sync: () => Promise<Sizes>
  /** The same for all there is, after which nothing is written. */
  readonly close: () => Promise<Sizes>
}

interface ResumableOutput extends Output {
  readonly sync: () => Promise<number>
}

/** `found`: the journal at `path` that a killed run left; its files are gone on with. */
export function resumableFiles(path: string, found: Journal | undefined): ResumableFiles {
  const files = new Map<string, ResumableOutput>()
  const sizes = async (): Promise<Sizes> => {
    const lengths: Record<string, number> = {}
    for (const [name, file] of files) lengths[name] = await file.sync()
    return lengths
  }
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
    sync: sizes,
    async close() {
      for (const file of files.values()) await file.close()
      return sizes()
    },
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
  return { ...output, sync }
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
    place: () => (isPartial ? attempt(named, () => rename(partial, target)) : nothing()),
    discard: () => {},
  }
}

/** Of a file that is not there: no number. */
const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? Number.NaN
