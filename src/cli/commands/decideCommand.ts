import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import type { WorkerAnswer } from '../decideWorker.ts'
import type { Host } from '../host.ts'
import { type InputLine, LINE_FEED, ndjson, readLines } from '../io/lines.ts'
import { openCases } from '../io/openCases.ts'
import { refuseLostOutputs } from '../io/openOutputs.ts'
import { outputPlaceOf, streamOutput } from '../io/output.ts'
import { DUPLICATE_ID } from '../io/seenIds.ts'
import { cutBetween } from '../resume/journal.ts'
import { journaledRun } from '../resume/journaledRun.ts'
import { keptFiles, type PlacedOutput, tablesFolderBeside } from '../resume/keptFiles.ts'
import { lockRun } from '../resume/runLock.ts'
import { type Progress, progressOn, rateText } from '../screen/progress.ts'
import type { Summary } from '../screen/summary.ts'
import { issueLines } from '../screen/summary.ts'
import { countText, shareText, textTable } from '../screen/textTable.ts'
import { EXIT, type ExitStatus, stop, whereabouts } from '../stop.ts'
import { type DecidedLines, decideLines, type LineResult, type LineSettings } from './decideLines.ts'
import { type DecideOptions, type DecideRun, readFiles, wholeRun } from './decideRun.ts'

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
    const { results, decisions } = firstOfEachId(decided, ids.isNew)
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
function firstOfEachId(decided: DecidedLines, isNew: (id: string) => boolean): DecidedLines {
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

/** What a run came to, as one screen: the mix of actions, and what was rejected for what. */
export function decideScreen({ read, decided, rejected, actions, rejects, asOf, seconds }: Summary): string {
  const when = asOf === 'record' ? 'as of the instant each carries' : `as of ${asOf}`
  const rows = Object.entries(actions).map(([kind, count]) => [
    kind,
    countText(count),
    shareText(count, decided),
  ])
  return [
    `Decided: ${countText(decided)}, rejected: ${countText(rejected)}, ${when}, in ${seconds.toFixed(1)} s (${rateText(read, seconds * 1000)})`,
    '',
    ...textTable(rows),
    ...issueLines(rejects),
    '',
  ].join('\n')
}

/**
 * A run that keeps a journal beside its decisions, and goes on where the journal of a killed one ends. It fixes the
 * instant of the first start.
 *
 * @throws a Stop when it has no files to go on with, or what decides its results is not what it was at the first start.
 */
export async function resumableRun(cases: string, options: DecideOptions, host: Host): Promise<DecideRun> {
  const { out, rejects, summary } = options
  if (cases === '-' || out === undefined || rejects === undefined)
    throw stop(
      EXIT.usage,
      '--resume needs a file of cases or a folder of tables, and files to write: --out and --rejects',
    )
  const outputs = [
    await ordinaryOutput('--out', out),
    await ordinaryOutput('--rejects', rejects),
    ...(summary === undefined ? [] : [await ordinaryOutput('--summary', summary)]),
  ] as const
  const [[, decisions]] = outputs
  const input = await openCases(cases, { ...options, out: join(tablesFolderBeside(decisions), 'rows') }, host)
  if (input.fingerprint === undefined)
    throw stop(EXIT.usage, `--resume cannot read ${cases}: it is no ordinary file`)
  // Before anything is written: a lock file too replaces what has its name.
  refuseLostOutputs(options, readFiles(options, input), host, keptFiles(outputs))
  const lock = await lockRun(
    outputs.map(([, target]) => target),
    host,
  )
  try {
    const fingerprint = await input.fingerprint()
    return await journaledRun({ ...input, print: fingerprint }, options, host, outputs, lock)
  } catch (error) {
    lock.release()
    throw error
  }
}

async function ordinaryOutput(option: string, path: string): Promise<PlacedOutput> {
  const { target, older } = await outputPlaceOf(path)
  if (older !== undefined && !older.isFile())
    throw stop(EXIT.usage, `--resume cannot write ${path}: it is no ordinary file`)
  return [option, target]
}

/** Batches a worker may have waiting: enough to keep it busy while results are written, few enough to stay small. */
const BATCHES_PER_WORKER = 3
/** Bytes of lines that may be waiting altogether: a few of the longest lines there can be. */
const WAITING_BYTES = 48 * 1024 * 1024

/** Decides batch after batch, in this process or on several workers, and gives the results in the order of the input. */
export function decideStream(
  batches: AsyncIterable<readonly InputLine[]>,
  settings: LineSettings,
  workers: number,
): AsyncGenerator<DecidedLines, void> {
  return workers === 1 ? inProcess(batches, settings) : onWorkers(batches, settings, workers)
}

async function* inProcess(batches: AsyncIterable<readonly InputLine[]>, settings: LineSettings) {
  for await (const lines of batches) yield decideLines(lines, settings)
}

/** Reads ahead by a bounded number of batches, and waits for the oldest of them before it reads on. */
async function* onWorkers(
  batches: AsyncIterable<readonly InputLine[]>,
  settings: LineSettings,
  workers: number,
) {
  const pool = new Piscina({
    filename: fileURLToPath(new URL('./decideWorker.js', import.meta.url)),
    name: 'work',
    workerData: settings,
    minThreads: workers,
    maxThreads: workers,
  })
  const waiting: { readonly answer: Promise<WorkerAnswer>; readonly bytes: number }[] = []
  let waitingBytes = 0
  const oldest = async (): Promise<DecidedLines> => {
    const { answer, bytes } = waiting.shift() as (typeof waiting)[number]
    const results = await resultsOf(answer)
    waitingBytes -= bytes
    return results
  }
  try {
    for await (const lines of batches) {
      const answer: Promise<WorkerAnswer> = pool.run(lines)
      // The code that waits for it is told of a failure; one that comes before its turn must not end the process.
      answer.catch(() => {})
      const bytes = lines.reduce((sum, line) => sum + (line.bytes?.length ?? 0), 0)
      waiting.push({ answer, bytes })
      waitingBytes += bytes
      while (waiting.length === workers * BATCHES_PER_WORKER || waitingBytes > WAITING_BYTES)
        yield await oldest()
    }
    while (waiting.length > 0) yield await oldest()
  } finally {
    await pool.destroy()
  }
}

async function resultsOf(answer: Promise<WorkerAnswer>): Promise<DecidedLines> {
  const given = await answer.catch((error: unknown) => {
    throw stop(EXIT.defect, `a defect stopped a worker: ${whereabouts(error)}`)
  })
  if ('message' in given) throw stop(given.exitStatus, given.message)
  return given
}
