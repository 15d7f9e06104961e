import type { Issue } from '../words/issue.ts'

/** How a command ends. */
export const EXIT = {
  allDecided: 0,
  defect: 1,
  usage: 2,
  someRejected: 3,
  thresholdExceeded: 4,
  interrupted: 130,
} as const
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT]

/** An error that ends the command with this status and this one line; without a line it ends quietly. */
export interface Stop extends Error {
  readonly exitStatus: ExitStatus
}

export const stop = (exitStatus: ExitStatus, message = ''): Stop =>
  Object.assign(new Error(message), { name: 'Stop', exitStatus })

export const isStop = (error: unknown): error is Stop => error instanceof Error && 'exitStatus' in error

/** What the operating system says, without its code's call and path: 'ENOSPC: no space left on device'. */
export function systemReason(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown reason'
  return 'code' in error ? error.message.replace(/,.*$/s, '') : error.name
}

/** Kind of an unexpected error and where in the code it arose. Its message is left out: it may quote a record. */
export function whereabouts(error: unknown): string {
  if (!(error instanceof Error)) return 'an unknown error'
  const place = /^\s+at .*$/m.exec(error.stack ?? '')?.[0].trim() ?? ''
  return `${error.name} ${place}`.trim()
}

/** Runs what may refuse what it is given: the library's own words on one line, then, instead of a defect. */
export function orStop<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (isStop(error) || !(error instanceof Error) || !('code' in error) || !('issues' in error)) throw error
    throw stop(EXIT.usage, refusal(error.message, error.issues as readonly Issue[]))
  }
}

/** How many places are told besides the first: more would hide it. */
const MOST_PLACES = 20

/** One line: what is refused, with its first fault and where that is, and where the others are. */
export function refusal(message: string, [, ...others]: readonly Issue[]): string {
  const more = others.slice(0, MOST_PLACES).map(({ path }) => path)
  return `${message}${more.length === 0 ? '' : `; also wrong: ${more.join(' ')}`}`
}
