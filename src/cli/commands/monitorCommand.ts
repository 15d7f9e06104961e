import { type MonitoredCase, monitorIn } from '../../entry/monitor.ts'
import type { Host } from '../host.ts'
import { openCases } from '../io/openCases.ts'
import { openResults } from '../io/openOutputs.ts'
import { pathStats } from '../io/output.ts'
import type { InputFile } from '../io/refuseLoss.ts'
import { EXIT, type ExitStatus, orStop, stop } from '../stop.ts'
import type { TableOptions } from '../tables/openTables.ts'
import { readAllCases } from './readAllCases.ts'
import { trainingInput } from './readTraining.ts'
import { type CaseOptions, given, inputFiles, readSettings, type Settings } from './settings.ts'

/** The options of `arrears monitor`, as typed. */
export interface MonitorCommandOptions extends CaseOptions {
  /** What became of the cases of now, and of the base. */
  readonly outcomes?: string
  readonly baseOutcomes?: string
  readonly watch?: number
  readonly act?: number
  readonly watchError?: number
  readonly actError?: number
  readonly out?: string
}

/** `arrears monitor`: how cases of now differ from those of a base, as JSON; status 4 where a threshold is reached. */
export async function monitorCommand(
  model: string,
  base: string,
  now: string,
  typed: MonitorCommandOptions,
  host: Host,
): Promise<ExitStatus> {
  if (base === '-' && now === '-') throw stop(EXIT.usage, 'only one of the two can come from standard input')
  const options = {
    thresholds: given({ watch: typed.watch, act: typed.act }),
    calibrationThresholds: given({ watch: typed.watchError, act: typed.actError }),
  }
  const settings = await readSettings({ ...typed, model }, host)
  const decides = typed.model === undefined ? undefined : (await readSettings(typed, host)).context.model
  const [before, after] = [
    await monitoredInput(base, '--base-outcomes', typed.baseOutcomes, typed, host),
    await monitoredInput(now, '--outcomes', typed.outcomes, typed, host),
  ]
  const results = await openResults(
    [['--out', typed.out]],
    [{ name: 'the model', file: pathStats(model) }, ...inputFiles(typed), ...before.files, ...after.files],
    host,
  )
  try {
    const cases = await before.read(settings)
    const later = await after.read(settings)
    const report = orStop(() => monitorIn(settings.context, cases, later, options, decides))
    await results.put([`${JSON.stringify(report, null, 1)}\n`])
    return report.verdict === 'stable' ? EXIT.allDecided : EXIT.thresholdExceeded
  } catch (error) {
    results.discard()
    throw error
  }
}

/** Cases, with what became of each where a file of that is given. */
async function monitoredInput(
  cases: string,
  option: string,
  outcomes: string | undefined,
  { mapping }: TableOptions,
  host: Host,
): Promise<{
  readonly files: readonly InputFile[]
  readonly read: (settings: Settings) => Promise<readonly MonitoredCase[]>
}> {
  if (outcomes !== undefined)
    return trainingInput(cases, { outcomes, ...(mapping === undefined ? {} : { mapping }) }, host, option)
  const input = await openCases(cases, { mapping }, host)
  return {
    files: input.files,
    read: (settings) => readAllCases(input, settings),
  }
}
