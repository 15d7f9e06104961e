import type { DecidedLines, LineResult, LineSettings } from './decideLines.ts'
import { decideScreen } from './decideScreen.ts'
import { decideStream } from './decideStream.ts'
import type { Host } from './host.ts'
import { LINE_FEED, readLines } from './lines.ts'
import { ndjson } from './ndjson.ts'
import { type Input, openInput } from './openInput.ts'
import { type OutputOptions, type Outputs, openOutputs } from './openOutputs.ts'
import { streamOutput } from './output.ts'
import { type Progress, progressOn } from './progress.ts'
import { DUPLICATE_ID, seenIds } from './seenIds.ts'
import { type CaseOptions, inputFiles, pricesFrom, readSettings } from './settings.ts'
import { EXIT, type ExitStatus } from './stop.ts'
import { startTally, type Tally } from './summary.ts'
import { pathStats } from './target.ts'

export interface DecideOptions extends CaseOptions, OutputOptions {
  /** How many threads decide; 1 (default): this process itself. */
  readonly workers?: number
  /** Whether only what `prioritise` needs is written. */
  readonly slim?: boolean
  /** A file of prices, at which each decision also says what it comes to. */
  readonly prices?: string
}

/** `arrears decide`: every case of a file to a decision or a reject, in input order, in constant memory. */
export async function decideCommand(cases: string, options: DecideOptions, host: Host): Promise<ExitStatus> {
  const startedAt = host.now()
  const settings: LineSettings = {
    ...(await readSettings(options, host)),
    slim: options.slim ?? false,
    ...(options.prices === undefined ? {} : { prices: await pricesFrom(options.prices) }),
  }
  const input = await openInput(cases, host)
  const outputs = await openOutputs(
    options,
    [
      ...inputFiles(options),
      ...(options.prices === undefined ? [] : [{ name: '--prices', file: pathStats(options.prices) }]),
      { name: 'the cases', file: input.file },
    ],
    host,
  )
  const progress = progressOn(host, input)
  try {
    const tally = startTally()
    await decideInput(input, settings, options.workers ?? 1, tally, outputs, progress)
    const asOf = settings.asOfRecord ? 'record' : settings.context.asOf
    const summary = tally.summary(asOf, (host.now() - startedAt) / 1000)
    progress.end()
    const isRead = host.stderr.isTTY === true
    if (!isRead || options.summary !== undefined) await outputs.summary.write(ndjson(summary))
    await outputs.finish()
    if (isRead)
      await streamOutput(host.stderr, 'standard error', EXIT.allDecided).write(decideScreen(summary))
    return summary.rejected > 0 ? EXIT.someRejected : EXIT.allDecided
  } catch (error) {
    outputs.discard()
    throw error
  } finally {
    progress.end()
  }
}

/** Writes once for each batch decided, and takes the next one only when that is written. */
async function decideInput(
  input: Input,
  settings: LineSettings,
  workers: number,
  tally: Tally,
  outputs: Outputs,
  progress: Progress,
): Promise<void> {
  const ids = seenIds()
  for await (const decided of decideStream(readLines(input.chunks), settings, workers)) {
    const { results, decisions } = standing(decided, ids.isNew)
    let rejects = ''
    for (const result of results) {
      if (result.ok) tally.decided(result.kind)
      else {
        tally.rejected(result.issues)
        const { line, id, issues } = result
        rejects += ndjson({ line, id, issues })
      }
    }
    if (rejects !== '') {
      progress.clear()
      await outputs.rejects.write(rejects)
    }
    if (decisions.length > 0) await outputs.decisions.write(decisions)
    progress.show(tally.read(), input.bytesRead())
  }
}

/** The first line whose id could be read stands, decided or rejected; later ones with that id are rejected. */
function standing(decided: DecidedLines, isNew: (id: string) => boolean): DecidedLines {
  const again = decided.results.map(({ id }) => id !== null && !isNew(id))
  if (!again.includes(true)) return decided
  const kept: Uint8Array[] = []
  let from = 0
  const results = decided.results.map((result, index): LineResult => {
    if (result.ok) {
      const to = decided.decisions.indexOf(LINE_FEED, from) + 1
      if (!again[index]) kept.push(decided.decisions.subarray(from, to))
      from = to
    }
    return again[index] ? { ok: false, line: result.line, id: result.id, issues: [DUPLICATE_ID] } : result
  })
  return { results, decisions: Buffer.concat(kept) }
}
