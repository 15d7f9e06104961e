import { rmSync, type Stats } from 'node:fs'
import { lstat, open, readdir, rm, utimes } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Host } from '../host.ts'
import { attempt, beside } from '../io/output.ts'
import { EXIT, stop } from '../stop.ts'
import { lockOf, MACHINE } from './keptFiles.ts'

/** Its holder is the only run that writes these files. */
export interface RunLock {
  /** Makes sure that this run is alive to others. @throws a Stop when it was taken for dead and another one goes on. */
  readonly hold: () => Promise<void>
  /** Synchronous, so that it works while the process is ending. */
  readonly release: () => void
}

/** A run shows that it is alive so often … */
const BEAT_MS = 5_000
/** … and is taken for dead after so long without, where its process cannot be looked up. */
const DEAD_MS = 60_000

/**
 * Takes the locks of some files: an empty lock file of the run's own beside each, which carries the run's process in its
 * name. A run makes its own first and looks for others then, so of two that start at once never both go on. One whose
 * process has gone, or that has not shown itself for a minute, on another machine or under a number that another process
 * has now, is dead: its lock file is removed.
 *
 * @throws a Stop when another run holds one of them.
 */
export async function lockRun(targets: readonly string[], host: Host): Promise<RunLock> {
  let shown = 0
  const show = async (): Promise<void> => {
    const now = host.now()
    for (const target of targets) await attempt(target, () => utimes(lockOf(target), now / 1000, now / 1000))
    shown = now
  }
  // While tables are joined nobody asks for anything. Whether it was taken for dead is for hold() to find out.
  const beat = setInterval(() => void show().catch(() => {}), BEAT_MS).unref()
  const release = () => {
    clearInterval(beat)
    for (const target of targets) rmSync(lockOf(target), { force: true })
  }
  host.atInterrupt(release)
  try {
    for (const target of targets) await attempt(target, () => makeLock(lockOf(target)))
    await show()
    for (const target of targets) await refuseOthers(target, host)
  } catch (error) {
    release()
    throw error
  }
  return {
    release,
    async hold() {
      if (host.now() - shown < BEAT_MS) return
      await show().catch(() => {
        throw stop(EXIT.usage, `another run took over ${targets[0]}, since this one stood still`)
      })
    },
  }
}

/** One may be left by a run under the same number. Made anew, so that no link is followed. */
async function makeLock(path: string): Promise<void> {
  await rm(path, { force: true })
  await (await open(path, 'wx')).close()
}

async function refuseOthers(target: string, host: Host): Promise<void> {
  const own = lockOf(target)
  const start = beside(basename(target), '')
  const names = await attempt(target, () => readdir(dirname(target)))
  for (const name of names) {
    const [, pid, machine] =
      (name.startsWith(start) && /^(\d+)@(.+)\.lock$/.exec(name.slice(start.length))) || []
    const path = join(dirname(target), name)
    if (pid === undefined || path === own) continue
    const found = await lstat(path).catch(() => undefined)
    if (found === undefined || !isLock(found)) continue
    if (!(machine === MACHINE && processIsGone(Number(pid))) && host.now() - found.mtimeMs < DEAD_MS)
      throw stop(EXIT.usage, `another run is writing ${target}: process ${pid} on ${machine}`)
    await rm(path, { force: true })
  }
}

/** What holds something is someone's file, whatever its name. */
const isLock = (found: Stats): boolean => found.isFile() && found.size === 0

/** Whether there is no such process on this machine. */
function processIsGone(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}
