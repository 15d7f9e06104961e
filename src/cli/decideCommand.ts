import { issueOf } from '../input/issueOf.ts'
import { decideRecord } from './decideRecord.ts'
import type { Host } from './host.ts'
import { readLines } from './lines.ts'
import { openInput } from './openInput.ts'
import { type OutputOptions, type Outputs, openOutputs } from './openOutputs.ts'
import { type Progress, progressOn } from './progress.ts'
import { type Reject, readRecord } from './readRecord.ts'
import { seenIds } from './seenIds.ts'
import { type CaseOptions, readSettings, type Settings } from './settings.ts'
import { EXIT, type ExitStatus } from './stop.ts'
import { startTally, type Tally } from './summary.ts'

export type DecideOptions = CaseOptions & OutputOptions

/** `arrears decide`: every case of a file to a decision or a reject, in input order, in constant memory. */
export async function decideCommand(cases: string, options: DecideOptions, host: Host): Promise<ExitStatus> {
  const startedAt = host.now()
  const settings = await readSettings(options, host)
  const input = await openInput(cases, host)
  const outputs = await openOutputs(options, input.file, host)
  const progress = progressOn(host)
  try {
    const tally = startTally()
    await decideAllLines(input.chunks, settings, tally, outputs, progress)
    const asOf = settings.asOfRecord ? 'record' : settings.context.asOf
    const summary = tally.summary(asOf, (host.now() - startedAt) / 1000)
    await outputs.summary.write(ndjson(summary))
    await outputs.finish()
    return summary.rejected > 0 ? EXIT.someRejected : EXIT.allDecided
  } catch (error) {
    outputs.discard()
    throw error
  } finally {
    progress.clear()
  }
}

/** Writes once for each chunk read, and reads the next one only when that is written. */
async function decideAllLines(
  chunks: AsyncIterable<Uint8Array>,
  settings: Settings,
  tally: Tally,
  outputs: Outputs,
  progress: Progress,
): Promise<void> {
  const ids = seenIds()
  for await (const lines of readLines(chunks)) {
    let decisions = ''
    let rejects = ''
    const reject = ({ line, id, issues }: Reject) => {
      tally.rejected(issues)
      rejects += ndjson({ line, id, issues })
    }
    for (const one of lines) {
      const record = readRecord(one)
      if (record === undefined) continue
      const { line, id } = record
      if (!record.ok) reject(record)
      else if (id !== null && !ids.isNew(id)) reject({ line, id, issues: DUPLICATE })
      else {
        const decided = decideRecord(line, record.value, settings)
        if (!decided.ok) reject({ line, id, issues: decided.issues })
        else {
          tally.decided(decided.decision.action.kind)
          decisions += ndjson(decided.decision)
        }
      }
    }
    progress.clear()
    if (rejects !== '') await outputs.rejects.write(rejects)
    if (decisions !== '') await outputs.decisions.write(decisions)
    progress.show(tally.read())
  }
}

const DUPLICATE = [issueOf('id.duplicate', '/id', 'an id no earlier line has', 'one that stands already')]

const ndjson = (value: object): string => `${JSON.stringify(value)}\n`
