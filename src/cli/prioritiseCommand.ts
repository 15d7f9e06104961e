import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Capacity } from '../input/capacityFile.ts'
import { parseCapacity } from '../input/capacitySchema.ts'
import { issueOf } from '../input/issueOf.ts'
import { type DecisionRow, rowFault } from '../portfolio/decisionRow.ts'
import type { Prioritised, WorklistItem } from '../portfolio/prioritised.ts'
import { prioritiseProblem } from '../portfolio/prioritiseProblem.ts'
import type { ReadProblem } from '../portfolio/problem.ts'
import { readProblem } from '../portfolio/readProblem.ts'
import { thumbRulesOf } from '../portfolio/thumbRules.ts'
import type { Host } from './host.ts'
import { readLines } from './lines.ts'
import { ndjson } from './ndjson.ts'
import { openInput } from './openInput.ts'
import { refusal } from './orStop.ts'
import { fileOutput, type Output, streamOutput } from './output.ts'
import { progressOn } from './progress.ts'
import { readRecord } from './readRecord.ts'
import { DUPLICATE_ID } from './seenIds.ts'
import { jsonFile } from './settings.ts'
import { EXIT, type ExitStatus, stop, systemReason } from './stop.ts'

export interface PrioritiseOptions {
  readonly capacity: string
  /** A folder for a file a worklist; default: every item on standard output. */
  readonly out?: string
}

/** `arrears prioritise`: decisions, whole or slim, to worklists in calling order. */
export async function prioritiseCommand(
  decisions: string,
  { capacity: file, out }: PrioritiseOptions,
  host: Host,
): Promise<ExitStatus> {
  const capacity = await capacityFrom(file)
  const { rows, rejected } = await readRows(decisions, host)
  const problem = problemOf(rows, capacity)
  const found = prioritiseProblem(problem)
  if (out === undefined)
    await writeItems(found, streamOutput(host.stdout, 'standard output', EXIT.allDecided))
  else await writeFolder(out, found, host)
  await streamOutput(host.stderr, 'standard error', EXIT.usage).write(summaryOf(problem, found, rejected))
  return rejected > 0 ? EXIT.someRejected : EXIT.allDecided
}

async function capacityFrom(file: string): Promise<Capacity> {
  const parsed = parseCapacity(await jsonFile('--capacity', file))
  if (parsed.ok) return parsed.value
  throw stop(EXIT.usage, refusal(`--capacity ${file}: ${parsed.issues[0]?.message}`, parsed.issues))
}

/** Several currencies without a rate end the command with one line. */
function problemOf(rows: readonly DecisionRow[], capacity: Capacity): ReadProblem {
  try {
    return readProblem(rows, capacity)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'currency.mixed')
      throw stop(EXIT.usage, error.message)
    throw error
  }
}

/** Reads every decision; lines that hold none are told on standard error, and counted. */
async function readRows(path: string, host: Host) {
  const input = await openInput(path, host)
  const progress = progressOn(host, input)
  const rejects = streamOutput(host.stderr, 'standard error', EXIT.usage)
  const rows: DecisionRow[] = []
  // The rows hold the ids themselves.
  const ids = new Set<string>()
  const isNew = (id: string): boolean => ids.size < ids.add(id).size
  let rejected = 0
  try {
    for await (const lines of readLines(input.chunks)) {
      for (const line of lines) {
        const record = readRecord(line)
        if (record === undefined) continue
        const fault = record.ok ? rowIssue(record.value, isNew) : record.issues[0]
        if (record.ok && fault === undefined) {
          rows.push(record.value as DecisionRow)
          continue
        }
        rejected++
        progress.clear()
        await rejects.write(ndjson({ line: record.line, id: record.id, issues: [fault] }))
      }
      progress.show(rows.length, input.bytesRead())
    }
  } finally {
    progress.end()
  }
  return { rows, rejected }
}

function rowIssue(value: unknown, isNew: (id: string) => boolean) {
  const path = rowFault(value as DecisionRow)
  if (path !== undefined)
    return issueOf('type.wrong', path, 'what a decision has, whole or slim', 'something else')
  return isNew((value as DecisionRow).id) ? undefined : DUPLICATE_ID
}

async function writeItems({ worklists }: Prioritised, output: Output): Promise<void> {
  for (const { pool, area, items } of worklists)
    await writeBatches(output, items, (item) => ({ pool, ...(area === undefined ? {} : { area }), ...item }))
}

/** Lines written at a time: enough that writing costs little. */
const BATCH = 500

async function writeBatches<T>(
  output: Output,
  items: readonly T[],
  lineOf: (item: T) => object,
): Promise<void> {
  for (let from = 0; from < items.length; from += BATCH)
    await output.write(
      items
        .slice(from, from + BATCH)
        .map((item) => ndjson(lineOf(item)))
        .join(''),
    )
}

/** A file for each worklist and one for those left; each takes its name when all are whole, those left last. */
async function writeFolder(folder: string, { worklists, left }: Prioritised, host: Host): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    throw stop(EXIT.usage, `cannot write ${folder}: ${systemReason(error)}`)
  }
  const files: Output[] = []
  const written = async <T>(name: string, items: readonly T[], lineOf: (item: T) => object) => {
    const file = await fileOutput(join(folder, name), host, EXIT.usage)
    files.push(file)
    await writeBatches(file, items, lineOf)
    await file.close()
  }
  try {
    for (const [place, { pool, area, items }] of worklists.entries())
      await written(worklistName(place, pool, area), items, (item: WorklistItem) => item)
    await written('left.ndjson', left, (one) => one)
    for (const file of files) await file.place()
  } catch (error) {
    for (const file of files) file.discard()
    throw error
  }
}

/** Ids may hold what no file name may: a number in front keeps names apart all the same. */
const worklistName = (place: number, pool: string, area: string | undefined): string => {
  const words = [`${place + 1}`.padStart(3, '0'), pool, ...(area === undefined ? [] : [area])]
  return `${words
    .join('-')
    .replace(/[^\p{L}\p{N}_-]/gu, '_')
    .slice(0, 80)}.ndjson`
}

function summaryOf(problem: ReadProblem, found: Prioritised, rejected: number): string {
  const { worklists, left, pools, value, bound, gap } = found
  const placed = worklists.reduce((sum, { items }) => sum + items.length, 0)
  const read = problem.rows.length + rejected
  const counts = { read, placed, left: left.length, rejected, worklists: worklists.length }
  return ndjson({ ...counts, value, bound, gap, rules: thumbRulesOf(problem), pools })
}
