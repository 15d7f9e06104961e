import { join } from 'node:path'
import type { DecideOptions } from './decideOptions.ts'
import { type DecideRun, readFiles } from './decideRun.ts'
import type { Host } from './host.ts'
import { journaledRun } from './journaledRun.ts'
import { keptFiles, orderingOf, type PlacedOutput } from './keptFiles.ts'
import { openCases } from './openCases.ts'
import { refuseLostOutputs } from './openOutputs.ts'
import { placeOf } from './output.ts'
import { lockRun } from './runLock.ts'
import { EXIT, stop } from './stop.ts'

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
  const input = await openCases(cases, { ...options, out: join(orderingOf(decisions), 'rows') }, host)
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
  const { target, older } = await placeOf(path)
  if (older !== undefined && !older.isFile())
    throw stop(EXIT.usage, `--resume cannot write ${path}: it is no ordinary file`)
  return [option, target]
}
