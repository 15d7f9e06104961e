import { explain, ownLanguage, type ExplainOptions as Wording } from '../entry/explain.ts'
import { capacityFrom } from './capacityFrom.ts'
import { decideRecord } from './decideRecord.ts'
import { findPlace } from './findPlace.ts'
import type { Host } from './host.ts'
import { readLines } from './lines.ts'
import { ndjson } from './ndjson.ts'
import { openCases } from './openCases.ts'
import type { Input } from './openInput.ts'
import { streamOutput } from './output.ts'
import { placeLines } from './placeLines.ts'
import { readRecord } from './readRecord.ts'
import { refuseLoss } from './refuseLoss.ts'
import { type CaseOptions, readSettings } from './settings.ts'
import { EXIT, type ExitStatus, stop } from './stop.ts'

export interface ExplainOptions extends CaseOptions, Wording {
  readonly id: string
  /** A folder that `prioritise --out` wrote: where in that plan the case is. */
  readonly worklists?: string
  /** The capacity that plan was made with. */
  readonly capacity?: string
}

/** `arrears explain`: the decision on one case of a file, in words, and where it is in a plan. */
export async function explainCommand(
  cases: string,
  options: ExplainOptions,
  host: Host,
): Promise<ExitStatus> {
  const { worklists, audience } = options
  if (worklists !== undefined && audience === 'borrower')
    throw stop(EXIT.usage, '--worklists tells what staff plan: it is not for --audience borrower')
  if (worklists === undefined && options.capacity !== undefined)
    throw stop(EXIT.usage, '--capacity goes with --worklists')
  const settings = await readSettings(options, host)
  const capacity = options.capacity === undefined ? undefined : await capacityFrom(options.capacity)
  const input = await openCases(cases, { mapping: options.mapping, only: options.id }, host)
  refuseLoss(
    input.files,
    [
      ['standard output', host.stdout],
      ['standard error', host.stderr],
    ],
    [],
  )
  const { line, value } = await find(options.id, input)
  const decided = decideRecord(line, value, settings)
  const standardError = streamOutput(host.stderr, 'standard error', EXIT.allDecided)
  if (!decided.ok) {
    const reject = { line, id: options.id, issues: decided.issues }
    await standardError.write(ndjson(await input.placed(reject)))
    return EXIT.someRejected
  }
  const { decision } = decided
  const language = options.language ?? ownLanguage(decision)
  const telling = { language, currency: decision.currency, capacity }
  // Looked up before anything is said, so that what is said is whole.
  const planned =
    worklists === undefined ? [] : placeLines(await findPlace(options.id, worklists, host), telling)
  const sentences = [...explain(decision, wording(options)), ...planned]
  const text = sentences.map((sentence) => `${sentence}\n`).join('')
  if (text === '') await standardError.write('arrears: nobody should be written to in this case\n')
  else await streamOutput(host.stdout, 'standard output', EXIT.allDecided).write(text)
  return EXIT.allDecided
}

const wording = ({ language, audience }: Wording): Wording => ({
  ...(language === undefined ? {} : { language }),
  ...(audience === undefined ? {} : { audience }),
})

/** The first line with this id is the one that counts, so nothing after it is read. */
async function find(id: string, input: Input): Promise<{ line: number; value: unknown }> {
  let unread = 0
  for await (const lines of readLines(input.chunks)) {
    for (const one of lines) {
      const record = readRecord(one)
      if (record === undefined) continue
      if (!record.ok) unread += 1
      else if (record.id === id) return record
    }
  }
  const lost = unread === 0 ? '' : ` (lines that could not be read: ${unread})`
  throw stop(EXIT.usage, `no case with this id in ${input.name}${lost}`)
}
