import { type Command, Option } from 'commander'
import type { Host } from '../host.ts'
import type { ExitStatus } from '../stop.ts'
import type { ExportCommandOptions } from './exportCommand.ts'
import type { MonitorCommandOptions } from './monitorCommand.ts'
import { CASES, takesCaseOptions } from './takesCases.ts'
import type { TrainCommandOptions } from './trainCommand.ts'
import type { ValidateCommandOptions } from './validateCommand.ts'

/**
 * Adds the commands that make, check, watch and export a scorecard. What they run is loaded only when one of them
 * is called, so that deciding does not wait for matrices.
 */
export function addTrainingCommands(program: Command, host: Host, end: (status: ExitStatus) => void): void {
  const train = program
    .command('train')
    .description('fit a scorecard to past cases and what became of them')
    .argument('<cases>', CASES)
    .requiredOption('--outcomes <file>', OUTCOMES)
    .requiredOption('--out <model>', 'write the scorecard here')
    .option('--card <file>', 'write its card here: Markdown, or JSON where the name ends in .json')
    .option(
      '--options <file>',
      'JSON of how to fit: own, features, maxBins, coding, … as trainScorecard takes',
    )
  takesCaseOptions(train, 'an older scorecard to compare with on the same cases')
    .addHelpText('after', TRAIN_HELP)
    .action(async (cases: string, options: TrainCommandOptions) => {
      const { trainCommand } = await import('./trainCommand.ts')
      end(await trainCommand(cases, options, host))
    })
  const validate = program
    .command('validate')
    .description('say what a scorecard does on past cases and what became of them')
    .argument('<model>', MODEL)
    .argument('<cases>', CASES)
    .requiredOption('--outcomes <file>', OUTCOMES)
    .option('--groups <file>', 'CSV with the columns id,group: report by group as well')
    .option('--reference <group>', 'the group others are compared with (default: the largest)')
    .option(
      '--favourable <probability>',
      'from which on a score is favourable (default: band B)',
      numberOrText,
    )
    .option('--out-of-time <instant>', 'report cases seen from then on apart from those before')
    .option('--resamples <n>', 'rows are drawn again so often for the intervals (default: 200)', numberOrText)
    .option('--seed <n>', 'of those draws (default: 1)', numberOrText)
    .option('--out <file>', 'write the report here (default: standard output)')
  takesCaseOptions(validate, 'another scorecard to compare with')
    .addHelpText('after', VALIDATE_HELP)
    .action(async (model: string, cases: string, options: ValidateCommandOptions) => {
      const { validateCommand } = await import('./validateCommand.ts')
      end(await validateCommand(model, cases, options, host))
    })
  const monitor = program
    .command('monitor')
    .description('say how far cases of now have drifted from those of a base')
    .argument('<model>', MODEL)
    .argument('<base>', `cases it was made for: ${CASES}`)
    .argument('<now>', 'cases of now, the same way')
    .option('--outcomes <file>', 'CSV id,bad of the cases of now: judge calibration as well')
    .option('--base-outcomes <file>', 'the same of the base, to tell by how much calibration has moved')
    .option('--watch <index>', 'stability index from which on to watch (default: 0.10)', numberOrText)
    .option('--act <index>', 'stability index from which on to act (default: 0.25)', numberOrText)
    .option('--watch-error <error>', 'calibration error from which on to watch (default: 0.02)', numberOrText)
    .option('--act-error <error>', 'calibration error from which on to act (default: 0.05)', numberOrText)
    .option('--out <file>', 'write the report here (default: standard output)')
  takesCaseOptions(monitor, 'the scorecard that decides, where it is another one than <model>')
    .addHelpText('after', MONITOR_HELP)
    .action(async (model: string, base: string, now: string, options: MonitorCommandOptions) => {
      const { monitorCommand } = await import('./monitorCommand.ts')
      end(await monitorCommand(model, base, now, options, host))
    })
  program
    .command('export')
    .description('write a scorecard for another engine')
    .argument('<model>', MODEL)
    .addOption(new Option('--to <format>', 'which').choices(['sql', 'pmml']).makeOptionMandatory())
    .option('--table <name>', 'SQL: the table the values stand in (default: features)')
    .option('--out <file>', 'write it here (default: standard output)')
    .addHelpText('after', EXPORT_HELP)
    .action(async (model: string, options: ExportCommandOptions) => {
      const { exportCommand } = await import('./exportCommand.ts')
      end(await exportCommand(model, options, host))
    })
}

const MODEL = 'a scorecard as JSON'
const OUTCOMES = 'CSV with the columns id,bad: 1 went badly, 0 went well'

const VALIDATE_HELP = `
Writes one JSON report: order, calibration and lift with intervals, by age of the arrears, out of time, by group.
Use cases the scorecard was not fitted on; its own are judged in its card, on rows held out.

Examples:
  arrears validate model.json later.ndjson --outcomes later.csv --as-of record
  arrears validate model.json later.ndjson --outcomes later.csv --groups groups.csv --out report.json`

const TRAIN_HELP = `
Every case needs one outcome and every outcome a case. Ends with 0, or with 2 and no model when anything is wrong.

Examples:
  arrears train cases.ndjson --outcomes outcomes.csv --out model.json --card card.md --as-of record
  arrears decide today.ndjson --model model.json`

const EXPORT_HELP = `
The table has one column for each characteristic, of its name; NULL where there is no value.

Examples:
  arrears export model.json --to sql --table risk.features > score.sql
  arrears export model.json --to pmml --out model.pmml`

const MONITOR_HELP = `
Writes one JSON report: drift of scores, characteristics, actions and reasons, each with a verdict; with outcomes
also whether what is expected comes, else calibration is "notJudged". Ends with 0 when all is stable, 4 when a
threshold is reached.

Examples:
  arrears monitor model.json lastyear.ndjson today.ndjson --as-of record
  arrears monitor model.json lastyear.ndjson today.ndjson --as-of record --watch 0.2 --out drift.json
  arrears monitor model.json lastyear.ndjson may.ndjson --as-of record --outcomes may.csv`

/** What is no number goes on as it was typed, so that the check of the options names it. */
function numberOrText(typed: string): number | string {
  const number = Number(typed)
  return typed.trim() !== '' && Number.isFinite(number) ? number : typed
}
