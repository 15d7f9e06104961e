import { open, readFile, rename } from 'node:fs/promises'
import type { Position } from './lines.ts'
import type { MadeFrom } from './madeFrom.ts'
import { attempt } from './output.ts'
import { EXIT, type Stop, stop, systemReason } from './stop.ts'
import type { Counts } from './summary.ts'

/** How far a run has come: what its successor needs to go on where it was killed. Everything in it is on the disk. */
export interface Journal {
  /** Marks and versions the shape. */
  readonly arrearsJournal: 1
  readonly madeFrom: MadeFrom
  /** How far the cases are decided and written. */
  readonly at: Position
  /** Bytes of each file up to there, by its path from the journal's folder. */
  readonly sizes: Sizes
  readonly counts: Counts
  /** Spent up to there, by all the runs it took. */
  readonly seconds: number
  /** Whether nothing is left but to give the files their names. */
  readonly complete: boolean
}

export type Sizes = Readonly<Record<string, number>>

/** The journal at this path; undefined when there is none. @throws a Stop when it is something else. */
export async function readJournal(path: string): Promise<Journal | undefined> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw stop(EXIT.usage, `cannot read ${path}: ${systemReason(error)}`)
  }
  const found = parsed(text)
  if (found?.arrearsJournal !== 1) throw cannotResume(path, 'its journal is not one this version wrote')
  return found
}

/** Replaces the journal in one step: whoever is killed meanwhile leaves the older one. */
export async function writeJournal(path: string, journal: Journal): Promise<void> {
  const next = `${path}.next`
  await attempt(path, async () => {
    const handle = await open(next, 'w')
    try {
      await handle.writeFile(`${JSON.stringify(journal)}\n`)
      await handle.datasync()
    } finally {
      await handle.close()
    }
    await rename(next, path)
  })
}

/** `why`: what stands in the way of going on. */
export const cannotResume = (path: string, why: string): Stop =>
  stop(EXIT.usage, `cannot resume: ${why}; remove ${path} to start over`)

function parsed(text: string): Journal | undefined {
  try {
    return JSON.parse(text) as Journal
  } catch {
    return undefined
  }
}
