import type { DecidedLines, LineResult, LineSettings } from './decideLines.ts'
import { decideStream } from './decideStream.ts'
import type { Host } from './host.ts'
import { LINE_FEED, readLines } from './lines.ts'
import { ndjson } from './ndjson.ts'
import { type CasesInput, openCases } from './openCases.ts'
import { type OutputOptions, type Outputs, openOutputs } from './openOutputs.ts'
import { type Progress, progressOn } from './progress.ts'
import { DUPLICATE_ID, seenIds } from './seenIds.ts'
import { type CaseOptions, inputFiles, readSettings } from './settings.ts'
import { EXIT, type ExitStatus } from './stop.ts'
import { startTally, type Tally } from './summary.ts'

export interface DecideOptions extends CaseOptions, OutputOptions {
  /** How many threads decide; 1 (default): this process itself. */
  readonly workers?: number
  /** Whether only what `prioritise` needs is written. */
  readonly slim?: boolean
}

/** `arrears decide`: every case of a file to a decision or a reject, in input order, in constant memory. */
export async function decideCommand(cases: string, options: DecideOptions, host: Host): Promise<ExitStatus> {
  const startedAt = host.now()
  const settings: LineSettings = { ...(await readSettings(options, host)), slim: options.slim ?? false }
  const input = await openCases(cases, options, host)
  const outputs = await openOutputs(options, [...inputFiles(options), ...input.files], host)
  const progress = progressOn(host, input)
  try {
    const tally = startTally()
    await decideInput(input, settings, options.workers ?? 1, tally, outputs, progress)
    const asOf = settings.asOfRecord ? 'record' : settings.context.asOf
    const seconds = (host.now() - startedAt) / 1000
    const summary = { ...tally.summary(asOf, seconds), ...(input.rows && { tables: input.rows() }) }
    progress.clear()
    await outputs.summary.write(ndjson(summary))
    await outputs.finish()
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
  input: CasesInput,
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
        const { line, id, issues } = await input.placed(result)
        tally.rejected(issues)
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
