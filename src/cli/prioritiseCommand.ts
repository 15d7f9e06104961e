import type { Capacity } from '../input/capacityFile.ts'
import type { Prices } from '../input/pricesFile.ts'
import type { Prioritised } from '../portfolio/prioritised.ts'
import { pricesOf as pricesOfProblem, prioritiseProblem } from '../portfolio/prioritiseProblem.ts'
import type { ReadProblem } from '../portfolio/problem.ts'
import { readProblem } from '../portfolio/readProblem.ts'
import { type ThumbRules, thumbRulesOf } from '../portfolio/thumbRules.ts'
import { capacityFrom } from './capacityFrom.ts'
import type { Host } from './host.ts'
import { ndjson } from './ndjson.ts'
import { openInput } from './openInput.ts'
import { orStop } from './orStop.ts'
import { streamOutput } from './output.ts'
import { outputFiles } from './outputFiles.ts'
import { prioritiseScreen } from './prioritiseScreen.ts'
import { readDecisionRows } from './readDecisionRows.ts'
import { type NamedOutput, refuseLoss } from './refuseLoss.ts'
import { EXIT, type ExitStatus, stop } from './stop.ts'
import { pathStats } from './target.ts'
import { makeFolder, writeFolder, writeItems } from './writeWorklists.ts'

export interface PrioritiseOptions {
  readonly capacity: string
  /** A folder for a file a worklist; default: every item on standard output. */
  readonly out?: string
  /** A file for the prices of the pools, for `decide --prices`. */
  readonly pricesOut?: string
}

/** `arrears prioritise`: decisions, whole or slim, to worklists in calling order. */
export async function prioritiseCommand(
  decisions: string,
  { capacity: file, out, pricesOut }: PrioritiseOptions,
  host: Host,
): Promise<ExitStatus> {
  const capacity = await capacityFrom(file)
  const input = await openInput(decisions, host)
  if (out !== undefined) await makeFolder(out)
  const inputs = [
    { name: '--capacity', file: pathStats(file) },
    { name: 'the decisions', file: input.file },
  ]
  const outputs: readonly NamedOutput[] = [['--prices-out', pricesOut]]
  refuseLoss(inputs, out === undefined ? [['standard output', host.stdout]] : [], outputs)
  const files = outputFiles(host)
  try {
    const prices = pricesOut === undefined ? undefined : await files.open(pricesOut, EXIT.usage)
    const { rows, rejected, rejects } = await readDecisionRows(input, capacity, host)
    const problem = orStop(() => readProblem(rows, capacity))
    const found = prioritiseProblem(problem)
    refuseOtherDays(found, capacity)
    if (out === undefined)
      await writeItems(found, streamOutput(host.stdout, 'standard output', EXIT.allDecided))
    else await writeFolder(out, found, files, { inputs, outputs })
    await prices?.write(`${JSON.stringify(pricesOf(problem, found), null, 1)}\n`)
    await files.place()
    const rules = thumbRulesOf(problem)
    const told =
      host.stderr.isTTY === true
        ? prioritiseScreen({ capacity, found, rules, rejects, rejected })
        : summaryOf(rows.length, found, rules, rejected)
    await streamOutput(host.stderr, 'standard error', EXIT.usage).write(told)
    return rejected > 0 ? EXIT.someRejected : EXIT.allDecided
  } catch (error) {
    files.discard()
    throw error
  }
}

/** A plan for a day on which nothing can be done is a capacity of another day, or decisions of one. */
function refuseOtherDays({ worklists, left }: Prioritised, { day, days = 1 }: Capacity): void {
  if (worklists.length > 0) return
  const codes = new Set(left.flatMap(({ because }) => because.map(({ code }) => code)))
  // What only pools are too short for could be done on these days.
  if (codes.has('capacity.short') || codes.has('capacity.tooSmall')) return
  if (codes.has('window.later') || codes.has('window.over'))
    throw stop(
      EXIT.usage,
      `nothing of these decisions can be done on ${days === 1 ? day : `the ${days} days from ${day}`}; the capacity's day has to be theirs`,
    )
}

/** Prices as `decide --prices` reads them. Floors set none: those of a plan with floors are of what they left over. */
function pricesOf(problem: ReadProblem, { pools }: Prioritised): Prices {
  const { capacity } = problem
  const { floors } = capacity
  const without = floors?.bucket || floors?.area ? pricesOfProblem(problem).prices : undefined
  return {
    capacity,
    prices: pools.map(({ id, shadowPrice }) => ({ pool: id, price: without?.[id] ?? shadowPrice })),
  }
}

function summaryOf(rows: number, found: Prioritised, rules: ThumbRules, rejected: number): string {
  const { worklists, left, pools, floors, value, bound, gap } = found
  const placed = worklists.reduce((sum, { items }) => sum + items.length, 0)
  const counts = { read: rows + rejected, placed, left: left.length, rejected, worklists: worklists.length }
  return ndjson({ ...counts, value, bound, gap, rules, pools, floors })
}
