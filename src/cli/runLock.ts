import { rmSync } from 'node:fs'
import { open, readdir, rm, stat, utimes } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { Host } from './host.ts'
import { attempt, beside } from './output.ts'
import { EXIT, stop } from './stop.ts'

/** Whoever holds it is the only run that writes a file. */
export interface RunLock {
  /** Shows that this run is alive. @throws a Stop when it was taken for dead and another one goes on. */
  readonly hold: () => Promise<void>
  /** Synchronous, so that it works while the process is ending. */
  readonly release: () => void
}

/** A run shows that it is alive so often … */
const BEAT_MS = 5_000
/** … and is taken for dead after so long without, where its process cannot be looked up. */
const DEAD_MS = 60_000

/**
 * Takes the lock of a file: a lock file of the run's own beside it, which carries the run's process in its name. A run
 * makes its own first and looks for others then, so of two that start at once never both go on. One whose process has
 * gone, or that has not shown itself for a minute, on another machine or under a number that another process has now,
 * is dead: its lock file is removed.
 *
 * @throws a Stop when another run holds it.
 */
export async function lockRun(target: string, host: Host): Promise<RunLock> {
  const own = lockPath(target, process.pid)
  const release = () => rmSync(own, { force: true })
  let shown = 0
  const show = async (): Promise<void> => {
    shown = host.now()
    await utimes(own, shown / 1000, shown / 1000)
  }
  await attempt(target, async () => {
    await (await open(own, 'w')).close()
    await show()
  })
  host.atInterrupt(release)
  try {
    await refuseOthers(target, own, host)
  } catch (error) {
    release()
    throw error
  }
  return {
    release,
    async hold() {
      if (host.now() - shown < BEAT_MS) return
      await show().catch(() => {
        throw stop(EXIT.usage, `another run took over ${target}, since this one stood still`)
      })
    },
  }
}

const lockPath = (target: string, pid: number): string => beside(target, `${pid}@${MACHINE}.lock`)

const MACHINE = hostname().replace(/[^\w.-]/g, '_')

async function refuseOthers(target: string, own: string, host: Host): Promise<void> {
  const start = beside(basename(target), '')
  const names = await attempt(target, () => readdir(dirname(target)))
  for (const name of names) {
    const [, pid, machine] =
      (name.startsWith(start) && /^(\d+)@(.+)\.lock$/.exec(name.slice(start.length))) || []
    const path = join(dirname(target), name)
    if (pid === undefined || path === own) continue
    if (!(machine === MACHINE && isGone(Number(pid))) && (await isFresh(path, host)))
      throw stop(EXIT.usage, `another run is writing ${target}: process ${pid} on ${machine}`)
    await rm(path, { force: true })
  }
}

/** Whether there is no such process on this machine. */
function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}

const isFresh = (path: string, host: Host): Promise<boolean> =>
  stat(path).then(
    ({ mtimeMs }) => host.now() - mtimeMs < DEAD_MS,
    () => false,
  )
