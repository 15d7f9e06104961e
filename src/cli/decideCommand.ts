import { cutBetween } from './cutLines.ts'
import type { DecidedLines, LineResult } from './decideLines.ts'
import type { DecideOptions } from './decideOptions.ts'
import { type DecideRun, wholeRun } from './decideRun.ts'
import { decideScreen } from './decideScreen.ts'
import { decideStream } from './decideStream.ts'
import type { Host } from './host.ts'
import { LINE_FEED, readLines } from './lines.ts'
import { ndjson } from './ndjson.ts'
import { streamOutput } from './output.ts'
import { type Progress, progressOn } from './progress.ts'
import { resumableRun } from './resumableRun.ts'
import { DUPLICATE_ID } from './seenIds.ts'
import { EXIT, type ExitStatus } from './stop.ts'

/** `arrears decide`: every case of a file to a decision or a reject, in input order, in constant memory. */
export async function decideCommand(cases: string, options: DecideOptions, host: Host): Promise<ExitStatus> {
  const startedAt = host.now()
  const run = options.resume ? await resumableRun(cases, options, host) : await wholeRun(cases, options, host)
  const { settings, input, outputs, tally } = run
  const progress = progressOn(host, input)
  let kept = keptAtInterrupt(options)
  host.atInterrupt(() => void host.stderr.write(`arrears: interrupted${kept}\n`))
  try {
    await decideInput(run, options.workers ?? 1, progress)
    const asOf = settings.asOfRecord ? 'record' : settings.context.asOf
    const seconds = run.secondsBefore + (host.now() - startedAt) / 1000
    const summary = { ...tally.summary(asOf, seconds), ...(input.rows && { tables: input.rows() }) }
    progress.end()
    const isRead = host.stderr.isTTY === true
    if (!isRead || options.summary !== undefined) await outputs.summary.write(ndjson(summary))
    if (!options.resume) kept = ''
    await outputs.finish()
    kept = ''
    if (isRead)
      await streamOutput(host.stderr, 'standard error', EXIT.allDecided).write(decideScreen(summary))
    return summary.rejected > 0 ? EXIT.someRejected : EXIT.allDecided
  } catch (error) {
    await run.settled()
    outputs.discard()
    throw error
  } finally {
    progress.end()
  }
}

/** What an interruption leaves of a run that has not put its results in place. */
function keptAtInterrupt({ resume, out }: DecideOptions): string {
  if (resume) return ': the same command goes on from where it stopped'
  return out === undefined ? '' : ': nothing was written'
}

/** Writes once for each batch decided, and takes the next one only when that is written. */
async function decideInput(run: DecideRun, workers: number, progress: Progress): Promise<void> {
  const { input, settings, outputs, tally, ids } = run
  let at = run.from
  for await (const decided of decideStream(readLines(input.chunks, at), settings, workers)) {
    await run.hold(at)
    if (at !== run.from && cutBetween(at, decided.end)) {
      await outputs.cut()
      await run.reached(at)
    }
    at = decided.end
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
  return { ...decided, results, decisions: Buffer.concat(kept) }
}
