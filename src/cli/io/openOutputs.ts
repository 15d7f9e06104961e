import type { Host } from '../host.ts'
import { EXIT, type ExitStatus } from '../stop.ts'
import { type Output, streamOutput } from './output.ts'
import { type OutputFiles, outputFiles } from './outputFiles.ts'
import { type InputFile, type NamedOutput, type NamedStream, refuseLoss } from './refuseLoss.ts'
import { pathTarget, streamTarget, type Target } from './target.ts'

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
