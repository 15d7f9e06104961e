import type { Capacity } from '../input/capacityFile.ts'
import { parseCapacity } from '../input/capacitySchema.ts'
import type { Prices } from '../input/pricesFile.ts'
import type { Prioritised } from '../portfolio/prioritised.ts'
import { pricesOf as pricesOfProblem, prioritiseProblem } from '../portfolio/prioritiseProblem.ts'
import type { ReadProblem } from '../portfolio/problem.ts'
import { readProblem } from '../portfolio/readProblem.ts'
import { type ThumbRules, thumbRulesOf } from '../portfolio/thumbRules.ts'
import type { Host } from './host.ts'
import { ndjson } from './ndjson.ts'
import { openInput } from './openInput.ts'
import { openResults } from './openResults.ts'
import { orStop, refusal } from './orStop.ts'
import { streamOutput } from './output.ts'
import { prioritiseScreen } from './prioritiseScreen.ts'
import { readDecisionRows } from './readDecisionRows.ts'
import { jsonFile } from './settings.ts'
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
  const results = await openResults(
    pricesOut === undefined ? [] : [['--prices-out', pricesOut]],
    inputs,
    host,
  )
  try {
    const { rows, rejected, rejects } = await readDecisionRows(input, host)
    const problem = orStop(() => readProblem(rows, capacity))
    const found = prioritiseProblem(problem)
    if (out === undefined)
      await writeItems(found, streamOutput(host.stdout, 'standard output', EXIT.allDecided))
    else await writeFolder(out, found, host)
    await results.put(
      pricesOut === undefined ? [] : [`${JSON.stringify(pricesOf(problem, found), null, 1)}\n`],
    )
    const rules = thumbRulesOf(problem)
    const told =
      host.stderr.isTTY === true
        ? prioritiseScreen({ capacity, found, rules, rejects, rejected })
        : summaryOf(rows.length, found, rules, rejected)
    await streamOutput(host.stderr, 'standard error', EXIT.usage).write(told)
    return rejected > 0 ? EXIT.someRejected : EXIT.allDecided
  } catch (error) {
    results.discard()
    throw error
  }
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

async function capacityFrom(file: string): Promise<Capacity> {
  const parsed = parseCapacity(await jsonFile('--capacity', file))
  if (parsed.ok) return parsed.value
  throw stop(EXIT.usage, refusal(`--capacity ${file}: ${parsed.issues[0]?.message}`, parsed.issues))
}

function summaryOf(rows: number, found: Prioritised, rules: ThumbRules, rejected: number): string {
  const { worklists, left, pools, value, bound, gap } = found
  const placed = worklists.reduce((sum, { items }) => sum + items.length, 0)
  const counts = { read: rows + rejected, placed, left: left.length, rejected, worklists: worklists.length }
  return ndjson({ ...counts, value, bound, gap, rules, pools })
}
