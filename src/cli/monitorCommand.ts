import { monitorIn } from '../entry/monitor.ts'
import type { Host } from './host.ts'
import { openCases } from './openCases.ts'
import { openResults } from './openResults.ts'
import { orStop } from './orStop.ts'
import { readAllCases } from './readAllCases.ts'
import { type CaseOptions, inputFiles, readSettings } from './settings.ts'
import { EXIT, type ExitStatus, stop } from './stop.ts'
import { pathStats } from './target.ts'

/** The options of `arrears monitor`, as typed. */
export interface MonitorCommandOptions extends CaseOptions {
  readonly watch?: number
  readonly act?: number
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
  const { watch, act } = typed
  const thresholds = { ...(watch === undefined ? {} : { watch }), ...(act === undefined ? {} : { act }) }
  const settings = await readSettings({ ...typed, model }, host)
  const decides = typed.model === undefined ? undefined : (await readSettings(typed, host)).context.model
  const [before, after] = [await openCases(base, typed, host), await openCases(now, typed, host)]
  const results = await openResults(
    [['--out', typed.out]],
    [{ name: 'the model', file: pathStats(model) }, ...inputFiles(typed), ...before.files, ...after.files],
    host,
  )
  try {
    const cases = await readAllCases(before, settings)
    const later = await readAllCases(after, settings)
    const report = orStop(() => monitorIn(settings.context, cases, later, thresholds, decides))
    await results.put([`${JSON.stringify(report, null, 1)}\n`])
    return report.verdict === 'stable' ? EXIT.allDecided : EXIT.thresholdExceeded
  } catch (error) {
    results.discard()
    throw error
  }
}
