import { validateIn } from '../../entry/validateScorecard.ts'
import type { Context } from '../../input/context.ts'
import type { TrainingRow } from '../../train/fit/readRows.ts'
import type { ValidationReport } from '../../train/validate/outOfTimeReport.ts'
import type { ValidateOptions } from '../../train/validate/validateOptions.ts'
import type { Host } from '../host.ts'
import { openResults } from '../io/openOutputs.ts'
import { pathStats } from '../io/output.ts'
import { EXIT, type ExitStatus, orStop } from '../stop.ts'
import { trainingInput } from './readTraining.ts'
import { type CaseOptions, given, inputFiles, readSettings } from './settings.ts'

/** The options of `arrears validate`, as typed. */
export interface ValidateCommandOptions
  extends CaseOptions,
    Pick<ValidateOptions, 'outOfTime' | 'reference'> {
  readonly outcomes: string
  readonly groups?: string
  readonly resamples?: number
  readonly seed?: number
  readonly favourable?: number
  readonly out?: string
}

/** `arrears validate`: what a scorecard does on past cases and their outcomes, as JSON. */
export async function validateCommand(
  model: string,
  cases: string,
  typed: ValidateCommandOptions,
  host: Host,
): Promise<ExitStatus> {
  const settings = await readSettings({ ...typed, model }, host)
  const rival = typed.model === undefined ? undefined : await readSettings(typed, host)
  const input = await trainingInput(cases, typed, host)
  const results = await openResults(
    [['--out', typed.out]],
    [{ name: 'the model', file: pathStats(model) }, ...inputFiles(typed), ...input.files],
    host,
  )
  try {
    const rows = await input.read(settings)
    const report = orStop(() => validateIn(settings.context, rows, optionsOf(typed)))
    const compared = rival === undefined ? {} : { compared: comparedWith(rival.context, rows, typed) }
    await results.put([`${JSON.stringify({ ...report, ...compared }, null, 1)}\n`])
    return EXIT.allDecided
  } catch (error) {
    results.discard()
    throw error
  }
}

/** What another scorecard makes of the same rows. */
export function comparedWith(
  context: Context,
  rows: readonly TrainingRow[],
  typed: Pick<ValidateCommandOptions, 'resamples' | 'seed'>,
): Pick<ValidationReport, 'model' | 'all' | 'inArrears'> {
  const ungrouped = rows.map(({ case: record, asOf, bad }) => ({ case: record, asOf, bad }))
  const { resamples, seed } = typed
  const { model, all, inArrears } = orStop(() => validateIn(context, ungrouped, given({ resamples, seed })))
  return { model, all, inArrears }
}

function optionsOf(typed: ValidateCommandOptions): ValidateOptions {
  const { resamples, seed, outOfTime, favourable, reference } = typed
  return given({ resamples, seed, outOfTime, favourable, reference })
}
