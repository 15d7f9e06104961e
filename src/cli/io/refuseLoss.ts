import type { Stats } from 'node:fs'
import type { HostStream } from '../host.ts'
import { EXIT, stop } from '../stop.ts'
import { pathTarget, streamTarget, type Target, targetOf } from './output.ts'

/** Something a command reads, by what it is called in messages; undefined where there is no such file. */
export interface InputFile {
  readonly name: string
  readonly file: Stats | undefined
}

/** An option that names a file to write, and that file where it is given. */
export type NamedOutput = readonly [option: string, path: string | undefined]

/** A stream that results go to, by what it is called in messages. */
export type NamedStream = readonly [name: string, stream: HostStream]

/** Two results in one file, or a result over what it comes from, would lose one of them. @throws a Stop then. */
export function refuseLoss(
  inputs: readonly InputFile[],
  streams: readonly NamedStream[],
  files: readonly NamedOutput[],
): void {
  const owners = new Map<string, string>()
  const refuseOwned = (name: string, { key }: Target) => {
    const owner = owners.get(key)
    if (owner !== undefined) throw stop(EXIT.usage, `${name} is the same file as ${owner}`)
  }
  // Two inputs may be one file: a portfolio against itself.
  for (const { name, file } of inputs) if (file?.isFile()) owners.set(targetOf(file).key, name)
  const targets = streams.flatMap(([name, stream]) => {
    const target = streamTarget(stream)
    return target === undefined ? [] : [{ name, target }]
  })
  // Against the inputs alone: both streams may go to one file, which nobody then replaces.
  for (const { name, target } of targets) refuseOwned(name, target)
  for (const { name, target } of targets) owners.set(target.key, name)
  for (const [option, path] of files) {
    const target = path === undefined ? undefined : pathTarget(path)
    if (target === undefined || !target.isFile) continue
    refuseOwned(`${option} ${path}`, target)
    owners.set(target.key, option)
  }
}
