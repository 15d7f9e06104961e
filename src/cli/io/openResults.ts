import type { Host } from '../host.ts'
import { EXIT } from '../stop.ts'
import { type Output, streamOutput } from './output.ts'
import { outputFiles } from './outputFiles.ts'
import { type InputFile, type NamedOutput, refuseLoss } from './refuseLoss.ts'

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
  named: readonly NamedOutput[],
  inputs: readonly InputFile[],
  host: Host,
): Promise<Results> {
  const toStream = named.some(([, path]) => path === undefined)
  refuseLoss(inputs, toStream ? [['standard output', host.stdout]] : [], named)
  const files = outputFiles(host)
  try {
    const outputs: Output[] = []
    for (const [, path] of named)
      outputs.push(
        path === undefined
          ? streamOutput(host.stdout, 'standard output', EXIT.allDecided)
          : await files.open(path, EXIT.usage),
      )
    const put = async (texts: readonly string[]) => {
      for (const [i, output] of outputs.entries()) await output.write(texts[i] as string)
      await files.place()
    }
    return { put, discard: files.discard }
  } catch (error) {
    files.discard()
    throw error
  }
}
