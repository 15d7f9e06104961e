import { SAMPLE_JURISDICTIONS, type SampleOptions, sampleAccount } from '../../sample/sampleAccount.ts'
import { parseInstant } from '../../time/instant.ts'
import type { Host } from '../host.ts'
import { ndjson } from '../io/lines.ts'
import { outputFiles } from '../io/openOutputs.ts'
import { type Output, streamOutput } from '../io/output.ts'
import { refuseLoss } from '../io/refuseLoss.ts'
import { EXIT, type ExitStatus, stop } from '../stop.ts'

/** The options of `arrears sample`, as typed. */
export interface SampleCommandOptions {
  readonly count: number
  readonly seed: number
  readonly jurisdiction?: string
  readonly asOf?: string
  readonly truth?: string
  readonly out?: string
}

/** A fixed instant, so that a sample is the same whenever it is made. */
const DEFAULT_AS_OF = '2026-01-01T00:00:00Z'
/** Years for which all days of a record, and of what comes after it, can be written. */
const YEARS = ['1995', '2095'] as const
/** Accounts written at a time: enough that writing costs little, few enough that a slow reader slows the maker. */
const BATCH = 200

/** `arrears sample`: made-up accounts, one a line, and what is true of their borrowers in a file beside them. */
export async function sampleCommand(typed: SampleCommandOptions, host: Host): Promise<ExitStatus> {
  const options = sampleOptions(typed)
  const { out, truth } = typed
  refuseLoss([], out === undefined ? [['standard output', host.stdout]] : [], [
    ['--out', out],
    ['--truth', truth],
  ])
  const files = outputFiles(host)
  try {
    // The accounts are opened, and so put in place, last: where they are, the truth is.
    const truths = truth === undefined ? undefined : await files.open(truth, EXIT.usage)
    const records =
      out === undefined
        ? streamOutput(host.stdout, 'standard output', EXIT.allDecided)
        : await files.open(out, EXIT.usage)
    await writeAccounts(options, typed.count, records, truths)
    await files.place()
    return EXIT.allDecided
  } catch (error) {
    files.discard()
    throw error
  }
}

/** Writes a batch only when the one before is written, so that any count takes the same memory. */
async function writeAccounts(
  options: SampleOptions,
  count: number,
  records: Output,
  truths: Output | undefined,
): Promise<void> {
  for (let from = 0; from < count; from += BATCH) {
    let recordLines = ''
    let truthLines = ''
    for (let place = from; place < Math.min(count, from + BATCH); place++) {
      const { record, truth } = sampleAccount(options, place)
      recordLines += ndjson(record)
      truthLines += ndjson(truth)
    }
    await truths?.write(truthLines)
    await records.write(recordLines)
  }
}

function sampleOptions({ seed, jurisdiction, asOf = DEFAULT_AS_OF }: SampleCommandOptions): SampleOptions {
  const asOfSecond = parseInstant(asOf)
  if (asOfSecond === undefined || asOf < YEARS[0] || asOf.slice(0, 4) > YEARS[1]) {
    const expected = `an instant with its offset, from ${YEARS[0]} to ${YEARS[1]}, such as ${DEFAULT_AS_OF}`
    throw stop(EXIT.usage, `--as-of takes ${expected}`)
  }
  if (jurisdiction !== undefined && !SAMPLE_JURISDICTIONS.includes(jurisdiction))
    throw stop(EXIT.usage, `--jurisdiction takes one of ${SAMPLE_JURISDICTIONS.join(', ')}`)
  return { seed, asOf, asOfSecond, ...(jurisdiction === undefined ? {} : { jurisdiction }) }
}
