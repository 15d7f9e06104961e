import { createHash } from 'node:crypto'
import { open, readFile, rm } from 'node:fs/promises'
import { canonicalJson } from '../../numbers/canonicalHash.ts'
import type { LineSettings } from '../commands/decideLines.ts'
import { BATCH_LINES, type Position } from '../io/lines.ts'
import { attempt, MEMBER_BYTES, moveTo } from '../io/output.ts'
import type { Counts } from '../screen/summary.ts'
import { EXIT, type Stop, stop, systemReason } from '../stop.ts'
import type { Written } from './growingFile.ts'
import { nextOf } from './keptFiles.ts'

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

/** Everything that decides what a run writes, and where, by what it is called in messages. */
export type MadeFrom = Readonly<Record<string, string>>

/**
 * What a run over these cases is made from. How many workers decide changes nothing in it.
 * `cases`: their fingerprint; `outputs`: the path of each output, by its option.
 */
export function madeFrom(cases: string, settings: LineSettings, outputs: MadeFrom): MadeFrom {
  const { context, asOfRecord, ...options } = settings
  return {
    'the cases': cases,
    'the policy': context.versions.policy,
    'the model': context.versions.model,
    'the engine': `${context.versions.engine}, node ${process.version}, time zones ${process.versions.tz}`,
    'the outputs’ members': `cut every ${CUT_LINES} lines and ${MEMBER_BYTES} bytes, zlib ${process.versions.zlib}`,
    '--as-of': asOfRecord ? 'record' : context.asOf,
    '--later': context.later,
    ...Object.fromEntries(
      Object.entries(options).map(([name, value]) => [`--${name}`, canonicalJson(value)]),
    ),
    ...outputs,
  }
}

/** The first thing that differs. */
export const difference = (a: MadeFrom, b: MadeFrom): string | undefined =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].find((key) => a[key] !== b[key])

/** Outputs are cut where the number of a line passes a multiple of this: there, a killed run can be gone on with. */
const CUT_LINES = 2 * BATCH_LINES

/** Whether outputs are cut between these two places, each of which ends a batch. */
export const cutBetween = (before: Position, after: Position): boolean =>
  stretchOf(after.line) > stretchOf(before.line)

/** Lines of one stretch come between the same two cuts. */
const stretchOf = (line: number): number => Math.floor((line - 1) / CUT_LINES)
