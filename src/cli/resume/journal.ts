import { createHash } from 'node:crypto'
import { open, readFile, rm } from 'node:fs/promises'
import type { Position } from '../io/lines.ts'
import { attempt, moveTo } from '../io/output.ts'
import type { Counts } from '../screen/summary.ts'
import { EXIT, type Stop, stop, systemReason } from '../stop.ts'
import type { Written } from './growingFile.ts'
import { nextOf } from './keptFiles.ts'
import type { MadeFrom } from './madeFrom.ts'

/** How far a run has come: what its successor needs to go on where it was killed. Everything in it is on the disk. */
export interface Journal {
  /** Marks and versions the shape. */
  readonly arrearsJournal: 2
  readonly madeFrom: MadeFrom
  /** How far the cases are decided and written. */
  readonly at: Position
  /** SHA-256 of the cases up to there. */
  readonly casesSha256: string
  /** Each file up to there, by its path from the journal's folder. */
  readonly written: WrittenFiles
  readonly counts: Counts
  /** Spent up to there, by all the runs it took. */
  readonly seconds: number
  /** Whether nothing is left but to give the files their names. */
  readonly complete: boolean
}

export type WrittenFiles = Readonly<Record<string, Written>>

/** The journal at this path; undefined when there is none. @throws a Stop when it is something else. */
export async function readJournal(path: string): Promise<Journal | undefined> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw stop(EXIT.usage, `cannot read ${path}: ${systemReason(error)}`)
  }
  const found = journalIn(text)
  if (found === undefined)
    throw cannotResume(path, 'its journal is not one this version wrote, or was changed')
  return found
}

/** Replaces the journal in one step: a run killed meanwhile leaves the older one. */
export async function writeJournal(path: string, journal: Journal): Promise<void> {
  const next = nextOf(path)
  await attempt(path, async () => {
    await rm(next, { force: true })
    const handle = await open(next, 'wx')
    try {
      const text = JSON.stringify(journal)
      await handle.writeFile(`${text}\n${hashOfText(text)}\n`)
      await handle.datasync()
    } finally {
      await handle.close()
    }
  })
  await moveTo(next, path, path)
}

/** `why`: what stands in the way of going on. */
export const cannotResume = (path: string, why: string): Stop =>
  stop(EXIT.usage, `cannot resume: ${why}; remove ${path} to start over`)

/** A journal ends in a hash of itself: what has it is whole, and of the shape it was written in. */
function journalIn(text: string): Journal | undefined {
  const [written = '', hash] = text.split('\n')
  if (!written.startsWith(BEGINNING) || hash !== hashOfText(written)) return undefined
  return JSON.parse(written) as Journal
}

const BEGINNING = '{"arrearsJournal":2,'

const hashOfText = (text: string): string => createHash('sha256').update(text).digest('hex')
