import type { Stats } from 'node:fs'
import type { Host } from './host.ts'
import { fileOutput, type Output, streamOutput } from './output.ts'
import { EXIT, type ExitStatus, stop } from './stop.ts'
import { pathTarget, streamTarget, type Target, targetOf } from './target.ts'

export interface OutputOptions {
  readonly out?: string
  readonly rejects?: string
  readonly summary?: string
}

export interface Outputs {
  readonly decisions: Output
  readonly rejects: Output
  readonly summary: Output
  /** Puts all in place, the decisions last: where they are, everything is. */
  readonly finish: () => Promise<void>
  readonly discard: () => void
}

/**
 * Opens where results go: decisions on standard output, rejects and summary on standard error, unless files are named.
 *
 * @throws a Stop when one of them cannot be written, or would replace another, a stream's file or the cases.
 */
export async function openOutputs(
  options: OutputOptions,
  inputs: readonly InputFile[],
  host: Host,
): Promise<Outputs> {
  const { out, rejects, summary } = options
  refuseLoss(options, inputs, host)
  const decisions = out === undefined ? streamTarget(host.stdout) : pathTarget(out)
  // Somebody who closes the pipe that decisions go into has seen enough. Whoever closes another one must not end the
  // run as if all were well: the decisions are not written yet.
  const whenClosed = (target: Target | undefined): ExitStatus =>
    target !== undefined && target.key === decisions?.key ? EXIT.allDecided : EXIT.usage
  const standardError = streamOutput(host.stderr, 'standard error', whenClosed(streamTarget(host.stderr)))
  const files: Output[] = []
  const discard = () => {
    for (const file of files) file.discard()
  }
  const outputTo = async (path: string | undefined, otherwise: Output): Promise<Output> => {
    if (path === undefined) return otherwise
    const file = await fileOutput(path, host, whenClosed(pathTarget(path)))
    files.push(file)
    return file
  }
  const finish = async () => {
    for (const file of files) await file.close()
    for (const file of files) await file.place()
  }
  try {
    const opened = {
      rejects: await outputTo(rejects, standardError),
      summary: await outputTo(summary, standardError),
      decisions: await outputTo(out, streamOutput(host.stdout, 'standard output', EXIT.allDecided)),
    }
    return { ...opened, finish, discard }
  } catch (error) {
    discard()
    throw error
  }
}

/** Something a command reads, by what it is called in messages; undefined where there is no such file. */
export interface InputFile {
  readonly name: string
  readonly file: Stats | undefined
}

/** Two results in one file, or a result over what it comes from, would lose one of them. @throws a Stop then. */
export function refuseLoss(
  { out, rejects, summary }: OutputOptions,
  inputs: readonly InputFile[],
  host: Host,
): void {
  const owners = new Map<string, string>()
  const refuseOwned = (name: string, { key }: Target) => {
    const owner = owners.get(key)
    if (owner !== undefined) throw stop(EXIT.usage, `${name} is the same file as ${owner}`)
  }
  for (const { name, file } of inputs) if (file?.isFile()) owners.set(targetOf(file).key, name)
  const streams = [
    { name: 'standard output', stream: host.stdout, used: out === undefined },
    { name: 'standard error', stream: host.stderr, used: rejects === undefined || summary === undefined },
  ].flatMap(({ name, stream, used }) => {
    const target = used ? streamTarget(stream) : undefined
    return target === undefined ? [] : [{ name, target }]
  })
  // Against the cases alone: both streams may go to one file, which nobody then replaces.
  for (const { name, target } of streams) refuseOwned(name, target)
  for (const { name, target } of streams) owners.set(target.key, name)
  for (const [option, path] of Object.entries({ '--out': out, '--rejects': rejects, '--summary': summary })) {
    if (path === undefined) continue
    const target = pathTarget(path)
    if (!target.isFile) continue
    refuseOwned(`${option} ${path}`, target)
    owners.set(target.key, option)
  }
}
