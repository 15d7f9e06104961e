import { readdirSync, rmdirSync, rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { attempt } from './output.ts'

/** Where a run with a journal puts rows of tables in order: a folder that the next run finds, to clear it after a kill. */
export interface OrderingFolder {
  /** Makes it, without what a killed run left there. */
  readonly make: () => Promise<void>
  /** Synchronous, so that it works while the process is ending. */
  readonly remove: () => void
}

export function orderingFolder(path: string): OrderingFolder {
  // Only what is known to be ours.
  const remove = () => {
    for (const name of namesIn(path))
      if (name.startsWith('.arrears-tables-')) rmSync(join(path, name), { recursive: true, force: true })
    try {
      rmdirSync(path)
    } catch {
      // Not there, or with something in it that somebody else put there.
    }
  }
  return {
    async make() {
      remove()
      await attempt(path, async () => void (await mkdir(path, { recursive: true, mode: 0o700 })))
    },
    remove,
  }
}

function namesIn(path: string): readonly string[] {
  try {
    return readdirSync(path)
  } catch {
    return []
  }
}
