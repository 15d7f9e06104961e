import type { Host } from '../host.ts'
import { type Position, START } from '../io/lines.ts'
import { type CasesInput, openCases } from '../io/openCases.ts'
import { type OutputOptions, type Outputs, openOutputs } from '../io/openOutputs.ts'
import { pathStats } from '../io/output.ts'
import { type SeenIds, seenIds } from '../io/seenIds.ts'
import { startTally, type Tally } from '../screen/summary.ts'
import type { LineSettings } from './decideLines.ts'
import { type CaseOptions, inputFiles, pricesFrom, readSettings } from './settings.ts'

/** What a run of `decide` reads, writes and remembers. */
export interface DecideRun {
  readonly settings: LineSettings
  readonly input: CasesInput
  /** Where what is left of the input begins. */
  readonly from: Position
  readonly outputs: Outputs
  readonly tally: Tally
  readonly ids: SeenIds
  /** Spent by earlier runs that this one goes on with. */
  readonly secondsBefore: number
  /** Asked before each batch is written; `at`: where it begins. @throws a Stop when another run took this one for dead. */
  readonly hold: (at: Position) => Promise<void>
  /** Told, between two batches, that what became of everything up to here is written, and the outputs are cut. */
  readonly reached: (at: Position) => Promise<void>
  /** Resolves when nothing goes on any more in the background. Never rejects. */
  readonly settled: () => Promise<void>
}

/** A run that begins at the beginning, and leaves nothing if it does not come to its end. */
export async function wholeRun(cases: string, options: DecideOptions, host: Host): Promise<DecideRun> {
  const settings = await lineSettings(options, host)
  const input = await openCases(cases, options, host)
  const outputs = await openOutputs(options, readFiles(options, input), host)
  return {
    settings,
    input,
    from: START,
    outputs,
    tally: startTally(),
    ids: seenIds(),
    secondsBefore: 0,
    hold: noOutput,
    reached: noOutput,
    settled: noOutput,
  }
}

const noOutput = async (): Promise<void> => {}

export const lineSettings = async (options: DecideOptions, host: Host): Promise<LineSettings> => ({
  ...(await readSettings(options, host)),
  slim: options.slim ?? false,
  ...(options.prices === undefined ? {} : { prices: await pricesFrom(options.prices) }),
})

/** The files a run reads, so that no result is put over one of them. */
export const readFiles = (options: DecideOptions, input: CasesInput) => [
  ...inputFiles(options),
  ...(options.prices === undefined ? [] : [{ name: '--prices', file: pathStats(options.prices) }]),
  ...input.files,
]

/** The options of `arrears decide`, as typed. */
export interface DecideOptions extends CaseOptions, OutputOptions {
  /** How many threads decide; 1 (default): this process itself. */
  readonly workers?: number
  /** Whether only what `prioritise` needs is written. */
  readonly slim?: boolean
  /** Whether a journal is kept, and a killed run gone on with. */
  readonly resume?: boolean
  /** A file of prices, at which each decision also says what it comes to. */
  readonly prices?: string
}
