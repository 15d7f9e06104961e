import type { Command } from 'commander'
import type { Host } from './host.ts'
import type { ExitStatus } from './stop.ts'
import { CASES, takesCaseOptions } from './takesCases.ts'
import type { TrainCommandOptions } from './trainCommand.ts'

/**
 * Adds the commands that make, check, watch and export a scorecard. What they run is loaded only when one of them
 * is called, so that deciding does not wait for matrices.
 */
export function addTrainingCommands(program: Command, host: Host, end: (status: ExitStatus) => void): void {
  const train = program
    .command('train')
    .description('fit a scorecard to past cases and what became of them')
    .argument('<cases>', CASES)
    .requiredOption('--outcomes <file>', 'CSV with the columns id,bad: 1 went badly, 0 went well')
    .requiredOption('--out <model>', 'write the scorecard here')
    .option('--card <file>', 'write its card here: Markdown, or JSON where the name ends in .json')
    .option(
      '--options <file>',
      'JSON of how to fit: own, features, maxBins, coding, … as trainScorecard takes',
    )
  takesCaseOptions(train, 'decide with this scorecard where a characteristic asks for one (none does)')
    .addHelpText('after', TRAIN_HELP)
    .action(async (cases: string, options: TrainCommandOptions) => {
      const { trainCommand } = await import('./trainCommand.ts')
      end(await trainCommand(cases, options, host))
    })
}

const TRAIN_HELP = `
Every case needs one outcome and every outcome a case. Ends with 0, or with 2 and no model when anything is wrong.

Examples:
  arrears train cases.ndjson --outcomes outcomes.csv --out model.json --card card.md --as-of record
  arrears decide today.ndjson --model model.json`
