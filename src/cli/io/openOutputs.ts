import type { Host } from '../host.ts'
import { EXIT, type ExitStatus } from '../stop.ts'
import {
  fileOutput,
  type Output,
  outputNamed,
  pathTarget,
  streamOutput,
  streamTarget,
  type Target,
} from './output.ts'
import { type InputFile, type NamedOutput, type NamedStream, refuseLoss } from './refuseLoss.ts'

export interface OutputOptions {
  readonly out?: string
  readonly rejects?: string
  readonly summary?: string
}

export interface Outputs {
  readonly decisions: Output
  readonly rejects: Output
  readonly summary: Output
  /** Ends what can be read on its own; see Output. */
  readonly cut: () => Promise<void>
  /** Puts all in place, the decisions last: where they are, everything is. */
  readonly finish: () => Promise<void>
  readonly discard: () => void
}

/**
 * `kept`: files besides the outputs that the run writes, by what they are called in messages.
 *
 * @throws a Stop when something that is written would replace something else that is, a stream's file or an input.
 */
export function refuseLostOutputs(
  { out, rejects, summary }: OutputOptions,
  inputs: readonly InputFile[],
  host: Host,
  kept: readonly NamedOutput[] = [],
): void {
  const streams: NamedStream[] = [
    ...(out === undefined ? [['standard output', host.stdout] as const] : []),
    ...(rejects === undefined || summary === undefined ? [['standard error', host.stderr] as const] : []),
  ]
  refuseLoss(inputs, streams, [['--out', out], ['--rejects', rejects], ['--summary', summary], ...kept])
}

/**
 * Opens where results go: decisions on standard output, rejects and summary on standard error, unless files are named.
 * `files`: what keeps them.
 *
 * @throws a Stop when one of them cannot be written, or would replace another, a stream's file or an input.
 */
export async function openOutputs(
  options: OutputOptions,
  inputs: readonly InputFile[],
  host: Host,
  files: OutputFiles = outputFiles(host),
): Promise<Outputs> {
  refuseLostOutputs(options, inputs, host)
  const { out, rejects, summary } = options
  const decisions = out === undefined ? streamTarget(host.stdout) : pathTarget(out)
  // Someone who closes the pipe that decisions go into has seen enough. The reader of another one must not end the
  // run as if all were well: the decisions are not written yet.
  const whenClosed = (target: Target | undefined): ExitStatus =>
    target !== undefined && target.key === decisions?.key ? EXIT.allDecided : EXIT.usage
  const standardError = streamOutput(host.stderr, 'standard error', whenClosed(streamTarget(host.stderr)))
  const outputTo = async (path: string | undefined, otherwise: Output): Promise<Output> =>
    path === undefined ? otherwise : files.open(path, whenClosed(pathTarget(path)))
  try {
    const lines = {
      rejects: await outputTo(rejects, standardError),
      summary: await outputTo(summary, standardError),
      decisions: await outputTo(out, streamOutput(host.stdout, 'standard output', EXIT.allDecided)),
    }
    return {
      ...lines,
      async cut() {
        await lines.rejects.cut()
        await lines.decisions.cut()
      },
      finish: files.place,
      discard: files.discard,
    }
  } catch (error) {
    files.discard()
    throw error
  }
}

/** Files that belong together: they appear under their names only when all are whole. */
export interface OutputFiles {
  /** Compressed where the name ends in .gz. @throws a Stop when the file cannot be written. */
  readonly open: (path: string, whenClosed: ExitStatus) => Promise<Output>
  /** Finishes all that are not closed yet, then puts all in place in the order in which they were opened: where the last is, all are. */
  readonly place: () => Promise<void>
  readonly discard: () => void
}

export function outputFiles(host: Host): OutputFiles {
  const files: Output[] = []
  return {
    async open(path, whenClosed) {
      const opened = outputNamed(path, await fileOutput(path, host, whenClosed))
      let closed: Promise<void> | undefined
      const close = (): Promise<void> => {
        closed ??= opened.close()
        return closed
      }
      const file = { ...opened, close }
      files.push(file)
      return file
    },
    async place() {
      for (const file of files) await file.close()
      for (const file of files) await file.place()
    },
    discard() {
      for (const file of files) file.discard()
    },
  }
}

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
