import { fstatSync, realpathSync, type Stats, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { HostStream } from '../host.ts'

/** What a path or a stream leads to. Two ways to one file, pipe or device have one key. */
export interface Target {
  readonly key: string
  /** Whether it is an ordinary file, there or still to come: putting a file in its place loses what is in it. */
  readonly isFile: boolean
}

export const targetOf = (found: Stats): Target => ({
  key: `${found.dev}:${found.ino}`,
  isFile: found.isFile(),
})

/** Undefined where nothing is there. */
export const pathStats = (path: string): Stats | undefined => tried(() => statSync(path))

/** A file that is not there yet is known by its name in its real folder. Never throws: opening says what is wrong. */
export function pathTarget(path: string): Target {
  const found = pathStats(path)
  if (found !== undefined) return targetOf(found)
  const folder = tried(() => realpathSync(dirname(path)))
  return { key: folder === undefined ? resolve(path) : join(folder, basename(path)), isFile: true }
}

/** Undefined for a stream the operating system does not know. */
export const streamStats = ({ fd }: { readonly fd?: number }): Stats | undefined =>
  fd === undefined ? undefined : tried(() => fstatSync(fd))

export function streamTarget(stream: HostStream): Target | undefined {
  const found = streamStats(stream)
  return found === undefined ? undefined : targetOf(found)
}

function tried<T>(look: () => T): T | undefined {
  try {
    return look()
  } catch {
    return undefined
  }
}
