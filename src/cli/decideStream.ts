import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import { type DecidedLines, decideLines, type LineSettings } from './decideLines.ts'
import type { WorkerAnswer } from './decideWorker.ts'
import type { Line } from './lines.ts'
import { EXIT, stop, whereabouts } from './stop.ts'

/** Batches a worker may have waiting: enough to keep it busy while results are written, few enough to stay small. */
const BATCHES_PER_WORKER = 3
/** Bytes of lines that may be waiting altogether: a few of the longest lines there can be. */
const WAITING_BYTES = 48 * 1024 * 1024

/** Decides batch after batch, in this process or on several workers, and gives the results in the order of the input. */
export function decideStream(
  batches: AsyncIterable<readonly Line[]>,
  settings: LineSettings,
  workers: number,
): AsyncGenerator<DecidedLines, void> {
  return workers === 1 ? inProcess(batches, settings) : onWorkers(batches, settings, workers)
}

async function* inProcess(batches: AsyncIterable<readonly Line[]>, settings: LineSettings) {
  for await (const lines of batches) yield decideLines(lines, settings)
}

/** Reads ahead by a bounded number of batches, and waits for the oldest of them before it reads on. */
async function* onWorkers(batches: AsyncIterable<readonly Line[]>, settings: LineSettings, workers: number) {
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
      // Whoever waits for it hears of a failure; one that comes before its turn must not end the process.
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
