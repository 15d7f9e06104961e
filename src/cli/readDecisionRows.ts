import { issueOf } from '../input/issueOf.ts'
import { type DecisionRow, rowFault } from '../portfolio/decisionRow.ts'
import type { Host } from './host.ts'
import { readLines } from './lines.ts'
import { ndjson } from './ndjson.ts'
import type { Input } from './openInput.ts'
import { streamOutput } from './output.ts'
import { progressOn } from './progress.ts'
import { readRecord } from './readRecord.ts'
import { DUPLICATE_ID, seenIds } from './seenIds.ts'
import { EXIT } from './stop.ts'

/** Reads every decision; lines that hold none are told on standard error, and counted. */
export async function readDecisionRows(input: Input, host: Host) {
  const progress = progressOn(host, input)
  const rejects = streamOutput(host.stderr, 'standard error', EXIT.usage)
  const rows: DecisionRow[] = []
  const ids = seenIds()
  let rejected = 0
  try {
    for await (const lines of readLines(input.chunks)) {
      for (const line of lines) {
        const record = readRecord(line)
        if (record === undefined) continue
        const fault = record.ok ? rowIssue(record.value, ids.isNew) : record.issues[0]
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
