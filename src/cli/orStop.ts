import type { Issue } from '../kernel/issue.ts'
import { EXIT, isStop, stop } from './stop.ts'

/** Runs what may refuse what it is given: the library's own words on one line, then, instead of a defect. */
export function orStop<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (isStop(error) || !(error instanceof Error) || !('code' in error) || !('issues' in error)) throw error
    const [first] = error.issues as readonly Issue[]
    throw stop(
      EXIT.usage,
      `${error.message}${first === undefined || first.path === '' ? '' : ` (at ${first.path})`}`,
    )
  }
}
