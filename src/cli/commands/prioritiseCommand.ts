import type { Capacity } from '../../input/capacityFile.ts'
import { issueOf } from '../../input/issueOf.ts'
import type { Prices } from '../../input/pricesFile.ts'
import { type DecisionRow, rowFault } from '../../portfolio/decisionRow.ts'
import { currencyTold, ratesOf } from '../../portfolio/offering.ts'
import type { Prioritised } from '../../portfolio/prioritised.ts'
import { prioritiseProblem, solveAtPrices } from '../../portfolio/prioritiseProblem.ts'
import type { ReadProblem } from '../../portfolio/problem.ts'
import { readProblem } from '../../portfolio/readProblem.ts'
import { type ThumbRules, thumbRulesOf } from '../../portfolio/thumbRules.ts'
import type { Issue } from '../../words/issue.ts'
import type { Host } from '../host.ts'
import { ndjson, readLines } from '../io/lines.ts'
import { type Input, openInput } from '../io/openInput.ts'
import { outputFiles } from '../io/openOutputs.ts'
import { pathStats, streamOutput } from '../io/output.ts'
import { readCaseLine } from '../io/readRecord.ts'
import { type NamedOutput, refuseLoss } from '../io/refuseLoss.ts'
import { DUPLICATE_ID } from '../io/seenIds.ts'
import { prioritiseScreen } from '../screen/prioritiseScreen.ts'
import { progressOn } from '../screen/progress.ts'
import { countIssues } from '../screen/summary.ts'
import { EXIT, type ExitStatus, orStop, type Stop, stop } from '../stop.ts'
import { capacityFrom } from './settings.ts'
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
    await prices?.write(`${JSON.stringify(pricesFileOf(problem, found), null, 1)}\n`)
    await files.place()
    const rules = thumbRulesOf(problem)
    const told =
      host.stderr.isTTY === true
        ? prioritiseScreen({ capacity, found, rules, rejects, rejected })
        : planSummary(rows.length, found, rules, rejected)
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
function pricesFileOf(problem: ReadProblem, { pools }: Prioritised): Prices {
  const { capacity } = problem
  const { floors } = capacity
  const without = floors?.bucket || floors?.area ? solveAtPrices(problem).prices : undefined
  return {
    capacity,
    prices: pools.map(({ id, shadowPrice }) => ({ pool: id, price: without?.[id] ?? shadowPrice })),
  }
}

function planSummary(rows: number, found: Prioritised, rules: ThumbRules, rejected: number): string {
  const { worklists, left, pools, floors, value, bound, gap } = found
  const placed = worklists.reduce((sum, { items }) => sum + items.length, 0)
  const counts = { read: rows + rejected, placed, left: left.length, rejected, worklists: worklists.length }
  return ndjson({ ...counts, value, bound, gap, rules, pools, floors })
}

/** Reads every decision; lines that hold none are told on standard error, and counted by what is wrong with them. */
async function readDecisionRows(input: Input, capacity: Capacity, host: Host) {
  const rates = ratesOf(capacity)
  const progress = progressOn(host, input)
  const output = streamOutput(host.stderr, 'standard error', EXIT.usage)
  const rows: DecisionRow[] = []
  // The rows hold the ids themselves.
  const ids = new Set<string>()
  const isNew = (id: string): boolean => ids.size < ids.add(id).size
  const rejects = countIssues()
  let rejected = 0
  try {
    for await (const lines of readLines(input.chunks)) {
      for (const line of lines) {
        const record = readCaseLine(line)
        if (record === undefined) continue
        const issues = record.ok ? rowIssues(record.value, isNew) : record.issues
        if (record.ok && issues.length === 0) {
          const { currency } = record.value as DecisionRow
          if (!rates.has(currency)) throw noRate(record.line, currency, capacity)
          rows.push(record.value as DecisionRow)
          continue
        }
        rejected++
        rejects.add(issues)
        progress.clear()
        await output.write(ndjson({ line: record.line, id: record.id, issues }))
      }
      progress.show(rows.length, input.bytesRead())
    }
  } finally {
    progress.end()
  }
  return { rows, rejected, rejects: rejects.byCode() }
}

/** What it brings cannot be compared: leaving it out, or guessing a rate, would put someone last for no reason of theirs. */
function noRate(line: number, from: string, { currency }: Capacity): Stop {
  return stop(
    EXIT.usage,
    `line ${line} is in ${currencyTold(from)}, the capacity in ${currency}, and its rates give none between them`,
  )
}

function rowIssues(value: unknown, isNew: (id: string) => boolean): readonly Issue[] {
  const path = rowFault(value as DecisionRow)
  if (path !== undefined)
    return [issueOf('type.wrong', path, 'what a decision has, whole or slim', 'something else')]
  return isNew((value as DecisionRow).id) ? [] : [DUPLICATE_ID]
}
