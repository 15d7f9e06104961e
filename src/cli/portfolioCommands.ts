import type { Command } from 'commander'
import type { CompareOptions } from './compareCommand.ts'
import type { Host } from './host.ts'
import { type PrioritiseOptions, prioritiseCommand } from './prioritiseCommand.ts'
import type { ExitStatus } from './stop.ts'
import { CASES, takesReading } from './takesCases.ts'

/** Adds the commands over a whole portfolio: who comes first, and what another policy would change. */
export function addPortfolioCommands(program: Command, host: Host, end: (status: ExitStatus) => void): void {
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
      const { compareCommand } = await import('./compareCommand.ts')
      end(await compareCommand(cases, options, host))
    })
}

/** An option that may be given several times. */
const listed = (given: string, before: readonly string[] = []): readonly string[] => [...before, given]

const PRIORITISE_HELP = `
The capacity is one JSON object: currency, day, days, rates, floors, and pools of id, unit (minute, visit, message,
money), available, serves (action, channel, use), areas and day; docs/capacity.md has what each means, and
examples/capacity.json is one. The first pool that serves an action is the list it is on; what no pool serves is free.

Worklists come in calling order, one for each pool and area; left.ndjson says of everybody else why not. The summary
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
