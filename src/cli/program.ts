import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { ENGINE_VERSION } from '../entry/createContext.ts'
import { JSON_SCHEMA_NAMES, type JsonSchemaName } from '../input/jsonSchema.ts'
import { LANGUAGES } from '../locale/languages.ts'
import type { CompareOptions } from './commands/compareCommand.ts'
import { decideCommand } from './commands/decideCommand.ts'
import type { DecideOptions } from './commands/decideRun.ts'
import { type ExplainCommandOptions, explainCommand } from './commands/explainCommand.ts'
import { type PrioritiseOptions, prioritiseCommand } from './commands/prioritiseCommand.ts'
import { type SampleCommandOptions, sampleCommand } from './commands/sampleCommand.ts'
import { schemaCommand } from './commands/schemaCommand.ts'
import type { SimulateCommandOptions } from './commands/simulateCommand.ts'
import { CASES, takesCases, takesReading } from './commands/takesCases.ts'
import { addTrainingCommands } from './commands/trainingCommands.ts'
import type { Host } from './host.ts'
import { EXIT, type ExitStatus, isStop, whereabouts } from './stop.ts'

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
    return exitStatusOf(error, host)
  }
}

function exitStatusOf(error: unknown, host: Host): ExitStatus {
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
      new Option('--language <language>', 'default: the borrower’s, else en').choices(
        LANGUAGES.map(({ code }) => code),
      ),
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
    .action(async (cases: string, options: ExplainCommandOptions) =>
      end(await explainCommand(cases, options, host)),
    )
  addPortfolioCommands(program, host, end)
  program
    .command('sample')
    .description('make up a portfolio: accounts of borrowers who do not exist')
    .addOption(
      new Option('--count <n>', 'how many accounts').makeOptionMandatory().argParser(wholeNumberOption),
    )
    .addOption(
      new Option('--seed <n>', 'the same seed makes the same')
        .makeOptionMandatory()
        .argParser(wholeNumberOption),
    )
    .option('--jurisdiction <code>', 'only borrowers there, such as CN or US-MA (default: all of them)')
    .option('--as-of <instant>', 'the instant they are made for (default: 2026-01-01T00:00:00Z)')
    .option('--truth <file>', 'write here what is true of them, and what becomes of them in 30 days')
    .option('--out <file>', 'write accounts here (default: standard output)')
    .addHelpText('after', SAMPLE_HELP)
    .action(async (options: SampleCommandOptions) => end(await sampleCommand(options, host)))
  addSimulateCommand(program, host, end)
  program
    .command('schema')
    .description('print the JSON Schema (2020-12) of a file format')
    .addArgument(new Argument('<format>', 'which format').choices(JSON_SCHEMA_NAMES))
    .action((format: JsonSchemaName) => end(schemaCommand(format, host)))
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

function wholeNumberOption(given: string): number {
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

/** Adds the commands over a whole portfolio: who comes first, and what another policy would change. */
function addPortfolioCommands(program: Command, host: Host, end: (status: ExitStatus) => void): void {
  program
    .command('prioritise')
    .description('choose who comes first when callers, visitors and the like are scarce')
    .argument('<decisions>', 'what decide wrote, whole or slim, or - for standard input')
    .requiredOption('--capacity <file>', 'what there is of each pool, and what it serves')
    .option('--out <folder>', 'write a file for each worklist here (default: every item on standard output)')
    .option('--prices-out <file>', 'write the prices of the pools here, for decide --prices')
    .addHelpText('after', PRIORITISE_HELP)
    .action(async (decisions: string, options: PrioritiseOptions) =>
      end(await prioritiseCommand(decisions, options, host)),
    )
  const compare = program
    .command('compare')
    .description('say who would move from which action to which under another policy, and why')
    .argument('<cases>', CASES)
    .requiredOption(
      '--policy <policy>',
      'twice: the one in force, then the other; default, or a file',
      listed,
    )
    .option('--model <file>', 'a scorecard for both, or one for each (default: the built-in one)', listed)
    .option('--at-most <share>', 'visit=2%: end with 4 when more move to visit; any=10%: at all', listed)
    .option('--moves <file>', 'write a line on each borrower who moves here: from what to what, and why')
    .option('--capacity <file>', 'its currency and rates make one value of cases in several currencies')
    .option('--out <file>', 'write the report here (default: standard output)')
    .option('--rejects <file>', 'write rejected lines here (default: standard error)')
  takesReading(compare)
    .addHelpText('after', COMPARE_HELP)
    .action(async (cases: string, options: CompareOptions) => {
      const { compareCommand } = await import('./commands/compareCommand.ts')
      end(await compareCommand(cases, options, host))
    })
}

/** Adds the command that lives through days with made-up borrowers. */
function addSimulateCommand(program: Command, host: Host, end: (status: ExitStatus) => void): void {
  program
    .command('simulate')
    .description('live through days with made-up borrowers under several policies, and say what came of each')
    .requiredOption('--policy <policy>', 'once or more: default, a file, or a rule named below', listed)
    .requiredOption('--capacity <file>', 'what there is of each pool on each day, and what it serves')
    .addOption(new Option('--days <n>', 'how many days').default(180).argParser(someOption))
    .addOption(new Option('--borrowers <n>', 'how many borrowers').default(2000).argParser(someOption))
    .addOption(
      new Option('--seed <n>', 'the same seed lives the same')
        .makeOptionMandatory()
        .argParser(wholeNumberOption),
    )
    .addOption(
      new Option('--seeds <n>', 'how many lives, each with the next seed').default(3).argParser(someOption),
    )
    .addOption(
      new Option('--turns <when>', 'decide every night, or on the day the decision said')
        .choices(['nightly', 'reviewOn'])
        .default('nightly'),
    )
    .option('--as-of <instant>', 'where the first day begins (default: 2026-01-05T00:00:00Z)')
    .option('--out <file>', 'write the report here (default: standard output)')
    .addHelpText('after', SIMULATE_HELP)
    .action(async (options: SimulateCommandOptions) => {
      const { simulateCommand } = await import('./commands/simulateCommand.ts')
      end(await simulateCommand(options, host))
    })
}

function someOption(given: string): number {
  const number = wholeNumberOption(given)
  if (number < 1) throw new InvalidArgumentError('It is a whole number from 1 on.')
  return number
}

const SIMULATE_HELP = `
Rules: call-everyone, text-everyone, ladder, largest-balance, oldest, lowest-score, expected-loss, and oracle, which sees
what would come of each contact. All keep the law and the holds, and share the same capacity, people and luck. At least
one policy must be default or a file. Borrowers are of the places whose currency the capacity has a rate for; what they
are like is invented, as docs/simulation.md says. Ends with 0, or 2 when it could not start or write.

Examples:
  arrears simulate --policy default --policy oldest --capacity examples/simulation-capacity.json --seed 1
  arrears simulate --policy now.json --policy next.json --days 90 --borrowers 500 --capacity capacity.json \\
    --seed 7 --seeds 10 --turns reviewOn --out report.json`

/** An option that may be given several times. */
const listed = (given: string, before: readonly string[] = []): readonly string[] => [...before, given]

const PRIORITISE_HELP = `
The capacity is one JSON object: currency, day, days, rates, floors, and pools of id, unit (minute, visit, message,
money), available, serves (action, channel, use), areas and day; docs/capacity.md has what each means, and
examples/capacity.json is one. The first pool that serves an action is the list it is on; what no pool serves is free.

Worklists come in calling order, one for each pool and area; left.ndjson says of everyone else why not. The summary
compares the plan with what it could at most bring, and with the rules people go by. Ends with 0, or 3 when some lines
hold no decision, or 2 when it could not start or write, or when currencies are mixed without rates. Prices can be
fitted on a sample of the decisions with the same share of every pool; decide --prices then chooses line by line.

Examples:
  arrears decide cases.ndjson --slim --out decisions.ndjson
  arrears prioritise decisions.ndjson --capacity capacity.json --out worklists
  arrears prioritise decisions.ndjson --capacity capacity.json --prices-out prices.json > items.ndjson`

const COMPARE_HELP = `
Writes one JSON report: how many move from which action to which, the reasons that changed, expected value, contacts
and visits under each; --moves says of each borrower who moves. Without --capacity, values of several currencies stand side
by side and there is none of all. --at-most takes an action, or any, and a share of the accounts decided; it may be given several
times. Ends with 0, or 4 when a share is exceeded (each told in one line), 3 when some cases were rejected, 2 when it
could not start or write, or no case was left to hold a share against.

Examples:
  arrears compare cases.ndjson --policy default --policy next.json --as-of record
  arrears compare cases.ndjson --policy now.json --policy next.json --at-most visit=2% --at-most any=10% \\
    --moves moves.ndjson --out report.json`
