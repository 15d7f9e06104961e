import type { Issue } from '../../words/issue.ts'
import { EXIT, isStop, stop } from '../stop.ts'

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

/** One line: what is refused, where its first fault is, and where the others are. */
export function refusal(message: string, [first, ...others]: readonly Issue[]): string {
  const place = first === undefined || first.path === '' ? '' : ` (at ${first.path})`
  const more = others.slice(0, MOST_PLACES).map(({ path }) => path)
  return `${message}${place}${more.length === 0 ? '' : `; also wrong: ${more.join(' ')}`}`
}
