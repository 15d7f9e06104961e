import { type Stats, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Host } from './host.ts'
import { fileOutput, type Output, streamOutput } from './output.ts'
import { EXIT, stop } from './stop.ts'

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
 * @throws a Stop when one of them cannot be written, or would replace another or the input.
 */
export async function openOutputs(
  { out, rejects, summary }: OutputOptions,
  input: Stats | undefined,
  host: Host,
): Promise<Outputs> {
  refuseSame({ '--out': out, '--rejects': rejects, '--summary': summary }, input)
  // Somebody who closes the pipe that decisions go into has seen enough. Where decisions go to a file, a closed
  // standard error must not end the run as if all were well.
  const whenClosed = out === undefined ? EXIT.allDecided : EXIT.usage
  const standardError = streamOutput(host.stderr, 'standard error', whenClosed)
  const files: Output[] = []
  const discard = () => {
    for (const file of files) file.discard()
  }
  const outputTo = async (path: string | undefined, otherwise: Output): Promise<Output> => {
    if (path === undefined) return otherwise
    const file = await fileOutput(path, host)
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

/** Two results in one file, or a result over the cases it comes from, would lose one of them. */
function refuseSame(paths: Readonly<Record<string, string | undefined>>, input: Stats | undefined): void {
  const owners = new Map<string, string>()
  if (input?.isFile()) owners.set(fileKey(input), 'the cases')
  for (const [option, path] of Object.entries(paths)) {
    if (path === undefined) continue
    const file = statSync(path, { throwIfNoEntry: false })
    if (file !== undefined && !file.isFile()) continue
    const key = file === undefined ? resolve(path) : fileKey(file)
    const owner = owners.get(key)
    if (owner !== undefined) throw stop(EXIT.usage, `${option} ${path} is the same file as ${owner}`)
    owners.set(key, option)
  }
}

const fileKey = ({ dev, ino }: Stats): string => `${dev}:${ino}`
