import type { Capacity } from '../input/capacityFile.ts'
import { issueOf } from '../input/issueOf.ts'
import type { Issue } from '../kernel/issue.ts'
import { type DecisionRow, rowFault } from '../portfolio/decisionRow.ts'
import { currencyTold, ratesOf } from '../portfolio/exchange.ts'
import { countIssues } from './countIssues.ts'
import type { Host } from './host.ts'
import { readLines } from './lines.ts'
import { ndjson } from './ndjson.ts'
import type { Input } from './openInput.ts'
import { streamOutput } from './output.ts'
import { progressOn } from './progress.ts'
import { readRecord } from './readRecord.ts'
import { DUPLICATE_ID } from './seenIds.ts'
import { EXIT, type Stop, stop } from './stop.ts'

/** Reads every decision; lines that hold none are told on standard error, and counted by what is wrong with them. */
export async function readDecisionRows(input: Input, capacity: Capacity, host: Host) {
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
        const record = readRecord(line)
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

/** What it brings cannot be compared: leaving it out, or guessing a rate, would put somebody last for no reason of theirs. */
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
