import { fstatSync, realpathSync, type Stats, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { HostStream } from './host.ts'

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

/** A file that is not there yet is known by its name in its real folder. Never throws: opening says what is wrong. */
export function pathTarget(path: string): Target {
  const found = tried(() => statSync(path))
  if (found !== undefined) return targetOf(found)
  const folder = tried(() => realpathSync(dirname(path)))
  return { key: folder === undefined ? resolve(path) : join(folder, basename(path)), isFile: true }
}

/** Undefined for a stream the operating system does not know. */
export function streamTarget({ fd }: HostStream): Target | undefined {
  const found = fd === undefined ? undefined : tried(() => fstatSync(fd))
  return found === undefined ? undefined : targetOf(found)
}

function tried<T>(look: () => T): T | undefined {
  try {
    return look()
  } catch {
    return undefined
  }
}
