import { workerData } from 'node:worker_threads'
import { type DecidedLines, decideLines, type LineSettings } from './commands/decideLines.ts'
import type { InputLine } from './io/lines.ts'
import { type ExitStatus, isStop } from './stop.ts'

/** What a worker answers: what became of the lines, or why the run has to end. An error's own fields do not cross threads. */
export type WorkerAnswer = DecidedLines | { readonly exitStatus: ExitStatus; readonly message: string }

const given = workerData as LineSettings
// A copy sent to a thread is no longer frozen, as every context must be.
const settings: LineSettings = { ...given, context: Object.freeze(given.context) }

/** The work of one of several workers; see commands/decideCommand.ts. */
export function work(lines: readonly InputLine[]): WorkerAnswer {
  try {
    return decideLines(lines, settings)
  } catch (error) {
    if (isStop(error)) return { exitStatus: error.exitStatus, message: error.message }
    throw error
  }
}
