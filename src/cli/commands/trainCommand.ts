import { trainIn } from '../../entry/trainScorecard.ts'
import type { Context } from '../../input/context.ts'
import { cardMarkdown } from '../../train/fit/cardMarkdown.ts'
import type { TrainOptions } from '../../train/fit/options.ts'
import type { TrainingRow } from '../../train/fit/readRows.ts'
import type { Trained } from '../../train/fit/trainTable.ts'
import type { Host } from '../host.ts'
import { openResults } from '../io/openOutputs.ts'
import { pathStats, streamOutput } from '../io/output.ts'
import { EXIT, type ExitStatus, orStop } from '../stop.ts'
import { trainingInput } from './readTraining.ts'
import { type CaseOptions, inputFiles, jsonFile, readSettings } from './settings.ts'
import { comparedWith } from './validateCommand.ts'

/** The options of `arrears train`, as typed. */
export interface TrainCommandOptions extends CaseOptions {
  readonly outcomes: string
  readonly out: string
  readonly card?: string
  /** A JSON file of what `trainScorecard` takes. */
  readonly options?: string
}

/** `arrears train`: past cases and their outcomes to a scorecard, and its card beside it. */
export async function trainCommand(
  cases: string,
  typed: TrainCommandOptions,
  host: Host,
): Promise<ExitStatus> {
  const settings = await readSettings(typed, host)
  // What an options file holds is for the library to check.
  const options = (
    typed.options === undefined ? {} : await jsonFile('--options', typed.options)
  ) as TrainOptions
  const input = await trainingInput(cases, typed, host)
  const named = [
    ...(typed.card === undefined ? [] : [['--card', typed.card] as const]),
    ['--out', typed.out] as const,
  ]
  const given = typed.options === undefined ? [] : [{ name: '--options', file: pathStats(typed.options) }]
  const results = await openResults(named, [...inputFiles(typed), ...given, ...input.files], host)
  try {
    const rows = await input.read(settings)
    const trained = orStop(() => trainIn(settings.context, rows, checked(options)))
    const model = `${JSON.stringify(trained.model, null, 1)}\n`
    await results.put(typed.card === undefined ? [model] : [cardText(typed.card, trained), model])
    const rival = typed.model === undefined ? {} : { compared: rivalOf(settings.context, rows) }
    const summary = `${JSON.stringify({ ...trainingSummary(trained), ...rival })}\n`
    await streamOutput(host.stderr, 'standard error', EXIT.allDecided).write(summary)
    return EXIT.allDecided
  } catch (error) {
    results.discard()
    throw error
  }
}

/** A scorecard that is kept is worth the check by a second solver. What is no object is left for the library to refuse. */
const checked = (options: TrainOptions): TrainOptions =>
  typeof options === 'object' && options !== null && !Array.isArray(options)
    ? { verify: true, ...options }
    : options

const cardText = (path: string, trained: Trained): string =>
  path.endsWith('.json') ? `${JSON.stringify(trained.card, null, 1)}\n` : `${cardMarkdown(trained)}\n`

/** The model's name, what it was fitted on, and its figures on rows held out. */
function trainingSummary({ model, card }: Trained) {
  const { auc = null, ks = null, calibrationError = null } = card.metrics.all ?? {}
  return {
    model: card.name,
    rows: card.data.rows,
    bad: card.data.bad,
    characteristics: model.characteristics.length,
    heldOut: { auc, ks, calibrationError },
  }
}

/** What an older scorecard makes of the same rows. */
function rivalOf(context: Context, rows: readonly TrainingRow[]) {
  const { model, all } = comparedWith(context, rows, { resamples: 0 })
  const value = (figure: 'auc' | 'ks' | 'calibrationError') => all.figures?.[figure].value ?? null
  return { model, auc: value('auc'), ks: value('ks'), calibrationError: value('calibrationError') }
}
