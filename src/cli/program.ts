import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { ENGINE_VERSION } from '../entry/version.ts'
import { decideCommand } from './decideCommand.ts'
import type { DecideOptions } from './decideOptions.ts'
import { type ExplainOptions, explainCommand } from './explainCommand.ts'
import type { Host } from './host.ts'
import { addPortfolioCommands } from './portfolioCommands.ts'
import { type SampleCommandOptions, sampleCommand } from './sampleCommand.ts'
import { EXIT, type ExitStatus, isStop, whereabouts } from './stop.ts'
import { takesCases } from './takesCases.ts'
import { addTrainingCommands } from './trainingCommands.ts'

/** Runs the command line `arrears …args` and says how it ended. Never throws. */
export async function run(args: readonly string[], host: Host): Promise<ExitStatus> {
  let status: ExitStatus = EXIT.allDecided
  const program = commandLine(host, (ended) => {
    status = ended
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return status
  } catch (error) {
    return failed(error, host)
  }
}

function failed(error: unknown, host: Host): ExitStatus {
  // commander has said what is wrong by itself; help and version end with 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.allDecided : EXIT.usage
  if (isStop(error)) {
    if (error.message !== '') host.stderr.write(`arrears: ${onOneLine(error.message)}\n`)
    return error.exitStatus
  }
  host.stderr.write(`arrears: a defect stopped the run: ${whereabouts(error)}\n`)
  return EXIT.defect
}

/** A name from a file may hold line ends, or what a terminal takes for orders. */
const onOneLine = (text: string): string => text.replace(/\p{Cc}/gu, '?')

function commandLine(host: Host, end: (status: ExitStatus) => void): Command {
  const program = new Command('arrears')
    .description('Decides, with reasons, what to do next about loans in arrears.')
    .version(ENGINE_VERSION, '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text),
    })
  takesCases(program.command('decide'), 'decide every case of a file')
    .option('--out <file>', 'write decisions here (default: standard output)')
    .option('--rejects <file>', 'write rejected lines here (default: standard error)')
    .option('--summary <file>', 'write the summary here (default: standard error)')
    .addOption(
      new Option('--workers <n>', 'how many threads decide, 1 to 64').default(1).argParser(workerCount),
    )
    .option('--slim', 'write only what choosing between borrowers needs')
    .option('--resume', 'keep a journal beside --out; after a kill, the same command goes on where it was')
    .option('--prices <file>', 'add the choice at these prices of what is scarce: atPrices')
    .addHelpText('after', DECIDE_HELP)
    .action(async (cases: string, options: DecideOptions) => end(await decideCommand(cases, options, host)))
  takesCases(program.command('explain'), 'decide one case of a file and say why, in words')
    .requiredOption('--id <id>', 'which case')
    .addOption(
      new Option('--language <language>', 'default: the borrower’s, else en').choices(['en', 'zh-CN']),
    )
    .addOption(
      new Option('--audience <audience>', 'whom it is for').choices(['borrower', 'collector', 'compliance']),
    )
    .option(
      '--worklists <folder>',
      'what prioritise --out wrote: say where the case is in that plan, and why',
    )
    .option('--capacity <file>', 'the capacity of that plan: say what a unit of the pool brings')
    .addHelpText('after', EXPLAIN_HELP)
    .action(async (cases: string, options: ExplainOptions) => end(await explainCommand(cases, options, host)))
  addPortfolioCommands(program, host, end)
  program
    .command('sample')
    .description('make up a portfolio: accounts of borrowers who do not exist')
    .addOption(new Option('--count <n>', 'how many accounts').makeOptionMandatory().argParser(wholeNumber))
    .addOption(
      new Option('--seed <n>', 'the same seed makes the same').makeOptionMandatory().argParser(wholeNumber),
    )
    .option('--jurisdiction <code>', 'only borrowers there, such as CN or US-MA (default: all of them)')
    .option('--as-of <instant>', 'the instant they are made for (default: 2026-01-01T00:00:00Z)')
    .option('--truth <file>', 'write here what is true of them, and what becomes of them in 30 days')
    .option('--out <file>', 'write accounts here (default: standard output)')
    .addHelpText('after', SAMPLE_HELP)
    .action(async (options: SampleCommandOptions) => end(await sampleCommand(options, host)))
  addTrainingCommands(program, host, end)
  return program
}

/** More threads than any machine has cores would only cost memory. */
const MOST_WORKERS = 64

function workerCount(given: string): number {
  const count = /^\d+$/.test(given) ? Number(given) : 0
  if (count < 1 || count > MOST_WORKERS) {
    throw new InvalidArgumentError(`Give a whole number from 1 to ${MOST_WORKERS}.`)
  }
  return count
}

function wholeNumber(given: string): number {
  const number = Number(given)
  if (!/^\d{1,10}$/.test(given) || number > 0xffffffff)
    throw new InvalidArgumentError('It is a whole number from 0 to 4294967295.')
  return number
}

const SAMPLE_HELP = `
Each line carries the instant it was made for: decide with --as-of record. The first ten of a thousand are the ten.

Examples:
  arrears sample --count 1000 --seed 7 --out cases.ndjson --truth truth.ndjson
  arrears sample --count 10 --seed 7 --jurisdiction GB | arrears decide - --as-of record`

const DECIDE_HELP = `
Writes one decision a line, in the order of the cases. Ends with 0 when all are decided, 3 when some were rejected,
2 when it could not start or write, 130 when interrupted, 1 on a defect. Gzipped cases are read as they are, and files
with names ending in .gz are written gzipped. --resume takes a file or a folder of tables, and files to write. With
--prices each decision also says which of its alternatives is worth the time it takes: atPrices; of several accounts of
one borrower keep the one with the highest net.

Examples:
  arrears decide cases.ndjson --as-of 2026-11-25T02:00:00+08:00 --out decisions.ndjson --rejects rejects.ndjson
  arrears decide cases.ndjson.gz --out decisions.ndjson.gz --rejects rejects.ndjson.gz --workers 4 --resume
  arrears decide cases.ndjson --slim --prices prices.json --out decisions.ndjson
  arrears decide extracts --mapping mapping.json --out decisions.ndjson
  fetch-cases | arrears decide - | head -n 1`

const EXPLAIN_HELP = `
With --worklists: the list, the place on it, what is to be done, and why; or that the case is left, and why. Give the
instant, policy and model of that plan. Ends with 2 when there is no such case, in the file or in the plan.

Examples:
  arrears explain cases.ndjson --id b-0001 --as-of 2026-11-25T02:00:00+08:00
  arrears explain cases.ndjson --id b-0001 --language zh-CN --audience borrower
  arrears explain cases.ndjson --id b-0001 --as-of 2026-11-25T02:00:00+08:00 --worklists worklists --capacity capacity.json`
