import type { Host } from './host.ts'
import type { InputFile } from './openOutputs.ts'
import { fileOutput, type Output, streamOutput } from './output.ts'
import { EXIT, stop } from './stop.ts'
import { pathTarget, streamTarget, type Target, targetOf } from './target.ts'

/** Where a command puts whole results: one text each, in the order of the options. */
export interface Results {
  /** Writes all, then puts all in place, the last one last. An option without a file is standard output. */
  readonly put: (texts: readonly string[]) => Promise<void>
  readonly discard: () => void
}

/**
 * Opens a file for each option, or standard output where none is named; files appear under their names only when all
 * are whole.
 *
 * @throws a Stop when one cannot be written, or would replace another, or something the command reads.
 */
export async function openResults(
  named: readonly (readonly [option: string, path: string | undefined])[],
  inputs: readonly InputFile[],
  host: Host,
): Promise<Results> {
  refuseSame(named, inputs, host)
  const files: Output[] = []
  const discard = () => {
    for (const file of files) file.discard()
  }
  try {
    const outputs: Output[] = []
    for (const [, path] of named) {
      if (path === undefined) outputs.push(streamOutput(host.stdout, 'standard output', EXIT.allDecided))
      else {
        const file = await fileOutput(path, host, EXIT.usage)
        files.push(file)
        outputs.push(file)
      }
    }
    const put = async (texts: readonly string[]) => {
      for (const [i, output] of outputs.entries()) await output.write(texts[i] as string)
      for (const file of files) await file.close()
      for (const file of files) await file.place()
    }
    return { put, discard }
  } catch (error) {
    discard()
    throw error
  }
}

function refuseSame(
  named: readonly (readonly [option: string, path: string | undefined])[],
  inputs: readonly InputFile[],
  host: Host,
): void {
  const owners = new Map<string, string>()
  const take = (name: string, target: Target | undefined) => {
    if (target === undefined || !target.isFile) return
    const owner = owners.get(target.key)
    if (owner !== undefined && owner !== name) throw stop(EXIT.usage, `${name} is the same file as ${owner}`)
    owners.set(target.key, name)
  }
  // Two inputs may be one file: a portfolio against itself.
  for (const { name, file } of inputs) if (file?.isFile()) owners.set(targetOf(file).key, name)
  if (named.some(([, path]) => path === undefined)) take('standard output', streamTarget(host.stdout))
  for (const [option, path] of named) if (path !== undefined) take(`${option} ${path}`, pathTarget(path))
}
