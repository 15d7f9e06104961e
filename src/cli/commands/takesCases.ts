import { type Command, Option } from 'commander'

/** How cases are read and when they are decided, for every command that reads them. */
export const takesReading = (command: Command): Command =>
  command
    .option(
      '--as-of <instant>',
      'decide as of this instant, or `record`: each case’s metadata.asOf (default: now)',
    )
    .addOption(
      new Option('--later <what>', 'what to do with entries later than that instant').choices([
        'reject',
        'ignore',
      ]),
    )
    .option('--mapping <file>', 'how tables of your own are read: files, columns, units and words')

/** The options that every command reading cases has. `model`: what its --model is for. */
export const takesCaseOptions = (command: Command, model: string): Command =>
  takesReading(command)
    .option('--policy <policy>', 'a built-in policy (default) or a file')
    .option('--model <file>', model)

/** What a file of cases is, for the help. */
export const CASES = 'a file with one case as JSON on each line, - for standard input, or a folder of tables'

/** The argument and the options that every command deciding cases has. */
export const takesCases = (command: Command, description: string): Command =>
  takesCaseOptions(
    command.description(description).argument('<cases>', CASES),
    'a scorecard (default: the built-in one)',
  )
